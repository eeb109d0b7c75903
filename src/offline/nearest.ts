import type { Leaf, TreeNode } from '../eligibility/tree.ts';
import { nearestPage } from '../lib/nearest.ts';

/** What is known to the page that says what is not saved. */
export interface Known {
  /** the wizard, if it could be loaded */
  readonly tree: TreeNode<Leaf> | undefined;
  /** addresses below the locale that are saved, but for those of the wizard */
  readonly pages: readonly string[];
  /** whether the questions and results are saved as pages */
  readonly wizard: boolean;
}

/**
 * Finds the saved page closest to an address that is not. A result is the outcome at the end of its address; where results
 * are not saved, outcomes are.
 * @param path the address below the base of the site, not decoded; any string may come in
 * @returns the segments below the locale; empty for the home page
 */
export function nearestSaved(path: string, { tree, pages, wizard }: Known): readonly string[] {
  const { segments, inWizard } = nearestPage(path, wizard ? tree : undefined, pages);
  if (!inWizard || wizard) return segments;
  const outcome = path.split('/').findLast(Boolean) ?? '';
  return pages.includes(`outcomes/${outcome}`) ? ['outcomes', outcome] : ['wizard'];
}
