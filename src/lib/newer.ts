import { microsoftPage } from '../config/articles.ts';
import type { Locale } from '../config/locales.ts';
import { fill } from './fill.ts';
import type { NewerFact } from './content/schemas.ts';
import { formatDate, formatMonths, site, wordsOf } from './site.ts';

/** What stands beside a newer fact wherever it is shown. */
export interface NewerView {
  /** since when it holds, or of when the material is, in words */
  readonly when: string;
  /** how surely it is known, in words */
  readonly certainty: string;
  /** Microsoft's current page in the reader's language, where one is known */
  readonly current: string | undefined;
}

/** The first day a date stands for: `2023`, `2023-05` and `2023-05-25` are all dates. */
const firstDay = (date: string): string => `${date}${'-01-01'.slice(date.length - 4)}`;

/**
 * The day by which a newer fact is ordered in time (YYYY-MM-DD): when it began to hold or was changed, else the date of the material.
 * Nothing where neither is known.
 */
export function dayOf({ since, changed, documented }: NewerFact): string | undefined {
  const date = since ?? changed ?? documented;
  return date === undefined ? undefined : firstDay(date);
}

function whenOf(locale: Locale, { since, until, changed, documented }: NewerFact): string {
  const words = wordsOf(locale).interface.newer;
  if (since !== undefined && until !== undefined)
    return fill(words.between, { date: formatMonths(locale, firstDay(since), firstDay(until)) });
  if (since !== undefined) return fill(words.since, { date: formatDate(locale, since) });
  if (changed !== undefined) return fill(words.changed, { date: formatDate(locale, changed) });
  if (documented !== undefined) return fill(words.documented, { date: formatDate(locale, documented) });
  return words.undated;
}

/** What stands beside a newer fact; nothing for a documented one. */
export function newerView(locale: Locale, fact: string): NewerView | undefined {
  const newer = site().newer.get(fact);
  if (newer === undefined) return undefined;
  return {
    when: whenOf(locale, newer),
    certainty: wordsOf(locale).interface.newer.certainty[newer.certainty],
    current: newer.current === undefined ? undefined : microsoftPage(locale, newer.current),
  };
}
