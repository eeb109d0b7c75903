/** What merging needs to know of a hit. */
interface Scored {
  readonly id: string;
  readonly score: number;
}

/** How much a hit counts that only a rewritten form of the query found. */
const REWRITTEN = 0.9;

/**
 * Joins the hits of several forms of a query into one list, each page once with its best score, best first. Hits of the
 * reader's own words count a little more than those of a rewritten form.
 * @param lists the hits of each form, the reader's own words first
 */
export function mergeHits<Hit extends Scored>(lists: readonly (readonly Hit[])[]): readonly Hit[] {
  const best = new Map<string, { readonly hit: Hit; readonly score: number }>();
  for (const [index, hits] of lists.entries())
    for (const hit of hits) {
      const score = index === 0 ? hit.score : hit.score * REWRITTEN;
      const before = best.get(hit.id);
      if (before === undefined || score > before.score) best.set(hit.id, { hit, score });
    }
  return [...best.values()].sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}
