import type { InterfaceWords } from '../lib/content/schemas.ts';

/** What search needs in one language beside the index: its words, and all pages in case the index is missing. */
export interface SearchFile {
  readonly words: InterfaceWords['search'];
  readonly clouds: InterfaceWords['cloudsShort'];
  readonly pages: readonly { readonly title: string; readonly url: string; readonly kind: 'article' | 'outcome' }[];
}
