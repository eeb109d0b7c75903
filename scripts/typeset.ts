import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { isLocale } from '../src/config/locales.ts';
import { NOT_READ } from '../src/lib/content/texts.ts';
import { typeset } from '../src/lib/content/typography.ts';

// Mends in the texts of all locales what the typographic check can mend by itself: non-breaking spaces, apostrophes, ellipses.
// Ids, addresses, patterns and what readers search with stay as they are.
const mend = (locale: Parameters<typeof typeset>[0], value: unknown, key = ''): unknown => {
  if (NOT_READ.has(key)) return value;
  if (typeof value === 'string') return typeset(locale, value);
  if (Array.isArray(value)) return value.map((inner) => mend(locale, inner, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mend(locale, inner, name)]));
};

for (const file of globSync('src/content/{articles,wording,glossary}/**/*.{mdx,json}', {
  exclude: ['**/search.json'],
})) {
  const locale = /[/\\](en|es|ru|pt-br)[/\\.]/.exec(file)?.[1];
  if (!isLocale(locale)) continue;
  const before = readFileSync(file, 'utf8');
  const after = file.endsWith('.json')
    ? `${JSON.stringify(mend(locale, JSON.parse(before)), null, 2)}\n`
    : before
        .split('\n')
        .map((line) =>
          line.startsWith('written:')
            ? line
            : line
                .split(/(<[^>]*>|\]\([^)]*\)|^(?:title|description): "|"$)/)
                .map((part, index) => (index % 2 === 0 ? typeset(locale, part) : part))
                .join(''),
        )
        .join('\n');
  if (after === before) continue;
  writeFileSync(file, after);
  console.log(`mended ${file}`);
}
