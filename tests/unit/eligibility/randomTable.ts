import fc, { type Arbitrary, type GeneratorValue } from 'fast-check';
import type { Surroundings } from '../../../src/eligibility/check.ts';
import type { Answers, AskedRule, Condition, Decision, DecisionTable, Row } from '../../../src/eligibility/table.ts';

/** A sound table with what its author meant: the decision of every combination of answers, from the tree it was made of. */
export interface RandomTable {
  readonly table: DecisionTable;
  readonly surroundings: Surroundings;
  readonly cases: readonly { readonly answers: Answers; readonly decision: Decision }[];
  /** one row for each leaf of the tree, before cells were split and rows shuffled: they mean the same */
  readonly unsplit: readonly Row[];
}

/** The tree a table is made of. Answers that share a branch share a cell of the table. */
type Grown =
  | { readonly decision: Decision }
  | {
      readonly question: string;
      readonly branches: readonly { readonly answers: readonly string[]; readonly node: Grown }[];
    };

type Cells = Omit<Row, 'row'>;

const number = (min: number, max: number) => fc.integer({ min, max });
const permutation = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length });
const FACTS = ['seed.one', 'seed.two', 'linked.three', 'newer.four'];

/** The item at a place counted round and round, so that any number picks one. */
export function pick<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new RangeError('there is nothing to pick from');
  return item;
}

/** Whether a condition holds; told anew here, so that the generator does not rest on the code under test. */
const meets = (answers: Answers, when: Condition): boolean =>
  Object.entries(when).every(([question, allowed]) => allowed.includes(answers[question] ?? ''));

/** Draws a table: two to five questions of two to four answers, the rules that ask them, a tree, and its rows. */
function draw(gen: GeneratorValue): RandomTable {
  const chance = (percent: number) => gen(number, 1, 100) <= percent;
  const among = <Item>(items: readonly Item[]): Item => pick(items, gen(number, 0, items.length - 1));
  const shuffled = <Item>(items: readonly Item[]) => gen(permutation, items.length).map((index) => pick(items, index));
  /** Two parts of a list in its order, neither of them empty if the list has two items or more. */
  const parted = <Item>(items: readonly Item[]): readonly [Item[], Item[]] => {
    const chosen = new Set(gen(permutation, items.length).slice(0, gen(number, 1, Math.max(1, items.length - 1))));
    return [items.filter((_, index) => chosen.has(index)), items.filter((_, index) => !chosen.has(index))];
  };

  const order = Array.from({ length: gen(number, 2, 5) }, (_, index) => `q${index + 1}`);
  const questions: Record<string, readonly string[]> = {};
  const asked: AskedRule[] = [];
  for (const [index, question] of order.entries()) {
    const answers = Array.from({ length: gen(number, 2, 4) }, (_, place) => `${question}-a${place + 1}`);
    if (chance(30)) answers.splice(-1, 1, `${question}-unknown`);
    questions[question] = answers;
    if (index === 0 || chance(40)) {
      asked.push({ question, when: {}, answers });
      continue;
    }
    const earlier = among(order.slice(0, index));
    const [yes, no] = parted(questions[earlier] ?? []);
    if (chance(60)) {
      asked.push({ question, when: { [earlier]: yes }, answers });
      continue;
    }
    // Two rules that offer different answers, but between them all
    const [some, rest] = parted(answers);
    asked.push({ question, when: { [earlier]: yes }, answers: some });
    asked.push({
      question,
      when: { [earlier]: parted(no)[0] },
      answers: answers.filter((id) => rest.includes(id) || chance(50)),
    });
  }
  const choicesOf = (question: string, answers: Answers) =>
    asked.find((rule) => rule.question === question && meets(answers, rule.when))?.answers;

  // Few decisions, so that different answers often lead to the same and questions turn out not to matter
  const decisions = Array.from({ length: gen(number, 2, 6) }, (): Decision => ({
    outcome: `path-${gen(number, 1, 4)}`,
    notes: ['note-1', 'note-2', 'note-3'].filter(() => chance(30)),
    facts: parted(FACTS)[0],
  }));

  /** Answers may share a branch if no later rule tells them apart. */
  const grouped = (question: string, choices: readonly string[]) => {
    const groups = new Map<string, string[]>();
    for (const answer of choices) {
      const told = asked.map(({ when }) => when[question]?.includes(answer) ?? true);
      const key = `${told.join()} ${gen(number, 1, 2)}`;
      groups.set(key, [...(groups.get(key) ?? []), answer]);
    }
    return [...groups.values()];
  };
  const grow = (from: number, answers: Answers): Grown => {
    const question = order[from];
    if (question === undefined || (from > 0 && chance(15))) return { decision: among(decisions) };
    const choices = choicesOf(question, answers);
    if (choices === undefined) return grow(from + 1, answers);
    const branches = grouped(question, choices).map((group) => ({
      answers: group,
      node: grow(from + 1, { ...answers, [question]: pick(group, 0) }),
    }));
    return { question, branches };
  };
  const tree = grow(0, {});

  const every = (from: number, answers: Answers): Answers[] => {
    const question = order[from];
    if (question === undefined) return [answers];
    return (choicesOf(question, answers) ?? [undefined]).flatMap((answer) =>
      every(from + 1, answer === undefined ? answers : { ...answers, [question]: answer }),
    );
  };
  const meant = (node: Grown, answers: Answers): Decision => {
    if ('decision' in node) return node.decision;
    const branch = node.branches.find((each) => each.answers.includes(answers[node.question] ?? ''));
    if (branch === undefined) throw new Error(`the tree has no branch for ${JSON.stringify(answers)}`);
    return meant(branch.node, answers);
  };
  const cases = every(0, {}).map((answers) => ({ answers, decision: meant(tree, answers) }));

  // The rows: one a leaf, then cells split, rows specialised by a question they do not name, and all of it shuffled
  const flatten = (node: Grown, when: Condition): Cells[] =>
    'decision' in node
      ? [{ when, ...node.decision }]
      : node.branches.flatMap((branch) => flatten(branch.node, { ...when, [node.question]: branch.answers }));
  const split = (row: Cells): Cells[] => {
    const wide = Object.entries(row.when).filter(([, answers]) => answers.length > 1);
    if (wide.length === 0 || chance(50)) return [row];
    const [question, answers] = among(wide);
    return parted(answers).flatMap((part) => split({ ...row, when: { ...row.when, [question]: part } }));
  };
  const specialise = (row: Cells): Cells[] => {
    const met = cases.filter(({ answers }) => meets(answers, row.when));
    const open = order.filter((id) => !(id in row.when) && met.every(({ answers }) => id in answers));
    if (open.length === 0 || chance(60)) return [row];
    const question = among(open);
    const given = [...new Set(met.flatMap(({ answers }) => answers[question] ?? []))];
    return given.map((answer) => ({ ...row, when: { ...row.when, [question]: [answer] } }));
  };
  const named = (rows: readonly Cells[]): Row[] => rows.map((row, index) => ({ row: `r${index + 1}`, ...row }));
  const leaves = flatten(tree, {});
  const rows = shuffled(named(leaves.flatMap(split).flatMap(specialise)));

  const some = among(cases);
  const here = { outcomes: [some.decision.outcome], when: { q1: [some.answers['q1'] ?? ''] } };
  const table: DecisionTable = {
    questions,
    order,
    asked: shuffled(asked),
    rows,
    notes: Object.fromEntries(rows.flatMap(({ notes }) => notes).map((id) => [id, [among(FACTS)]])),
    gates: { everywhere: { asks: 'Ready?', facts: [among(FACTS)] }, here: { asks: 'Here?', facts: [among(FACTS)] } },
    gatesShown: [
      { outcomes: [], when: {}, gates: ['everywhere'] },
      { ...here, gates: ['here'] },
    ],
    today: [{ ...here, facts: [among(FACTS)] }],
  };
  const outcomes = new Set(rows.map(({ outcome }) => outcome));
  return { table, surroundings: { outcomes, facts: new Set(FACTS) }, cases, unsplit: named(leaves) };
}

/** Sound tables of every shape, with what they mean. */
export const randomTable: Arbitrary<RandomTable> = fc.gen().map(draw);
