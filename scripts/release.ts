import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../src/eligibility/compile.ts';
import { loadContent, publishedFolder, revisionOf } from '../src/lib/content/load.ts';
import { nextRelease, releaseName, writtenRelease } from '../src/lib/content/release.ts';

// Adds to the record what is about to be published: every result address with its outcome. The record only grows.
const content = loadContent();
if (content.revision.revision !== revisionOf(content)) {
  console.log('Run "npm run revise" first: the table or the facts have changed since the revision was written.');
  process.exitCode = 1;
} else {
  const release = nextRelease(content, compile(content.table));
  if (release === undefined) console.log(`revision ${content.revision.revision} is on record: nothing to add`);
  else {
    const file = join(publishedFolder(), releaseName(content.releases.length + 1, release));
    writeFileSync(file, writtenRelease(release));
    const { results, gone, pages } = release;
    console.log(
      `${file}: ${Object.keys(results).length} results new or decided otherwise, ${gone.length} gone, ${pages.length} new pages`,
    );
  }
}
