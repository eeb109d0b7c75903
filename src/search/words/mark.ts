import type { Language } from './language.ts';

/** A piece of a text, marked where it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts a text into pieces, those marked that a query speaks of.
 * @param text any text
 * @param terms under which the query was found
 */
export function pieces(text: string, terms: ReadonlySet<string>, { read }: Pick<Language, 'read'>): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const unit of read(text)) {
    const [first, last] = [unit.tokens[0], unit.tokens.at(-1)];
    if (unit.stop || first === undefined || last === undefined) continue;
    if (!unit.terms.some((term) => terms.has(term))) continue;
    const to = last.at + last.typed.length;
    found.push({ text: text.slice(end, first.at), marked: false }, { text: text.slice(first.at, to), marked: true });
    end = to;
  }
  found.push({ text: text.slice(end), marked: false });
  return found.filter((piece) => piece.text !== '');
}
