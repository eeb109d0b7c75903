import type { Found } from './pagefind.ts';

/** Makes an element with attributes and children. Text stays text: nothing becomes markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The excerpt of a page found, with the words found marked. */
export const excerpt = ({ excerpt: parts }: Found): HTMLElement =>
  make('span', { class: 'excerpt' }, ...parts.map(({ text, marked }) => (marked ? make('mark', {}, text) : text)));
