import type { Cloud } from '../config/articles.ts';
import type { Kind } from './file.ts';
import type { Index } from './quick/index.ts';
import { understand, type Query } from './quick/query.ts';
import { rank, type Ranked } from './quick/rank.ts';
import { pieces, type Piece } from './words/mark.ts';

/** A section of a page found. */
export interface FoundSection {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** A page found, ready to be shown. */
export interface Found {
  /** address below the locale, without the section */
  readonly path: string;
  /** where it is best entered */
  readonly url: string;
  readonly title: string;
  /** the section at which it is entered */
  readonly at: string | undefined;
  readonly kind: Kind;
  readonly clouds: readonly Cloud[];
  readonly text: readonly Piece[];
  readonly when: readonly string[];
  readonly sections: readonly FoundSection[];
}

/** What quick search answers. */
export interface Answer {
  readonly query: Query;
  readonly pages: readonly Found[];
  /** words to mark where the reader goes from here */
  readonly words: readonly string[];
  /** the words of the query that mean something, for the full text */
  readonly asked: string;
  /** marks in a text what the query speaks of */
  readonly mark: (text: string) => readonly Piece[];
}

/** How many words are marked at most on the page a result leads to. */
const MOST_WORDS = 12;
/** On how many pages a word may stand to be worth a mark. */
const COMMON = 0.4;
/** Longer queries are cut: nobody asks more. */
const LONGEST = 300;

/** The address of a page, section or term. */
export function addressOf(base: string, path: string, section?: string): string {
  const [page = '', id = section] = path.split('#');
  return `${base}${page}/${id === undefined ? '' : `#${id}`}`;
}

/** A query as it is searched for: on one line, without space around it, not endless. */
export const trimmed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);

/** The words of a query worth marking, then the site's own words for them. Those on nearly every page say nothing. */
function toMark({ wanted }: Query, { pages, entries, language }: Index): readonly string[] {
  const isCommon = ({ terms }: Query['wanted'][number]) =>
    [...terms.keys()].some((term) => (pages.get(term) ?? 0) > entries.length * COMMON);
  const telling = wanted.some((one) => !isCommon(one)) ? wanted.filter((one) => !isCommon(one)) : wanted;
  const same = telling.flatMap(({ terms }) => [...terms.keys()].flatMap((term) => language.sameAs(term).slice(0, 1)));
  const words = new Map<string, string>();
  for (const word of [...telling.map(({ typed }) => typed), ...same]) {
    const [unit] = language.read(word);
    if (unit !== undefined && !words.has(unit.literal)) words.set(unit.literal, word);
  }
  return [...words.values()].slice(0, MOST_WORDS);
}

/**
 * Searches titles, headings, search words, answers and the words of all texts.
 * @param text what was typed
 * @param base the address of the locale
 * @param exact leaves mistyped words as they are
 */
export function find(text: string, index: Index, base: string, exact = false): Answer {
  const query = understand(text, index, exact);
  const terms = new Set(query.wanted.flatMap(({ terms }) => [...terms.keys()]));
  const mark = (passage: string) => pieces(passage, terms, index.language);
  const shown = ({ entry, sections, atSection }: Ranked): Found => {
    const { clouds = [], when = [] } = entry;
    const below = sections.map(({ id, title }) => ({ id, title, url: addressOf(base, entry.path, id) }));
    const [at] = atSection ? below : [];
    return {
      path: entry.path,
      url: at?.url ?? addressOf(base, entry.path),
      title: entry.title,
      at: at?.title,
      kind: entry.kind,
      clouds,
      text: mark(entry.text),
      when,
      sections: below,
    };
  };
  return {
    query,
    pages: rank(query, index).map(shown),
    words: toMark(query, index),
    asked: query.wanted
      .flatMap(({ typed }) => typed.split(' '))
      .filter((word) => index.language.read(word).some(({ stop }) => !stop))
      .join(' '),
    mark,
  };
}
