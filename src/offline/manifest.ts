import type { Locale } from '../config/locales.ts';

/** A file whose content is known: what does not have this digest is another file. */
export interface Entry {
  readonly address: string;
  readonly digest: string;
}

/** What is saved of one language. */
export interface SavedLanguage {
  /** the line that stands on pages read from the copy, as HTML, and the words of its link */
  readonly notice: string;
  readonly again: string;
  /** data its pages ask for */
  readonly files: readonly Entry[];
  /** pack of all pages but those of the wizard behind its first question */
  readonly reading: Entry;
  /** pack of the questions and results */
  readonly wizard: Entry;
}

/** One build of the site, as the service worker knows it. */
export interface Manifest {
  /** names all of it: two builds that differ anywhere differ here */
  readonly build: string;
  /** the base of the site, with a slash at the end */
  readonly root: string;
  /** scripts and style sheets */
  readonly files: readonly Entry[];
  readonly languages: Readonly<Record<Locale, SavedLanguage>>;
}

/** How many characters of a SHA-256 tell contents apart: enough against accidents, which is what there is. */
export const DIGEST_LENGTH = 8;

/** Whether an address says which content it stands for, so that any copy of it is the right one. */
export const namesItsContent = ({ pathname, search }: URL, root: string): boolean =>
  pathname.startsWith(`${root}_astro/`) || /^\?v=[\da-f]{8}$/.test(search);
