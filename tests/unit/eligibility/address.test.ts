import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, parseAddress } from '../../../src/eligibility/address.ts';
import { places } from '../../../src/eligibility/tree.ts';
import { tree } from './realTable.ts';

const parse = (address: string) => parseAddress(tree, address.split('/').filter(Boolean));

describe('addresses of the wizard', () => {
  test('every page has an address of its own that parses back to it', () => {
    const seen = new Set<string>();
    for (const place of places(tree)) {
      const address = addressOf(place);
      expect(parseAddress(tree, address)).toEqual({ kind: 'page', ...place });
      expect(seen.has(address.join('/'))).toBe(false);
      seen.add(address.join('/'));
    }
    expect(seen.size).toBe(90 + 225);
  });

  test.each([
    ['', 'page', ''],
    ['global/manage/from-ea/license', 'page', 'global/manage/from-ea/license'],
    ['global/manage/from-ea/license/multi-channel-license', 'page', 'global/manage/from-ea/license'],
  ])('%j is a %s', (address, kind, path) => {
    const parsed = parse(address);
    expect(parsed.kind).toBe(kind);
    expect(parsed.path.join('/')).toBe(path);
  });

  test.each([
    ['global/manage/from-mars', 'not-an-answer-here', 'global/manage', 'from-mars'],
    ['manage/global', 'not-an-answer-here', '', 'manage/global'],
    ['global/manage/from-ea/license/multi-partner', 'other-outcome', 'global/manage/from-ea/license', 'multi-partner'],
    [
      'global/manage/from-ea/license/multi-channel-license/more',
      'goes-on-after-result',
      'global/manage/from-ea/license',
      'more',
    ],
    ['constructor', 'not-an-answer-here', '', 'constructor'],
    ['__proto__', 'not-an-answer-here', '', '__proto__'],
    ['<script>alert(1)</script>', 'not-an-answer-here', '', '<script>alert(1)<,script>'],
  ])('%j is broken: %s, and keeps %j', (address, fault, path, rest) => {
    const parsed = parse(address);
    expect(parsed).toMatchObject({ kind: 'broken', fault });
    expect(parsed.path.join('/')).toBe(path);
    expect(parsed.kind === 'broken' && parsed.rest.join('/')).toBe(rest.replace(',', '/'));
  });

  test('any strings at all give a page or the longest valid run of answers', () => {
    const known = [...new Set([...places(tree)].flatMap(addressOf))];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...known)), { maxLength: 9 }), (segments) => {
        const parsed = parseAddress(tree, segments);
        expect(parsed.path).toEqual(segments.slice(0, parsed.path.length));
        expect(parseAddress(tree, parsed.path).kind).toBe('page');
      }),
      { numRuns: 5000 },
    );
  });
});
