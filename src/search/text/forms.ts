import type { Locale } from '../../config/locales.ts';

/** A word ending that hides the beginning common to all forms of a word: what to cut, and what to put instead. */
interface Ending {
  readonly pattern: RegExp;
  readonly instead: string;
  /** how many letters a word needs at least, so that something is left of it */
  readonly from: number;
}

/**
 * What the search library's stemmers miss. Russian: it folds й to и before it stems, so endings with й stay on, and so
 * do those with a fleeting vowel. Portuguese: -ção and -ções, -são and -sões, -ão and -ões never meet.
 */
const ENDINGS: Readonly<Partial<Record<Locale, readonly Ending[]>>> = {
  ru: [
    { pattern: /(?:ый|ий|ой|ей|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ыми|ими)$/, instead: '', from: 6 },
    { pattern: /(?:ою|ок|ек)$/, instead: '', from: 6 },
  ],
  'pt-br': [
    { pattern: /(?:ção|ções|cao|coes)$/, instead: 'ç', from: 5 },
    { pattern: /(?:são|sões|sao|soes)$/, instead: 's', from: 5 },
    // Where too little would be left, as of ações, the plural is sought in the singular.
    { pattern: /ções$/, instead: 'ção', from: 5 },
    { pattern: /(?:ão|ões|ães|oes|aes)$/, instead: '', from: 5 },
  ],
};

/** Fewer letters than this begin too many words that have nothing to do with the one typed. */
const FEWEST = 3;

const withoutEnding = (word: string, endings: readonly Ending[]): string =>
  endings
    .filter(({ pattern, from }) => word.length >= from && pattern.test(word))
    .map(({ pattern, instead }) => word.replace(pattern, instead))
    .find((shorter) => shorter.length >= FEWEST) ?? word;

/** A word without the punctuation around it, which would hide its ending. */
const bare = (word: string): string =>
  word.replaceAll(/^[^\p{Letter}\p{Number}]+|[^\p{Letter}\p{Number}]+$/gu, '') || word;

/**
 * The queries to run for what a reader typed: the words as typed, then with the endings cut that the index would miss.
 * @param query any string
 * @returns one or two queries, the reader's own first; none for an empty query
 */
export function searchForms(query: string, locale: Locale): readonly string[] {
  // Brackets and the like mean nothing to the index, and some keep it from finding the word between them.
  const words = query
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s<>{}|\\^`~]+/)
    .filter(Boolean);
  if (words.length === 0) return [];
  const typed = words.join(' ');
  const shorter = words.map((word) => withoutEnding(bare(word), ENDINGS[locale] ?? []));
  const changed = shorter.some((word, index) => word !== bare(words[index] ?? ''));
  return changed ? [typed, shorter.join(' ')] : [typed];
}
