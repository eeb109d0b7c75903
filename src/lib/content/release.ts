import { articleSlugs } from '../../config/articles.ts';
import { perLocale } from '../../config/locales.ts';
import { PAGES } from '../../config/site.ts';
import type { DecisionTree } from '../../eligibility/compile.ts';
import { releaseOf, type Published } from '../../eligibility/published.ts';
import type { Content } from './load.ts';
import type { ReleaseFile } from './schemas.ts';

/** The addresses below a locale of all pages that are not made from answers. */
export const pagesOf = ({ outcomes }: Pick<Content, 'outcomes'>): readonly string[] => [
  ...articleSlugs,
  ...Object.keys(outcomes).map((id) => `outcomes/${id}`),
  'outcomes',
  'wizard',
  ...PAGES,
];

/**
 * The words in which outcomes and answers stand on record.
 * @param until the release before which they stood so; without it they stand after all releases
 */
export function wordsOnRecord(
  releases: Content['releases'],
  until?: Published,
): Pick<ReleaseFile, 'outcomes' | 'answers'> {
  const end = releases.findIndex(({ revision }) => revision === until?.revision);
  const before = end < 0 ? releases : releases.slice(0, end);
  return {
    outcomes: Object.fromEntries(before.flatMap(({ outcomes }) => Object.entries(outcomes))),
    answers: Object.fromEntries(before.flatMap(({ answers }) => Object.entries(answers))),
  };
}

const changed = <Value>(now: Record<string, Value>, before: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(now).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(before[id])));

/**
 * What the content as it is adds to the record. Words alone need no release: the next one takes them along.
 * @returns the release, or nothing when all of it is on record already
 */
export function nextRelease(content: Content, tree: DecisionTree): ReleaseFile | undefined {
  const { releases, revision, wording, outcomes, table } = content;
  const known = wordsOnRecord(releases);
  const pages = new Set(releases.flatMap((release) => release.pages));
  const release: ReleaseFile = {
    after: releases.at(-1)?.hash ?? null,
    pages: pagesOf(content).filter((page) => !pages.has(page)),
    outcomes: changed(
      Object.fromEntries(
        Object.keys(outcomes).map((id) => [
          id,
          perLocale((locale) => {
            const words = wording[locale].outcomes[id];
            return { title: words?.title ?? id, path: words?.path ?? id };
          }),
        ]),
      ),
      known.outcomes,
    ),
    answers: changed(
      Object.fromEntries(
        Object.values(table.questions)
          .flat()
          .map((id) => [id, perLocale((locale) => wording[locale].answers[id]?.short ?? id)]),
      ),
      known.answers,
    ),
    ...releaseOf(tree, releases, revision),
  };
  const adds =
    release.pages.length > 0 ||
    release.gone.length > 0 ||
    Object.keys(release.results).length > 0 ||
    releases.at(-1)?.revision !== revision.revision;
  return adds ? release : undefined;
}

/** The name of a release's file: releases are read in the order of their names. */
export const releaseName = (number: number, { revision }: Pick<ReleaseFile, 'revision'>): string =>
  `${String(number).padStart(4, '0')}-${revision}.json`;

const line = (value: unknown) => JSON.stringify(value);

function record(name: string, values: Record<string, unknown>): string {
  const lines = Object.entries(values).map(([key, value]) => `    ${line(key)}: ${line(value)}`);
  return lines.length === 0 ? `  "${name}": {}` : `  "${name}": {\n${lines.join(',\n')}\n  }`;
}

/** A release as it is written: one address, outcome or answer a line, so that a difference can be read. */
export const writtenRelease = ({
  revision,
  date,
  after,
  pages,
  results,
  gone,
  outcomes,
  answers,
}: ReleaseFile): string =>
  `{
  "revision": ${line(revision)},
  "date": ${line(date)},
  "after": ${line(after)},
  "pages": ${line(pages)},
${record('results', results)},
  "gone": ${line(gone)},
${record('outcomes', outcomes)},
${record('answers', answers)}
}
`;
