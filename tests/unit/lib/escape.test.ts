import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escape } from '../../../src/lib/escape.ts';

describe('a text in HTML or XML', () => {
  test.each([
    ['Terms & conditions', 'Terms &amp; conditions'],
    ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
    ['say "yes"', 'say &quot;yes&quot;'],
    ['&amp;', '&amp;amp;'],
    ['«Клиенты» — “ação” & l’été', '«Клиенты» — “ação” &amp; l’été'],
    ['', ''],
  ])('%j stands there as %j', (text, escaped) => {
    expect(escape(text)).toBe(escaped);
  });

  test('is markup in no case, and can be read back', () => {
    const read = (text: string) =>
      text.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', '"', ';', 'a', 'amp', 'lt', 'ж') }), (text) => {
        expect(escape(text)).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
        expect(read(escape(text))).toBe(text);
      }),
    );
  });
});
