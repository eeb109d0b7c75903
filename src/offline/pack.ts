/**
 * Many pages in one file. Pages of this site resemble each other far more than a compressor that looks back 32 KB can see,
 * so each piece of markup that occurs stands in the file once.
 */
export interface Pack {
  readonly pieces: readonly string[];
  /** the pieces each page is made of, by its address below the locale, such as `multipartner/` */
  readonly pages: Readonly<Record<string, readonly number[]>>;
}

/** Stands for the page's own address, which would otherwise make a piece differ from page to page. */
const OWN = '\u0001';

/**
 * Packs pages.
 * @param pages their HTML by their address below the locale
 * @throws {Error} for a page that contains the character which stands for its address
 */
export function packPages(pages: ReadonlyMap<string, string>): Pack {
  const numbers = new Map<string, number>();
  const number = (piece: string): number => {
    const known = numbers.get(piece) ?? numbers.size;
    numbers.set(piece, known);
    return known;
  };
  const packed = [...pages].map(([address, html]) => {
    if (html.includes(OWN)) throw new Error(`${address} contains the character U+0001, which packing needs: remove it`);
    const neutral = address === '' ? html : html.replaceAll(address, OWN);
    return [address, neutral.split(/(?=<)/).map(number)] as const;
  });
  return { pieces: [...numbers.keys()], pages: Object.fromEntries(packed) };
}

/** The HTML of a page of a pack, or nothing when it is not among them. Any string may come in. */
export const pageOf = ({ pieces, pages }: Pack, address: string): string | undefined =>
  Object.hasOwn(pages, address)
    ? pages[address]
        ?.map((number) => pieces[number] ?? '')
        .join('')
        .replaceAll(OWN, address)
    : undefined;
