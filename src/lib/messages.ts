import type { Locale } from '../config/locales.ts';
import { wordsOf } from './site.ts';

/** A message ready to send but for what stands in square brackets. */
export interface MessageView {
  readonly title: string;
  readonly subject: string;
  /** paragraphs with an empty line between them; the items of a list follow each other */
  readonly body: string;
}

/** Puts paragraphs below each other, list items without an empty line between them. */
const joined = (lines: readonly string[]): string =>
  lines
    .map((line, index) => {
      const item = line.startsWith('- ') && lines[index - 1]?.startsWith('- ') === true;
      return index === 0 ? line : `${item ? '\n' : '\n\n'}${line}`;
    })
    .join('');

/** A message in one language. */
export function messageView(locale: Locale, id: string): MessageView {
  const text = wordsOf(locale).messages[id];
  return { title: text?.title ?? id, subject: text?.subject ?? '', body: joined(text?.body ?? []) };
}
