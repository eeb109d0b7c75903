import type { InterfaceWords } from '../lib/content/schemas.ts';

/** The kinds of page that are found. */
export type Kind = 'article' | 'outcome' | 'glossary';

/** What search needs in one language beside the index: its words, and all pages in case the index is missing. */
export interface SearchFile {
  readonly words: InterfaceWords['search'];
  /** what each kind of page is called, in the order of the sections of results */
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly clouds: InterfaceWords['cloudsShort'];
  readonly pages: readonly { readonly title: string; readonly url: string; readonly kind: Kind }[];
}
