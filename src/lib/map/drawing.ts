import type { Locale } from '../../config/locales.ts';
import { OUTCOME_KINDS } from '../content/schemas.ts';
import { site } from '../site.ts';
import { questionText } from '../wizard/view.ts';
import { layout, type Layout } from './layout.ts';
import { boxes, picture } from './picture.ts';

/** What stands in a box under an outcome that a question is folded into. */
export const foldedWords = (label: string): string => `? ${label}`;

/** The picture of the wizard in a language, with every place computed. */
export function drawing(locale: Locale): Layout {
  const { tree, wording } = site();
  const words = wording[locale];
  const { kind, sameOutcome } = words.interface.result;
  const root = picture(tree, (question, path) => questionText(words, question, path).title);
  const label = (id: string) => foldedWords(words.questions[id]?.label ?? id);
  const [example] = [...boxes(root)].flatMap((box) => (box.kind === 'result' ? box.folded : []));
  return layout(root, {
    answer: (id) => words.answers[id]?.short ?? id,
    outcome: (id) => words.outcomes[id]?.title ?? id,
    label,
    start: words.tickets.map.start,
    legend: [
      ...OUTCOME_KINDS.map((id) => [id, kind[id]] as const),
      ...(example === undefined ? [] : [[undefined, `${label(example)}: ${sameOutcome}`] as const]),
    ],
  });
}
