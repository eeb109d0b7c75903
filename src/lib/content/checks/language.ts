import { locales } from '../../../config/locales.ts';
import type { Content } from '../load.ts';
import type { Glossary } from '../schemas.ts';
import { textsOf } from '../texts.ts';
import { typographyOf } from '../typography.ts';
import type { Report } from './problem.ts';

interface Forbidden {
  readonly pattern: RegExp;
  readonly why: string;
  readonly right: string;
}

/** Where a match stands, with a few words around it. */
const excerpt = (text: string, index: number, length: number): string =>
  text.slice(Math.max(0, index - 25), index + length + 25);

/** What a glossary forbids. A pattern that is no regular expression is reported and forbids nothing. */
function forbiddenBy({ terms, rules }: Glossary, file: string, report: Report): readonly Forbidden[] {
  const read = (at: string, pattern: string): readonly RegExp[] => {
    try {
      return [new RegExp(pattern, 'giu')];
    } catch (error) {
      const reason = String(error).split(': ').at(-1) ?? '';
      report(
        'glossary: pattern',
        file,
        `${at}: "${pattern}" is no regular expression (${reason})`,
        'Correct the pattern: a regular expression with the flags iu.',
      );
      return [];
    }
  };
  for (const [id, { find }] of Object.entries(terms)) read(`terms > ${id} > find`, find);
  return [
    ...Object.entries(terms).flatMap(([id, { name, avoid }]) =>
      avoid.flatMap(({ pattern, why }) =>
        pattern === undefined
          ? []
          : read(`terms > ${id} > avoid`, pattern).map((found) => ({ pattern: found, why, right: name })),
      ),
    ),
    ...rules.flatMap(({ pattern, why, right }) =>
      read('rules', pattern).map((found) => ({ pattern: found, why, right })),
    ),
  ];
}

/** Checks how each language is written: no form that the term base forbids, quotation marks, dashes and spaces as they should be. */
export function checkLanguage(content: Content, report: Report): void {
  for (const locale of locales) {
    const forbidden = forbiddenBy(content.wording[locale].glossary, `src/content/glossary/${locale}.json`, report);
    for (const { file, at, text } of textsOf(content, locale)) {
      // The glossary names wrong forms in order to warn of them.
      if (!file.includes('/glossary/'))
        for (const { pattern, why, right } of forbidden)
          for (const match of text.matchAll(pattern))
            report(
              `language: ${match[0].toLowerCase()}`,
              file,
              `${at}: "${excerpt(text, match.index, match[0].length)}"`,
              `${why} Write: ${right}`,
            );
      for (const { pattern, why } of typographyOf(locale))
        for (const match of text.matchAll(pattern))
          report(
            `typography: ${why}`,
            file,
            `${at}: "${excerpt(text, match.index, match[0].length)}"`,
            '"npm run typeset" mends what a machine can mend; see src/lib/content/typography.ts for the rest.',
          );
    }
  }
}
