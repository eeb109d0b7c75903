import { checkTable, type Surroundings } from './check.ts';
import { UndecidedCase } from './compile.ts';
import { decided, difference, type Decided, type Difference } from './difference.ts';
import { besideFaults, goldenFaults, type GoldenBeside, type GoldenDecision } from './golden.ts';
import { isNotSure, type Condition, type DecisionTable, type Row } from './table.ts';

/** The ways a table is mutated, and why a mutant of this kind can leave every decision as it was. */
export const MUTANT_KINDS = {
  'cell: answer removed': 'no combination meets the rest of the row with this answer',
  'cell: answer added': 'no combination meets the rest of the row with this answer',
  'cell: condition dropped': 'every combination that meets the rest of the row meets this condition, too',
  'cell: condition added': 'every combination that the row decides gives this answer',
  'row: outcome replaced': 'no combination meets the row',
  'row: note removed': 'no combination meets the row',
  'row: note added': 'no combination meets the row',
  'row: notes swapped': 'no combination meets the row',
  'asked: answer removed': 'where the rule asks, another rule offers the same',
  'asked: answer added': 'where the rule asks, another rule offers the same',
  'asked: condition answer removed':
    'nobody comes to the rule with this answer, or nothing there depends on the question',
  'asked: condition answer added':
    'nobody comes to the rule with this answer, or nothing there depends on the question',
  'gates: gate removed': 'another entry shows the gate on the same results',
  'gates: outcome removed': 'other entries show the same gates on the results of this outcome',
  'gates: condition answer removed': 'other entries show the same gates there, or no result has this answer',
  'today: fact removed': 'another entry puts the fact beside the same results',
  'today: outcome removed': 'other entries put the same facts beside the results of this outcome',
  'today: condition answer removed': 'other entries put the same facts there, or no result has this answer',
} as const satisfies Record<string, string>;

/** A way a table is mutated. */
export type MutantKind = keyof typeof MUTANT_KINDS;

/** A table with one slip in it. */
export interface Mutant {
  readonly kind: MutantKind;
  /** the row, rule or entry */
  readonly at: string;
  /** what was done to it */
  readonly change: string;
  readonly table: DecisionTable;
}

/** A list with one item replaced. */
const replaced = <Item>(items: readonly Item[], index: number, item: Item): readonly Item[] => items.with(index, item);

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((each) => each !== id);

/** Each condition with one answer less, as "question -answer". */
const fewer = (when: Condition): readonly (readonly [change: string, when: Condition])[] =>
  Object.entries(when).flatMap(([question, answers]) =>
    answers.map((answer) => [`${question} -${answer}`, { ...when, [question]: without(answers, answer) }] as const),
  );

/** Each condition with one more answer of its question, as "question +answer". */
const more = ({ questions }: DecisionTable, when: Condition): readonly (readonly [change: string, when: Condition])[] =>
  Object.entries(when).flatMap(([question, answers]) =>
    (questions[question] ?? [])
      .filter((answer) => !answers.includes(answer))
      .map((answer) => [`${question} +${answer}`, { ...when, [question]: [...answers, answer] }] as const),
  );

/** The answers offered with one more, which does not come behind "not sure". */
const offering = (answers: readonly string[], answer: string): readonly string[] => {
  const notSure = isNotSure(answer) ? -1 : answers.findIndex(isNotSure);
  return answers.toSpliced(notSure < 0 ? answers.length : notSure, 0, answer);
};

type Slip<Part> = readonly [kind: MutantKind, change: string, part: Part];

function* rowSlips(table: DecisionTable, row: Row): Generator<Slip<Row>> {
  const { when, outcome, notes } = row;
  for (const [change, cells] of fewer(when)) yield ['cell: answer removed', change, { ...row, when: cells }];
  for (const [change, cells] of more(table, when)) yield ['cell: answer added', change, { ...row, when: cells }];
  for (const question of Object.keys(when)) {
    const cells = Object.fromEntries(Object.entries(when).filter(([id]) => id !== question));
    yield ['cell: condition dropped', question, { ...row, when: cells }];
  }
  for (const [question, answers] of Object.entries(table.questions))
    if (!(question in when))
      for (const answer of answers) {
        const cells = { ...when, [question]: [answer] };
        yield ['cell: condition added', `${question} ${answer}`, { ...row, when: cells }];
      }
  for (const other of new Set(table.rows.map((each) => each.outcome)))
    if (other !== outcome) yield ['row: outcome replaced', `${outcome} by ${other}`, { ...row, outcome: other }];
  for (const note of notes) yield ['row: note removed', note, { ...row, notes: without(notes, note) }];
  for (const note of Object.keys(table.notes))
    if (!notes.includes(note)) yield ['row: note added', note, { ...row, notes: [...notes, note] }];
  for (const [first, note] of notes.entries())
    for (const [offset, other] of notes.slice(first + 1).entries()) {
      const swapped = notes.with(first, other).with(first + 1 + offset, note);
      yield ['row: notes swapped', `${note}, ${other}`, { ...row, notes: swapped }];
    }
}

/** Every mutant of a table: each row, each rule that asks, each entry of gates and newer facts with one slip. */
export function* mutants(table: DecisionTable): Generator<Mutant> {
  for (const [index, row] of table.rows.entries())
    for (const [kind, change, slip] of rowSlips(table, row))
      yield { kind, at: row.row, change, table: { ...table, rows: replaced(table.rows, index, slip) } };

  for (const [index, rule] of table.asked.entries()) {
    const { question, when, answers } = rule;
    const absent = (table.questions[question] ?? []).filter((answer) => !answers.includes(answer));
    const slips: readonly Slip<typeof rule>[] = [
      ...answers.map((id) => ['asked: answer removed', `-${id}`, { ...rule, answers: without(answers, id) }] as const),
      ...absent.map((id) => ['asked: answer added', `+${id}`, { ...rule, answers: offering(answers, id) }] as const),
      ...fewer(when).map(
        ([change, cells]) => ['asked: condition answer removed', change, { ...rule, when: cells }] as const,
      ),
      ...more(table, when).map(
        ([change, cells]) => ['asked: condition answer added', change, { ...rule, when: cells }] as const,
      ),
    ];
    for (const [kind, change, slip] of slips)
      yield {
        kind,
        at: `asked ${index + 1}: ${question}`,
        change,
        table: { ...table, asked: replaced(table.asked, index, slip) },
      };
  }

  for (const [index, entry] of table.gatesShown.entries()) {
    const { outcomes, when, gates } = entry;
    const slips: readonly Slip<typeof entry>[] = [
      ...gates.map((id) => ['gates: gate removed', id, { ...entry, gates: without(gates, id) }] as const),
      ...outcomes.map((id) => ['gates: outcome removed', id, { ...entry, outcomes: without(outcomes, id) }] as const),
      ...fewer(when).map(
        ([change, cells]) => ['gates: condition answer removed', change, { ...entry, when: cells }] as const,
      ),
    ];
    for (const [kind, change, slip] of slips)
      yield {
        kind,
        at: `gatesShown ${index + 1}`,
        change,
        table: { ...table, gatesShown: replaced(table.gatesShown, index, slip) },
      };
  }

  for (const [index, entry] of table.today.entries()) {
    const { outcomes, when, facts } = entry;
    const slips: readonly Slip<typeof entry>[] = [
      ...facts.map((id) => ['today: fact removed', id, { ...entry, facts: without(facts, id) }] as const),
      ...outcomes.map((id) => ['today: outcome removed', id, { ...entry, outcomes: without(outcomes, id) }] as const),
      ...fewer(when).map(
        ([change, cells]) => ['today: condition answer removed', change, { ...entry, when: cells }] as const,
      ),
    ];
    for (const [kind, change, slip] of slips)
      yield {
        kind,
        at: `today ${index + 1}`,
        change,
        table: { ...table, today: replaced(table.today, index, slip) },
      };
  }
}

/** What stands between a slip and the reader: the checks with what they need, and the golden records. */
export interface Defence {
  readonly original: Decided;
  readonly surroundings: Surroundings;
  readonly golden: readonly GoldenDecision[];
  readonly beside: readonly GoldenBeside[];
}

/** What becomes of a mutant. */
export type Verdict =
  | { readonly caught: 'checks' | 'golden' }
  /** nothing catches it; the difference is empty where it decides and shows the same */
  | { readonly caught: undefined; readonly differs: Difference };

/**
 * Says what catches a mutant: the golden records, or else the checks. A table that does not compile is the checks' own
 * catch without running them: compiling stops at nothing but what they report as a gap, an overlap or a question without
 * answers.
 */
export function judge({ table }: Mutant, { original, surroundings, golden, beside }: Defence): Verdict {
  let mutated: Decided;
  try {
    mutated = decided(table);
  } catch (error) {
    if (error instanceof UndecidedCase) return { caught: 'checks' };
    throw error;
  }
  if (goldenFaults(golden, mutated.tree).length > 0) return { caught: 'golden' };
  if (besideFaults(beside, table, mutated.tree).length > 0) return { caught: 'golden' };
  if (checkTable(table, surroundings).length > 0) return { caught: 'checks' };
  return { caught: undefined, differs: difference(original, mutated) };
}

/** Where a difference shows first, as the addresses before and after; nothing where nothing moves. */
export function firstDifference({ moves, shifts, oneSided }: Difference): string | undefined {
  const [first] = [
    ...[...moves, ...shifts].flatMap(({ examples }) => examples),
    ...oneSided.flatMap(({ examples, question, answer }) => examples[0] ?? { before: question, after: answer }),
  ];
  if (first === undefined) return undefined;
  return [...new Set([first.before, first.after])].filter((address) => address !== undefined).join(' now ');
}
