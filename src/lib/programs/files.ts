import type { Locale } from '../../config/locales.ts';
import { fileUrl, wordsOf } from '../site.ts';

/** A file of this site that other programs read. */
export interface ProgramFile {
  readonly href: string;
  readonly text: string;
  /** its JSON schema */
  readonly schema: string | undefined;
}

/** The files for other programs, with what each is in the reader's language. */
export function programFiles(locale: Locale): readonly ProgramFile[] {
  const words = wordsOf(locale).tickets.programs;
  const file = (name: string, text: string, schema?: string): ProgramFile => ({
    href: fileUrl(name),
    text,
    schema: schema === undefined ? undefined : fileUrl(`schemas/${schema}.json`),
  });
  return [
    file('decision.json', words.decision, 'decision'),
    file('decision.csv', words.csv),
    file('decision.dmn', words.dmn),
    file('facts.json', words.facts, 'facts'),
    file('published.json', words.published, 'published'),
    file('llms.txt', words.llms),
    file('sitemap-index.xml', words.sitemap),
  ];
}
