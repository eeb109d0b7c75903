import { LOCALES, type Locale } from '../config/locales.ts';
import type { Edition } from './content/schemas.ts';
import { wordsOf } from './site.ts';

/** What is known of an edition besides its date: what the date is of, the languages read, who translated it. */
export function editionNotes(locale: Locale, { dateKind, languages, translation }: Edition): readonly string[] {
  const words = wordsOf(locale).interface.article;
  const names = new Intl.DisplayNames(LOCALES[locale].lang, { type: 'language' });
  return [
    words.dateKind[dateKind],
    ...(languages.length === 0 ? [] : [languages.map((tag) => names.of(tag)).join(', ')]),
    ...(translation === null ? [] : [`${words.translation}: ${words[translation]}`]),
  ];
}
