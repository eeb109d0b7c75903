import { describeProblems } from '../src/lib/content/check.ts';
import type { ContentProblem } from '../src/lib/content/checks/problem.ts';
import { ContentError, loadContent, type Content } from '../src/lib/content/load.ts';

/** Problems as a terminal shows them: at most forty of each cause. */
export const shown = (problems: readonly ContentProblem[]): string => describeProblems(problems, 40);

/** The content. Where its files cannot be read, says what is wrong with each and ends the program with 1. */
export function readableContent(): Content {
  try {
    return loadContent();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.log(`${shown(error.problems)}\n${error.problems.length} problems`);
    process.exit(1);
  }
}
