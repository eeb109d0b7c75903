import { expect, test } from 'vitest';
import { tightSheet, withTightHead } from '../../../src/lib/tight.ts';

test('white space between the elements of a head goes, that in its texts and in the body stays', () => {
  expect(
    withTightHead('<html> <head> <title>a  b</title>\n <link> </head> <body> <p>a</p> <p>b</p></body></html>'),
  ).toBe('<html><head><title>a  b</title><link></head><body> <p>a</p> <p>b</p></body></html>');
});

test('a style sheet loses the note of the bundler at its end, and nothing else', () => {
  expect(tightSheet('a{color:red}/* kept */\n\n/*$vite$:1*/')).toBe('a{color:red}/* kept */');
  expect(tightSheet('a{color:red}')).toBe('a{color:red}');
});
