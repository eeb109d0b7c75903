/** The longest line of a plain text, in characters, apart from an address, which is never broken. */
const WIDTH = 90;

const STRAIGHT: readonly (readonly [RegExp, string])[] = [
  [/[“”„«»]/g, '"'],
  [/[‘’‚]/g, "'"],
  [/…/g, '...'],
  [/→/g, '->'],
  [/[\u00A0\u2000-\u200A\u202F\t]/g, ' '],
];

/** A text in the characters that every ticket system keeps: straight quotes, ordinary spaces. */
const straight = (text: string): string =>
  STRAIGHT.reduce((result, [pattern, instead]) => result.replaceAll(pattern, instead), text);

/** Breaks a text into lines; those after the first begin with as many spaces as `indent` says. */
function wrap(text: string, first: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ').filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

const LINK = /\[([^\]]*)\]\((\S+?)\)/g;
const ADDRESS = /^<(\S+)>$/;
const HEADING = /^(#{1,3}) (.*)$/;
const ITEM = /^( *)(-|\d+\.) (\[[ x]\] )?(.*)$/;

/** Markup taken out of a line of text: what is left to read, and the addresses it linked to. */
function readable(markdown: string): { text: string; addresses: readonly string[] } {
  const addresses = [...markdown.matchAll(LINK)].map(([, , address = '']) => address);
  const text = markdown
    .replaceAll(LINK, '$1')
    .replaceAll(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replaceAll(/\\([*_`<])/g, '$1');
  return { text: straight(text), addresses };
}

/**
 * Turns the Markdown this site writes into plain text for a ticket: no tabs, no smart quotes, lines under 100 characters,
 * each address alone on its line, headings underlined.
 * @param markdown headings, paragraphs on one line each, lists, checklists, links, bold, rules
 */
export function toPlain(markdown: string): string {
  const lines = markdown.split('\n').flatMap((line): readonly string[] => {
    if (line === '---') return ['_'.repeat(40)];
    const address = ADDRESS.exec(line)?.[1];
    if (address !== undefined) return [address];
    const [, level, title = ''] = HEADING.exec(line) ?? [];
    if (level !== undefined) {
      const wrapped = wrap(readable(title).text, '', 0);
      const longest = Math.max(...wrapped.map(({ length }) => length));
      return level === '###' ? wrapped : [...wrapped, (level === '#' ? '=' : '-').repeat(longest)];
    }
    const [, indent = '', mark, box = '', item] = ITEM.exec(line) ?? [];
    const { text, addresses } = readable(item ?? line);
    const first = mark === undefined ? '' : `${indent}${box === '' ? `${mark} ` : box}`;
    return [...wrap(text, first, first.length), ...addresses];
  });
  return lines.join('\n');
}
