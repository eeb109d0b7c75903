import type { DecisionTree } from '../../eligibility/compile.ts';
import { isQuestion } from '../../eligibility/tree.ts';

/** What is drawn of a result: its outcome. Which notes and facts come with it is told by the list. */
interface ResultShape {
  readonly kind: 'result';
  readonly outcome: string;
  /** questions that are still asked before it, but change only its notes and facts */
  readonly folded: readonly string[];
}

interface QuestionShape {
  readonly kind: 'question';
  readonly question: string;
  readonly title: string;
  readonly branches: readonly { readonly answers: readonly string[]; readonly shape: Shape }[];
}

type Shape = ResultShape | QuestionShape;

/** Where a box stands in the picture. */
interface Standing {
  /** the answers of the question before that lead to it; none to the first question */
  readonly answers: readonly string[];
  /** the answers on the way to it, those drawn together side by side: it stands for every combination of them */
  readonly at: readonly (readonly string[])[];
}

/** A box that asks a question. */
export interface QuestionBox extends Standing {
  readonly kind: 'question';
  readonly question: string;
  readonly title: string;
  readonly branches: readonly Box[];
}

/** A box that names an outcome. */
export interface ResultBox extends Standing, ResultShape {}

/** A box of the picture. It can stand for several pages of the wizard. */
export type Box = QuestionBox | ResultBox;

/** Says a question as it is asked after some answers. */
export type Asks = (question: string, path: readonly string[]) => string;

const drawn = (node: DecisionTree, path: readonly string[], asks: Asks): Shape => {
  if (!isQuestion(node)) return { kind: 'result', outcome: node.outcome, folded: [] };
  const groups = new Map<string, { readonly answers: string[]; readonly shape: Shape }>();
  for (const [answer, next] of Object.entries(node.next)) {
    const shape = drawn(next, [...path, answer], asks);
    // The branches of the first question are sheets of their own when printed, so they stay apart.
    const key = JSON.stringify(path.length === 0 ? [answer] : shape);
    const group = groups.get(key) ?? { answers: [], shape };
    groups.set(key, group);
    group.answers.push(answer);
  }
  const branches = [...groups.values()];
  const [first, ...others] = branches;
  return path.length > 0 && others.length === 0 && first?.shape.kind === 'result'
    ? { ...first.shape, folded: [node.question, ...first.shape.folded] }
    : { kind: 'question', question: node.question, title: asks(node.question, path), branches };
};

const standing = (shape: Shape, answers: readonly string[], at: Standing['at']): Box =>
  shape.kind === 'result'
    ? { ...shape, answers, at }
    : {
        ...shape,
        answers,
        at,
        branches: shape.branches.map((branch) => standing(branch.shape, branch.answers, [...at, branch.answers])),
      };

/**
 * The wizard as a picture: what would be drawn alike is drawn once, with all answers that lead to it. A question whose
 * answers all lead to one outcome is folded into it.
 * @param asks the words of a question, which can differ by cloud: only questions asked in the same words are drawn once
 * @throws {RangeError} when the table decides without asking anything
 */
export function picture(tree: DecisionTree, asks: Asks): QuestionBox {
  const box = standing(drawn(tree, [], asks), [], []);
  if (box.kind !== 'question') throw new RangeError('a wizard without questions has no map');
  return box;
}

/** Every box of the picture, each before those behind it. */
export function* boxes(box: Box): Generator<Box> {
  yield box;
  if (box.kind === 'question') for (const branch of box.branches) yield* boxes(branch);
}

/** Where a box leads: to a page of the wizard by its segments, or to the page of an outcome. */
export type Destination =
  | { readonly page: 'wizard'; readonly segments: readonly string[] }
  | { readonly page: 'outcomes'; readonly outcome: string };

/**
 * The page a box leads to. A box that stands for several pages must not presume an answer: a question then leads to the
 * question on which its pages part, an outcome to the page that lists every situation that leads to it.
 */
export function destination(box: Box): Destination {
  const parts = box.at.findIndex((answers) => answers.length > 1);
  const sure = (parts < 0 ? box.at : box.at.slice(0, parts)).flat();
  if (box.kind === 'question') return { page: 'wizard', segments: sure };
  if (parts >= 0) return { page: 'outcomes', outcome: box.outcome };
  return { page: 'wizard', segments: box.folded.length > 0 ? sure : [...sure, box.outcome] };
}

/** The anchors a box stands for in one word: `global.manage.from-ea|from-open.license`. */
export const standsFor = ({ at }: Box): string => at.map((answers) => answers.join('|')).join('.');
