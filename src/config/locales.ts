/**
 * The languages of the site: the segment in addresses, the `lang` and `dir` attributes, the name readers know, whose dates it
 * writes, and the language segment of Microsoft's pages. `npm run locale` adds one.
 */
export const LOCALES = {
  en: { lang: 'en', dir: 'ltr', name: 'English', dates: 'en-GB', microsoft: 'en-us' },
  es: { lang: 'es', dir: 'ltr', name: 'Español', dates: 'es', microsoft: 'es-es' },
  ru: { lang: 'ru', dir: 'ltr', name: 'Русский', dates: 'ru', microsoft: 'ru-ru' },
  'pt-br': { lang: 'pt-BR', dir: 'ltr', name: 'Português (Brasil)', dates: 'pt-BR', microsoft: 'pt-br' },
} as const satisfies Record<
  string,
  { lang: string; dir: 'ltr' | 'rtl'; name: string; dates: string; microsoft: string }
>;

/** A locale as it stands in addresses. */
export type Locale = keyof typeof LOCALES;

/** The locales in the order in which switches list them. */
export const locales: readonly Locale[] = Object.keys(LOCALES).filter((id): id is Locale => id in LOCALES);

const isComplete = <Value>(values: Partial<Record<Locale, Value>>): values is Record<Locale, Value> =>
  locales.every((locale) => Object.hasOwn(values, locale));

/** A value for each locale. */
export function perLocale<Value>(make: (locale: Locale) => Value): Record<Locale, Value> {
  const values: Partial<Record<Locale, Value>> = {};
  for (const locale of locales) values[locale] = make(locale);
  if (!isComplete(values)) throw new TypeError('a locale has no value');
  return values;
}

/** Whether a string, for instance a segment of an address, is a locale of this site. */
export const isLocale = (segment: string | undefined): segment is Locale =>
  segment !== undefined && Object.hasOwn(LOCALES, segment);

/**
 * The locale that suits a reader best among those there are.
 * @param wanted language tags in the reader's order of preference, such as `navigator.languages`
 * @returns the first locale with the same language, or nothing when none has it
 */
export function matchingLocale(wanted: readonly string[], among: readonly Locale[] = locales): Locale | undefined {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    const match = among.find((locale) => locale.split('-')[0] === language);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** The locale that suits a reader best, English for those whose languages this site does not have. */
export const preferredLocale = (wanted: readonly string[]): Locale => matchingLocale(wanted) ?? 'en';
