import type { ArticleSlug } from '../config/articles.ts';
import type { Locale } from '../config/locales.ts';
import { outcomesBeside } from '../eligibility/table.ts';
import type { Certainty } from './content/schemas.ts';
import { dayOf } from './newer.ts';
import type { Site } from './site.ts';

/** The newer facts: those with a date, the newest first, then those without one in the order of the ledger. */
export function changesInTime({ facts, newer }: Pick<Site, 'facts' | 'newer'>): {
  readonly dated: readonly string[];
  readonly undated: readonly string[];
} {
  const all = [...facts.keys()].flatMap((id) => {
    const described = newer.get(id);
    return described === undefined ? [] : [{ id, day: dayOf(described) }];
  });
  return {
    dated: all
      .filter(({ day }) => day !== undefined)
      .sort((one, other) => (other.day ?? '').localeCompare(one.day ?? ''))
      .map(({ id }) => id),
    undated: all.filter(({ day }) => day === undefined).map(({ id }) => id),
  };
}

const concerned = new WeakMap<Site['facts'], ReadonlyMap<string, readonly string[]>>();

/** The documented facts that each newer fact changes, narrows or adds to, by the newer fact, which their entries name. */
function concernedBy(facts: Site['facts']): ReadonlyMap<string, readonly string[]> {
  const known = concerned.get(facts);
  if (known !== undefined) return known;
  const pairs = [...facts.values()].flatMap(({ id, layer, newer }) =>
    layer === 'newer'
      ? []
      : [...new Set(newer?.match(/`[^`]+`/g))].map((named) => ({ id, beside: named.slice(1, -1) })),
  );
  const groups = Map.groupBy(pairs, ({ beside }) => beside);
  const byNewer = new Map([...groups].map(([beside, list]) => [beside, list.map(({ id }) => id)]));
  concerned.set(facts, byNewer);
  return byNewer;
}

/** A newer fact with everything it touches. */
export interface Change {
  readonly home: ArticleSlug;
  readonly text: string;
  /** the documented facts it changes, narrows or adds to, as the ledger says */
  readonly concerns: readonly string[];
  /** the outcomes beside which it is shown */
  readonly outcomes: readonly string[];
  readonly read: readonly { readonly kind: Certainty; readonly where: string }[];
}

/**
 * What a newer fact touches.
 * @throws {RangeError} for a fact that is not newer or has no home
 */
export function changeOf(
  { facts, newer, newerSources, editions, homes, table }: Site,
  locale: Locale,
  id: string,
): Change {
  const home = homes.get(id);
  const described = newer.get(id);
  if (home === undefined || described === undefined) throw new RangeError(`${id} is no newer fact with a home`);
  return {
    home: home.article,
    text: home.text[locale],
    concerns: concernedBy(facts).get(id) ?? [],
    outcomes: [
      ...new Set(
        table.today.filter((entry) => entry.facts.includes(id)).flatMap((entry) => outcomesBeside(table, entry)),
      ),
    ],
    read: described.sources.flatMap((code) => {
      const edition = editions.get(code);
      return (
        newerSources[code] ??
        (edition === undefined ? [] : [{ kind: 'microsoft', where: `${edition.article}, ${edition.date}` }])
      );
    }),
  };
}
