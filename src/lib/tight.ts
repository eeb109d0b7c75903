/** A page without the white space between the elements of its head, where it means nothing and costs bytes. */
export const withTightHead = (html: string): string =>
  html.replace(/^[\s\S]*?<\/head>\s*/, (head) => head.replaceAll(/>\s+(?=<)/g, '>').trimEnd());

/** A style sheet without the note to itself that the bundler leaves at its end. */
export const tightSheet = (css: string): string => css.replace(/\s*\/\*\$vite\$:\d+\*\/\s*$/, '');

const SHEET = /<link rel="stylesheet" href="([^"]+)">/g;

/**
 * A page with its style sheets written into it as one, so that it is painted without waiting for another file. They stand in
 * the order of their links, where the last of these was.
 * @param sheetAt the style sheet at an address
 */
export function withSheets(html: string, sheetAt: (address: string) => string): string {
  const links = [...html.matchAll(SHEET)];
  const style = `<style>${links.map(([, address = '']) => sheetAt(address)).join('')}</style>`;
  let left = links.length;
  return html.replaceAll(SHEET, () => (--left === 0 ? style : ''));
}
