import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { isLocale, locales, type Locale } from '../src/config/locales.ts';
import { NOT_READ } from '../src/lib/content/texts.ts';
import { typeset } from '../src/lib/content/typography.ts';

// Mends in the texts of all locales what the typographic check can mend by itself: non-breaking spaces, apostrophes, ellipses.
// Ids, addresses, patterns and what readers search with stay as they are.
const mend = (locale: Locale, value: unknown, key = ''): unknown => {
  if (NOT_READ.has(key)) return value;
  if (typeof value === 'string') return typeset(locale, value);
  if (Array.isArray(value)) return value.map((inner) => mend(locale, inner, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mend(locale, inner, name)]));
};

/** The locale a file belongs to: its folder, or its own name. */
const LOCALE = new RegExp(String.raw`[/\\](${locales.join('|')})[/\\.]`);

/** A JSON file mended; nothing where it is not JSON. */
const mendedJson = (locale: Locale, file: string, json: string): string | undefined => {
  try {
    return `${JSON.stringify(mend(locale, JSON.parse(json)), null, 2)}\n`;
  } catch (error) {
    const reason = String(error).replaceAll(/\s+/g, ' ');
    console.error(`${file} is not JSON (${reason}): mend it where the message says.`);
    process.exitCode = 1;
    return undefined;
  }
};

for (const file of globSync('src/content/{articles,wording,glossary}/**/*.{mdx,json}', {
  exclude: ['**/search.json'],
})) {
  const locale = LOCALE.exec(file)?.[1];
  if (!isLocale(locale)) continue;
  const before = readFileSync(file, 'utf8');
  const after = file.endsWith('.json')
    ? mendedJson(locale, file, before)
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
  if (after === undefined || after === before) continue;
  writeFileSync(file, after);
  console.log(`mended ${file}`);
}
