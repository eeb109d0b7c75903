import type { Locale } from '../../config/locales.ts';
import { changeOf } from '../changes.ts';
import { editionsOf } from '../content/facts.ts';
import { fill } from '../fill.ts';
import { dayOf, newerView } from '../newer.ts';
import { formatDate, formatMonths, site, wordsOf } from '../site.ts';

/** The name of one of Microsoft's articles, from the path of its file. */
const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.md$/, '');

/**
 * Where facts were read, with dates: the editions of each of Microsoft's articles, oldest first, then the places where
 * newer facts were read, each once with since when the facts read there hold.
 * @param every whether to name each place where a newer fact was read, or only the one that decides how sure it is
 */
export function sourceLines(locale: Locale, facts: readonly string[], every: boolean): readonly string[] {
  const { facts: ledger, editions, newer } = site();
  const words = wordsOf(locale);
  const documented = facts.flatMap((id) => {
    const fact = ledger.get(id);
    return fact === undefined || fact.layer === 'newer' ? [] : editionsOf(fact, editions);
  });
  const byArticle = Map.groupBy(documented, ({ article }) => nameOf(article));
  const articles = [...byArticle].map(([article, list]) => {
    const dates = list.map(({ date }) => date.slice(0, 7)).sort();
    const [from = '', to = ''] = [dates[0], dates.at(-1)];
    return {
      from,
      line: fill(words.tickets.copy.editions, {
        article,
        dates: from === to ? formatDate(locale, from) : formatMonths(locale, `${from}-01`, `${to}-01`),
      }),
    };
  });
  const places = facts.flatMap((id) => {
    const described = newer.get(id);
    if (described === undefined) return [];
    const { read } = changeOf(site(), locale, id);
    const chosen = every ? read : [read.find(({ kind }) => kind === described.certainty) ?? read[0]];
    const when = dayOf(described) === undefined ? undefined : newerView(locale, id)?.when;
    return chosen.flatMap((place) => (place === undefined ? [] : [{ ...place, when }]));
  });
  return [
    ...articles.sort((one, other) => one.from.localeCompare(other.from)).map(({ line }) => line),
    ...[...Map.groupBy(places, ({ where }) => where)].map(([where, list]) => {
      const known = list.flatMap(({ kind, when }) => [
        ...(when === undefined ? [] : [when]),
        words.interface.newer.certainty[kind],
      ]);
      return `${where} – ${[...new Set(known)].join('; ')}`;
    }),
  ];
}
