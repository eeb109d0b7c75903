import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadModule } from 'hunspell-asm';
import { locales, type Locale } from '../../config/locales.ts';
import type { ContentProblem } from './checks/problem.ts';
import type { Content } from './load.ts';
import { textsOf, type PlacedText } from './texts.ts';

/** The dictionary of each language, as LibreOffice has it. */
const DICTIONARIES: Readonly<Partial<Record<Locale, string>>> = { en: 'en-gb', es: 'es', ru: 'ru', 'pt-br': 'pt' };

/** The languages whose words are not looked up. */
export const unspelt: readonly Locale[] = locales.filter((locale) => DICTIONARIES[locale] === undefined);

const WORD = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu;
/** What is no word of a language: placeholders, addresses, files, codes with digits. */
const NO_WORDS = /\{\w+\}|(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?|\S*\d\S*/gu;

const resolve = createRequire(import.meta.url).resolve;
const FOLDER = join(import.meta.dirname, '../../content/spelling');

/** The words that the project adds to the dictionaries: `all.txt` for names in every language, and one list a locale. */
function ownWords(name: string): ReadonlySet<string> {
  const file = join(FOLDER, `${name}.txt`);
  if (!existsSync(file)) return new Set();
  return new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter(Boolean),
  );
}

/**
 * Looks up every word of every text in the dictionary of its language. An English word in a text of another language must
 * be a name or label that the project lists. A language without a dictionary has no such problem.
 * @returns a problem for each unknown word, with where it stands first
 */
export async function spellingProblems(content: Content): Promise<readonly ContentProblem[]> {
  const hunspell = await loadModule();
  const everywhere = ownWords('all');
  return locales.flatMap((locale) => {
    const name = DICTIONARIES[locale];
    if (name === undefined) return [];
    const base = join(dirname(resolve(`dictionary-${name}`)), 'index');
    const mount = (extension: string) => hunspell.mountBuffer(readFileSync(`${base}.${extension}`));
    const dictionary = hunspell.create(mount('aff'), mount('dic'));
    const own = ownWords(locale);
    const listed = (word: string) => everywhere.has(word) || own.has(word) || own.has(word.toLowerCase());
    const lookUp = (word: string): boolean =>
      word.length === 1 ||
      listed(word) ||
      dictionary.spell(word.replaceAll('’', "'")) ||
      dictionary.spell(word.toLowerCase()) ||
      (/[’'-]/.test(word) && word.split(/[’'-]/).every((part) => part === '' || lookUp(part)));
    const seen = new Map<string, boolean>();
    const known = (word: string): boolean => {
      const answer = seen.get(word) ?? lookUp(word);
      seen.set(word, answer);
      return answer;
    };
    const places = new Map<string, PlacedText[]>();
    for (const placed of textsOf(content, locale))
      for (const [word] of placed.text.replaceAll(NO_WORDS, ' ').matchAll(WORD))
        if (!known(word)) places.set(word, [...(places.get(word) ?? []), placed]);
    const problems = [...places].flatMap(([word, [first, ...others]]) => {
      if (first === undefined) return [];
      const elsewhere = others.length === 0 ? '' : `, and in ${others.length} more places`;
      const suggestions = dictionary.suggest(word).slice(0, 3).join(', ');
      return [
        {
          cause: `spelling: ${locale}`,
          file: first.file,
          message: `${first.at}: "${word}"${elsewhere} (known: ${suggestions || 'nothing like it'})`,
          remedy: `Correct it, or add it to src/content/spelling/${locale}.txt (a name: all.txt).`,
        },
      ];
    });
    dictionary.dispose();
    return problems;
  });
}
