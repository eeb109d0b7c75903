import type { DecisionTree } from '../../../eligibility/compile.ts';
import type { Content } from '../load.ts';
import { nextRelease, pagesOf, releaseName } from '../release.ts';
import { difference, type Report } from './problem.ts';

/** How the problem is called that `npm run release` takes away. */
export const NOT_ON_RECORD = 'published: not on record';

/**
 * Checks the record of what was published: that no release of it was lost or rewritten, that no page on it would vanish,
 * and that what is about to be built stands on it. Results that moved or ceased have pages of their own.
 */
export function checkPublished(content: Content, tree: DecisionTree, report: Report): void {
  const { releases } = content;
  for (const [index, release] of releases.entries()) {
    const { file } = release;
    const name = releaseName(index + 1, release);
    if (!file.endsWith(`/${name}`))
      report(
        'published: release missing',
        file,
        `it should be called ${name}: releases are numbered without a gap`,
        'Restore the missing release from the history of the repository; a release is never renamed.',
      );
    if (release.after !== (releases[index - 1]?.hash ?? null))
      report(
        'published: record rewritten',
        file,
        'it does not follow on the release before it',
        'Restore both files from the history of the repository: the record only grows.',
      );
  }
  const recorded = new Set(releases.flatMap(({ pages }) => pages));
  for (const page of difference(recorded, pagesOf(content)))
    if (!page.startsWith('outcomes/'))
      report(
        'published: page lost',
        'src/config',
        `/${page}/ was published and would vanish`,
        'Bring the page back: links to it stand in tickets.',
      );
  const next = nextRelease(content, tree);
  if (next !== undefined)
    report(
      NOT_ON_RECORD,
      releases.at(-1)?.file ?? 'src/content/published',
      `revision ${next.revision} is not on record: ${Object.keys(next.results).length} results are new or decided otherwise, ${next.gone.length} are gone, ${next.pages.length} pages are new`,
      'Run "npm run release" when table and texts are as they will be published.',
    );
}
