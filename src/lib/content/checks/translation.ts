import type { Locale } from '../../../config/locales.ts';
import { translations, unfinished, unitsOf } from '../../translation/units.ts';
import type { Content } from '../load.ts';
import { difference, type ContentProblem, type Report } from './problem.ts';

/** How much of an English text stands beside what is to be done with it. */
const SHOWN = 160;

const recordFile = (locale: Locale): string => `src/content/translation/${locale}.json`;

/** Checks that it is on record for every text of a locale which English one it was written from, and for nothing else. */
export function checkTranslation(content: Content, report: Report): void {
  for (const locale of translations) {
    const keys = unitsOf(content, locale).map(({ key }) => key);
    const recorded = Object.keys(content.translation[locale]);
    const remedy = 'Run "npm run translated".';
    for (const key of difference(keys, recorded))
      report('translation: not on record', recordFile(locale), `"${key}" has no entry`, remedy);
    for (const key of difference(recorded, keys))
      report('translation: gone', recordFile(locale), `"${key}" is no text any more`, remedy);
  }
}

/**
 * What translators have to do: texts that are older than their English source, and those not yet written. They stop no
 * build: the pages say so themselves.
 */
export const translationTasks = (content: Content): readonly ContentProblem[] =>
  translations.flatMap((locale) =>
    unfinished(content, locale).map(({ key, file, source, state }) => ({
      cause: state === 'older' ? `to do in ${locale}: older than English` : `to do in ${locale}: not yet written`,
      file,
      message: `${key}: ${source.length > SHOWN ? `${source.slice(0, SHOWN)}…` : source}`.replaceAll('\n', ' '),
      remedy:
        state === 'older'
          ? `Bring it up to date from the English of today, then run "npm run translated -- ${locale} <key>".`
          : 'Write it in place of the English text, then run "npm run translated"; or use XLIFF (CONTRIBUTING, "Translate").',
    })),
  );
