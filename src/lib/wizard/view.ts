import { addressOf } from '../../eligibility/address.ts';
import { changes } from '../../eligibility/change.ts';
import { isQuestion, stepsAlong, type Leaf, type Place, type TreeNode } from '../../eligibility/tree.ts';
import { fill } from '../fill.ts';
import type { WizardFile, WizardLabels } from './file.ts';

/** A link that answers the question of the page. */
export interface AnswerView {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly href: string;
}

/** A link that replaces one answer given earlier and keeps the later ones that still apply. */
export interface ChangeView {
  readonly label: string;
  readonly href: string;
  /** where it leads: the outcome by name, or nothing when a question follows */
  readonly outcome: string | undefined;
  /** which later answers are dropped, as a sentence; nothing when none is */
  readonly drops: string | undefined;
}

/** One answer given, with the ways to change it. */
export interface GivenAnswer {
  readonly question: string;
  /** the question in a few words */
  readonly label: string;
  /** the answer in a few words */
  readonly answer: string;
  /** the page of that question, where each answer is explained */
  readonly href: string;
  readonly changes: readonly ChangeView[];
}

/** What a question page shows. */
export interface QuestionView {
  readonly question: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly answers: readonly AnswerView[];
  readonly given: readonly GivenAnswer[];
  /** the page before this one; nothing on the first */
  readonly back: string | undefined;
  readonly start: string;
  readonly labels: WizardLabels;
}

/** Makes the address of a page of the wizard from its segments. */
export type HrefOf = (segments: readonly string[]) => string;

/** The address of a page of the wizard below the address of its first question. */
export const hrefBelow =
  (start: string): HrefOf =>
  (segments) =>
    start + segments.map((segment) => `${segment}/`).join('');

/** The words of a question where these answers have been given: some are worded otherwise under a cloud. */
export function questionText(file: Pick<WizardFile, 'questions'>, question: string, path: readonly string[]) {
  const text = file.questions[question];
  const special = path.map((answer) => text?.in?.[answer]).find((words) => words !== undefined);
  return { title: special?.title ?? text?.title ?? question, hint: special === undefined ? text?.hint : special.hint };
}

const short = (file: Pick<WizardFile, 'answers'>, answer: string): string => file.answers[answer]?.short ?? answer;

/**
 * The answers given on a path, each with the links that change it.
 * @param root the tree to walk, light or full
 */
export function givenAnswers<Result extends Leaf>(
  file: Omit<WizardFile, 'tree'>,
  root: TreeNode<Result>,
  path: readonly string[],
  href: HrefOf,
): readonly GivenAnswer[] {
  const all = changes(root, path);
  return stepsAlong(root, path).map(({ question, answer, before }) => ({
    question,
    label: file.questions[question]?.label ?? question,
    answer: short(file, answer),
    href: href(before),
    changes: all
      .filter((change) => change.question === question)
      .map(({ to, place, drops }) => ({
        label: short(file, to),
        href: href(addressOf(place)),
        outcome: isQuestion(place.node) ? undefined : file.outcomes[place.node.outcome],
        drops:
          drops.length === 0
            ? undefined
            : fill(file.labels.drops, { answers: drops.map((id) => short(file, id)).join(', ') }),
      })),
  }));
}

/**
 * What to show on a question page.
 * @param place a question and the answers that lead to it
 * @param href makes addresses
 * @throws {TypeError} for the place of a result, which is a page of its own
 */
export function questionView(file: WizardFile, { path, node }: Place<Leaf>, href: HrefOf): QuestionView {
  if (!isQuestion(node)) throw new TypeError('a result is not a question');
  return {
    question: node.question,
    ...questionText(file, node.question, path),
    answers: Object.entries(node.next).map(([id, next]) => ({
      id,
      label: file.answers[id]?.label ?? id,
      hint: file.answers[id]?.hint,
      href: href(addressOf({ path: [...path, id], node: next })),
    })),
    given: givenAnswers(file, file.tree, path, href),
    back: path.length === 0 ? undefined : href(path.slice(0, -1)),
    start: href([]),
    labels: file.labels,
  };
}
