/** The least that is known of a result: which outcome it is. */
export interface Leaf {
  readonly outcome: string;
}

/** A question with the page that each of its answers leads to, in the order in which the answers are offered. */
export interface QuestionNode<Result extends Leaf> {
  readonly question: string;
  readonly next: Readonly<Record<string, TreeNode<Result>>>;
}

/** One page of the wizard: a question or a result. */
export type TreeNode<Result extends Leaf> = QuestionNode<Result> | Result;

/** A page of the wizard together with the answers that lead to it, which are its address. */
export interface Place<Result extends Leaf> {
  readonly path: readonly string[];
  readonly node: TreeNode<Result>;
}

/** Whether a page of the wizard asks a question (and is not a result). */
export const isQuestion = <Result extends Leaf>(node: TreeNode<Result>): node is QuestionNode<Result> => 'next' in node;

/** The page an answer leads to, or nothing when it is no answer of this question. Safe for any string. */
export const nextNode = <Result extends Leaf>(
  node: QuestionNode<Result>,
  answer: string,
): TreeNode<Result> | undefined => (Object.hasOwn(node.next, answer) ? node.next[answer] : undefined);

/** Every page of the wizard, each before those behind it. */
export function* places<Result extends Leaf>(
  node: TreeNode<Result>,
  path: readonly string[] = [],
): Generator<Place<Result>> {
  yield { path, node };
  if (!isQuestion(node)) return;
  for (const [answer, next] of Object.entries(node.next)) yield* places(next, [...path, answer]);
}

/** Every result at or behind a page, with its address. */
export function* results<Result extends Leaf>(
  node: TreeNode<Result>,
  path: readonly string[] = [],
): Generator<{ readonly path: readonly string[]; readonly node: Result }> {
  for (const place of places(node, path)) if (!isQuestion(place.node)) yield { path: place.path, node: place.node };
}

/** One answer on the way to a page: the question, the answer chosen, and the page on which it was asked. */
export interface Step<Result extends Leaf> {
  readonly question: string;
  readonly answer: string;
  readonly at: QuestionNode<Result>;
  readonly before: readonly string[];
}

/** The answers along a path, with the questions they answer. It stops at the first that leads nowhere. */
export function stepsAlong<Result extends Leaf>(root: TreeNode<Result>, path: readonly string[]): Step<Result>[] {
  const steps: Step<Result>[] = [];
  let node = root;
  for (const [index, answer] of path.entries()) {
    const next = isQuestion(node) ? nextNode(node, answer) : undefined;
    if (!isQuestion(node) || next === undefined) break;
    steps.push({ question: node.question, answer, at: node, before: path.slice(0, index) });
    node = next;
  }
  return steps;
}

/**
 * How many questions a reader answers before a result.
 * @returns the most, and the number that the largest share of results needs (the smaller one on a tie)
 */
export function questionCounts<Result extends Leaf>(root: TreeNode<Result>): { max: number; usual: number } {
  const counts = new Map<number, number>();
  for (const { path } of results(root)) counts.set(path.length, (counts.get(path.length) ?? 0) + 1);
  const lengths = [...counts.keys()].sort((a, b) => a - b);
  const usual = lengths.reduce((best, n) => ((counts.get(n) ?? 0) > (counts.get(best) ?? 0) ? n : best), 0);
  return { max: lengths.at(-1) ?? 0, usual };
}
