import type { DecisionTree } from './compile.ts';
import { gatesOf, todayOf, type Decision, type DecisionTable } from './table.ts';
import { results, stepsAlong } from './tree.ts';

/** A result as a reader meets it: the questions that lead to it, what is decided, and what stands beside that. */
export interface ShownResult extends Decision {
  /** its answers, joined by slashes: its address without the outcome */
  readonly path: string;
  readonly questions: readonly string[];
  readonly gates: readonly string[];
  /** the newer facts that stand beside it */
  readonly today: readonly string[];
}

/**
 * Every result of a compiled table, in the order of the wizard, with the gates and newer facts that the answers in its
 * address bring along.
 * @param tree the tree compiled from the table
 */
export const shownResults = (table: DecisionTable, tree: DecisionTree): readonly ShownResult[] =>
  [...results(tree)].map(({ path, node: { outcome, notes, facts } }) => {
    const steps = stepsAlong(tree, path);
    const answers = Object.fromEntries(steps.map(({ question, answer }) => [question, answer]));
    return {
      path: path.join('/'),
      questions: steps.map(({ question }) => question),
      outcome,
      notes,
      facts,
      gates: gatesOf(table, outcome, answers),
      today: todayOf(table, outcome, answers),
    };
  });
