import { isLocale, type Locale } from '../config/locales.ts';
import type { SearchFile } from './file.ts';
import { openSearch, type Search } from './pagefind.ts';

/** Search as far as it could be loaded: without an index there are still the words and the list of pages. */
export interface Session {
  readonly locale: Locale;
  readonly file: SearchFile;
  readonly search: Search | undefined;
}

let session: Promise<Session> | undefined;

/**
 * Loads words and index of the page's language, once.
 * @param form the search form of the page, which says where they lie
 */
export const openSession = (form: HTMLFormElement): Promise<Session> => (session ??= load(form));

async function load(form: HTMLFormElement): Promise<Session> {
  const { locale, base = '/', search: folder = '/pagefind/' } = form.dataset;
  const language = isLocale(locale) ? locale : 'en';
  const [file, search] = await Promise.all([
    fetch(`${base}search.json`)
      .then((response) => response.json())
      .then((words: SearchFile) => words),
    openSearch(folder, language).catch(() => undefined),
  ]);
  return { locale: language, file, search };
}
