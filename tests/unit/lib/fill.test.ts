import { describe, expect, test } from 'vitest';
import { fill, fillPlural } from '../../../src/lib/fill.ts';

describe('filling a text', () => {
  test.each([
    ['Result: {outcome}', { outcome: 'Multi-partner' }, 'Result: Multi-partner'],
    ['Up to {max} questions, usually {usual}.', { max: 7, usual: 4 }, 'Up to 7 questions, usually 4.'],
    ['{word}, {word}', { word: 'да' }, 'да, да'],
    ['{none} stays', {}, '{none} stays'],
    ['nothing to fill', { word: 'x' }, 'nothing to fill'],
    ['{count}', { count: 0 }, '0'],
    ['[{empty}]', { empty: '' }, '[]'],
    ['{ a } {} {a-b} {', { a: 'x' }, '{ a } {} {a-b} {'],
    ['', { a: 'x' }, ''],
  ])('%j with %j gives %j', (text, values, filled) => {
    expect(fill(text, values)).toBe(filled);
  });

  test.each(['$&', '$1', '$$', '{query}', '{other}', '<b>', '\\'])(
    'puts %j in as it is, whatever it looks like',
    (query) => {
      expect(fill('Nothing found for “{query}”.', { query, other: 'no' })).toBe(`Nothing found for “${query}”.`);
    },
  );

  test.each(['{constructor}', '{toString}', '{valueOf}'])('leaves %s as it is without a value', (text) => {
    expect(fill(text, {})).toBe(text);
  });
});

describe('the plural of a text', () => {
  const pages = {
    one: '{count} страница',
    few: '{count} страницы',
    many: '{count} страниц',
    other: '{count} страницы',
  };
  const results = { one: '{count} result', few: 'few', many: 'many', other: '{count} results' };

  test.each([
    [0, '0 страниц'],
    [1, '1 страница'],
    [2, '2 страницы'],
    [4, '4 страницы'],
    [5, '5 страниц'],
    [11, '11 страниц'],
    [12, '12 страниц'],
    [14, '14 страниц'],
    [20, '20 страниц'],
    [21, '21 страница'],
    [22, '22 страницы'],
    [25, '25 страниц'],
    [101, '101 страница'],
    [111, '111 страниц'],
    [1.5, '1.5 страницы'],
  ])('in Russian, for %d, is %s', (count, text) => {
    expect(fillPlural(pages, 'ru', count)).toBe(text);
  });

  test.each([
    ['en', 0, '0 results'],
    ['en', 1, '1 result'],
    ['en', 2, '2 results'],
    ['en', 21, '21 results'],
    ['es', 0, '0 results'],
    ['es', 1, '1 result'],
    ['es', 5, '5 results'],
    ['pt-BR', 1, '1 result'],
    ['pt-BR', 2, '2 results'],
  ])('in %s, for %d, is %s', (lang, count, text) => {
    expect(fillPlural(results, lang, count)).toBe(text);
  });

  test('takes other values beside the number', () => {
    const range = { one: '{max} вопрос, {usual}', few: '', many: '{max} вопросов, {usual}', other: '' };
    expect(fillPlural(range, 'ru', 7, { max: 7, usual: 4 })).toBe('7 вопросов, 4');
    expect(fillPlural(range, 'ru', 21, { max: 21 })).toBe('21 вопрос, {usual}');
  });

  test.each(['ar', 'cy'])('in a language with more forms than ours (%s) is the general one', (lang) => {
    expect([fillPlural(results, lang, 0), fillPlural(results, lang, 2)]).toEqual(['0 results', '2 results']);
  });
});
