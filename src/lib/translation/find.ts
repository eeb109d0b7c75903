import type { Unit } from './units.ts';

/** Where a piece of an unfinished text stands in a text that a reader sees. */
export interface Match {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  /** whether its text ends here: a text with markup or placeholders stands in several pieces */
  readonly last: boolean;
}

interface Fragment {
  readonly text: string;
  readonly unit: Unit;
  readonly last: boolean;
  /** the whole of its text, which then must be the whole of what is seen if it is a mere label */
  readonly whole: boolean;
}

/** What stands between the pieces of a text once it is rendered: tags, links, emphasis, placeholders, escaped letters. */
const BETWEEN = /<[^>]*>|\]\([^)\s]*\)|\[|\*\*|\{\w+\}|[&<>"'`_\\]/u;

/** Fewer letters than these could stand anywhere: such a piece counts only where it is all there is, or at an end. */
const SOUGHT = 8;
/** A label shorter than this is sought only where it is all there is: it could be part of any sentence. */
const SENTENCE = 20;

const letter = /[\p{L}\p{N}]/u;

const fragmentsOf = (unit: Unit): readonly Fragment[] => {
  const parts = unit.text
    .split('\n')
    .flatMap((line) => line.replace(/^- /, '').split(BETWEEN))
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part));
  return parts.map((text, index) => ({
    text,
    unit,
    last: index === parts.length - 1,
    whole: parts.length === 1 && text === unit.text.trim(),
  }));
};

/** Finds unfinished texts in what a reader sees. */
export interface Finder {
  /** the unfinished texts that stand in a text of a page, in their order, none within another */
  readonly matches: (seen: string) => readonly Match[];
  /** the unfinished sentence that states a fact */
  readonly fact: (id: string) => Unit | undefined;
}

/** Makes the finder of the unfinished texts of a locale. */
export function makeFinder(units: readonly Unit[]): Finder {
  const exact = new Map<string, Fragment>();
  const byStart = new Map<string, Fragment[]>();
  const atEnds: Fragment[] = [];
  const facts = new Map<string, Unit>();
  for (const unit of units) {
    const id = /^articles\/[^#]*#([^:]*)$/.exec(unit.key)?.[1];
    if (id !== undefined) facts.set(id, unit);
    for (const fragment of fragmentsOf(unit)) {
      const { text, whole } = fragment;
      if (!exact.has(text)) exact.set(text, fragment);
      if (text.length >= (whole ? SENTENCE : SOUGHT)) {
        const start = text.slice(0, SOUGHT);
        byStart.set(start, [...(byStart.get(start) ?? []), fragment]);
      } else if (!whole) atEnds.push(fragment);
    }
  }
  for (const list of byStart.values()) list.sort((one, other) => other.text.length - one.text.length);

  const matches = (seen: string): readonly Match[] => {
    const text = seen.trim();
    const from = seen.indexOf(text);
    const match = ({ unit, last, text: { length } }: Fragment, at: number): Match => ({
      unit,
      last,
      start: from + at,
      end: from + at + length,
    });
    const all = exact.get(text);
    if (all !== undefined) return [match(all, 0)];
    const ends = (at: number) => !letter.test(text[at] ?? ' ') || !letter.test(text[at - 1] ?? ' ');
    const found: Match[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!ends(at)) continue;
      const fragment = byStart
        .get(text.slice(at, at + SOUGHT))
        ?.find((one) => text.startsWith(one.text, at) && ends(at + one.text.length));
      if (fragment === undefined) continue;
      found.push(match(fragment, at));
      at += fragment.text.length - 1;
    }
    if (found.length > 0) return found;
    const start = atEnds.find((one) => text.startsWith(one.text) && ends(one.text.length));
    const end = atEnds.find((one) => text.endsWith(one.text) && ends(text.length - one.text.length));
    const first = start === undefined ? [] : [match(start, 0)];
    const second = end === undefined ? [] : [match(end, text.length - end.text.length)];
    return [...first, ...second.filter((one) => first.every((before) => before.end <= one.start))];
  };
  return { matches, fact: (id) => facts.get(id) };
}
