import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { articleSlugs, type ArticleSlug } from '../../src/config/articles.ts';
import { perLocale } from '../../src/config/locales.ts';
import { movedAddresses, promises, standing } from '../../src/eligibility/published.ts';
import { results } from '../../src/eligibility/tree.ts';
import type { ParsedArticle } from '../../src/lib/content/article.ts';
import { checkContent } from '../../src/lib/content/check.ts';
import { loadContent, type Content, type StoredRelease, type Wording } from '../../src/lib/content/load.ts';
import { nextRelease, pagesOf, wordsOnRecord, writtenRelease } from '../../src/lib/content/release.ts';
import { releaseSchema, type ReleaseFile } from '../../src/lib/content/schemas.ts';
import { contentWith, FIRST, OLD_ANSWER, OLD_OUTCOME, SECOND, writeHistory } from '../fixtures/published.ts';
import { tree } from '../unit/eligibility/realTable.ts';

const folder = mkdtempSync(join(tmpdir(), 'published-'));
afterAll(() => rmSync(folder, { recursive: true }));

const history = writeHistory(folder);

const unread = (articles: ReadonlyMap<ArticleSlug, ParsedArticle>): ReadonlyMap<ArticleSlug, ParsedArticle> =>
  new Map([...articles].map(([slug, article]) => [slug, { ...article, readable: [] }]));
const unruled = (words: Wording): Wording => ({ ...words, glossary: { ...words.glossary, rules: [] } });

/** A content of which how it is written is left out: that takes longest, and other tests test it. */
const quiet = (content: Content): Content => ({
  ...content,
  articles: perLocale((locale) => unread(content.articles[locale])),
  wording: perLocale((locale) => unruled(content.wording[locale])),
});

/** What the checks say of a content: the kind of each problem, its file and its message. */
const problemsOf = (content: Content) =>
  checkContent(quiet(content)).map(({ cause, file, message }) => [cause, file, message] as const);

const [first, second, third] = history.releases;
if (first === undefined || second === undefined || third === undefined) throw new Error('three releases were written');

const withReleases = (releases: readonly StoredRelease[]): Content => ({ ...history, releases });

/** A content with one row of its table resting on one more fact. */
const withFact = (content: Content, row: string, fact: string): Content => ({
  ...content,
  table: {
    ...content.table,
    rows: content.table.rows.map((each) => (each.row === row ? { ...each, facts: [...each.facts, fact] } : each)),
  },
});

const names = (releases: readonly StoredRelease[]) => releases.map(({ file }) => file.replace(/^.*\//, ''));

describe('the record of the site', () => {
  const content = loadContent();

  test('is complete: the build may publish what it says', () => {
    expect(problemsOf(content).filter(([cause]) => cause.startsWith('published'))).toEqual([]);
    expect(standing(content.releases)).toEqual(
      new Map([...results(tree)].map(({ path, node }) => [path.join('/'), node])),
    );
  });

  test('lists the page of every article and every outcome', () => {
    const recorded = content.releases.flatMap(({ pages }) => pages);
    expect(new Set(recorded).size).toBe(recorded.length);
    for (const slug of articleSlugs) expect(recorded).toContain(slug);
    for (const id of Object.keys(content.outcomes)) expect(recorded).toContain(`outcomes/${id}`);
  });
});

describe('a release that the command writes after two others', () => {
  test('makes the record complete: no check finds a problem, and there is nothing left to release', () => {
    expect(checkContent(history)).toEqual([]);
    expect(nextRelease(history, tree)).toBeUndefined();
  });

  test('is named by its number and revision, and names the release before it by hash', () => {
    expect(names(history.releases)).toEqual([
      `0001-${FIRST.revision}.json`,
      `0002-${SECOND.revision}.json`,
      `0003-${history.revision.revision}.json`,
    ]);
    expect([first.after, second.after, third.after]).toEqual([null, first.hash, second.hash]);
  });

  test('records as gone what is no result any more, and nothing else', () => {
    expect(third.gone).toEqual([
      'global/manage/from-spla/license',
      'global/add-services/served-elsewhere',
      'global/manage/from-me-in-csp/license',
    ]);
  });

  test('records each result that is new or decided otherwise, and none that stands as it was', () => {
    expect(third.results).not.toHaveProperty(['global/manage/from-ea/license']);
    expect(third.results).toHaveProperty(
      ['global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft', 'outcome'],
      'azure-switch',
    );
    const known = new Set([...Object.keys(first.results), ...Object.keys(second.results)]);
    for (const { path } of results(tree))
      if (!known.has(path.join('/'))) expect(Object.keys(third.results)).toContain(path.join('/'));
  });

  test('records each page once, and the words of each outcome and answer', () => {
    const recorded = history.releases.flatMap(({ pages }) => pages);
    expect(recorded.toSorted()).toEqual([...pagesOf(history), `outcomes/${OLD_OUTCOME.id}`].toSorted());
    const { outcomes, answers } = wordsOnRecord(history.releases);
    expect(outcomes[OLD_OUTCOME.id]).toEqual(OLD_OUTCOME.words);
    expect(answers[OLD_ANSWER.id]).toEqual(OLD_ANSWER.words);
    for (const id of Object.keys(history.outcomes))
      expect(outcomes[id]?.ru.title).toBe(history.wording.ru.outcomes[id]?.title);
    for (const id of Object.values(history.table.questions).flat())
      expect(answers[id]?.['pt-br']).toBe(history.wording['pt-br'].answers[id]?.short);
  });

  test('takes reworded texts along, but is not made for them alone', () => {
    const { es } = history.wording;
    const words = es.outcomes['multi-partner'];
    if (words === undefined) throw new Error('multi-partner has no words');
    const reworded: Content = {
      ...history,
      wording: {
        ...history.wording,
        es: { ...es, outcomes: { ...es.outcomes, 'multi-partner': { ...words, title: 'Otro título' } } },
      },
    };
    expect(nextRelease(reworded, tree)).toBeUndefined();
    const revised = nextRelease({ ...reworded, revision: { revision: '20300000', date: '2030-01-01' } }, tree);
    expect(revised).toMatchObject({ results: {}, gone: [], pages: [], answers: {} });
    expect(Object.keys(revised?.outcomes ?? {})).toEqual(['multi-partner']);
    expect(revised?.outcomes['multi-partner']?.es.title).toBe('Otro título');
  });

  test('leaves old addresses to be explained: the results first, then the questions on the way to them', () => {
    expect(movedAddresses(tree, history.releases).map(({ address }) => address.join('/'))).toEqual([
      'global/manage/from-ea/license/undetermined',
      'global/manage/from-spla/license/multi-channel-license',
      'global/add-services/served-elsewhere/multi-partner',
      'global/manage/from-me-in-csp/license/nothing-needed',
      `global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft/${OLD_OUTCOME.id}`,
      'global/manage/from-spla',
      'global/manage/from-me-in-csp',
    ]);
  });

  test('says until when each promise held', () => {
    const until = new Map(
      promises(history.releases).map((each) => [[...each.path, each.decision.outcome].join('/'), each.until]),
    );
    expect(until.get('global/manage/from-ea/license/undetermined')).toEqual(SECOND);
    expect(until.get('global/manage/from-spla/license/multi-channel-license')).toEqual({
      revision: history.revision.revision,
      date: history.revision.date,
    });
    expect(until.get('germany/germany-closed')).toBeUndefined();
  });
});

describe('a release as it is written', () => {
  test.each(history.releases.map((release) => [release.revision, release] as const))(
    '%s is read as it was',
    (_, { file, hash, ...release }) => {
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
      expect(file).toContain(release.revision);
      expect(releaseSchema.parse(JSON.parse(writtenRelease(release)))).toEqual(release);
    },
  );

  test('has each address, outcome and answer on a line of its own, so that a difference can be read', () => {
    const lines = writtenRelease(third).split('\n');
    for (const [address, decision] of Object.entries(third.results))
      expect(lines.map((line) => line.replace(/,$/, ''))).toContain(
        `    ${JSON.stringify(address)}: ${JSON.stringify(decision)}`,
      );
    for (const id of [...Object.keys(third.outcomes), ...Object.keys(third.answers)])
      expect(lines.filter((line) => line.startsWith(`    "${id}": {"en":`))).toHaveLength(1);
  });

  test('is read as it was when it is empty or holds quotation marks, line ends and markup', () => {
    const odd = 'a "b" \\ c\n</script> \u2028 d';
    const everywhere = { en: odd, es: odd, ru: odd, 'pt-br': odd };
    const empty: ReleaseFile = { ...FIRST, after: null, pages: [], results: {}, gone: [], outcomes: {}, answers: {} };
    for (const release of [empty, { ...empty, answers: { odd: everywhere } }])
      expect(releaseSchema.parse(JSON.parse(writtenRelease(release)))).toEqual(release);
  });

  test.each([
    ['a revision of another form', { revision: 'v2' }],
    ['a day that does not exist', { date: '2025-02-30' }],
    ['no hash of the release before', { after: 'none' }],
    ['words missing in one language', { answers: { odd: { en: 'x', es: 'x', ru: 'x' } } }],
    ['a key of its own', { remark: 'x' }],
  ])('is refused with %s', (_, change) => {
    const written: unknown = JSON.parse(writtenRelease(second));
    expect(releaseSchema.safeParse(written).success).toBe(true);
    expect(releaseSchema.safeParse(Object.assign({}, written, change)).success).toBe(false);
  });
});

describe('the words of a promise', () => {
  test('are those of its time, even where the outcome was worded otherwise when it ceased', () => {
    const words = perLocale(() => ({ title: 'Reworded', path: 'Reworded.' }));
    const record = [first, { ...second, outcomes: { undetermined: words } }, third];
    expect(wordsOnRecord(record, SECOND).outcomes['undetermined']).toEqual(first.outcomes['undetermined']);
    expect(wordsOnRecord(record, third).outcomes['undetermined']).toEqual(words);
    expect(wordsOnRecord([first, second]).answers[OLD_ANSWER.id]).toEqual(OLD_ANSWER.words);
    expect(wordsOnRecord(record, FIRST).outcomes).toEqual({});
  });
});

describe('the build refuses', () => {
  test('a record from whose middle a release was deleted, and names the file that does not follow', () => {
    const gap = mkdtempSync(join(tmpdir(), 'published-gap-'));
    try {
      cpSync(folder, gap, { recursive: true });
      const [, lost = ''] = readdirSync(gap).toSorted();
      rmSync(join(gap, lost));
      const content = contentWith(gap);
      const file = `${gap}/0003-${history.revision.revision}.json`;
      expect(problemsOf(content).map(([cause, where]) => [cause, where])).toEqual([
        ['published: release missing', file],
        ['published: record rewritten', file],
        // What stood in the lost release alone is no longer on record.
        ['published: not on record', file],
      ]);
      const [missing] = problemsOf(content);
      expect(missing?.[2]).toContain(`0002-${history.revision.revision}.json`);
    } finally {
      rmSync(gap, { recursive: true });
    }
  });

  test('a record whose first release was deleted', () => {
    expect(problemsOf(withReleases([second, third])).map(([cause, file]) => [cause, file])).toContainEqual([
      'published: record rewritten',
      second.file,
    ]);
  });

  test('a record of which a release was rewritten', () => {
    const rewritten = { ...first, hash: '0'.repeat(16) };
    expect(problemsOf(withReleases([rewritten, second, third])).map(([cause, file]) => [cause, file])).toEqual([
      ['published: record rewritten', second.file],
    ]);
  });

  test('the loss of an article that was published, and names its address', () => {
    const before = { ...third, pages: [...third.pages, 'multichannel-for-resellers'] };
    expect(problemsOf(withReleases([first, second, before]))).toEqual([
      ['published: page lost', 'src/config', expect.stringContaining('/multichannel-for-resellers/')],
    ]);
  });

  test('no loss of an outcome: its address says that it is given no more', () => {
    const before = { ...third, pages: [...third.pages, 'outcomes/long-gone'] };
    expect(problemsOf(withReleases([first, second, before]))).toEqual([]);
  });

  test('a table with results that are not on record, and says how many', () => {
    const problems = problemsOf(withFact(history, 'G5-from-ea-global', 'relationship.steps'));
    const found = problems.filter(([cause]) => cause.startsWith('published'));
    expect(found).toEqual([
      [
        'published: not on record',
        third.file,
        expect.stringMatching(/: 1 results are new or decided otherwise, 0 are/),
      ],
    ]);
  });

  test('a record that is empty', () => {
    const count = [...results(tree)].length;
    const found = problemsOf(withReleases([])).filter(([cause]) => cause.startsWith('published'));
    expect(found).toEqual([
      [
        'published: not on record',
        'src/content/published',
        expect.stringContaining(`${count} results are new or decided otherwise`),
      ],
    ]);
  });
});
