import type { Cloud } from '../config/articles.ts';
import type { InterfaceWords, SearchWords } from '../lib/content/schemas.ts';

/** The kinds of page that are found. */
export type Kind = 'article' | 'outcome' | 'glossary' | 'page';

/** A heading of a page that can be found. */
export interface EntrySection {
  readonly id: string;
  readonly title: string;
  /** what readers type for it */
  readonly keywords?: readonly string[] | undefined;
}

/** A page, or a term of the glossary, as quick search knows it. */
export interface Entry {
  /** address below the locale, with `#` and an id for a term */
  readonly path: string;
  readonly kind: Kind;
  readonly title: string;
  /** what it says, in a sentence: of an outcome the answer */
  readonly text: string;
  /** of an outcome: what must have been answered */
  readonly when?: readonly string[] | undefined;
  readonly clouds?: readonly Cloud[] | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly sections?: readonly EntrySection[] | undefined;
}

/** What search needs in one language beside the index of the full text. */
export interface SearchFile extends Pick<SearchWords, 'stop' | 'same'> {
  readonly words: InterfaceWords['search'];
  /** what each kind of page is called */
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly clouds: InterfaceWords['cloudsShort'];
  readonly entries: readonly Entry[];
  /** one form of each word of the texts, with its places: entries and their sections, counted in their order */
  readonly text: Readonly<Record<string, readonly number[]>>;
}

/** The words beside marks on a page that a search led to. */
export type FoundWords = Pick<InterfaceWords['search'], 'marked' | 'place' | 'next' | 'previous' | 'clear'>;
