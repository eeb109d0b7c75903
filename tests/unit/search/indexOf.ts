import type { Locale } from '../../../src/config/locales.ts';
import { searchFile } from '../../../src/lib/search/file.ts';
import { site } from '../../../src/lib/site.ts';
import { makeIndex, type Index } from '../../../src/search/quick/index.ts';
import { makeLanguage } from '../../../src/search/words/language.ts';
import { loadStemmer } from '../../../src/search/words/stem.ts';

/** What quick search looks at in a language, made from the content as it is. */
export async function indexOf(locale: Locale): Promise<Index> {
  const file = await searchFile(site(), locale);
  return makeIndex(file, makeLanguage(file, await loadStemmer(locale)));
}
