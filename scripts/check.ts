import { checkContent, describeProblems } from '../src/lib/content/check.ts';
import type { ContentProblem } from '../src/lib/content/checks/problem.ts';
import { translationTasks } from '../src/lib/content/checks/translation.ts';
import { ContentError, loadContent } from '../src/lib/content/load.ts';
import { spellingProblems, unspelt } from '../src/lib/content/spelling.ts';

// Every problem of content and rules at once, grouped by cause, spelling included. Exits with 1 if there is any. What is left
// for translators comes first and stops nothing. Files that cannot be read come alone: nothing can be checked against them.
const MOST = 40;

async function everyProblem(): Promise<readonly ContentProblem[]> {
  try {
    const content = loadContent();
    const tasks = translationTasks(content);
    if (tasks.length > 0) console.log(`${describeProblems(tasks, MOST)}\n`);
    return [...checkContent(content), ...(await spellingProblems(content))];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

const problems = await everyProblem();
if (problems.length > 0) console.log(describeProblems(problems, MOST));
for (const locale of unspelt)
  console.log(`${locale}: its spelling is not checked; name a dictionary in src/lib/content/spelling.ts`);
console.log(`${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
