import type { Surroundings } from '../../../src/eligibility/check.ts';
import { compile } from '../../../src/eligibility/compile.ts';
import { loadContent } from '../../../src/lib/content/load.ts';

const content = loadContent();

/** The table the site is built from. */
export const { table } = content;

export const tree = compile(table);

/** The outcomes described and the facts of the ledger. */
export const surroundings: Surroundings = {
  outcomes: new Set(Object.keys(content.outcomes)),
  facts: new Set(content.facts.keys()),
};
