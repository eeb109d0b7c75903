import type { APIRoute } from 'astro';
import { sourcesOf } from '../lib/content/facts.ts';
import { site } from '../lib/site.ts';

/**
 * Every fact of the ledger for other programs: layer, clouds, sources, the page that states it below a locale, and its
 * sentence in each language. The checks see to it that every fact has a page.
 */
export const GET: APIRoute = () => {
  const { facts, homes } = site();
  return Response.json(
    Object.fromEntries(
      [...facts.values()].map((fact) => {
        const home = homes.get(fact.id);
        if (home === undefined) throw new RangeError(`${fact.id} is stated in no article`);
        const { article: page, text } = home;
        return [fact.id, { layer: fact.layer, clouds: fact.cloudIds, sources: sourcesOf(fact), page, text }];
      }),
    ),
  );
};
