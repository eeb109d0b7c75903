import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeHits } from '../../../../src/search/text/merge.ts';

type Hit = readonly [id: string, score: number];

const hits = (...list: readonly Hit[]) => list.map(([id, score]) => ({ id, score }));
const merged = (...lists: readonly (readonly Hit[])[]) =>
  mergeHits(lists.map((list) => hits(...list))).map(({ id, score }) => [id, score]);

describe('the hits of several forms of a query', () => {
  test.each([
    [
      'of one form stay as they are',
      [
        [
          ['a', 3],
          ['b', 2],
        ],
      ],
      [
        ['a', 3],
        ['b', 2],
      ],
    ],
    [
      'are ordered by score',
      [[['a', 1]], [['b', 20]]],
      [
        ['b', 20],
        ['a', 1],
      ],
    ],
    ['name each page once, with its best score', [[['a', 3]], [['a', 6]]], [['a', 6]]],
    ['keep the score of the words typed, where it is the better', [[['a', 6]], [['a', 3]]], [['a', 6]]],
    [
      'prefer the words typed to a rewritten form that is hardly better',
      [[['typed', 10]], [['rewritten', 10.5]]],
      [
        ['typed', 10],
        ['rewritten', 10.5],
      ],
    ],
    [
      'prefer a rewritten form that is much better',
      [[['typed', 10]], [['rewritten', 20]]],
      [
        ['rewritten', 20],
        ['typed', 10],
      ],
    ],
    [
      'keep their order where they are equal',
      [
        [
          ['a', 1],
          ['b', 1],
          ['c', 1],
        ],
      ],
      [
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ],
    ],
    ['may come from the rewritten form alone', [[], [['a', 2]]], [['a', 2]]],
    ['may be none', [[], []], []],
    ['may come from no form at all', [], []],
  ] as const)('%s', (_, lists, expected) => {
    expect(merged(...lists)).toEqual(expected);
  });

  test('are handed on as they came, those of the better form where both found the page', () => {
    const typed = { id: 'a', score: 1, found: 'in the text' };
    const rewritten = { id: 'a', score: 20, found: 'in the title' };
    expect(mergeHits([[typed], [rewritten]])).toEqual([rewritten]);
    expect(mergeHits([[rewritten], [typed]])[0]).toBe(rewritten);
  });

  test('lose no page and double none, whatever the lists are', () => {
    const hit = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
      score: fc.double({ min: 0, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(hit)), (lists) => {
        const before = structuredClone(lists);
        const ids = mergeHits(lists).map(({ id }) => id);
        expect([...ids].sort()).toEqual([...new Set(lists.flat().map(({ id }) => id))].sort());
        expect(lists).toEqual(before);
      }),
    );
  });
});
