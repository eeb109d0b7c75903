import { locales } from '../../../config/locales.ts';
import { searchEntries } from '../../search/entries.ts';
import type { Content } from '../load.ts';
import { difference, type Report } from './problem.ts';

/**
 * Checks what readers type: each list stands at an address that exists, and every page but the terms of the glossary has
 * one. How its words are written is not checked, because people type forbidden forms and misspell.
 */
export function checkSearch(content: Content, report: Report): void {
  // Addresses are the same in every locale; what one of them lacks is reported where it is missing.
  const known = locales.flatMap((locale) =>
    searchEntries(content, locale).flatMap(({ path, sections = [] }) => [
      path,
      ...sections.map(({ id }) => `${path}#${id}`),
    ]),
  );
  for (const locale of locales) {
    const file = `src/content/wording/${locale}/search.json`;
    const given = Object.keys(content.wording[locale].search.keywords);
    for (const address of difference(given, known))
      report(
        'search: address unknown',
        file,
        `keywords > "${address}" is no page, section or term`,
        'Correct the address, or delete the list.',
      );
    const pages = searchEntries(content, locale).flatMap(({ kind, path }) => (kind === 'glossary' ? [] : [path]));
    for (const path of difference(pages, given))
      report(
        'search: keywords missing',
        file,
        `keywords > "${path}" has no list`,
        'Write what readers type who need this page, other than the words of its title.',
      );
  }
}
