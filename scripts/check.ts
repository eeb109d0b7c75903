import { checkContent } from '../src/lib/content/check.ts';
import { translationTasks } from '../src/lib/content/checks/translation.ts';
import { spellingProblems, unspelt } from '../src/lib/content/spelling.ts';
import { readableContent, shown } from './problems.ts';

// Every problem of content and rules at once, grouped by cause, spelling included. Exits with 1 if there is any. What is left
// for translators comes first and stops nothing. Files that cannot be read come alone: nothing can be checked against them.
const content = readableContent();
const tasks = translationTasks(content);
if (tasks.length > 0) console.log(`${shown(tasks)}\n`);
const problems = [...checkContent(content), ...(await spellingProblems(content))];
if (problems.length > 0) console.log(shown(problems));
for (const locale of unspelt)
  console.log(`${locale}: its spelling is not checked; name a dictionary in src/lib/content/spelling.ts`);
console.log(`${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
