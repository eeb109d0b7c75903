import { isLocale, type Locale } from '../config/locales.ts';
import { fetchFile } from '../lib/fetchFile.ts';
import type { SearchFile } from './file.ts';
import { find, type Answer } from './find.ts';
import { makeIndex } from './quick/index.ts';
import { openFullText, type FullText } from './text/pagefind.ts';
import { makeLanguage } from './words/language.ts';
import { loadStemmer } from './words/stem.ts';

/** Search in the language of a page. */
export interface Session {
  readonly locale: Locale;
  /** the address of the locale */
  readonly base: string;
  readonly file: SearchFile;
  /** answers at once, from titles, headings, search words and the words of all texts */
  readonly find: (query: string, exact?: boolean) => Answer;
  /** loads the full text, once; none where its index is missing */
  readonly fullText: () => Promise<FullText | undefined>;
}

let session: Promise<Session> | undefined;

/**
 * Loads what search needs in the language of the page, once. After a failure the next call tries again.
 * @param form the search form of the page, which says where everything lies
 * @throws when the file of the language or its stemmer cannot be fetched
 */
export const openSession = (form: HTMLFormElement): Promise<Session> => {
  session ??= load(form).catch((error: unknown) => {
    session = undefined;
    throw error;
  });
  return session;
};

async function load(form: HTMLFormElement): Promise<Session> {
  const { locale: wanted, base = '/', file: address = '', search: folder = '/pagefind/' } = form.dataset;
  const locale = isLocale(wanted) ? wanted : 'en';
  const [file, stem] = await Promise.all([
    fetchFile(address)
      .then((answer) => answer.json())
      .then((read: SearchFile) => read),
    loadStemmer(locale),
  ]);
  const index = makeIndex(file, makeLanguage(file, stem));
  let fullText: Promise<FullText | undefined> | undefined;
  return {
    locale,
    base,
    file,
    find: (query, exact) => find(query, index, base, exact),
    fullText: () => (fullText ??= openFullText(folder, base, locale).catch(() => undefined)),
  };
}
