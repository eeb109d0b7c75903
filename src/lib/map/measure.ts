// Nobody knows which font a reader's system has, so text is measured for a wide one (DejaVu Sans) and fits any other.
const WIDTHS = [
  [/[\s]/u, 0.34],
  [/[ijlftrI.,:;'’|!()·1-]/u, 0.43],
  [/[mwMWQО%@…—+=−жмшщюфыЖМШЩЮФЫДд]/u, 0.95],
  [/\p{Lu}/u, 0.78],
  [/\p{Script=Cyrillic}/u, 0.68],
] as const;
const OTHER = 0.645;
const BOLD = 1.12;

/** How a text is set: its size in units of the picture, and whether it is bold. */
export interface Type {
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of a text, rather too great than too small, in units of the picture. */
export const widthOf = (text: string, { size, bold = false }: Type): number =>
  Array.from(text, (letter) => WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER).reduce(
    (sum, width) => sum + width,
    0,
  ) *
  size *
  (bold ? BOLD : 1);

/** Cuts a word that no line holds. */
function* pieces(word: string, width: number, type: Type): Generator<string> {
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(`${piece}${letter}-`, type) > width) {
      yield `${piece}-`;
      piece = '';
    }
    piece += letter;
  }
  yield piece;
}

/** Breaks a text into lines that fit a width. A no-break space keeps what it joins together. */
export function wrap(text: string, width: number, type: Type): readonly string[] {
  const words = text
    .split(/[ \n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => (widthOf(word, type) > width ? [...pieces(word, width, type)] : [word]));
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && widthOf(longer, type) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
