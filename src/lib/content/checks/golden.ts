import type { DecisionTree } from '../../../eligibility/compile.ts';
import {
  besideFaults,
  goldenFaults,
  parseGolden,
  parseGoldenBeside,
  type GoldenFault,
} from '../../../eligibility/golden.ts';
import { GOLDEN, GOLDEN_BESIDE, type Content } from '../load.ts';
import type { Report } from './problem.ts';

const REMEDY = 'Correct the table, or write the line anew from the facts, not from what the table decides.';

/** Checks that the table decides as the golden decisions say, and shows beside its results what they say. */
export function checkGolden({ table, golden, goldenBeside }: Content, tree: DecisionTree, report: Report): void {
  const compare = (name: string, faults: () => readonly GoldenFault[]) => {
    const file = `src/content/${name}`;
    try {
      for (const { line, address, message } of faults()) {
        const at = [...(line === undefined ? [] : [`line ${line}`]), ...(address === undefined ? [] : [address])];
        report('golden decisions', file, [...at, message].join(': '), REMEDY);
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      report('golden decisions: form', file, error.message, 'Give the line the form that the message names.');
    }
  };
  compare(GOLDEN, () => goldenFaults(parseGolden(golden), tree));
  compare(GOLDEN_BESIDE, () => besideFaults(parseGoldenBeside(goldenBeside), table, tree));
}
