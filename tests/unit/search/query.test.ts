import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { find, trimmed } from '../../../src/search/find.ts';
import { indexOf } from './indexOf.ts';

const en = await indexOf('en');
const ru = await indexOf('ru');
const paths = (text: string, index = en) => find(text, index, '/').pages.map(({ path }) => path);

describe('a query', () => {
  test('is understood without words of no meaning and in any order', () => {
    expect(paths('how do I transfer an azure plan?')[0]).toBe(paths('plan azure transfer')[0]);
  });

  test('finds more as it is typed, and the same once it is complete', () => {
    expect(paths('germ')).toContain('outcomes/germany-closed');
    expect(paths('germany')).toContain('outcomes/germany-closed');
  });

  test('with one wrong letter is put right, unless it is meant as it is', () => {
    expect(find('azure swtich', en, '/').query.corrected).toBe('azure switch');
    expect(find('azure swtich', en, '/', true).query).toMatchObject({ unknown: ['swtich'] });
  });

  test('typed on the English layout is read as Russian', () => {
    expect(find('gjlgbcrf', ru, '/').query.corrected).toBe('подписка');
  });

  test.each(['', '   ', '?!', 'zzxqwv', 'kubernetes', 'power bi', 'vpn firewall', 'the of to.'])(
    'of which nothing is known finds nothing: "%s"',
    (text) => {
      expect(paths(text)).toEqual([]);
    },
  );

  test('keeps what is known beside a word that is not', () => {
    const { query, pages } = find('kubernetes role assignment owner', en, '/');
    expect(query.unknown).toEqual(['kubernetes']);
    expect(pages.length).toBeGreaterThan(0);
  });

  test('for 21Vianet finds its pages first, and others find them last', () => {
    expect(paths('21vianet multi-partner')[0]).toMatch(/21v/);
    expect(paths('multi-partner')[0]).not.toMatch(/21v/);
  });

  test('may be any text, of any length', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        '<b>azure</b>',
        'a'.repeat(5000),
        'azure\n\nticket\r\n\t',
        '=0 =1',
        '%E0',
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { pages } = find(trimmed(text), en, '/en/');
        for (const { text: shown, url } of pages) {
          expect(url).toMatch(/^\/en\/[\w/-]+\/(#[\w.-]+)?$/);
          expect(shown.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
