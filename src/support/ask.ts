import type { WizardFile } from '../lib/wizard/file.ts';
import { questionText } from '../lib/wizard/view.ts';
import { isQuestion, type Leaf, type Place } from '../eligibility/tree.ts';

/** The words around what a partner is asked, in the partner's language. */
export interface AskWords {
  readonly askIntro: string;
  readonly askChoose: string;
  readonly askLink: string;
}

/**
 * What to ask a partner next, as a text for a ticket in the partner's language: the question with its hint, the answers
 * to choose from, and the link with the answers known so far.
 * @param link the address of the question without a language
 */
export function askText(
  file: Pick<WizardFile, 'questions' | 'answers'>,
  { path, node }: Place<Leaf>,
  words: AskWords,
  link: string,
): string {
  if (!isQuestion(node)) return '';
  const { title, hint } = questionText(file, node.question, path);
  const answers = Object.keys(node.next).map((id) => {
    const answer = file.answers[id];
    return `- ${answer?.label ?? id}${answer?.hint === undefined ? '' : ` (${answer.hint})`}`;
  });
  return [
    words.askIntro,
    '',
    `**${title}**`,
    ...(hint === undefined ? [] : ['', hint]),
    '',
    words.askChoose,
    '',
    ...answers,
    '',
    words.askLink,
    '',
    `<${link}>`,
  ].join('\n');
}
