import { articleConfig, articleSlugs, isArticle } from '../../../config/articles.ts';
import { locales } from '../../../config/locales.ts';
import { PAGES } from '../../../config/site.ts';
import { addressOf, parseAddress } from '../../../eligibility/address.ts';
import type { DecisionTree } from '../../../eligibility/compile.ts';
import { editionsDisagree } from '../facts.ts';
import type { Content } from '../load.ts';
import { difference, type Report } from './problem.ts';

/** The heading under which an article tells what is newer than the documented rule. */
const TODAY = 'today';

/** Checks the articles: all there in every locale, with the same headings, in the strict format, with links that hold. */
export function checkArticles(content: Content, tree: DecisionTree | undefined, report: Report): void {
  const { outcomes, facts, articles, wording, strayArticles } = content;
  for (const file of strayArticles)
    report(
      'article: unknown',
      `src/content/${file}`,
      'it belongs to no locale and article of the site',
      'Name it in src/config/articles.ts, or delete it.',
    );
  for (const slug of articleSlugs) {
    const english = articles.en.get(slug);
    for (const locale of locales) {
      const file = `src/content/articles/${locale}/${slug}.mdx`;
      const article = articles[locale].get(slug);
      if (article === undefined) {
        report(
          'article: missing',
          file,
          `the article "${slug}" does not exist in ${locale}`,
          'Write it in this locale too: every article exists in every locale.',
        );
        continue;
      }
      for (const problem of article.problems)
        report('article: format', file, problem, 'See CONTRIBUTING, "Add an article".');
      const ids = (sections: typeof article.sections) => sections.map(({ id }) => id).join(' ');
      if (english !== undefined && ids(article.sections) !== ids(english.sections))
        report(
          'article: headings differ',
          file,
          `its headings are ${ids(article.sections)}, in English ${ids(english.sections)}`,
          'Use the same heading ids in the same order in every locale.',
        );
      for (const href of article.links) {
        const problem = linkProblem(content, tree, slug, href);
        if (problem !== undefined)
          report(
            'article: link',
            file,
            `the link ${href} ${problem}`,
            'Link to a page or section of this locale that exists, relative to this page, ending in / or #id.',
          );
      }
      const told = [...article.facts, ...article.quotes.map(({ fact, section }) => ({ id: fact, section }))];
      for (const { id, section } of told)
        if (facts.has(id) && (facts.get(id)?.layer === 'newer') !== (section === TODAY))
          report(
            'article: today',
            file,
            `"${id}" stands ${section === TODAY ? 'under' : 'outside'} the heading "${TODAY}"`,
            'Newer facts stand under <h2 id="today">, and documented ones never do.',
          );
      for (const { fact } of article.quotes)
        if (!facts.has(fact))
          report(
            'article: unknown quote',
            file,
            `it quotes "${fact}", which is not in the ledger`,
            'Correct the id, or add the fact to the ledger.',
          );
      for (const term of article.terms)
        if (!Object.hasOwn(wording[locale].glossary.terms, term))
          report(
            'article: unknown term',
            file,
            `it explains "${term}", which is not in the glossary`,
            `Correct the id, or add the term to src/content/glossary/${locale}.json.`,
          );
      const stated = new Set(article.facts.map(({ id }) => id));
      for (const { fact } of article.disagreements)
        if (!stated.has(fact))
          report(
            'article: note without fact',
            file,
            `a note speaks of "${fact}", which is not stated here`,
            'Move the note to the article that states the fact.',
          );
      for (const id of stated)
        if (editionsDisagree(facts.get(id)) && !article.disagreements.some(({ fact }) => fact === id))
          report(
            'article: note missing',
            file,
            `editions disagree about "${id}", and no note says so`,
            `Add <Disagreement fact="${id}">...</Disagreement> below it.`,
          );
    }
    for (const outcome of articleConfig(slug).outcomes)
      if (!Object.hasOwn(outcomes, outcome))
        report('article: unknown outcome', 'src/config/articles.ts', `${slug} names "${outcome}"`, 'Correct the id.');
    const answer = strayAnswer(content, tree, articleConfig(slug).preset);
    if (answer !== undefined)
      report(
        'article: unknown answer',
        'src/config/articles.ts',
        `${slug} starts its wizard with "${answer}", which is no answer there`,
        'Correct the id in "preset".',
      );
  }
}

/** The first answer of a preset that the wizard does not offer there. Without a sound table it only has to exist. */
function strayAnswer(
  { table }: Content,
  tree: DecisionTree | undefined,
  preset: readonly string[],
): string | undefined {
  if (tree === undefined) return difference(preset, Object.values(table.questions).flat())[0];
  const place = parseAddress(tree, preset);
  return place.kind === 'broken' ? place.rest[0] : undefined;
}

/** What is wrong with a link in an article, or nothing. */
function linkProblem(content: Content, tree: DecisionTree | undefined, slug: string, href: string): string | undefined {
  if (/^[a-z]+:/i.test(href) || href.startsWith('/')) return 'leaves the locale';
  const target = new URL(href, `https://site/locale/${slug}/`);
  if (!target.pathname.endsWith('/')) return 'does not end in /';
  if (!target.pathname.startsWith('/locale/')) return 'leaves the locale';
  const below = target.pathname.split('/').filter(Boolean).slice(1);
  const fragment = target.hash.slice(1);
  const article = below.join('/');
  if (!isArticle(article)) {
    if (!isPage(content, tree, below)) return 'names a page that does not exist';
    const anchored =
      (below[0] === 'glossary' && Object.hasOwn(content.wording.en.glossary.terms, fragment)) ||
      (below[0] === 'changes' && content.newer.has(fragment));
    return fragment === '' || anchored ? undefined : 'names a section that does not exist';
  }
  const page = content.articles.en.get(article);
  const anchors = [...(page?.sections ?? []), ...(page?.facts ?? [])].map(({ id }) => id);
  return fragment === '' || anchors.includes(fragment) ? undefined : 'names a section that does not exist';
}

/** Whether a page other than an article exists below a locale. Without a sound table wizard addresses are taken on trust. */
function isPage({ outcomes }: Content, tree: DecisionTree | undefined, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (PAGES.some((page) => page === first)) return rest.length === 0;
  if (first === 'outcomes') return rest.length === 0 || (rest.length === 1 && Object.hasOwn(outcomes, rest[0] ?? ''));
  if (first !== 'wizard') return false;
  if (tree === undefined) return true;
  const place = parseAddress(tree, rest);
  return place.kind === 'page' && addressOf(place).length === rest.length;
}
