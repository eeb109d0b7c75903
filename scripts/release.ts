import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../src/eligibility/compile.ts';
import { checkContent } from '../src/lib/content/check.ts';
import { NOT_ON_RECORD } from '../src/lib/content/checks/published.ts';
import { publishedFolder } from '../src/lib/content/load.ts';
import { nextRelease, releaseName, writtenRelease } from '../src/lib/content/release.ts';
import { readableContent, shown } from './problems.ts';

// Adds to the record what is about to be published: every result address with its outcome. The record only grows, so nothing
// goes onto it that the checks find wrong.
const content = readableContent();
const problems = checkContent(content).filter(({ cause }) => cause !== NOT_ON_RECORD);
if (problems.length > 0) {
  console.log(`${shown(problems)}\nNothing was written: mend these ${problems.length} problems first.`);
  process.exitCode = 1;
} else {
  const release = nextRelease(content, compile(content.table));
  if (release === undefined) console.log(`revision ${content.revision.revision} is on record: nothing to add`);
  else {
    const file = join(publishedFolder(), releaseName(content.releases.length + 1, release));
    writeFileSync(file, writtenRelease(release), { flag: 'wx' });
    const { results, gone, pages } = release;
    console.log(
      `${file}: ${Object.keys(results).length} results new or decided otherwise, ${gone.length} gone, ${pages.length} new pages`,
    );
  }
}
