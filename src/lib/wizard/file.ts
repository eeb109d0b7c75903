import type { TreeNode } from '../../eligibility/tree.ts';

/** A result as the browser knows it: only which outcome it is. The result itself is a page of its own. */
export interface LightResult {
  readonly outcome: string;
}

/** The words of one question. */
interface QuestionText {
  readonly title: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** other words under a cloud */
  readonly in?: Readonly<Record<string, { readonly title: string; readonly hint?: string | undefined }>> | undefined;
}

/** The words of one answer. */
interface AnswerText {
  readonly label: string;
  readonly short: string;
  readonly hint?: string | undefined;
}

/** The words of the interface that stand on a question page. */
export interface WizardLabels {
  readonly answersSoFar: string;
  readonly change: string;
  readonly changeAnswer: string;
  readonly drops: string;
  readonly startAgain: string;
  readonly back: string;
}

/**
 * What the wizard needs to ask every question in one language: the compiled tree and the words. It is served once per
 * locale; question pages are rendered from the same object, so the two cannot drift.
 */
export interface WizardFile {
  readonly tree: TreeNode<LightResult>;
  readonly questions: Readonly<Record<string, QuestionText>>;
  readonly answers: Readonly<Record<string, AnswerText>>;
  /** names of the outcomes */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly labels: WizardLabels;
  /**
   * pieces of texts that are older than their English source or not yet written: the page that shows one says so, and
   * what is shown in place does not
   */
  readonly unfinished?: readonly string[] | undefined;
}
