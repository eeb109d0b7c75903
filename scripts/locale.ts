import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { isLocale, LOCALES, locales } from '../src/config/locales.ts';
import { missingFrom, writtenRecord } from '../src/lib/translation/record.ts';
import { unitsOf } from '../src/lib/translation/units.ts';
import { readableContent } from './problems.ts';

// Adds a language: names it in src/config/locales.ts, gives it the files it needs with the English texts in them, and records
// each of these as not yet written. The site builds at once and says on every page what is still English.
//   npm run locale -- fr "Français" [fr-CA]
const CONFIG = 'src/config/locales.ts';
const CONTENT = 'src/content';

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const [id = '', name = '', tag = id] = process.argv.slice(2);
if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(id) || !/^[^'\\\n]+$/.test(name))
  stop(
    'Write "npm run locale -- fr "Français"": the segment in addresses, the name its readers know, and the language tag if it is another.',
  );
if (isLocale(id)) stop(`${id} is a language of the site already.`);
const language = (() => {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return stop(`"${tag}" is no language tag (BCP 47), such as fr or fr-CA.`);
  }
})();
const lang = new Intl.Locale(tag).toString();
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);
const dir = RIGHT_TO_LEFT.has(language.script ?? '') ? 'rtl' : 'ltr';
const microsoft = `${language.language}-${language.region ?? language.language}`.toLowerCase();

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file: string, value: unknown) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** An object changed under these keys. */
const changed = (
  value: unknown,
  [key = '', ...rest]: readonly string[],
  change: (inner: unknown) => unknown,
): unknown => {
  const object = isObject(value) ? value : {};
  return { ...object, [key]: rest.length === 0 ? change(object[key]) : changed(object[key], rest, change) };
};

const record = Object.fromEntries(unitsOf(readableContent(), 'en').map(({ key, text }) => [key, missingFrom(text)]));

const entry = `${id.includes('-') ? `'${id}'` : id}: { lang: '${lang}', dir: '${dir}', name: '${name}', dates: '${lang}', microsoft: '${microsoft}' },`;
const config = readFileSync(CONFIG, 'utf8');
writeFileSync(CONFIG, config.replace(/\n\} as const satisfies/, `\n  ${entry}\n} as const satisfies`));

for (const folder of ['articles', 'wording'])
  cpSync(`${CONTENT}/${folder}/en`, `${CONTENT}/${folder}/${id}`, { recursive: true });
// What is never written belongs to each language: it begins with nothing forbidden.
const glossary = changed(json(`${CONTENT}/glossary/en.json`), ['terms'], (terms) =>
  isObject(terms)
    ? Object.fromEntries(Object.entries(terms).map(([term, own]) => [term, changed(own, ['avoid'], () => [])]))
    : terms,
);
writeJson(
  `${CONTENT}/glossary/${id}.json`,
  changed(glossary, ['rules'], () => []),
);

/** "Stay in Spanish" as each language says it, with the name of the new one in it. */
const stayIn = (inLanguage: string, known: string): string => {
  const names = new Intl.DisplayNames([inLanguage], { type: 'language' });
  const [spanish = 'Spanish', own = name] = [names.of('es'), names.of(language.language)];
  return known.replace(spanish, own);
};
for (const locale of [...locales, id]) {
  const file = `${CONTENT}/wording/${locale}/interface.json`;
  const speaks = isLocale(locale) ? LOCALES[locale].lang : 'en';
  const value = changed(json(file), ['suggestion', 'stay'], (stay) => {
    const words = isObject(stay) ? stay : {};
    const text = stayIn(speaks, String(words['es']));
    record[`interface.suggestion.stay.${id}`] ??= missingFrom(text);
    return { ...words, [id]: text };
  });
  writeJson(file, value);
}
writeFileSync(`${CONTENT}/translation/${id}.json`, writtenRecord(record));
execFileSync(process.execPath, ['scripts/translated.ts'], { stdio: 'ignore' });

console.log(`${name} (${id}, lang="${lang}", dir="${dir}") has ${Object.keys(record).length} texts, all still English.
Check what could only be guessed:
  ${CONFIG}: direction, form of dates, the language segment of Microsoft's pages (${microsoft})
  src/content/wording/*/interface.json: suggestion > stay > ${id}
What a language may have besides:
  src/content/glossary/${id}.json: forms of each term (find), what not to write (avoid, rules)
  src/content/wording/${id}/search.json: what its readers type into search
  src/lib/content/spelling.ts: a dictionary; src/lib/content/typography.ts: its typographic rules
  src/search/words/stem.ts: a stemmer, without which search finds words as they are written
Then "npm run check", and translate: CONTRIBUTING, "Translate".`);
