import type { Unit } from '../units.ts';
import { codeProblems } from './codes.ts';
import type { ReadUnit } from './read.ts';

/** What comes of texts that a translator sends back. */
export interface Taken {
  /** the texts to write, by key: those that differ from what stands in the files */
  readonly texts: ReadonlyMap<string, string>;
  /** the keys of texts that are now written from the English of today */
  readonly done: readonly string[];
  /** what keeps texts from being taken, each with the unit and what to do; then none may be */
  readonly problems: readonly string[];
}

const DONE: ReadonlySet<string> = new Set(['translated', 'reviewed', 'final']);

/** What keeps one text from being taken. */
function problemsOf(unit: Unit, { source }: ReadUnit, target: string): readonly string[] {
  if (source !== unit.source)
    return [`its English has changed since the export, to "${unit.source}": export again, then translate that`];
  if (target.trim() === '') return ['its target is empty: translate it, or take the target away'];
  const lines = (text: string) => text.split('\n').length;
  const expected = lines(unit.text === '' ? unit.source : unit.text);
  const isProse = unit.file.endsWith('.mdx');
  return [
    ...(lines(target) !== expected && (isProse || expected === 1)
      ? [`it has ${lines(target)} lines and must have ${expected}: divide it like the text it replaces`]
      : []),
    ...codeProblems(target, unit.text, unit.source).map((problem) => `${problem}: keep the inline codes`),
  ];
}

/**
 * Says what to do with the texts of an XLIFF file. A text is taken when it differs from the one that stands there, or when its
 * state says that somebody has dealt with it; all others are left alone.
 * @param units every text of the locale as it is now
 */
export function takeUnits(units: readonly Unit[], read: readonly ReadUnit[]): Taken {
  const known = new Map(units.map((unit) => [unit.key, unit]));
  const texts = new Map<string, string>();
  const done: string[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const given of read) {
    const { key, target, state } = given;
    const unit = known.get(key);
    if (seen.has(key)) problems.push(`${key}: it comes twice: keep one`);
    seen.add(key);
    if (unit === undefined) problems.push(`${key}: there is no such text (any more): take the unit away`);
    if (unit === undefined || target === undefined || (target === unit.text && !DONE.has(state))) continue;
    const own = problemsOf(unit, given, target);
    problems.push(...own.map((problem) => `${key}: ${problem}`));
    if (own.length > 0) continue;
    if (target !== unit.text) texts.set(key, target);
    done.push(key);
  }
  return { texts, done, problems };
}
