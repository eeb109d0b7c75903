import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSlugs } from '../../../src/config/articles.ts';
import { parseAddress } from '../../../src/eligibility/address.ts';
import { nearestPage } from '../../../src/lib/nearest.ts';
import { publishedFile } from '../../../src/lib/published.ts';
import { explainLink, type Known, type Meaning } from '../../../src/support/explain.ts';
import type { Decision } from '../../../src/eligibility/table.ts';
import { tree } from '../eligibility/realTable.ts';

const release = { revision: 'aaaa1111', date: '2024-02-01' };
const known: Known<Decision> = {
  tree,
  record: {
    ...publishedFile().results,
    'global/manage/from-ea/license': [
      { outcome: 'undetermined', since: release, until: { revision: 'bbbb2222', date: '2025-01-01' } },
      { outcome: 'multi-channel-license', since: { revision: 'bbbb2222', date: '2025-01-01' } },
    ],
    'global/manage/from-spla/license': [{ outcome: 'multi-channel-license', since: release }],
  },
  pages: ['', 'wizard', 'support', 'outcomes', 'outcomes/azure-switch', ...articleSlugs],
  roots: ['https://paths.example/docs/', 'http://localhost:4321/docs/'],
};

/** What a link means, in short. */
function meaning(text: string): readonly unknown[] {
  const found: Meaning<Decision> = explainLink(text, known);
  switch (found.kind) {
    case 'empty':
    case 'not-ours':
      return [found.kind];
    case 'page':
    case 'missing':
      return [found.kind, found.locale, found.path];
    case 'wizard':
      return [found.kind, found.place.path.join('/')];
    case 'moved':
      return [found.kind, found.promised.outcome, found.fate.kind, found.fate.place.path.join('/')];
    case 'never-published':
      return [found.kind, found.named, found.place.path.join('/')];
    case 'unknown-answer':
    case 'goes-on':
      return [found.kind, found.segment, found.place.path.join('/')];
  }
}

const ROOT = 'https://paths.example/docs';

describe('a link means', () => {
  test.each([
    ['', ['empty']],
    ['  \n ', ['empty']],
    ['hello', ['not-ours']],
    ['https://other.example/en/multipartner/', ['not-ours']],
    ['https://paths.example/', ['not-ours']],
    ['https://paths.example/docsen/multipartner/', ['not-ours']],
    [`${ROOT}/`, ['page', undefined, '']],
    [ROOT, ['page', undefined, '']],
    [`${ROOT}/ru/`, ['page', 'ru', '']],
    [`${ROOT}/es/multipartner/#multi-partner.purpose`, ['page', 'es', 'multipartner']],
    [`${ROOT}/es/21vianet/multipartner`, ['page', 'es', '21vianet/multipartner']],
    [`${ROOT}/outcomes/azure-switch/?utm=1`, ['page', undefined, 'outcomes/azure-switch']],
    [`${ROOT}/en/multipartners/`, ['missing', 'en', '']],
    [`${ROOT}/en/outcomes/nothing/`, ['missing', 'en', 'outcomes']],
    ['http://localhost:4321/docs/en/support/', ['page', 'en', 'support']],
    ['/docs/ru/multichannel/', ['page', 'ru', 'multichannel']],
    [`Please see ${ROOT}/en/support/ and answer`, ['page', 'en', 'support']],
    ['http://paths.example/docs/en/support/', ['page', 'en', 'support']],
    ['paths.example/docs/en/support/', ['page', 'en', 'support']],
    ['paths.example/docs', ['page', undefined, '']],
    ['other.example/docs/en/support/', ['not-ours']],
    ['wizard/global/', ['wizard', 'global']],
    [`${ROOT}/en/support/; ${ROOT}/ru/`, ['page', 'en', 'support']],
    [`See «${ROOT}/en/support/».`, ['page', 'en', 'support']],
    [`https://other.example/a/ and ${ROOT}/en/support/.`, ['page', 'en', 'support']],
    [`See ${ROOT}/en/support/...`, ['page', 'en', 'support']],
    [`yes/no ${ROOT}/en/support/`, ['page', 'en', 'support']],
    ['yes/no http://localhost:4321/docs/en/support/', ['page', 'en', 'support']],
    ['a:https://other.example/ or /docs/en/support/', ['page', 'en', 'support']],
    ['/docs/ru/multichannel/https://other.example/', ['missing', 'ru', 'multichannel']],
    ['/docs/es/multipartner.html/', ['missing', 'es', 'multipartner']],
    [`<${ROOT}/en/support/>`, ['page', 'en', 'support']],
    [`[here](${ROOT}/en/support/)`, ['page', 'en', 'support']],
    [`${ROOT}/wizard/`, ['wizard', '']],
    [`${ROOT}/ru/wizard/global/manage/`, ['wizard', 'global/manage']],
    [
      `${ROOT}/ru/wizard/global/manage/from-ea/license/multi-channel-license/`,
      ['wizard', 'global/manage/from-ea/license'],
    ],
    [
      `${ROOT}/wizard/global/manage/from-ea/license/undetermined/`,
      ['moved', 'undetermined', 'changed', 'global/manage/from-ea/license'],
    ],
    [
      `${ROOT}/wizard/global/manage/from-spla/license/multi-channel-license/`,
      ['moved', 'multi-channel-license', 'answer-gone', 'global/manage'],
    ],
    [
      `${ROOT}/wizard/global/manage/from-ea/license/azure-switch/`,
      ['never-published', 'azure-switch', 'global/manage/from-ea/license'],
    ],
    [`${ROOT}/wizard/global/manage/nonsense/license/`, ['unknown-answer', 'nonsense', 'global/manage']],
    [`${ROOT}/wizard/constructor/__proto__/`, ['unknown-answer', 'constructor', '']],
    [
      `${ROOT}/wizard/global/manage/from-ea/license/multi-channel-license/more/`,
      ['goes-on', 'more', 'global/manage/from-ea/license'],
    ],
    [`${ROOT}/wizard/%E0%A4%A/`, ['unknown-answer', '%E0%A4%A', '']],
  ])('%j: %j', (text, expected) => {
    expect(meaning(text)).toEqual(expected);
  });

  test('of a published result that is no more names the answers lost, and nothing else', () => {
    const found = explainLink(`${ROOT}/wizard/global/manage/from-spla/license/multi-channel-license/`, known);
    expect(found.kind === 'moved' && found.fate.lost).toEqual(['from-spla']);
  });

  test('a result as published with the date of its release', () => {
    const found = explainLink(`${ROOT}/wizard/global/manage/from-ea/license/multi-channel-license/`, known);
    expect(found.kind === 'wizard' && found.since).toEqual({ revision: 'bbbb2222', date: '2025-01-01' });
  });
});

describe('any string', () => {
  const segment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'global',
      'manage',
      'from-ea',
      'license',
      'undetermined',
      'wizard',
      'en',
      'ru',
      '..',
      '.',
      '',
      '%',
      '%2F',
      '%00',
    ),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'next',
      'hasOwnProperty',
      '<script>',
      'javascript:alert(1)',
      '\u202E',
    ),
  );
  const segments = fc.array(segment, { maxLength: 9 });

  test('is an address of the wizard or says what is wrong: a hundred thousand times', () => {
    fc.assert(
      fc.property(segments, (parts) => {
        const { kind, path } = parseAddress(tree, parts);
        // What it understood is a beginning of what came in.
        expect(['page', 'broken']).toContain(kind);
        expect(parts.slice(0, path.length)).toEqual(path);
      }),
      { numRuns: 100_000 },
    );
  });

  test('as an address leads to a page that exists', () => {
    fc.assert(
      fc.property(segments, (parts) => {
        const { segments: found, inWizard } = nearestPage(`/${parts.join('/')}`, tree, known.pages);
        if (inWizard) expect(parseAddress(tree, found.slice(1)).kind).toBe('page');
        else expect(known.pages).toContain(found.join('/'));
      }),
      { numRuns: 20_000 },
    );
  });

  test('in the support box has a meaning', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      segments.map((parts) => `${ROOT}/wizard/${parts.join('/')}`),
      segments.map((parts) => parts.join('/')),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        expect(meaning(pasted)[0]).toBeTypeOf('string');
      }),
      { numRuns: 20_000 },
    );
  });
});
