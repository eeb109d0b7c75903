import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { locales } from '../../../src/config/locales.ts';
import { find } from '../../../src/search/find.ts';
import { indexOf } from './indexOf.ts';

// Ranking without a browser, for who tunes src/search/quick/weights.ts: each miss with what was found instead.
const queries = z
  .record(z.string(), z.array(z.strictObject({ query: z.string(), kind: z.string(), expected: z.array(z.string()) })))
  .parse(JSON.parse(readFileSync(process.env['SEARCH_QUERIES'] ?? 'tests/browser/search-queries.json', 'utf8')));

describe('quick search', () => {
  test.each(locales)('in %s puts the right page first in 95 of 100 queries', async (locale) => {
    const index = await indexOf(locale);
    const asked = queries[locale] ?? [];
    const misses = asked.flatMap(({ query, kind, expected }) => {
      const addresses = find(query, index, '/').pages.map(({ url }) =>
        url.slice(1).replace('/#', '#').replace(/\/$/, ''),
      );
      const [first = ''] = addresses;
      const right =
        expected.length === 0
          ? first === ''
          : expected.some(
              (one) => first === one || (!one.includes('#') && one !== 'glossary' && first.startsWith(`${one}#`)),
            );
      return right
        ? []
        : [`${kind}: ${query}\n    ${addresses.slice(0, 3).join(', ')} instead of ${expected.join(', ')}`];
    });
    if (misses.length > 0)
      console.log(`${locale}: ${misses.length} of ${asked.length} missed\n  ${misses.join('\n  ')}`);
    expect(misses.length).toBeLessThanOrEqual(asked.length * 0.05);
  });
});
