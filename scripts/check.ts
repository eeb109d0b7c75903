import { checkContent, describeReport } from '../src/lib/content/check.ts';
import { loadContent } from '../src/lib/content/load.ts';

// Every problem of content and rules at once, grouped by cause. Exits with 1 if there is any.
const report = checkContent(loadContent());
console.log(describeReport(report, 40));
console.log(`${report.problems.length} problems`);
process.exitCode = report.problems.length === 0 ? 0 : 1;
