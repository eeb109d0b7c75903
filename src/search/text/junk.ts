/** A word without accents and case, as the index folds it. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{Mark}\p{Punctuation}\p{Symbol}]/gu, '');

/** How many leading letters a match must share with a word typed: the first four, or nearly the whole of a short word. */
const needed = (typed: string): number => (typed.length <= 3 ? typed.length : typed.length <= 5 ? 3 : 4);

/**
 * Whether a match is worth showing. For a word it does not know the index falls back to any word that is a beginning of
 * it, so that on a small site *elegible* finds every *el*: such a match shares too little with what was typed.
 * @param matched the words of the page that were matched, compounds whole
 * @param typed the words of the query
 * @returns true when some matched word, or part of one, shares its beginning with a query word
 */
export const isMeant = (matched: readonly string[], typed: readonly string[]): boolean => {
  const beginnings = typed.map(fold).flatMap((word) => (word === '' ? [] : [word.slice(0, needed(word))]));
  const parts = matched.flatMap((word) => [word, ...word.split(/[^\p{Letter}\p{Number}\p{Mark}]+/u)]).map(fold);
  return parts.some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
};
