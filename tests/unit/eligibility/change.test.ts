import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../src/eligibility/address.ts';
import { changes, resume } from '../../../src/eligibility/change.ts';
import { compile, type DecisionTree } from '../../../src/eligibility/compile.ts';
import { isQuestion, nextNode, places, stepsAlong } from '../../../src/eligibility/tree.ts';
import { randomTable } from './randomTable.ts';
import { tree } from './realTable.ts';

const path = (address: string) => address.split('/').filter(Boolean);
const root = { path: [], node: tree };

/** What must hold of every change on every page of a wizard. */
function checkChanges(wizard: DecisionTree) {
  for (const { path } of places(wizard)) {
    const found = changes(wizard, path);
    const steps = stepsAlong(wizard, path);
    const expected = steps.flatMap(({ at, answer }) =>
      Object.keys(at.next)
        .filter((to) => to !== answer)
        .map((to) => [at.question, answer, to]),
    );
    expect(found.map(({ question, from, to }) => [question, from, to])).toEqual(expected);

    for (const { from, to, place, keeps, drops } of found) {
      const here = path.indexOf(from);
      const later = path.slice(here + 1);
      expect(parseAddress(wizard, place.path)).toEqual({ kind: 'page', ...place });
      expect(place.path).toEqual([...path.slice(0, here), to, ...keeps]);
      expect(later.filter((id) => keeps.includes(id))).toEqual(keeps);
      expect(later.filter((id) => !keeps.includes(id))).toEqual(drops);
      const open = place.node;
      if (isQuestion(open)) expect(drops.filter((id) => nextNode(open, id) !== undefined)).toEqual([]);
    }
  }
}

describe('changing one answer', () => {
  test('of the wizard keeps the later answers that still apply, drops the others, and names all of them in order', () => {
    checkChanges(tree);
  });

  test('of any wizard does', () => {
    fc.assert(
      fc.property(randomTable, ({ table }) => {
        checkChanges(compile(table));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    [
      'global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft',
      'us-gov',
      'take-over from-csp-partner usage azure-0145p billed-by-microsoft',
      '',
    ],
    [
      'global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft',
      'license',
      'billed-by-microsoft',
      'azure-0145p',
    ],
    [
      'global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft',
      'become-indirect-reseller',
      'usage azure-0145p',
      'from-csp-partner billed-by-microsoft',
    ],
    [
      'global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft',
      'germany',
      '',
      'take-over from-csp-partner usage azure-0145p billed-by-microsoft',
    ],
    // the question of the role is asked under 21Vianet, but with other answers
    [
      'global/add-services/served-elsewhere/indirect-reseller',
      '21vianet',
      'add-services served-elsewhere',
      'indirect-reseller',
    ],
  ])('of %s to %s keeps "%s" and drops "%s"', (address, to, keeps, drops) => {
    const change = changes(tree, path(address)).find((each) => each.to === to);
    expect([change?.keeps.join(' '), change?.drops.join(' ')]).toEqual([keeps, drops]);
  });

  test('is not to be had before the first answer', () => {
    expect(changes(tree, [])).toEqual([]);
  });
});

describe('going on with earlier answers', () => {
  test.each([
    ['nothing at all', '', ''],
    ['answers that lead to a result', 'global/manage/from-ea/license', 'global/manage/from-ea/license'],
    ['more answers than are asked for', 'germany/manage/from-ea', 'germany'],
    ['answers in another order', 'license/from-ea/manage/global', 'global/manage/from-ea/license'],
    ['an answer nobody knows', 'global/travel-to-mars/from-ea', 'global'],
    ['a gap before the next answer', 'global/from-ea/license', 'global'],
    ['names of JavaScript', 'constructor/__proto__', ''],
  ])('reaches with %s ("%s") the page "%s"', (_, answers, expected) => {
    const reached = resume(root, path(answers));
    expect(reached.path.join('/')).toBe(expected);
    expect(parseAddress(tree, reached.path)).toEqual({ kind: 'page', ...reached });
  });

  test('starts from the page given and stays on a result', () => {
    const manage = parseAddress(tree, ['global', 'manage']);
    expect(resume(manage, ['from-me-in-csp']).path).toEqual(['global', 'manage', 'from-me-in-csp']);
    const germany = parseAddress(tree, ['germany']);
    expect(resume(germany, ['global'])).toEqual({ path: ['germany'], node: germany.node });
  });
});
