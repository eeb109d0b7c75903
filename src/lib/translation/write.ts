import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { articleSlugs } from '../../config/articles.ts';
import type { Locale } from '../../config/locales.ts';
import { rewriteArticle, rewriteValue, TranslationError, type Visit } from './pieces.ts';
import { skippedIn, wordingFile, wordingKey, wordingNames, type WordingName } from './units.ts';

/** A file with the texts that are to stand in it. */
interface Written {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a text where a file has none, under the objects that lead there. */
function put(value: unknown, [key = '', ...rest]: readonly string[], text: string): unknown {
  const own = isObject(value) ? value : {};
  return { ...own, [key]: rest.length === 0 ? text : put(own[key], rest, text) };
}

const read = (file: string): string => readFileSync(file, 'utf8');

/**
 * The files of a locale as they will be with these texts in their places, those that change.
 * @param texts by key; one that its file does not have is added where the file is JSON
 * @throws {TranslationError} for a text that has no place, or prose divided otherwise; nothing has been written then
 */
export function filesWith(locale: Locale, texts: ReadonlyMap<string, string>): readonly Written[] {
  const left = new Map(texts);
  const files: Written[] = [];
  const place =
    (keyOf: (name: string) => string): Visit =>
    (name, text) => {
      const key = keyOf(name);
      const given = left.get(key) ?? text;
      left.delete(key);
      return given;
    };
  for (const name of wordingNames) {
    const file = wordingFile(locale, name);
    const before = read(file);
    let value = rewriteValue(
      JSON.parse(before),
      place((at) => wordingKey(name, at)),
      skippedIn(name),
    );
    for (const [key, text] of left) {
      const at = wordingPath(name, key);
      if (at === undefined) continue;
      value = put(value, at, text);
      left.delete(key);
    }
    files.push({ file, before, after: `${JSON.stringify(value, null, 2)}\n` });
  }
  for (const slug of articleSlugs) {
    const file = `src/content/articles/${locale}/${slug}.mdx`;
    if (!existsSync(file)) continue;
    const before = read(file);
    const after = rewriteArticle(
      before,
      place((name) => `articles/${slug}${name}`),
    );
    files.push({ file, before, after });
  }
  const [homeless] = left.keys();
  if (homeless !== undefined)
    throw new TranslationError(`"${homeless}" has no place in ${locale}: write it into its file by hand`);
  return files.filter(({ before, after }) => before !== after);
}

/** The keys that lead to a text in a file of wording, or nothing when the key belongs elsewhere. */
function wordingPath(name: WordingName, key: string): readonly string[] | undefined {
  const [first = '', ...rest] = key.split('.');
  if (name === 'glossary') return first === 'glossary' ? ['terms', ...rest] : undefined;
  if (name === 'questions') return first === 'questions' || first === 'answers' ? [first, ...rest] : undefined;
  return first === name ? rest : undefined;
}

/**
 * Writes texts into the files of a locale; files without one of them stay as they are.
 * @throws {TranslationError} as `filesWith`, before anything is written
 */
export function writeTexts(locale: Locale, texts: ReadonlyMap<string, string>): readonly string[] {
  if (texts.size === 0) return [];
  const files = filesWith(locale, texts);
  for (const { file, after } of files) writeFileSync(file, after);
  return files.map(({ file }) => file);
}
