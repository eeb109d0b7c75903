import { writeFileSync } from 'node:fs';
import { isLocale } from '../src/config/locales.ts';
import { isNamed, recorded, writtenRecord } from '../src/lib/translation/record.ts';
import { translations, unitsOf } from '../src/lib/translation/units.ts';
import { writeTexts } from '../src/lib/translation/write.ts';
import { readableContent } from './problems.ts';

// Writes down which English text each text was written from. Without arguments it takes in what is new or was written since
// it was missing; names (keys, * stands for anything) say which texts a person has brought up to date.
//   npm run translated -- [locale] [name ...]
const [first, ...others] = process.argv.slice(2);
const chosen = isLocale(first) ? [first] : translations;
const names = first === undefined || isLocale(first) ? others : [first, ...others];
const named = isNamed(names);

const content = readableContent();
const unknown = names.filter((name) =>
  chosen.every((locale) => !unitsOf(content, locale).some(({ key }) => isNamed([name])(key))),
);
if (unknown.length > 0) {
  const languages = isLocale(first) ? '' : ` The languages are ${translations.join(', ')}.`;
  console.log(`No text is called ${unknown.join(', ')}: "npm run check" names the keys.${languages}`);
  process.exitCode = 1;
} else
  for (const locale of chosen) {
    if (locale === 'en') continue;
    const units = unitsOf(content, locale);
    const { record, changes, copies } = recorded(units, content.translation[locale], named);
    writeTexts(locale, copies);
    writeFileSync(`src/content/translation/${locale}.json`, writtenRecord(record));
    for (const { key, change } of changes) console.log(`${locale}: ${key}: ${change}`);
    console.log(`${locale}: ${changes.length} of ${units.length} texts recorded`);
  }
