import { fold } from '../words/fold.ts';
import { inRussianLayout, nearest } from '../words/near.ts';
import type { Token } from '../words/tokens.ts';
import type { Language, Unit } from '../words/language.ts';
import { WEIGHTS } from './weights.ts';
import type { Index } from './index.ts';

/** A unit of a query as the site understands it. */
export interface Wanted {
  /** as it was typed, or as it was corrected */
  readonly typed: string;
  readonly literal: string;
  /** under which it is found, each with how surely it is meant */
  readonly terms: ReadonlyMap<string, number>;
}

/** A query as the site understands it. */
export interface Query {
  readonly wanted: readonly Wanted[];
  /** words nobody knows */
  readonly unknown: readonly string[];
  /** the query with mistyped words put right, if there were any */
  readonly corrected?: string;
}

/** A beginning of a word inside a query needs more letters than the word being typed. */
const FEWEST = { alone: 2, last: 3, inner: 5 } as const;

/** What a unit is found under. Of a name that is several words each may stand alone. */
const termsOf = ({ terms, tokens }: Unit, { stem }: Language): readonly (readonly [string, number])[] => [
  ...(tokens.length > 1 ? tokens.map(({ form }) => [stem(form), WEIGHTS.part] as const) : []),
  ...terms.map((term) => [term, term.startsWith('=') && tokens.length === 1 ? WEIGHTS.same : 1] as const),
];

const typedOf = (parts: readonly Token[]): string => parts.map(({ typed }) => typed).join(' ');

/**
 * Understands a query: words of no meaning left out, neighbours joined that the site writes as one word, the word being
 * typed completed, mistyped words put right.
 * @param text what the reader typed
 * @param exact leaves mistyped words as they are
 */
export function understand(text: string, index: Index, exact = false): Query {
  const { language, forms, pages } = index;
  const units = language.read(text);
  const meant = units.filter(({ stop }) => !stop);
  // Of nothing but words without meaning, the one being typed may be the beginning of another.
  const words = meant.length > 0 ? meant : units.slice(-1);
  const complete = /[\s\p{P}]$/u.test(text);
  const inIndex = (term: string) => pages.has(term);

  const beginning = (form: string, fewest: number): readonly (readonly [string, number])[] =>
    form.length < fewest
      ? []
      : [...forms].filter(([known]) => known.startsWith(form)).map(([, stem]) => [stem, WEIGHTS.beginning]);

  const joined = (at: number): Wanted | undefined => {
    const [one, other] = [words[at]?.tokens, words[at + 1]?.tokens];
    if (one?.length !== 1 || other?.length !== 1) return undefined;
    const form = `${one[0]?.form ?? ''}${other[0]?.form ?? ''}`;
    const stem = language.stem(form);
    if (!forms.has(form) && !(form.length > 6 && inIndex(stem))) return undefined;
    return { typed: typedOf([...one, ...other]), literal: stem, terms: new Map([[stem, 1]]) };
  };

  const known = (unit: Unit, last: boolean): Wanted | undefined => {
    const own = termsOf(unit, language).filter(([term]) => inIndex(term));
    const [{ form } = { form: '' }] = unit.tokens;
    const begun = unit.tokens.length > 1 || (own.length > 0 && !last);
    const fewest = !last ? FEWEST.inner : words.length === 1 ? FEWEST.alone : FEWEST.last;
    const terms = new Map([...(begun ? [] : beginning(form, fewest)), ...own]);
    return terms.size > 0 ? { typed: typedOf(unit.tokens), literal: unit.literal, terms } : undefined;
  };

  let wanted: Wanted[] = [];
  const unknown: Unit[] = [];
  for (let at = 0; at < words.length; at++) {
    const unit = words[at];
    if (unit === undefined) continue;
    const compound = joined(at);
    const found = compound ?? known(unit, at === words.length - 1 && !complete);
    if (found === undefined) unknown.push(unit);
    else wanted.push(found);
    if (compound !== undefined) at++;
  }

  const changes = new Map(
    (exact ? [] : unknown).flatMap(({ tokens: [token] }) => {
      const right = token === undefined ? undefined : corrected(token, forms);
      return token === undefined || right === undefined ? [] : [[token.typed, right] as const];
    }),
  );
  const isStarted = (unit: Unit) => !complete && unit === words.at(-1) && typedOf(unit.tokens).length < FEWEST.last;
  const strange = unknown.filter((unit) => !isStarted(unit)).length;
  if (isAboutElse(wanted, strange)) wanted = [];

  // Where nothing but guesses is left and not even all words can be guessed, the query is about something else.
  if (changes.size === 0 || (wanted.length === 0 && changes.size < unknown.length))
    return { wanted, unknown: unknown.map(({ tokens }) => typedOf(tokens)) };
  const right = text.normalize('NFC').replaceAll(/[\p{L}\p{N}\p{M}]+/gu, (word) => changes.get(word) ?? word);
  return { ...understand(right, index, true), corrected: right };
}

/** Whether a query is about something else: most of its words are strange. */
const isAboutElse = (wanted: readonly Wanted[], strange: number): boolean =>
  strange > wanted.reduce((sum, { typed }) => sum + typed.split(' ').length, 0);

/** What a word nobody knows was meant to be. */
function corrected({ form, typed }: Token, forms: Index['forms']): string | undefined {
  const inRussian = fold(inRussianLayout(typed));
  return forms.has(inRussian) ? inRussian : nearest(form, forms.keys());
}
