import type { Surroundings } from '../../src/eligibility/check.ts';
import type { AskedRule, Condition, DecisionTable, Row } from '../../src/eligibility/table.ts';

/** How large a generated table is, and whom its questions are asked. */
export interface TableSize {
  readonly questions: number;
  readonly rows: number;
  /** `some`: a question is asked where a row tells its answers apart, as in our table; `all`: every reader is asked every question */
  readonly asks: 'some' | 'all';
}

const OUTCOMES = 40;
const FACTS = 200;
const WIDEST = 5;

/** Numbers from 0 up to a limit, the same in every run. */
function dice(): (limit: number) => number {
  let seed = 20_161_202;
  return (limit) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
}

/** A part of a list in consecutive groups, none of them empty. */
const groupsOf = <Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] =>
  Array.from({ length: count }, (_, index) =>
    items.slice(Math.floor((index * items.length) / count), Math.floor(((index + 1) * items.length) / count)),
  );

/**
 * A sound decision table of a given size, the same in every run. It grows as a tree whose leaves become the rows: one path
 * goes through all questions, the others end anywhere.
 * @throws {RangeError} when so many questions cannot tell so many rows apart
 */
export function makeTable({ questions: length, rows: wanted, asks }: TableSize): {
  table: DecisionTable;
  surroundings: Surroundings;
} {
  const roll = dice();
  const order = Array.from({ length }, (_, index) => `question-${index + 1}`);
  // Asked of everybody, a question with more answers would multiply the cases beyond what any table of this size has.
  const widths = order.map(() => (asks === 'all' ? 2 : 3 + roll(WIDEST - 2)));
  const answersOf = (place: number) =>
    Array.from({ length: widths[place] ?? 0 }, (_, index) => `answer-${place + 1}-${index + 1}`);
  const asked: AskedRule[] = [];
  const leaves: { readonly when: Condition; readonly from: number }[] = [{ when: {}, from: 0 }];
  for (let grown = 0; leaves.length < wanted; grown++) {
    const open = leaves.flatMap(({ from }, index) => (from < length ? [index] : []));
    // The first leaf of each round is the deepest: it goes on until it has met every question.
    const index = grown < length ? 0 : open[roll(open.length)];
    const leaf = index === undefined ? undefined : leaves[index];
    if (index === undefined || leaf === undefined)
      throw new RangeError(`${length} questions cannot tell ${wanted} rows apart`);
    const { when, from } = leaf;
    const question = order[from] ?? '';
    const answers = answersOf(from);
    const count = Math.min(2 + roll(answers.length - 1), wanted - leaves.length + 1);
    const behind = groupsOf(answers, count).map((group) => ({ when: { ...when, [question]: group }, from: from + 1 }));
    leaves.splice(index, 1, ...behind);
    if (asks === 'some') asked.push({ question, when, answers });
  }
  if (asks === 'all')
    for (const [place, question] of order.entries()) asked.push({ question, when: {}, answers: answersOf(place) });
  const rows = leaves.map(({ when }, index): Row => ({
    row: `row-${index + 1}`,
    when,
    outcome: `outcome-${index % OUTCOMES}`,
    notes: index % 3 === 0 ? [`note-${index % 12}`] : [],
    facts: [`fact-${index % FACTS}`, `fact-${(index * 7 + 1) % FACTS}`].filter((id, at, all) => all.indexOf(id) === at),
  }));
  const table: DecisionTable = {
    questions: Object.fromEntries(order.map((question, place) => [question, answersOf(place)])),
    order,
    asked,
    rows,
    notes: Object.fromEntries(rows.flatMap(({ notes }) => notes).map((note) => [note, ['fact-0']])),
    gates: { ready: { asks: 'Is all ready?', facts: ['fact-0'] } },
    gatesShown: [{ outcomes: [], when: {}, gates: ['ready'] }],
    today: [{ outcomes: [], when: { 'question-1': answersOf(0).slice(0, 1) }, facts: ['fact-1'] }],
  };
  return {
    table,
    surroundings: {
      outcomes: new Set(rows.map(({ outcome }) => outcome)),
      facts: new Set(Array.from({ length: FACTS }, (_, index) => `fact-${index}`)),
    },
  };
}
