import { articleSlugs, type ArticleSlug } from '../../config/articles.ts';
import { locales, perLocale, type Locale } from '../../config/locales.ts';
import type { ContentProblem } from './checks/problem.ts';
import type { Content } from './load.ts';
import type { Edition, Fact } from './schemas.ts';

/** Where a fact is stated, and in which words. */
export interface FactHome {
  readonly article: ArticleSlug;
  readonly text: Readonly<Record<Locale, string>>;
}

/**
 * Finds the one article that states each fact, in every language.
 * @returns the homes of the facts that are soundly placed, and what is wrong with the others
 */
export function placeFacts({ facts, articles }: Pick<Content, 'facts' | 'articles'>): {
  homes: ReadonlyMap<string, FactHome>;
  problems: readonly ContentProblem[];
} {
  const problems: ContentProblem[] = [];
  const stated = new Map<string, { locale: Locale; slug: ArticleSlug; text: string }[]>();
  for (const locale of locales)
    for (const slug of articleSlugs)
      for (const { id, text } of articles[locale].get(slug)?.facts ?? []) {
        const file = `src/content/articles/${locale}/${slug}.mdx`;
        const before = stated.get(id) ?? [];
        const twin = before.find((place) => place.locale === locale);
        if (!facts.has(id))
          problems.push({
            cause: 'fact: unknown',
            file,
            message: `it states "${id}", which is not in the ledger`,
            remedy: 'Correct the id, or add the fact to the ledger.',
          });
        else if (twin !== undefined)
          problems.push({
            cause: 'fact: doubled',
            file,
            message: `"${id}" is stated already in ${twin.slug}`,
            remedy: 'Each fact has one home: state it once, and link there.',
          });
        else stated.set(id, [...before, { locale, slug, text }]);
      }
  const homes = new Map<string, FactHome>();
  for (const [id, places] of stated) {
    const [first] = places;
    if (first === undefined) continue;
    const text = (locale: Locale) => {
      const place = places.find((at) => at.locale === locale);
      const file = `src/content/articles/${locale}/${first.slug}.mdx`;
      if (place === undefined)
        problems.push({
          cause: 'fact: missing',
          file,
          message: `"${id}" is stated in ${first.locale}, but not here`,
          remedy: 'State it, natively, in this locale too.',
        });
      else if (place.slug !== first.slug)
        problems.push({
          cause: 'fact: two homes',
          file,
          message: `"${id}" stands in ${place.slug} here and in ${first.slug} in ${first.locale}`,
          remedy: 'Move it, so that it has the same home in every locale.',
        });
      return place?.text ?? '';
    };
    const before = problems.length;
    const texts = perLocale(text);
    if (problems.length === before) homes.set(id, { article: first.slug, text: texts });
  }
  return { homes, problems };
}

/** Whether editions or languages disagree about a fact, so that a note must say so. The ledger marks it with YES. */
export const editionsDisagree = (fact: Fact | undefined): boolean => fact?.disagreement?.startsWith('YES') === true;

const found = new WeakMap<ReadonlyMap<string, Edition>, Map<Fact, readonly Edition[]>>();

/** The editions in which a fact is stated, oldest first. Sources that are no edition of an article are left out. */
export function editionsOf(fact: Fact, editions: ReadonlyMap<string, Edition>): readonly Edition[] {
  // Asked for each fact of each text: looked up once.
  const byFact = found.get(editions) ?? new Map<Fact, readonly Edition[]>();
  found.set(editions, byFact);
  const known = byFact.get(fact);
  if (known !== undefined) return known;
  const all = [...editions.values()].filter(({ code }) =>
    new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(fact.statedIn),
  );
  byFact.set(fact, all);
  return all;
}

/** The sources of a fact one by one, as the ledger names them. Separators inside brackets do not separate. */
export function sourcesOf({ statedIn }: Fact): readonly string[] {
  const sources: string[] = [];
  let source = '';
  let depth = 0;
  for (const letter of statedIn) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (depth === 0 && (letter === ',' || letter === ';')) {
      sources.push(source.trim());
      source = '';
    } else source += letter;
  }
  return [...sources, source.trim()].filter(Boolean);
}
