import { LOCALES, type Locale } from '../config/locales.ts';

/**
 * What Intl writes otherwise than the texts: Portuguese says "1º de"; Russian "г." doubles a full stop, a year alone is
 * "2024 год", and a span within a year names it once.
 */
function asWritten(locale: Locale, date: string): string {
  if (locale === 'pt-br') return date.replace(/^1 de /, '1º de ');
  if (locale !== 'ru') return date;
  return date
    .replaceAll(/\s*г\./g, '')
    .replace(/^(\d{4})$/, '$1 год')
    .replace(/ (\d{4})( . .* \1)$/, '$2');
}

/** How a locale writes dates of this form. Made once: that takes longer than writing a date. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(LOCALES[locale].dates, { ...options, timeZone: 'UTC' });
  dateFormats.set(key, format);
  return format;
}

/** A date in the reader's language, as exactly as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export function formatDate(locale: Locale, date: string | Date): string {
  const known = typeof date === 'string' ? date.length : 10;
  const format = dateFormat(locale, {
    year: 'numeric',
    ...(known > 4 && { month: 'long' }),
    ...(known > 7 && { day: 'numeric' }),
  });
  return asWritten(locale, format.format(new Date(date)));
}

const spans = new Map<string, string>();

/** A span of months in the reader's language. Written once: the sources of every page name the same few. */
export function formatMonths(locale: Locale, from: string, to: string): string {
  const key = [locale, from, to].join(' ');
  const known = spans.get(key);
  if (known !== undefined) return known;
  const months = dateFormat(locale, { year: 'numeric', month: 'long' });
  const span = asWritten(locale, months.formatRange(new Date(from), new Date(to)));
  spans.set(key, span);
  return span;
}
