/** A word without accents and case, as the index folds it. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{Mark}\p{Punctuation}\p{Symbol}]/gu, '');

/**
 * Whether a match is worth showing. For a word it does not know the index falls back to any word that is a beginning of
 * it, so that on a small site *elegible* finds every *el*: such a match shares too little with what was typed.
 * @param matched the words of the page that were matched
 * @param typed the words of the query
 * @returns true when some matched word shares its first four letters (or the whole of a shorter query word) with a query word
 */
export const isMeant = (matched: readonly string[], typed: readonly string[]): boolean => {
  const beginnings = typed.map((word) => fold(word).slice(0, 4)).filter((beginning) => beginning !== '');
  return matched.map(fold).some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
};
