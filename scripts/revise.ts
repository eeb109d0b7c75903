import { writeFileSync } from 'node:fs';
import { revisionOf } from '../src/lib/content/load.ts';
import { readableContent } from './problems.ts';

// Writes the revision of table and ledger, with the date of today, after either was changed.
const content = readableContent();
const revision = revisionOf(content);
if (revision === content.revision.revision)
  console.log(`revision ${revision} of ${content.revision.date}: nothing has changed`);
else {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync('src/content/decision/revision.json', `${JSON.stringify({ revision, date }, null, 2)}\n`);
  console.log(`revision ${revision} of ${date}`);
}
