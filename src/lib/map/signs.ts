import type { OutcomeDescription } from '../content/schemas.ts';

/** What a sign of the map stands for: a question, or a kind of outcome. */
export type SignName = 'question' | OutcomeDescription['kind'];

/**
 * The signs of the map as paths in a square of 20, drawn as lines: they differ in shape, so colour is not needed to tell
 * them apart.
 */
export const SIGNS: Readonly<Record<SignName, string>> = {
  // a question mark
  question: 'M6.5 7.2a3.5 3.5 0 1 1 5.2 3.1c-1.2.7-1.7 1.3-1.7 2.5M10 16.4v.1',
  // an arrow: go this way
  path: 'M3 10h13M11 5l5 5-5 5',
  // a tick
  done: 'M3.5 10.5l4.5 4.5L16.5 5.5',
  // a cross
  stop: 'M4.5 4.5l11 11M15.5 4.5l-11 11',
  // a road that forks and ends
  open: 'M10 2.5l7.5 7.5-7.5 7.5L2.5 10z',
  // three dots: something is missing
  ask: 'M3.5 10h.1M10 10h.1M16.5 10h.1',
};

/** The names of the signs. */
export const signNames: readonly SignName[] = Object.keys(SIGNS).filter((name): name is SignName => name in SIGNS);

/** Dots drawn as lines need a broader one. */
export const strokeOf = (sign: SignName): number => (sign === 'ask' ? 3.4 : 2);
