import { toPlain } from './plain.ts';

/** What stands below this line in a Markdown twin is not copied: it takes up more room than a ticket gives. */
export const CUT = '\n\n---\n\n';

/** The part of a Markdown twin that goes into a ticket. */
export const upToCut = (markdown: string): string => markdown.split(CUT, 1)[0]?.trim() ?? '';

/**
 * Puts a reader's ticks into a text. What to do where something is not so stays behind the link.
 * @param ticked which items of its checklist are ticked, by position
 */
export function withTicks(markdown: string, ticked: readonly boolean[]): string {
  const lines: string[] = [];
  let item = -1;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('- [ ] ')) {
      item++;
      lines.push(ticked[item] === true ? line.replace('- [ ]', '- [x]') : line);
    } else if (!line.startsWith('  - ')) lines.push(line);
  }
  return lines.join('\n');
}

/**
 * The text to paste into a ticket, in one language or several, one below the other.
 * @param twins the Markdown twin of a result in each language
 * @param ticked which items of the checklist are ticked, by position: the same in every language
 */
export function ticketText(twins: readonly string[], ticked: readonly boolean[], format: 'text' | 'markdown'): string {
  const markdown = twins.map((twin) => withTicks(upToCut(twin), ticked)).join(CUT);
  return `${format === 'text' ? toPlain(markdown) : markdown}\n`;
}
