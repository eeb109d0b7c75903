import type { SearchFile } from './file.ts';
import type { Found } from './find.ts';
import { fill } from '../lib/fill.ts';
import type { Piece } from './words/mark.ts';

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

/** A text with what was looked for marked. */
export const marked = (text: readonly Piece[]): readonly (Node | string)[] =>
  text.map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text));

/** The clouds of a page by their names, where it is not about the global one. */
export const cloudNames = ({ clouds }: Found, { clouds: names }: SearchFile): string =>
  clouds.length === 0 || clouds.includes('global') ? '' : clouds.map((cloud) => names[cloud]).join(', ');

/** For which answers an outcome is given; empty where that is not told. */
export const whenOf = ({ when }: Found, { words }: SearchFile): string =>
  when.length === 0 ? '' : fill(words.when, { answers: when.join('; ') });

/**
 * Makes a link say to the page it leads to which words to mark there. Its address stays plain for who copies it.
 * @param link a link to a page of this site
 * @param words what was looked for
 */
export function carry(link: HTMLAnchorElement, words: readonly string[]): HTMLAnchorElement {
  const add = () => {
    const plain = link.href;
    const target = new URL(plain);
    target.searchParams.set('found', words.join(' '));
    link.href = target.href;
    setTimeout(() => {
      link.href = plain;
    });
  };
  link.addEventListener('click', add);
  link.addEventListener('auxclick', add);
  return link;
}
