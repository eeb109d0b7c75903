import { describe, expect, test } from 'vitest';
import {
  isQuestion,
  nextNode,
  places,
  questionCounts,
  results,
  stepsAlong,
  type Leaf,
  type TreeNode,
} from '../../../src/eligibility/tree.ts';

const leaf = (outcome: string): TreeNode<Leaf> => ({ outcome });
const ask = (question: string, next: Record<string, TreeNode<Leaf>>) => ({ question, next });

/** q1: a is a result, b asks q2: c and d are results. */
const wizard = ask('q1', { a: leaf('one'), b: ask('q2', { c: leaf('two'), d: leaf('one') }) });

describe('walking a wizard', () => {
  test('visits every page before those behind it, in the order of the answers', () => {
    const visited = [...places(wizard)].map(({ path, node }) => [
      path.join('/'),
      isQuestion(node) ? node.question : node.outcome,
    ]);
    expect(visited).toEqual([
      ['', 'q1'],
      ['a', 'one'],
      ['b', 'q2'],
      ['b/c', 'two'],
      ['b/d', 'one'],
    ]);
    expect([...results(wizard)].map(({ path }) => path.join('/'))).toEqual(['a', 'b/c', 'b/d']);
  });

  test('starts from the path it is given', () => {
    const [, behind] = Object.values(wizard.next);
    if (behind === undefined) throw new Error('q1 has two answers');
    expect([...results(behind, ['b'])].map(({ path }) => path.join('/'))).toEqual(['b/c', 'b/d']);
  });

  test.each(['e', '', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'finds no page behind "%s"',
    (answer) => {
      expect(nextNode(wizard, answer)).toBeUndefined();
    },
  );

  test.each([
    ['', []],
    ['b', ['q1: b after ""']],
    ['b/c', ['q1: b after ""', 'q2: c after "b"']],
    ['b/nowhere/c', ['q1: b after ""']],
    ['a/c', ['q1: a after ""']],
    ['nowhere', []],
  ])('along "%s" takes the steps %j', (address, expected) => {
    const steps = stepsAlong(wizard, address.split('/').filter(Boolean));
    expect(steps.map(({ question, answer, before }) => `${question}: ${answer} after "${before.join('/')}"`)).toEqual(
      expected,
    );
    for (const { at, question } of steps) expect(at.question).toBe(question);
  });
});

describe('counting questions', () => {
  test.each([
    ['no question', leaf('one'), 0, 0],
    ['most results after two', wizard, 2, 2],
    [
      'as many after one as after two: the smaller',
      ask('q1', { a: leaf('one'), b: leaf('two'), c: ask('q2', { d: leaf('one'), e: leaf('two') }) }),
      2,
      1,
    ],
    [
      'the same, the longer way first',
      ask('q1', { a: ask('q2', { b: leaf('one'), c: leaf('two') }), d: leaf('one'), e: leaf('two') }),
      2,
      1,
    ],
    [
      'three lengths, the longest way first',
      ask('q1', { a: ask('q2', { b: ask('q3', { c: leaf('one') }), d: leaf('two') }), e: leaf('one') }),
      3,
      1,
    ],
    [
      'most results after one, the longest way two',
      ask('q1', { a: leaf('one'), b: leaf('two'), c: leaf('one'), d: ask('q2', { e: leaf('one'), f: leaf('two') }) }),
      2,
      1,
    ],
  ])('%s', (_, root, max, usual) => {
    expect(questionCounts(root)).toEqual({ max, usual });
  });
});
