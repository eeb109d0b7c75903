import { readFileSync, writeFileSync } from 'node:fs';
import { isLocale, LOCALES } from '../src/config/locales.ts';
import { hashOf, writtenRecord } from '../src/lib/translation/record.ts';
import { translations, unitsOf } from '../src/lib/translation/units.ts';
import { writeTexts } from '../src/lib/translation/write.ts';
import { notesFor } from '../src/lib/translation/xliff/notes.ts';
import { readXliff } from '../src/lib/translation/xliff/read.ts';
import { takeUnits } from '../src/lib/translation/xliff/take.ts';
import { writeXliff } from '../src/lib/translation/xliff/write.ts';
import { readableContent } from './problems.ts';

// Hands texts to translators and takes them back, as XLIFF 2.0.
//   npm run xliff -- export ru ru.xlf [--only older,missing]
//   npm run xliff -- import ru.xlf
class UsageError extends Error {}

const USAGE = 'Write "npm run xliff -- export ru ru.xlf [--only older,missing]" or "npm run xliff -- import ru.xlf".';
const STATES = ['current', 'older', 'missing'];

function exportTexts([locale, file, flag, only]: readonly string[]): void {
  if (!isLocale(locale) || locale === 'en' || file === undefined || (flag !== undefined && flag !== '--only'))
    throw new UsageError(`${USAGE} The languages are ${translations.join(', ')}.`);
  const states = only?.split(',') ?? STATES;
  const unknown = states.find((state) => !STATES.includes(state));
  if (unknown !== undefined) throw new UsageError(`There is no state "${unknown}": choose from ${STATES.join(', ')}.`);
  const content = readableContent();
  const units = unitsOf(content, locale).filter(
    ({ state, source, text }) => states.includes(state) && source !== '' && (text !== '' || state !== 'current'),
  );
  if (units.length === 0) {
    console.log(`${locale}: nothing is ${states.join(' or ')}`);
    return;
  }
  writeFileSync(file, writeXliff(units, LOCALES[locale].lang, notesFor(content, locale)));
  console.log(`${file}: ${units.length} texts for ${locale}`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`"${file}" cannot be read: name the file that came back from the translator.`);
  }
}

function importTexts([file]: readonly string[]): void {
  if (file === undefined) throw new UsageError(USAGE);
  const { lang, units: read } = readXliff(textOf(file));
  const locale = translations.find((id) => LOCALES[id].lang.toLowerCase() === lang.toLowerCase());
  if (locale === undefined)
    throw new UsageError(`Nothing here is translated into "${lang}": ${translations.join(', ')}.`);
  const content = readableContent();
  const units = unitsOf(content, locale);
  const { texts, done, problems } = takeUnits(units, read);
  if (problems.length > 0)
    throw new UsageError(`${problems.length} problems; nothing was written.\n${problems.join('\n')}`);
  const files = writeTexts(locale, texts);
  const before = content.translation[locale];
  const sources = new Map(units.map(({ key, source }) => [key, source]));
  const record = { ...before, ...Object.fromEntries(done.map((key) => [key, hashOf(sources.get(key) ?? '')])) };
  const written = writtenRecord(record);
  if (written !== writtenRecord(before)) writeFileSync(`src/content/translation/${locale}.json`, written);
  console.log(
    `${locale}: ${texts.size} texts written into ${files.length} files, ${done.length} up to date with English`,
  );
}

const [command, ...rest] = process.argv.slice(2);
try {
  if (command === 'export') exportTexts(rest);
  else if (command === 'import') importTexts(rest);
  else throw new UsageError(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
