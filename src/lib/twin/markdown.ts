/** A text in which nothing is taken for Markdown. */
export const literal = (text: string): string => text.replaceAll(/[*_`<]/g, '\\$&');

/** A link; its text is taken literally. */
export const link = (text: string, href: string): string => `[${literal(text)}](${href})`;

/** A section under a heading; nothing where it would be empty. */
export const section = (title: string, ...blocks: readonly string[]): string => {
  const filled = blocks.filter((block) => block !== '');
  return filled.length === 0 ? '' : [`## ${literal(title)}`, ...filled].join('\n\n');
};

/** A list without numbers. */
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A numbered list. */
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

/** Blocks one below the other, those that are empty left out. */
export const blocks = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
