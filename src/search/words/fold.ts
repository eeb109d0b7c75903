/** Marks on letters, but not the breve of й, which is a letter of its own. */
const ACCENT = /(?<!и)\p{Mark}|(?<=и)(?!\u0306)\p{Mark}/gu;

/**
 * A text in the letters that a search compares: lower case, without accents, ё as е, without apostrophes.
 * @param text any text
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(ACCENT, '')
    .normalize('NFC')
    .replaceAll(/['’ʼ`´]/g, '');
