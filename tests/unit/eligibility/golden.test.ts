import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../src/eligibility/address.ts';
import { parseGolden } from '../../../src/eligibility/golden.ts';
import { isQuestion, results } from '../../../src/eligibility/tree.ts';
import { surroundings, tree } from './realTable.ts';

const golden = parseGolden(readFileSync('src/content/decision/golden.txt', 'utf8'));

/** The facts a reason names, in brackets at its end. */
const factsIn = (why: string) => /\(([^()]*)\)$/.exec(why)?.[1]?.split(', ') ?? [];

describe('the golden decisions', () => {
  test.each(golden.flatMap((each) => each.addresses.map((address) => [each.line, address, each] as const)))(
    'line %i: %s is decided as written, with the notes in order',
    (_, address, { outcome, notes }) => {
      const { kind, node } = parseAddress(tree, address.split('/'));
      expect(kind).toBe('page');
      expect(isQuestion(node) ? node.question : [node.outcome, ...node.notes]).toEqual([outcome, ...notes]);
    },
  );

  test('name each of the 225 results exactly once', () => {
    const named = golden.flatMap(({ addresses }) => addresses);
    expect(named.toSorted()).toEqual([...results(tree)].map(({ path }) => path.join('/')).sort());
    expect(named).toHaveLength(225);
  });

  test.each(golden.map(({ line, why }) => [line, why] as const))(
    'line %i rests on facts of the ledger: %s',
    (_, why) => {
      const facts = factsIn(why);
      expect(facts.filter((id) => !surroundings.facts.has(id))).toEqual([]);
      // "same" refers to the line above
      expect(facts.length > 0 || why.startsWith('same')).toBe(true);
    },
  );
});

describe('reading golden decisions', () => {
  const read = (text: string) =>
    parseGolden(text).map(({ addresses, outcome, notes, why }) => [addresses.join(' '), outcome, notes.join(' '), why]);

  test.each([
    ['a/b -> path [] ; why', ['a/b', 'path', '', 'why']],
    [
      'a -> path [one two] ; why ; with (fact.one, fact.two)',
      ['a', 'path', 'one two', 'why ; with (fact.one, fact.two)'],
    ],
    ['{a,b}/c -> path [] ; why', ['a/c b/c', 'path', '', 'why']],
    ['x/{a,b}/{c,d,e} -> path [] ; why', ['x/a/c x/a/d x/a/e x/b/c x/b/d x/b/e', 'path', '', 'why']],
    ['{a}/b -> path [] ; why', ['a/b', 'path', '', 'why']],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  test('passes over comments and empty lines, and counts them', () => {
    const [decision] = parseGolden('# cloud\n\n  \na -> path [] ; why\n');
    expect(decision?.line).toBe(4);
    expect(read('# a -> path [] ; why\n')).toEqual([]);
  });

  test.each([
    'a path [] ; why',
    'a -> path ; why',
    'a -> path [] why',
    'a -> path [] ;',
    'a b -> path [] ; why',
    'a -> path [one ; why',
    ' # an indented comment',
  ])('refuses "%s", with its number', (line) => {
    expect(() => parseGolden(`# first\na -> path [] ; why\n${line}`)).toThrow(SyntaxError);
    expect(() => parseGolden(`# first\na -> path [] ; why\n${line}`)).toThrow(
      `line 3 is not "address -> outcome [notes] ; why": ${line}`,
    );
  });
});
