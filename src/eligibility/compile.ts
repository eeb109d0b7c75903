import { type Answers, type Decision, type DecisionTable, type Row, offered } from './table.ts';
import { isQuestion, type TreeNode } from './tree.ts';

/** The compiled wizard, from its first question. */
export type DecisionTree = TreeNode<Decision>;

/** A combination of answers that no row, or more than one, decides. */
export class UndecidedCase extends Error {
  override name = 'UndecidedCase';

  constructor(answers: Answers, rows: readonly string[]) {
    const address = Object.values(answers).join('/');
    super(rows.length === 0 ? `no row decides ${address}` : `rows ${rows.join(', ')} all decide ${address}`);
  }
}

const decisionOf = ({ outcome, notes, facts }: Row): Decision => ({ outcome, notes, facts });

/**
 * Compiles a decision table to the tree of pages a reader walks: the questions in the table's order, but a question only
 * where its answers can still change outcome, notes or facts. The order of the rows does not matter.
 * @throws {UndecidedCase} for the first combination that no row, or more than one, decides
 */
export function compile(table: DecisionTable): DecisionTree {
  // Two pages are the same when they ask or decide the same; each distinct one gets a number, so comparing is cheap.
  const numbers = new Map<string, number>();
  const numberOf = new Map<DecisionTree, number>();
  const remember = (node: DecisionTree): DecisionTree => {
    const signature = isQuestion(node)
      ? JSON.stringify([node.question, Object.entries(node.next).map(([answer, next]) => [answer, numberOf.get(next)])])
      : JSON.stringify([node.outcome, node.notes, node.facts]);
    const number = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, number);
    numberOf.set(node, number);
    return node;
  };

  const page = (answers: Answers, from: number, rows: readonly Row[]): DecisionTree => {
    const question = table.order[from];
    if (question === undefined) {
      const [row, ...others] = rows;
      if (row === undefined || others.length > 0)
        throw new UndecidedCase(
          answers,
          rows.map(({ row: id }) => id),
        );
      return remember(decisionOf(row));
    }
    const choices = offered(table, question, answers);
    if (choices === undefined)
      return page(
        answers,
        from + 1,
        rows.filter(({ when }) => !(question in when)),
      );
    const next = choices.map((answer) => {
      const open = rows.filter(({ when }) => when[question]?.includes(answer) ?? true);
      return [answer, page({ ...answers, [question]: answer }, from + 1, open)] as const;
    });
    const [first] = next;
    if (first === undefined) throw new UndecidedCase(answers, []);
    const same = next.every(([, node]) => numberOf.get(node) === numberOf.get(first[1]));
    return same ? first[1] : remember({ question, next: Object.fromEntries(next) });
  };

  return page({}, 0, table.rows);
}
