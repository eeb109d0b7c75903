import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSlugs } from '../../../src/config/articles.ts';
import { nearestSaved } from '../../../src/offline/nearest.ts';
import { surroundings, tree } from '../eligibility/realTable.ts';

const pages = [...articleSlugs, 'outcomes', ...[...surroundings.outcomes].map((id) => `outcomes/${id}`)];
const RESULT = '/en/wizard/global/manage/from-ea/license/multi-channel-license/';
const nearest = (path: string, wizard: boolean) => nearestSaved(path, { tree, pages, wizard }).join('/');

describe('the nearest saved page', () => {
  test.each([
    ['/es/multipartner/nowhere/', 'multipartner'],
    ['/es/outcomes/azure-switch/', 'outcomes/azure-switch'],
    ['/es/nowhere/', ''],
  ])('to %s is %s, whether the wizard is saved or not', (path, expected) => {
    expect([nearest(path, true), nearest(path, false)]).toEqual([expected, expected]);
  });

  test.each([
    [RESULT, 'wizard/global/manage/from-ea/license/multi-channel-license'],
    ['/en/wizard/global/nowhere/', 'wizard/global'],
  ])('to %s is %s where the wizard is saved', (path, expected) => {
    expect(nearest(path, true)).toBe(expected);
  });

  test.each([
    [RESULT, 'outcomes/multi-channel-license'],
    ['/en/wizard/global/manage/', 'wizard'],
    ['/en/wizard/global/nirvana/', 'wizard'],
  ])('to %s is %s where it is not', (path, expected) => {
    expect(nearest(path, false)).toBe(expected);
  });

  test('exists for any string', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.boolean(), (path, wizard) => {
        const found = nearest(`/en/${path}`, wizard);
        expect(found === '' || pages.includes(found) || found.startsWith('wizard')).toBe(true);
      }),
    );
  });
});
