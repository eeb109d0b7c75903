import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/config/locales.ts';
import { htmlFiles } from './dist.ts';
import { faultsOf } from './valid.ts';

/** How many faults a failure names: one fault of a component stands on a thousand pages. */
const NAMED = 20;

const faults = (files: readonly string[]): readonly string[] => {
  const found: string[] = [];
  for (const file of files) {
    if (found.length >= NAMED) break;
    found.push(...faultsOf(readFileSync(file, 'utf8')).map((fault) => `${file}:${fault}`));
  }
  return found.slice(0, NAMED);
};

describe('every page of the built site is valid HTML', () => {
  const files = htmlFiles();
  const of = (locale: string) => files.filter((file) => file.startsWith(`dist/${locale}/`));

  test.each(locales)('in %s', (locale) => {
    expect(of(locale).length).toBeGreaterThan(90 + 225);
    expect(faults(of(locale))).toEqual([]);
  });

  test('and without a language', () => {
    const neutral = files.filter((file) => !locales.some((locale) => file.startsWith(`dist/${locale}/`)));
    expect(neutral.length).toBeGreaterThan(90 + 225);
    expect(faults(neutral)).toEqual([]);
  });
});

test.each([
  ['an id that stands twice', '<p id="a">a</p><p id="a">b</p>', 'no-dup-id'],
  ['a paragraph that a list breaks', '<p>a<ul><li>b</li></ul></p>', 'no-implicit-close'],
  ['a list with something else in it', '<ul><p>a</p></ul>', 'element-permitted-content'],
  [
    'an attribute that has no place there',
    '<label><input type="checkbox" autocomplete="off"> a</label>',
    'autocomplete',
  ],
  ['a label of nothing', '<label for="b">a</label><input id="a">', 'missing-references'],
  ['a sign that should be written otherwise', '<p>a & b</p>', 'raw-characters'],
])('%s would be found', (_, body, rule) => {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>a</title></head><body><main><h1>a</h1>${body}</main></body></html>`;
  expect(faultsOf(html).join()).toContain(rule);
});
