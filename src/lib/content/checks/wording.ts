import { locales } from '../../../config/locales.ts';
import type { Content } from '../load.ts';
import { OUTCOME_PARTS } from './decision.ts';
import { difference, type Report } from './problem.ts';

/** Checks that every text exists in every locale, and that no text belongs to nothing. */
export function checkWording(content: Content, report: Report): void {
  const { table, outcomes, messages, wording, comparison, disagreements } = content;
  const compare = (file: string, what: string, expected: Iterable<string>, found: Iterable<string>) => {
    const [should, has] = [[...expected], [...found]];
    for (const id of difference(should, has))
      report(`wording: ${what} missing`, file, `${what} "${id}" has no text`, 'Write it, natively, from its facts.');
    for (const id of difference(has, should))
      report(`wording: ${what} unknown`, file, `${what} "${id}" belongs to nothing`, 'Delete it, or correct its id.');
  };
  for (const locale of locales) {
    const words = wording[locale];
    const file = (name: string) => `src/content/wording/${locale}/${name}.json`;
    compare(file('questions'), 'question', table.order, Object.keys(words.questions));
    compare(file('questions'), 'answer', Object.values(table.questions).flat(), Object.keys(words.answers));
    compare(file('notes'), 'note', Object.keys(table.notes), Object.keys(words.notes));
    compare(file('gates'), 'gate', Object.keys(table.gates), Object.keys(words.gates));
    compare(
      file('messages'),
      'message',
      messages.map(({ id }) => id),
      Object.keys(words.messages),
    );
    compare(file('outcomes'), 'outcome', Object.keys(outcomes), Object.keys(words.outcomes));
    for (const [id, description] of Object.entries(outcomes)) {
      const text = words.outcomes[id];
      if (text === undefined) continue;
      for (const part of OUTCOME_PARTS)
        compare(
          file('outcomes'),
          `${id} > ${part}`,
          description[part].map((item) => item.id),
          Object.keys(text[part]),
        );
    }
    compare(
      file('disagreements'),
      'disagreement',
      disagreements.map(({ id }) => id),
      Object.keys(words.disagreements),
    );
    compare(
      file('compare'),
      'row',
      comparison.rows.map(({ id }) => id),
      Object.keys(words.compare.rows),
    );
    const cells = (rows: readonly (readonly [string, object])[]) =>
      rows.flatMap(([row, cell]) => Object.keys(cell).map((path) => `${row} > ${path}`));
    compare(
      file('compare'),
      'cell',
      cells(comparison.rows.map((row) => [row.id, row.cells])),
      cells(Object.entries(words.compare.cells)),
    );
    compare(
      `src/content/glossary/${locale}.json`,
      'term',
      Object.keys(wording.en.glossary.terms),
      Object.keys(words.glossary.terms),
    );
  }
}
