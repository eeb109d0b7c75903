import { brotliCompressSync } from "node:zlib";
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { locales } from '../../../src/config/locales.ts';
import { searchFile } from '../../../src/lib/search/file.ts';
import { site } from '../../../src/lib/site.ts';
import { makeIndex } from '../../../src/search/quick/index.ts';
import { understand } from '../../../src/search/quick/query.ts';
import { rank } from '../../../src/search/quick/rank.ts';
import { makeLanguage } from '../../../src/search/words/language.ts';
import { loadStemmer } from '../../../src/search/words/stem.ts';

const queries = z
  .record(z.string(), z.array(z.strictObject({ query: z.string(), kind: z.string(), expected: z.array(z.string()) })))
  .parse(JSON.parse(readFileSync(process.env.FIXTURE ?? 'tests/browser/search-queries.json', 'utf8')));

describe('quick search', () => {
  test.each(locales)('in %s puts the right page first', async (locale) => {
    const file = await searchFile(site(), locale);
    const index = makeIndex(file, makeLanguage(file, await loadStemmer(locale)));
    const misses: string[] = [];
    const asked = queries[locale] ?? [];
    for (const { query, kind, expected } of asked) {
      const understood = understand(query, index);
      const found = rank(understood, index);
      const addresses = found.slice(0, 4).map(({ entry, atSection, sections, score }) => {
        const s = score.toFixed(2);
        return `${entry.path}${atSection ? `#${sections[0]?.id ?? ''}` : ''} ${s}`;
      });
      const first = addresses[0]?.split(' ')[0] ?? '';
      const right = expected.length === 0 ? first === '' : expected.some((e) => first === e || (!e.includes('#') && first.startsWith(`${e}#`) && !first.startsWith('glossary')));
      if (!right)
        misses.push(
          `[${kind}] ${query} -> ${understood.wanted.map(({ typed, terms }) => `${typed}(${[...terms.keys()].slice(0, 3).join(',')})`).join(' ')} ? ${understood.unknown.join(',')} ~ ${understood.corrected ?? ''}\n      ${addresses.join(' | ')}\n      expected ${expected.join(' | ')}`,
        );
    }
    console.log(`${locale}: ${asked.length - misses.length}/${asked.length}; ${JSON.stringify(file).length} characters, text ${JSON.stringify(file.text).length} brotli ${brotliCompressSync(JSON.stringify(file)).length}\n  ${misses.join('\n  ')}`);
    expect(misses.length).toBeLessThan(asked.length);
  });
});
