import type { Condition, DecisionTable, Row } from './table.ts';

/** Stands for the answer to a question that is not asked. */
export const NOT_ASKED = 'not-asked';

/** Stands for the outcome of answers that cannot occur together. */
export const IMPOSSIBLE = 'impossible';

/** Answers that one row decides. */
export interface DecidedBox {
  readonly when: Condition;
  readonly row: Row;
}

/** Answers that cannot occur together. */
export interface ImpossibleBox {
  readonly when: Condition;
  /** the first question whose answer cannot stand after those before it */
  readonly question: string;
  /** what that question offers there; nothing if it is not asked */
  readonly offered: readonly string[];
}

/** A part of the space of all answers: every point that meets its condition. */
export type Box = DecidedBox | ImpossibleBox;

/** The values a question can have: its answers in the order of the table, then `not-asked`. */
export const valuesOf = ({ questions }: DecisionTable, question: string): readonly string[] => [
  ...(questions[question] ?? []),
  NOT_ASKED,
];

/** The points of a part that meet a condition, and the others in disjoint parts. */
function split(part: Condition, when: Condition): { met: readonly Condition[]; unmet: readonly Condition[] } {
  const unmet: Condition[] = [];
  let met = part;
  for (const [question, allowed] of Object.entries(when)) {
    const values = met[question] ?? [];
    const others = values.filter((value) => !allowed.includes(value));
    if (others.length > 0) unmet.push({ ...met, [question]: others });
    if (others.length === values.length) return { met: [], unmet };
    met = { ...met, [question]: values.filter((value) => allowed.includes(value)) };
  }
  return { met: [met], unmet };
}

/** The same points in fewer parts: those that differ in one question only become one. */
function joined(parts: readonly Condition[], space: Condition): readonly Condition[] {
  let fewer = parts;
  for (const [question, values] of Object.entries(space)) {
    const alike = Map.groupBy(fewer, (part) => JSON.stringify({ ...part, [question]: [] }));
    fewer = [...alike.values()].map((group) => ({
      ...group[0],
      [question]: values.filter((value) => group.some((part) => part[question]?.includes(value) === true)),
    }));
  }
  return fewer;
}

/** Cuts parts up by what a question offers in them: nothing where no rule asks it. */
function byOffer(
  { asked }: DecisionTable,
  question: string,
  parts: readonly Condition[],
): readonly { offered: readonly string[]; parts: readonly Condition[] }[] {
  const offers = new Map<string, { offered: readonly string[]; parts: readonly Condition[] }>();
  let rest = parts;
  for (const { when, answers } of asked.filter((rule) => rule.question === question)) {
    const key = JSON.stringify(answers);
    const pieces = rest.map((part) => split(part, when));
    const found = pieces.flatMap(({ met }) => met);
    offers.set(key, { offered: answers, parts: [...(offers.get(key)?.parts ?? []), ...found] });
    rest = pieces.flatMap(({ unmet }) => unmet);
  }
  return [...offers.values(), { offered: [], parts: rest }];
}

/**
 * The decision table over the space of all answers, in which every question has one of its answers or `not-asked`. Every
 * point lies in exactly one box. Rows come in the order of the table, a row that needs several boxes with all of them;
 * then what cannot occur, in the order of the questions. A box does not name a question of which any value will do.
 * @param table a sound table, one that `compile` accepts; of another, boxes may overlap or miss a point
 */
export function boxesOf(table: DecisionTable): readonly Box[] {
  const space: Condition = Object.fromEntries(table.order.map((question) => [question, valuesOf(table, question)]));
  const short = (part: Condition): Condition =>
    Object.fromEntries(Object.entries(part).filter(([question, values]) => values.length !== space[question]?.length));

  const impossible: ImpossibleBox[] = [];
  let possible: readonly Condition[] = [space];
  for (const question of table.order) {
    const next: Condition[] = [];
    for (const { offered, parts } of byOffer(table, question, possible))
      for (const part of joined(parts, space)) {
        const { met, unmet } = split(part, { [question]: offered.length > 0 ? offered : [NOT_ASKED] });
        next.push(...met);
        impossible.push(...unmet.map((cut) => ({ when: short(cut), question, offered })));
      }
    possible = joined(next, space);
  }
  const decided = table.rows.flatMap((row) => {
    const parts = possible.flatMap((part) => split(part, row.when).met);
    return joined(parts, space).map((part) => ({ when: short(part), row }));
  });
  return [...decided, ...impossible];
}
