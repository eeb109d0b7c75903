import type { Entry, EntrySection } from '../file.ts';
import type { Findable, Index, Phrase } from './index.ts';
import type { Query, Wanted } from './query.ts';
import { WEIGHTS } from './weights.ts';

/** A page found, with those of its sections that the query speaks of. */
export interface Ranked {
  readonly entry: Entry;
  readonly score: number;
  readonly sections: readonly EntrySection[];
  /** whether a section says what was looked for better than the page as a whole, so that it is best entered there */
  readonly atSection: boolean;
}

/** A unit of a query with what it is worth: rare ones more than those on every page. */
interface Part {
  readonly one: Wanted;
  readonly worth: number;
}

/** A phrase counts as just what was typed from this likeness on. */
const EQUAL = 0.95;
/** How much more of a query a section must have than the rest of its page for the page to be entered there. */
const FURTHER = 0.25;

const isOf21Vianet = ({ clouds = [] }: Entry) => clouds.length === 1 && clouds[0] === '21vianet';

/** How much a phrase of each kind counts beside the words of a page, and how much more if it is just what was typed. */
const phraseWeight = (kind: Phrase['kind'], like: number): number => {
  const { exact, exactName, exactTerm, exactKeyword, name, keyword, phrase } = WEIGHTS;
  const [part, more] = {
    title: [1, exact],
    term: [1, exactTerm],
    name: [name, exactName],
    keyword: [keyword, exactKeyword],
  }[kind];
  return phrase * like * (part ?? 1) + (like > EQUAL ? (more ?? 0) : 0);
};

/**
 * Finds the pages for a query, best first.
 * @param query as the site understands it
 */
export function rank({ wanted }: Pick<Query, 'wanted'>, index: Index): readonly Ranked[] {
  const { entries, pages, language } = index;
  const rarity = (term: string) => Math.log(1 + entries.length / (1 + (pages.get(term) ?? 0)));
  const parts = wanted.flatMap((one): Part[] => {
    const worth = Math.max(0, ...[...one.terms].map(([term, sure]) => (pages.has(term) ? sure * rarity(term) : 0)));
    return worth > 0 ? [{ one, worth }] : [];
  });
  const total = parts.reduce((sum, { worth }) => sum + worth, 0);
  if (total === 0) return [];

  const byTerm = new Map<string, Part>();
  for (const part of parts) for (const term of part.one.terms.keys()) byTerm.set(term, byTerm.get(term) ?? part);
  const of21Vianet = new Set(language.read('21Vianet').flatMap(({ terms }) => terms));
  const isNamed = [...byTerm.keys()].some((term) => of21Vianet.has(term));

  /** What it is worth that a page has a phrase, by how far the query says the same. */
  const phraseValue = ({ units, kind }: Phrase): number => {
    let said = 0;
    let whole = 0;
    let covered = 0;
    const meant = new Set<Part>();
    for (const { terms, literal } of units) {
      const value = Math.max(...terms.map(rarity));
      whole += value;
      const term = terms.find((one) => byTerm.has(one));
      const part = term === undefined ? undefined : byTerm.get(term);
      if (part === undefined) continue;
      const sure = Math.max(...terms.map((one) => part.one.terms.get(one) ?? 0));
      said += value * (literal === part.one.literal ? sure : Math.min(sure, WEIGHTS.same));
      if (!meant.has(part)) covered += part.worth * sure;
      meant.add(part);
    }
    return said === 0 ? 0 : phraseWeight(kind, (said / whole) ** WEIGHTS.unsaid * (covered / total));
  };

  const score = ({ terms, phrases }: Findable) => {
    let found = 0;
    let covered = 0;
    for (const { one, worth } of parts) {
      let here = 0;
      let surest = 0;
      for (const [term, sure] of one.terms) {
        const says = terms.get(term);
        if (says === undefined) continue;
        here = Math.max(here, sure * says);
        surest = Math.max(surest, sure);
      }
      found += worth * here;
      covered += worth * surest;
    }
    return {
      words: (found / total) * (covered / total) ** WEIGHTS.lacking,
      phrase: covered === 0 ? 0 : Math.max(0, ...phrases.map(phraseValue)),
      covered: covered / total,
    };
  };

  const coveredBy = (terms: ReadonlySet<string>) =>
    parts.reduce(
      (sum, { one, worth }) => sum + ([...one.terms.keys()].some((term) => terms.has(term)) ? worth : 0),
      0,
    ) / total;

  return entries
    .map(({ entry, own: apart, ...findable }): Ranked & { readonly covered: number } => {
      const own = score(findable);
      const sections =
        own.covered === 0 ? [] : findable.sections.map((one) => ({ ...score(one), section: one.section }));
      sections.sort((one, other) => other.words + other.phrase - one.words - one.phrase);
      const below = WEIGHTS.section * (sections[0]?.phrase ?? 0);
      const together = WEIGHTS.together * Math.max(0, ...sections.map(({ words }) => words));
      const place = !isOf21Vianet(entry) ? 1 : isNamed ? WEIGHTS.named : WEIGHTS.elsewhere;
      return {
        entry,
        score: (own.words + Math.max(own.phrase, below) + together) * WEIGHTS[entry.kind] * place,
        sections: sections.filter(({ covered }) => covered > 0).map(({ section }) => section),
        atSection: below > own.phrase || (sections[0]?.covered ?? 0) > coveredBy(apart) + FURTHER,
        covered: own.covered,
      };
    })
    .filter(({ covered }) => covered >= WEIGHTS.least)
    .sort((one, other) => other.score - one.score)
    .filter(({ score: own }, _, [best]) => own >= WEIGHTS.weakest * (best?.score ?? 0));
}
