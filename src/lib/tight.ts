/** A page without the white space between the elements of its head, where it means nothing and costs bytes. */
export const withTightHead = (html: string): string =>
  html.replace(/^[\s\S]*?<\/head>\s*/, (head) => head.replaceAll(/>\s+(?=<)/g, '>').trimEnd());

/** A style sheet without the note to itself that the bundler leaves at its end. */
export const tightSheet = (css: string): string => css.replace(/\s*\/\*\$vite\$:\d+\*\/\s*$/, '');
