import { LOCALES, type Locale } from '../../config/locales.ts';
import { escape } from '../escape.ts';
import { fillPlural } from '../fill.ts';
import { absolute, site, url, wordsOf } from '../site.ts';
import { makeFinder, type Finder } from './find.ts';
import type { Telling } from './mark.ts';
import { translations, unfinished } from './units.ts';

interface Known {
  readonly content: object;
  readonly finders: ReadonlyMap<string, Finder>;
}

let known: Known | undefined;

/** The finders of all languages that have unfinished texts, by their `lang`. */
export function finders(): ReadonlyMap<string, Finder> {
  const content = site();
  if (known?.content !== content) {
    const entries = translations.flatMap((locale) => {
      const units = unfinished(content, locale);
      return units.length === 0 ? [] : [[LOCALES[locale].lang, makeFinder(units)] as const];
    });
    known = { content, finders: new Map(entries) };
  }
  return known.finders;
}

/** Whether the words about unfinished texts are themselves still English in a locale. */
const inEnglish = (locale: Locale): boolean =>
  unfinished(site(), locale).some(({ key, state }) => state === 'missing' && key.startsWith('interface.translation.'));

/** How many texts are older and how many missing, in sentences. */
export function sentences(locale: Locale, older: number, missing: number): string {
  const { olderHere, missingHere } = wordsOf(locale).interface.translation;
  const lang = inEnglish(locale) ? 'en' : LOCALES[locale].lang;
  return [
    ...(older === 0 ? [] : [fillPlural(olderHere, lang, older)]),
    ...(missing === 0 ? [] : [fillPlural(missingHere, lang, missing)]),
  ].join(' ');
}

/**
 * What a page says about its unfinished texts.
 * @param path its address below the locale
 * @param sheet the address of the style sheet for it
 */
export function tellingOf(locale: Locale, path: string, sheet: string): Telling {
  const { title, mark } = wordsOf(locale).interface.translation;
  return {
    lang: inEnglish(locale) ? 'en' : undefined,
    notice: (older, missing) =>
      `${escape(sentences(locale, older, missing))} <a href="${url(locale, 'status')}">${escape(title)}</a>`,
    mark,
    english: (anchor) => url('en', path) + (anchor === undefined ? '' : `#${anchor}`),
    sheet,
  };
}

/**
 * A Markdown twin that says below its title how many of its texts are unfinished; as it was when none is.
 * Copied texts are made from it, so they say it too.
 */
export function tellInTwin(markdown: string, locale: Locale): string {
  const finder = finders().get(LOCALES[locale].lang);
  if (finder === undefined) return markdown;
  const lines = markdown.split('\n').map((line) => line.replace(/^(?:#+|>|-(?: \[ \])?|\d+\.) +/, ''));
  const units = new Set(lines.flatMap((line) => finder.matches(line).map(({ unit }) => unit)));
  if (units.size === 0) return markdown;
  const older = [...units].filter(({ state }) => state === 'older').length;
  const text = `${sentences(locale, older, units.size - older)}\n\n<${absolute(url(locale, 'status'))}>`;
  const [title = '', ...rest] = markdown.split('\n\n');
  return [title, text, ...rest].join('\n\n');
}
