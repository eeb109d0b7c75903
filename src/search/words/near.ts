/** Words shorter than this have too many neighbours for a guess. */
const FEWEST = 4;

/**
 * Whether one word becomes the other when one letter is put in, left out or exchanged, or two neighbours change places.
 * @param one a folded word
 * @param other another
 */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let at = 0;
  while (one[at] === other[at]) at++;
  const rest = (word: string, from: number) => word.slice(from);
  return (
    rest(one, at + 1) === rest(other, at + 1) ||
    rest(one, at + 1) === rest(other, at) ||
    rest(one, at) === rest(other, at + 1) ||
    (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, at + 2) === rest(other, at + 2))
  );
}

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/**
 * A word typed with the English layout by somebody who meant Russian.
 * @param typed as it was typed, in any case
 */
export const inRussianLayout = (typed: string): string =>
  typed.toLowerCase().replaceAll(/./gu, (key) => RUSSIAN[LATIN.indexOf(key)] ?? key);

/**
 * The known word that an unknown one was meant to be.
 * @param word folded
 * @param known folded words, those preferred first
 * @returns undefined where none is one letter away
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length < FEWEST) return undefined;
  let best: string | undefined;
  for (const candidate of known) {
    if (candidate.length < FEWEST || !isNear(word, candidate)) continue;
    // Who mistypes mostly gets the first letter right.
    if (candidate.startsWith(word.charAt(0))) return candidate;
    best ??= candidate;
  }
  return best;
}
