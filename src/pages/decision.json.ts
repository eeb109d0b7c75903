import type { APIRoute } from 'astro';
import { results } from '../eligibility/tree.ts';
import { site } from '../lib/site.ts';

/** The decision table for other programs, with what it decides at each address. */
export const GET: APIRoute = () => {
  const { table, outcomes, revision, tree } = site();
  const { questions, order, asked, rows, notes, gates, gatesShown, today } = table;
  const paths = Object.fromEntries(
    [...results(tree)].map(({ path, node }) => [
      path.join('/'),
      { outcome: node.outcome, notes: node.notes, facts: node.facts },
    ]),
  );
  return Response.json({ revision, questions, order, asked, rows, outcomes, notes, gates, gatesShown, today, paths });
};
