import { locales } from '../../../config/locales.ts';
import type { Content } from '../load.ts';
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

/** Checks how each language is written: no form that the term base forbids, quotation marks, dashes and spaces as they should be. */
export function checkLanguage(content: Content, report: Report): void {
  for (const locale of locales) {
    const { terms, rules } = content.wording[locale].glossary;
    const forbidden: Forbidden[] = [
      ...Object.values(terms).flatMap(({ name, avoid }) =>
        avoid.flatMap(({ pattern, why }) =>
          pattern === undefined ? [] : [{ pattern: new RegExp(pattern, 'giu'), why, right: name }],
        ),
      ),
      ...rules.map(({ pattern, why, right }) => ({ pattern: new RegExp(pattern, 'giu'), why, right })),
    ];
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
