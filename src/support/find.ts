/** A text in the letters that a search compares: lower case, without accents. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '');

/**
 * Whether a text has every word of a query in it, whatever their order, case and accents.
 * @param text folded already
 */
export const matches = (text: string, query: string): boolean =>
  folded(query)
    .split(/\s/)
    .every((word) => text.includes(word));
