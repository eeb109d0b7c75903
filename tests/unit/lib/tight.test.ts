import { expect, test } from 'vitest';
import { tightSheet, withSheets, withTightHead } from '../../../src/lib/tight.ts';

test('white space between the elements of a head goes, that in its texts and in the body stays', () => {
  expect(
    withTightHead('<html> <head> <title>a  b</title>\n <link> </head> <body> <p>a</p> <p>b</p></body></html>'),
  ).toBe('<html><head><title>a  b</title><link></head><body> <p>a</p> <p>b</p></body></html>');
});

test('a style sheet loses the note of the bundler at its end, and nothing else', () => {
  expect(tightSheet('a{color:red}/* kept */\n\n/*$vite$:1*/')).toBe('a{color:red}/* kept */');
  expect(tightSheet('a{color:red}')).toBe('a{color:red}');
});

test('the style sheets of a page stand in it as one, in their order, where the last was', () => {
  const sheets = new Map([
    ['/a.css', '@layer a;a::after{content:"$&"}'],
    ['/b.css', 'b{}'],
  ]);
  const page =
    '<link rel="icon" href="/i"><link rel="stylesheet" href="/a.css"><title></title><link rel="stylesheet" href="/b.css">';
  expect(withSheets(page, (address) => sheets.get(address) ?? '')).toBe(
    '<link rel="icon" href="/i"><title></title><style>@layer a;a::after{content:"$&"}b{}</style>',
  );
});

test('a page without style sheets stays as it is', () => {
  expect(withSheets('<p>a</p>', () => 'a{}')).toBe('<p>a</p>');
});
