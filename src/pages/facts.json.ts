import type { APIRoute } from 'astro';
import { LOCALES, locales } from '../config/locales.ts';
import { sourcesOf } from '../lib/content/facts.ts';
import { site } from '../lib/site.ts';

/**
 * Every fact of the ledger for other programs: layer, clouds, sources, the page that states it below a locale, and its
 * sentence in each language. A fact not yet placed has no page and no text.
 */
export const GET: APIRoute = () => {
  const { facts, homes } = site();
  return Response.json(
    Object.fromEntries(
      [...facts.values()].map((fact) => {
        const home = homes.get(fact.id);
        const text =
          home === undefined
            ? {}
            : Object.fromEntries(locales.map((locale) => [LOCALES[locale].lang.toLowerCase(), home.text[locale]]));
        return [
          fact.id,
          { layer: fact.layer, clouds: fact.cloudIds, sources: sourcesOf(fact), page: home?.article ?? null, text },
        ];
      }),
    ),
  );
};
