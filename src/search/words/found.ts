import type { Stemmer } from './stem.ts';
import { tokens } from './tokens.ts';

/** A place in a text, from and to. */
export type Place = readonly [from: number, to: number];

/**
 * The places in a text where a word stands, in whatever form, that was looked for.
 * @param text any text
 * @param words what was looked for
 * @param stem the stemmer of the language
 */
export function placesOf(text: string, words: string, stem: Stemmer): readonly Place[] {
  const wanted = new Set(
    tokens(words).flatMap(({ form, whole }) => [stem(form), ...(whole === undefined ? [] : [stem(whole)])]),
  );
  return tokens(text)
    .filter(({ form }) => wanted.has(stem(form)))
    .map(({ at, typed }) => [at, at + typed.length]);
}
