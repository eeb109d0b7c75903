import { isDeepStrictEqual } from 'node:util';
import type { DecisionTree } from '../../eligibility/compile.ts';
import type { Decision } from '../../eligibility/table.ts';
import { isQuestion, type QuestionNode } from '../../eligibility/tree.ts';

/** An answer on the map, with the page of the wizard that it leads to. */
export interface Way {
  readonly answer: string;
  /** the answers that lead to the page, this one included */
  readonly path: readonly string[];
  /** the anchor of the page on the map */
  readonly id: string;
}

/** One or several answers of a question that lead to the very same result. */
export interface ResultBranch {
  readonly kind: 'result';
  readonly ways: readonly [Way, ...Way[]];
  readonly result: Decision;
}

/** An answer that leads to a further question. */
export interface QuestionBranch {
  readonly kind: 'question';
  readonly way: Way;
  readonly asked: OutlineQuestion;
}

/** What stands behind an answer on the map. */
export type Branch = ResultBranch | QuestionBranch;

/** A question with everything behind it, in the order in which its answers are offered. */
export interface OutlineQuestion {
  readonly question: string;
  readonly path: readonly string[];
  readonly id: string;
  readonly branches: readonly Branch[];
}

/**
 * The anchor of a page of the wizard on the map, such as `global.manage.from-ea`: its answers, without the outcome.
 * The first question has none and is the start.
 */
export const anchorOf = (path: readonly string[]): string => (path.length === 0 ? 'start' : path.join('.'));

const questionOf = (node: QuestionNode<Decision>, path: readonly string[]): OutlineQuestion => {
  const branches: Branch[] = [];
  for (const [answer, next] of Object.entries(node.next)) {
    const behind = [...path, answer];
    const way = { answer, path: behind, id: anchorOf(behind) };
    // A question stays apart even where another answer leads to an equal one: each of its pages has an address of its own.
    if (isQuestion(next)) {
      branches.push({ kind: 'question', way, asked: questionOf(next, behind) });
      continue;
    }
    const same = branches.findIndex((branch) => branch.kind === 'result' && isDeepStrictEqual(branch.result, next));
    const before = branches[same];
    if (before?.kind === 'result') branches[same] = { ...before, ways: [...before.ways, way] };
    else branches.push({ kind: 'result', ways: [way], result: next });
  }
  return { question: node.question, path, id: anchorOf(path), branches };
};

/**
 * The wizard as a list: every page once. Answers that lead to results equal in outcome, notes and facts stand together.
 * @throws {RangeError} when the table decides without asking anything
 */
export function outline(tree: DecisionTree): OutlineQuestion {
  if (!isQuestion(tree)) throw new RangeError('a wizard without questions has no map');
  return questionOf(tree, []);
}
