import type { SearchWords } from '../../lib/content/schemas.ts';
import type { Stemmer } from './stem.ts';
import { fold } from './fold.ts';
import { tokens, type Token } from './tokens.ts';

/** One thing a text speaks of: a word, or words that have a meaning together. */
export interface Unit {
  readonly tokens: readonly Token[];
  /** under which it is found: stems of a word, the group of words with one meaning */
  readonly terms: readonly string[];
  /** the stem of its words written together, which tells the very words from others of the same meaning */
  readonly literal: string;
  /** whether it means nothing in a query */
  readonly stop: boolean;
}

/** Reads texts and queries of one language alike, so that they meet. */
export interface Language {
  readonly stem: Stemmer;
  /** the units of a text in its order */
  readonly read: (text: string) => readonly Unit[];
  /** the words that mean the same as a term, the site's own first */
  readonly sameAs: (term: string) => readonly string[];
}

interface Phrase {
  readonly stems: readonly string[];
  /** none for words that mean nothing in a query */
  readonly group?: string;
}

/**
 * Makes the reader of a language.
 * @param words what readers of this language type
 * @param stem its stemmer
 */
export function makeLanguage({ stop, same }: Pick<SearchWords, 'stop' | 'same'>, stem: Stemmer): Language {
  const meaningless = new Set(stop.map(fold));
  const byFirst = new Map<string, Phrase[]>();
  const add = (text: string, group?: string) => {
    const stems = tokens(text).map(({ form }) => stem(form));
    const [first = ''] = stems;
    byFirst.set(first, [...(byFirst.get(first) ?? []), group === undefined ? { stems } : { stems, group }]);
  };
  for (const [index, members] of same.entries()) for (const member of members) add(member, `=${index}`);
  for (const text of stop) if (text.includes(' ')) add(text);

  const phrasesAt = (stems: readonly string[], at: number): readonly Phrase[] => {
    const fit = (byFirst.get(stems[at] ?? '') ?? []).filter((phrase) =>
      phrase.stems.every((one, index) => one === stems[at + index]),
    );
    const longest = Math.max(0, ...fit.map((phrase) => phrase.stems.length));
    return fit.filter((phrase) => phrase.stems.length === longest);
  };

  const read = (text: string): readonly Unit[] => {
    const words = tokens(text);
    const stems = words.map(({ form }) => stem(form));
    const units: Unit[] = [];
    for (let at = 0; at < words.length;) {
      const phrases = phrasesAt(stems, at);
      const length = phrases[0]?.stems.length ?? 1;
      const taken = words.slice(at, at + length);
      const [{ form, whole } = { form: '', whole: undefined }] = taken;
      const own = length === 1 ? [stem(form), ...(whole === undefined ? [] : [stem(whole)])] : [];
      units.push({
        tokens: taken,
        literal: stem(taken.map((word) => word.form).join('')),
        terms: [...new Set([...own, ...phrases.flatMap(({ group = [] }) => group)])],
        stop:
          length === 1 && phrases.length === 0
            ? meaningless.has(form)
            : phrases.every(({ group }) => group === undefined),
      });
      at += length;
    }
    return units;
  };

  return { stem, read, sameAs: (term) => (term.startsWith('=') ? (same[Number(term.slice(1))] ?? []) : []) };
}
