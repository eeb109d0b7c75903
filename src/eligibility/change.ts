import { isQuestion, nextNode, stepsAlong, type Leaf, type Place, type TreeNode } from './tree.ts';

/** One answer replaced by another: where that leads, and what becomes of the answers given after it. */
export interface Change<Result extends Leaf> {
  readonly question: string;
  readonly from: string;
  readonly to: string;
  readonly place: Place<Result>;
  /** later answers that still apply */
  readonly keeps: readonly string[];
  /** later answers that no longer apply, because their question is not asked any more or does not offer them */
  readonly drops: readonly string[];
}

/**
 * Goes on from a page with answers given earlier, as long as a question asked has one of them among its answers.
 * Answers are recognised by their own id, which is unique over all questions.
 */
export function resume<Result extends Leaf>(start: Place<Result>, answers: readonly string[]): Place<Result> {
  let { node } = start;
  const path = [...start.path];
  while (isQuestion(node)) {
    const here = node;
    const answer = answers.find((id) => nextNode(here, id) !== undefined);
    const next = answer === undefined ? undefined : nextNode(here, answer);
    if (answer === undefined || next === undefined) break;
    path.push(answer);
    node = next;
  }
  return { path, node };
}

/**
 * Every single answer on a path replaced by each other answer of its question, in question order.
 * @param root the wizard from its first question
 * @param path the answers given
 */
export function changes<Result extends Leaf>(root: TreeNode<Result>, path: readonly string[]): Change<Result>[] {
  return stepsAlong(root, path).flatMap(({ question, answer, at, before }) => {
    const later = path.slice(before.length + 1);
    return Object.entries(at.next)
      .filter(([to]) => to !== answer)
      .map(([to, node]) => {
        const place = resume({ path: [...before, to], node }, later);
        const kept = new Set(place.path);
        return {
          question,
          from: answer,
          to,
          place,
          keeps: later.filter((id) => kept.has(id)),
          drops: later.filter((id) => !kept.has(id)),
        };
      });
  });
}
