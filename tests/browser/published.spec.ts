import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { published } from '../../src/integrations/published.ts';
import { formatDate } from '../../src/lib/dates.ts';
import { brokenPromises } from '../fixtures/promises.ts';
import { contentWith, FIRST, OLD_ANSWER, OLD_OUTCOME, SECOND, writeHistory } from '../fixtures/published.ts';
import { servedFacts } from './built.ts';
import {
  answerWords,
  content,
  expect,
  fill,
  locales,
  LOCALES,
  outcomeWords,
  questionTitle,
  shown,
  test as base,
  wizardAddress,
  words,
  type Locale,
} from './support.ts';

// The site as it is once links of two earlier releases lead elsewhere. It is built for these tests alone, and served from
// its folder without a server.

const folder = join(tmpdir(), `published-site-${process.pid}`);
const record = join(folder, 'record');
const site = join(folder, 'site');

// One worker, so that the site is built once; the first failure ends the run, since another worker would build it again.
base.describe.configure({ mode: 'serial' });

base.beforeAll(async () => {
  base.setTimeout(300_000);
  mkdirSync(record, { recursive: true });
  writeHistory(record);
  await promisify(execFile)(
    process.execPath,
    [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--silent', '--outDir', site],
    { env: { ...process.env, PUBLISHED_FOLDER: record, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
});

base.afterAll(() => rmSync(folder, { recursive: true }));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A file of this site; that of a folder is its page. Nothing where there is none: nobody is sent on. */
function fileAt(pathname: string): { readonly body: Buffer; readonly contentType: string } | undefined {
  const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  try {
    return { body: readFileSync(join(site, file)), contentType: TYPES[extname(file)] ?? 'text/plain' };
  } catch {
    return undefined;
  }
}

const test = base.extend({
  context: async ({ context }, use) => {
    await context.route('**/*', (route) => {
      const found = fileAt(decodeURIComponent(new URL(route.request().url()).pathname));
      return route.fulfill(found ?? { status: 404, body: 'there is no such file' });
    });
    await use(context);
  },
});

const facts = servedFacts();
const today = content.revision;

/** The days of the first two releases, as each language writes them. */
const DATES: Readonly<Record<Locale, readonly [first: string, second: string]>> = {
  en: ['1 March 2024', '15 June 2025'],
  es: ['1 de marzo de 2024', '15 de junio de 2025'],
  ru: ['1 марта 2024', '15 июня 2025'],
  'pt-br': ['1º de março de 2024', '15 de junho de 2025'],
};

type Stamp = 'first' | 'second' | 'today';

/** A sentence that names a revision and its date. */
function stamp(locale: Locale, text: string, which: Stamp): string {
  const [first, second] = DATES[locale];
  const { revision, date } = {
    first: { revision: FIRST.revision, date: first },
    second: { revision: SECOND.revision, date: second },
    today: { revision: today.revision, date: formatDate(locale, today.date) },
  }[which];
  return shown(fill(text, { revision, date }));
}

/** Title and path of an outcome as its time worded it. */
const outcomeThen = (locale: Locale, id: string) =>
  id === OLD_OUTCOME.id ? OLD_OUTCOME.words[locale] : outcomeWords(locale, id);

/** An answer in a few words, as its time worded it. */
const answerThen = (locale: Locale, id: string): string =>
  id === OLD_ANSWER.id ? OLD_ANSWER.words[locale] : answerWords(locale, id).short;

/** A result that was published with the first release, and what has become of it. */
interface OldResult {
  readonly what: string;
  readonly path: readonly string[];
  readonly outcome: string;
  readonly title: 'changed' | 'address' | 'answerGone' | 'asksMore';
  /** where the answers lead now: a result with its outcome, or the answers before a question */
  readonly now: readonly string[];
  readonly result: string | undefined;
  readonly since: Stamp;
  readonly because: readonly string[];
}

const path = (answers: string) => answers.split('/');

const oldResults: readonly OldResult[] = [
  {
    what: 'another outcome applies since the second release',
    path: path('global/manage/from-ea/license'),
    outcome: 'undetermined',
    title: 'changed',
    now: path('global/manage/from-ea/license/multi-channel-license'),
    result: 'multi-channel-license',
    since: 'second',
    because: [
      'multi-channel.applies-advisor-open-ea',
      'license.multi-channel-needs-permission',
      'relationship.adds-privileges-only',
      'newer.gdap-no-ea',
    ],
  },
  {
    what: 'the outcome is given no more',
    path: path('global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft'),
    outcome: OLD_OUTCOME.id,
    title: 'changed',
    now: path('global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft/azure-switch'),
    result: 'azure-switch',
    since: 'today',
    because: [
      'azure-switch.customer-starts-in-writing',
      'azure-switch.current-partner-opens-ticket',
      'azure-switch.needs-relationship-first',
      'azure-switch.needs-customer-agreement',
      'azure-switch.same-country',
      'azure-switch.only-direct-or-provider',
      'azure-switch.not-azure-plan',
      'azure-switch.three-signatures',
      'azure-switch.microsoft-does-not-intervene',
      'azure-switch.two-ids',
      'azure-switch.old-partner-access-stays',
      'newer.azure-legacy-only',
    ],
  },
  {
    what: 'a question is no longer asked',
    path: path('global/manage/from-me-in-csp/license'),
    outcome: 'nothing-needed',
    title: 'address',
    now: path('global/manage/from-me-in-csp/nothing-needed'),
    result: 'nothing-needed',
    since: 'today',
    because: [],
  },
  {
    what: 'an answer is no more',
    path: path('global/manage/from-spla/license'),
    outcome: 'multi-channel-license',
    title: 'answerGone',
    now: path('global/manage'),
    result: undefined,
    since: 'today',
    because: [],
  },
  {
    what: 'one more question is asked',
    path: path('global/add-services/served-elsewhere'),
    outcome: 'multi-partner',
    title: 'asksMore',
    now: path('global/add-services/served-elsewhere'),
    result: undefined,
    since: 'today',
    // Only who buys through a provider needs these.
    because: ['relationship.reseller-of-provider-can-invite', 'relationship.indirect-needs-both'],
  },
];

/** Addresses of questions that are not asked any more, and where their answers lead now. */
const oldQuestions = [
  { address: path('global/manage/from-spla'), now: path('global/manage'), result: undefined },
  {
    address: path('global/manage/from-me-in-csp'),
    now: path('global/manage/from-me-in-csp/nothing-needed'),
    result: 'nothing-needed',
  },
] as const;

const addressOf = ({ path: answers, outcome }: OldResult) => [...answers, outcome];

/** Every old address below a locale. */
const oldAddresses = [
  ...oldResults.map((old) => ['wizard', ...addressOf(old)].join('/')),
  ...oldQuestions.map(({ address }) => ['wizard', ...address].join('/')),
  `outcomes/${OLD_OUTCOME.id}`,
];

/** What explains a link in one line, on its page and on the one for support engineers; nothing where the title does. */
function explanation(locale: Locale, { title, path: answers }: OldResult): string {
  const { moved } = words(locale).tickets;
  const gone = answers.filter((answer) => answer === OLD_ANSWER.id).map((answer) => answerThen(locale, answer));
  return shown(
    { changed: '', address: moved.same, answerGone: fill(moved.gone, { answer: gone.join() }), asksMore: moved.more }[
      title
    ],
  );
}

/** The part of a page below a heading. */
const below = (page: Page, heading: string) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });

/** Opens an old address and expects a page of its own that sends nobody on and stays out of search engines' lists. */
async function openOld(page: Page, address: string) {
  const response = await page.goto(address);
  expect(response?.status()).toBe(200);
  await expect(page).toHaveURL(address);
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('main [data-answer]')).toHaveCount(0);
}

/** Expects each fact as its article states it, with a link to the sentence there; and no others. */
async function expectFacts(page: Page, locale: Locale, ids: readonly string[]) {
  const reasons = below(page, words(locale).tickets.moved.because);
  await expect(reasons.getByRole('listitem')).toHaveCount(ids.length);
  for (const [index, id] of ids.entries()) {
    const { text, page: article } = facts[id] ?? {};
    const item = reasons.getByRole('listitem').nth(index);
    await expect(item.locator(`[data-fact="${id}"]`)).toHaveText(shown(text?.[locale] ?? 'no such fact'));
    await expect(item.getByRole('link')).toHaveAttribute('href', `/${locale}/${article ?? 'nowhere'}/#${id}`);
    expect(fileAt(`/${locale}/${article ?? 'nowhere'}/`)?.body.toString()).toContain(`id="${id}"`);
  }
  if (ids.length === 0) await expect(reasons).toContainText(shown(words(locale).tickets.moved.because0));
}

for (const locale of locales) {
  const { moved, support } = words(locale).tickets;

  test.describe(`${locale}, without JavaScript`, () => {
    test.use({ javaScriptEnabled: false });

    for (const old of oldResults)
      test(`${locale}: an old link to a result says what it promised, what applies now, since when and why: ${old.what}`, async ({
        page,
      }) => {
        await openOld(page, wizardAddress(locale, addressOf(old)));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown(moved[old.title]));
        await expect(page).toHaveTitle(`${shown(moved[old.title])} · Partner Paths`);
        const says = explanation(locale, old);
        await expect(page.locator('main .lead')).toHaveText(says === '' ? [] : [says]);

        const promised = below(page, moved.promised);
        const then = outcomeThen(locale, old.outcome);
        const given = old.path.map((answer) => answerThen(locale, answer)).join(' · ');
        await expect(promised.getByText(shown(then.title), { exact: true })).toBeVisible();
        await expect(promised.getByText(shown(then.path), { exact: true })).toBeVisible();
        await expect(promised).toContainText(shown(`${words(locale).interface.result.yourAnswers}: ${given}`));
        await expect(promised).toContainText(stamp(locale, moved.published, 'first'));

        const now = below(page, moved.now);
        await expect(now).toContainText(stamp(locale, moved.since, old.since));
        const title =
          old.result === undefined ? questionTitle(locale, old.now) : shown(outcomeWords(locale, old.result).title);
        // A question without further ways stands on its button.
        if (old.result !== undefined || old.title === 'asksMore') await expect(now.locator('strong')).toHaveText(title);
        if (old.result !== undefined)
          await expect(now.getByText(shown(outcomeWords(locale, old.result).path), { exact: true })).toBeVisible();
        await expectFacts(page, locale, old.because);

        if (old.title === 'asksMore') return;
        const link = now.getByRole('link', { name: old.result === undefined ? title : moved.openNow, exact: true });
        await link.click();
        await expect(page).toHaveURL(wizardAddress(locale, old.now));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(
          page.locator(`main[data-page="${old.result === undefined ? 'question' : 'result'}"]`),
        ).toBeVisible();
      });

    test(`${locale}: a question that was added is asked on the old page, and each answer keeps the others`, async ({
      page,
    }) => {
      const kept = path('global/add-services/served-elsewhere');
      const old = wizardAddress(locale, [...kept, 'multi-partner']);
      const { title } = outcomeWords(locale, 'multi-partner');
      await page.goto(old);
      const ways = below(page, moved.now).getByRole('listitem');
      await expect(below(page, moved.now)).toContainText(shown(moved.possible));
      await expect(ways).toHaveText(
        ['billed-by-microsoft', 'indirect-reseller'].map((answer) =>
          shown(`${answerWords(locale, answer).short}: ${title}`),
        ),
      );
      for (const [index, answer] of ['billed-by-microsoft', 'indirect-reseller'].entries()) {
        await page.goto(old);
        await ways.nth(index).getByRole('link').click();
        await expect(page).toHaveURL(wizardAddress(locale, [...kept, answer, 'multi-partner']));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown(title));
      }
    });

    for (const { address, now, result } of oldQuestions)
      test(`${locale}: the address of a question that is no longer asked explains itself: ${address.join('/')}`, async ({
        page,
      }) => {
        await openOld(page, wizardAddress(locale, address));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown(moved.questionGone));
        await expect(page.getByRole('heading', { name: moved.promised })).toHaveCount(0);
        await expect(page.locator('main .lead')).toHaveText(result === undefined ? [shown(moved.nearest)] : []);
        const leads = below(page, moved.now);
        await expect(leads).toContainText(stamp(locale, moved.since, 'today'));
        const title = result === undefined ? questionTitle(locale, now) : shown(outcomeWords(locale, result).title);
        if (result !== undefined) await expect(leads.locator('strong')).toHaveText(title);
        await leads.getByRole('link', { name: result === undefined ? title : moved.openNow, exact: true }).click();
        await expect(page).toHaveURL(wizardAddress(locale, now));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      });

    test(`${locale}: the page of an outcome that is given no more says so, and what it promised`, async ({ page }) => {
      await openOld(page, `/${locale}/outcomes/${OLD_OUTCOME.id}/`);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(shown(moved.outcomeGone));
      await expect(main.getByText(shown(OLD_OUTCOME.words[locale].title), { exact: true })).toBeVisible();
      await expect(main.getByText(shown(OLD_OUTCOME.words[locale].path), { exact: true })).toBeVisible();
      await main.getByRole('link', { name: moved.outcomes, exact: true }).click();
      await expect(page).toHaveURL(`/${locale}/outcomes/`);
      await expect(page.getByRole('main').getByText(OLD_OUTCOME.words[locale].title)).toHaveCount(0);
    });

    test(`${locale}: an old result that still stands is shown as ever`, async ({ page }) => {
      await page.goto(wizardAddress(locale, ['germany', 'germany-closed']));
      await expect(page.locator('main[data-page="result"]')).toHaveAttribute('data-outcome', 'germany-closed');
    });
  });

  test.describe(`a reader of ${locale}`, () => {
    test.use({ locale: LOCALES[locale].lang });

    test(`is sent from an old address without a language to the same in ${locale}`, async ({ page }) => {
      for (const address of oldAddresses) {
        await page.goto(`/${address}/`);
        await expect(page).toHaveURL(`/${locale}/${address}/`);
        await expect(page.locator('html')).toHaveAttribute('lang', LOCALES[locale].lang);
      }
    });
  });

  test.describe(`the support page in ${locale}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(`/${locale}/support/`);
    });

    /** Pastes a link and has it explained. */
    const explain = async (page: Page, link: string) => {
      await page.getByLabel(support.explainLabel, { exact: true }).fill(link);
      await page.getByRole('button', { name: support.explain, exact: true }).click();
      return page.locator('#explained');
    };
    const part = (page: Page, heading: string) =>
      page.locator('#explained > div').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

    for (const old of oldResults)
      test(`${locale}: explains an old link: what it promised, what applies now and since when: ${old.what}`, async ({
        page,
        baseURL,
      }) => {
        const explained = await explain(page, new URL(wizardAddress('en', addressOf(old)), baseURL).href);
        await expect(explained.locator('.headline')).toHaveText(explanation(locale, old) || shown(moved.changed));
        const promised = part(page, moved.promised);
        await expect(promised).toContainText(shown(outcomeThen(locale, old.outcome).title));
        await expect(promised).toContainText(stamp(locale, moved.published, 'first'));
        const now = part(page, moved.now);
        await expect(now).toContainText(stamp(locale, moved.since, old.since));
        await expect(now).toContainText(
          shown(
            old.result === undefined
              ? fill(support.question, { question: questionTitle(locale, old.now) })
              : fill(support.result, { outcome: outcomeWords(locale, old.result).title }),
          ),
        );
        const link = explained.locator('.address').getByRole('link');
        await expect(link).toHaveAttribute('href', `/${['wizard', ...old.now].join('/')}/`);
        await expect(part(page, support.answers)).toContainText(answerWords(locale, old.now[1] ?? '').short);
      });

    test(`${locale}: explains the old links of questions and of an outcome that is given no more`, async ({ page }) => {
      const [spla, mine] = oldQuestions;
      const explained = await explain(page, wizardAddress(locale, spla.address));
      await expect(explained.locator('.headline')).toHaveText(shown(fill(support.unknown, { segment: OLD_ANSWER.id })));
      await expect(explained).toContainText(
        shown(fill(support.question, { question: questionTitle(locale, spla.now) })),
      );
      await explain(page, wizardAddress(locale, mine.address));
      await expect(explained.locator('.headline')).toHaveText(
        shown(fill(support.result, { outcome: outcomeWords(locale, mine.result).title })),
      );
      await explain(page, `/${locale}/outcomes/${OLD_OUTCOME.id}/`);
      await expect(explained.locator('.headline')).toHaveText(shown(fill(support.page, { title: moved.outcomeGone })));
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const address of oldAddresses)
    test(`the old address without a language lists the four languages: /${address}/`, async ({ page }) => {
      const response = await page.goto(`/${address}/`);
      expect(response?.status()).toBe(200);
      for (const locale of locales) {
        const link = page.getByRole('link', { name: LOCALES[locale].name, exact: true });
        await expect(link).toHaveAttribute('href', posix.join('/', locale, address, '/'));
        expect(fileAt(`/${locale}/${address}/`)).toBeDefined();
      }
    });
});

test('each result ever published says in every language what it promised, or explains the change', () => {
  expect(brokenPromises(site, contentWith(record))).toEqual([]);
});

test('a build in which the page of an old link is missing in one language is refused, by its address', () => {
  const hook: unknown = published().hooks['astro:build:done'];
  const before = process.env.PUBLISHED_FOLDER;
  const refused = () => {
    if (typeof hook === 'function') Reflect.apply(hook, undefined, [{ dir: new URL(`file://${site}/`) }]);
  };
  const file = join(site, 'ru', 'wizard', ...path('global/manage/from-spla/index.html'));
  process.env.PUBLISHED_FOLDER = record;
  try {
    refused();
    renameSync(file, `${file}.lost`);
    expect(refused).toThrow('1 published addresses would vanish: ru/wizard/global/manage/from-spla/index.html.');
  } finally {
    renameSync(`${file}.lost`, file);
    if (before === undefined) delete process.env.PUBLISHED_FOLDER;
    else process.env.PUBLISHED_FOLDER = before;
  }
});
