import {
  combinations,
  holds,
  isNotSure,
  matchingRows,
  type Answers,
  type Condition,
  type DecisionTable,
} from './table.ts';

/** What can be wrong with a decision table, and what a maintainer does about it. */
const REMEDIES = {
  gap: 'Add a row for this case, or widen the conditions of the row that should decide it.',
  overlap: 'Narrow the conditions until exactly one row matches.',
  'unused-row': 'Delete the row, or correct its conditions: no combination of answers meets them.',
  'unused-answer': 'Offer the answer in a rule under "asked", or delete it from its question.',
  'unused-outcome': 'Give a row this outcome, or delete it from outcomes.json and from the wording of every locale.',
  'unused-note': 'Name the note in a row, or delete it from notes.json and from the wording of every locale.',
  'unused-gate': 'Show the gate in an entry of "gatesShown" that some result meets, or delete it.',
  'unused-entry': 'Delete the entry, or correct its outcomes and conditions: no result meets them.',
  'no-fact': 'Name the facts of the ledger on which this rests.',
  'unknown-fact': 'Correct the id, or add the fact to the ledger (src/content/facts/facts.json).',
  'unknown-question': 'Correct the id, or add the question to "questions" and "order".',
  'unknown-answer': 'Correct the id, or add the answer to its question.',
  'unknown-outcome': 'Correct the id, or describe the outcome in outcomes.json.',
  'unknown-note': 'Correct the id, or add the note to notes.json with the facts behind it.',
  'unknown-gate': 'Correct the id, or add the gate with the facts behind it.',
  duplicate: 'Keep one: ids are unique over all questions, answers and outcomes, and nothing is listed twice.',
  order: 'List every question once in "order", and let conditions name only questions asked earlier.',
  'bad-id': 'Use lower-case ASCII letters, digits and hyphens, with a letter among them: ids stand in addresses.',
  'not-sure-last': 'Offer the "not sure" answer (an id ending in -unknown) last.',
} as const satisfies Record<string, string>;

/** The kinds of problem `checkTable` reports. */
export type ProblemKind = keyof typeof REMEDIES;

/** One thing wrong with the table, for the maintainer who has to mend it. */
export interface Problem {
  readonly kind: ProblemKind;
  /** the row, rule or id concerned */
  readonly at: string;
  readonly message: string;
  readonly remedy: string;
}

/** What lies outside the table and is needed to check it. */
export interface Surroundings {
  /** ids of the outcomes described in outcomes.json */
  readonly outcomes: ReadonlySet<string>;
  /** ids of the facts in the ledger */
  readonly facts: ReadonlySet<string>;
}

// A number alone would be moved to the front wherever ids are keys of an object, and an inherited name is always a key.
const ID = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const isGoodId = (id: string): boolean => ID.test(id) && !Object.hasOwn(Object.prototype, id);

const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];

const describe = (answers: Answers): string => Object.values(answers).join('/') || '(no answers)';

/**
 * Every problem of a decision table: cases without exactly one row, anything never used, anything cited that does not
 * exist, doubled or badly formed ids. An empty list means that `compile` will not throw.
 */
export function checkTable(table: DecisionTable, { outcomes, facts }: Surroundings): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (kind: ProblemKind, at: string, message: string) =>
    problems.push({ kind, at, message, remedy: REMEDIES[kind] });

  const questions = Object.keys(table.questions);
  const answersOf = (question: string): readonly string[] =>
    Object.hasOwn(table.questions, question) ? (table.questions[question] ?? []) : [];

  // Ids and order
  const allIds = [...questions, ...questions.flatMap((question) => answersOf(question)), ...outcomes];
  for (const id of allIds) if (!isGoodId(id)) report('bad-id', id, `"${id}" cannot stand in an address`);
  for (const id of repeated(allIds)) report('duplicate', id, `"${id}" names two questions, answers or outcomes`);
  for (const id of repeated(table.rows.map(({ row }) => row))) report('duplicate', id, `two rows are called "${id}"`);
  for (const question of questions) {
    const times = table.order.filter((id) => id === question).length;
    if (times !== 1) report('order', question, `"${question}" stands ${times} times in "order"`);
  }
  for (const id of table.order) if (!questions.includes(id)) report('unknown-question', id, `"order" names "${id}"`);

  const checkCondition = (at: string, when: Condition, before?: string) => {
    for (const [question, answers] of Object.entries(when)) {
      if (!questions.includes(question)) {
        report('unknown-question', at, `its condition names "${question}"`);
        continue;
      }
      if (before !== undefined && table.order.indexOf(question) >= table.order.indexOf(before))
        report('order', at, `its condition names "${question}", which is not asked before "${before}"`);
      if (answers.length === 0) report('unknown-answer', at, `its condition on "${question}" lists no answer`);
      for (const id of answers)
        if (!answersOf(question).includes(id)) report('unknown-answer', at, `"${id}" is no answer of "${question}"`);
      for (const id of repeated(answers)) report('duplicate', at, `its condition lists "${id}" twice`);
    }
  };
  const checkFacts = (at: string, cited: readonly string[]) => {
    for (const id of cited) if (!facts.has(id)) report('unknown-fact', at, `it cites "${id}"`);
    for (const id of repeated(cited)) report('duplicate', at, `it cites "${id}" twice`);
  };

  // When questions are asked
  for (const rule of table.asked) {
    const at = `asked: ${rule.question}`;
    if (!questions.includes(rule.question)) {
      report('unknown-question', at, `a rule asks "${rule.question}"`);
      continue;
    }
    checkCondition(at, rule.when, rule.question);
    for (const id of rule.answers)
      if (!answersOf(rule.question).includes(id)) report('unknown-answer', at, `it offers "${id}"`);
    for (const id of repeated(rule.answers)) report('duplicate', at, `it offers "${id}" twice`);
    if (rule.answers.length === 0) report('unknown-answer', at, 'it offers no answer');
    const notSure = rule.answers.findIndex(isNotSure);
    if (notSure >= 0 && notSure < rule.answers.length - 1)
      report('not-sure-last', at, `"${rule.answers[notSure] ?? ''}" is not the last answer`);
  }
  // Rows, notes, gates, today
  for (const { row, when, outcome, notes, facts: cited } of table.rows) {
    checkCondition(row, when);
    if (!outcomes.has(outcome)) report('unknown-outcome', row, `it leads to "${outcome}"`);
    for (const id of notes) if (!Object.hasOwn(table.notes, id)) report('unknown-note', row, `it names "${id}"`);
    for (const id of repeated(notes)) report('duplicate', row, `it names "${id}" twice`);
    if (cited.length === 0) report('no-fact', row, 'it cites no fact');
    checkFacts(row, cited);
  }
  const notesUsed = new Set(table.rows.flatMap(({ notes }) => notes));
  for (const [id, cited] of Object.entries(table.notes)) {
    if (!notesUsed.has(id)) report('unused-note', id, `no row names the note "${id}"`);
    checkFacts(`note ${id}`, cited);
  }
  for (const [id, { facts: cited }] of Object.entries(table.gates)) {
    if (cited.length === 0) report('no-fact', `gate ${id}`, 'it cites no fact');
    checkFacts(`gate ${id}`, cited);
  }
  const outcomesUsed = new Set(table.rows.map(({ outcome }) => outcome));
  for (const id of outcomes) if (!outcomesUsed.has(id)) report('unused-outcome', id, `no row leads to "${id}"`);
  const entries = [
    ...table.gatesShown.map((entry, index) => ({ ...entry, at: `gatesShown ${index + 1}` })),
    ...table.today.map((entry, index) => ({ ...entry, gates: [], at: `today ${index + 1}` })),
  ];
  for (const { at, outcomes: named, when, gates } of entries) {
    checkCondition(at, when);
    for (const id of named) if (!outcomes.has(id)) report('unknown-outcome', at, `it names "${id}"`);
    for (const id of gates) if (!Object.hasOwn(table.gates, id)) report('unknown-gate', at, `it shows "${id}"`);
    for (const id of [...repeated(named), ...repeated(gates)]) report('duplicate', at, `it lists "${id}" twice`);
  }
  for (const { facts: cited, when } of table.today) {
    if (cited.length === 0) report('no-fact', 'today', `an entry for ${JSON.stringify(when)} cites no fact`);
    checkFacts('today', cited);
  }

  // Every case: exactly one rule asks each question, exactly one row decides
  const answersMet = new Set<string>();
  const rowsMet = new Set<string>();
  const entriesMet = new Set<string>();
  const gatesMet = new Set<string>();
  const asking = new Set<string>();
  for (const answers of combinations(table)) {
    for (const answer of Object.values(answers)) answersMet.add(answer);
    for (const question of table.order) {
      const earlier = Object.fromEntries(
        table.order.slice(0, table.order.indexOf(question)).flatMap((id) => {
          const answer = answers[id];
          return answer === undefined ? [] : [[id, answer]];
        }),
      );
      const rules = table.asked.filter((rule) => rule.question === question && holds(rule.when, earlier));
      if (rules.length > 1) asking.add(`${question} after ${describe(earlier)}`);
    }
    const rows = matchingRows(table, answers);
    const [row] = rows;
    for (const { row: id } of rows) rowsMet.add(id);
    if (row === undefined) report('gap', describe(answers), 'no row matches these answers');
    else if (rows.length > 1)
      report('overlap', describe(answers), `rows ${rows.map(({ row: id }) => id).join(', ')} match these answers`);
    else
      for (const { at, outcomes: named, when, gates } of entries) {
        if ((named.length > 0 && !named.includes(row.outcome)) || !holds(when, answers)) continue;
        entriesMet.add(at);
        for (const gate of gates) gatesMet.add(gate);
      }
  }
  for (const question of questions)
    for (const id of answersOf(question))
      if (!answersMet.has(id)) report('unused-answer', id, `"${id}" of "${question}" is never offered`);
  for (const at of asking) report('duplicate', `asked: ${at}`, 'two rules ask this question there');
  for (const { row } of table.rows)
    if (!rowsMet.has(row)) report('unused-row', row, 'no combination of answers meets its conditions');
  // Where a case is not decided, what would show on its result cannot be known.
  if (problems.some(({ kind }) => kind === 'gap' || kind === 'overlap')) return problems;
  for (const { at } of entries) if (!entriesMet.has(at)) report('unused-entry', at, 'no result meets it');
  for (const id of Object.keys(table.gates))
    if (!gatesMet.has(id)) report('unused-gate', id, `the gate "${id}" never shows`);

  return problems;
}
