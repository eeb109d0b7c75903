import { checkContent, describeProblems } from '../src/lib/content/check.ts';
import { translationTasks } from '../src/lib/content/checks/translation.ts';
import { loadContent } from '../src/lib/content/load.ts';
import { spellingProblems } from '../src/lib/content/spelling.ts';

// Every problem of content and rules at once, grouped by cause, spelling included. Exits with 1 if there is any. What is left
// for translators comes first and stops nothing.
const content = loadContent();
const tasks = translationTasks(content);
if (tasks.length > 0) console.log(`${describeProblems(tasks, 40)}\n`);
const problems = [...checkContent(content), ...(await spellingProblems(content))];
if (problems.length > 0) console.log(describeProblems(problems, 40));
console.log(`${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
