import type { Page } from '@playwright/test';
import { builtPage } from './built.ts';
import { discard, hosted, rebuild } from './offlineSite.ts';
import {
  allResults,
  answerLink,
  expect,
  expectQuestion,
  expectResult,
  locales,
  otherLocale,
  outcomeWords,
  resultAddress,
  shown,
  wizardAddress,
  wizardReady,
  words,
  type Locale,
} from './support.ts';

const test = hosted.extend({ baseURL: async ({ host }, use) => use(host.origin) });
test.use({ serviceWorkers: 'allow' });

const off = () => 'lost' as const;
const well = () => 'well' as const;

const [result] = allResults.toSorted((a, b) => b.path.length - a.path.length);
if (result === undefined) throw new Error('there are no results');

/** The addresses in the caches of the site. */
const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return files.flat().map(({ url }) => new URL(url).pathname);
  });

/** Waits until the wizard of a language is saved: it comes last. */
const untilKept = (page: Page, locale: Locale) =>
  expect
    .poll(async () => (await kept(page)).some((address) => address.startsWith(`/${locale}/offline/wizard.`)), {
      timeout: 20_000,
    })
    .toBe(true);

/** The line that stands on a page read from the copy. */
const copyLine = (page: Page) => page.locator('main [data-kept]');
const noticeStart = (locale: Locale) => words(locale).interface.offline.notice.split('{date}')[0]?.trim() ?? '';

async function expectSaved(page: Page, locale: Locale) {
  await expect(copyLine(page)).toContainText(shown(noticeStart(locale)));
  await expect(copyLine(page)).toContainText(String(new Date().getFullYear()));
}

for (const locale of locales) {
  test(`${locale}: after one visit the articles and the wizard are read without a connection, and what is not saved is said`, async ({
    page,
    host,
  }) => {
    await page.goto(`/${locale}/`);
    await expect(copyLine(page)).toHaveCount(0);
    await untilKept(page, locale);
    host.behave(off);

    // An article, whatever stands behind its address.
    await page.goto(`/${locale}/multipartner/?from=ticket#what-does-not-change`);
    await expectSaved(page, locale);
    await expect(page.locator('#what-does-not-change')).toBeInViewport();

    // The wizard, in place, to a result.
    await page.goto(wizardAddress(locale));
    await wizardReady(page);
    for (const [index, answer] of result.path.entries()) {
      await answerLink(page, locale, answer).click();
      if (index < result.path.length - 1) await expectQuestion(page, locale, result.path.slice(0, index + 1));
    }
    await expectResult(page, locale, result);
    await expectSaved(page, locale);

    // An address without a language.
    await page.goto('/outcomes/azure-switch/');
    await expect(page).toHaveURL(`/${locale}/outcomes/azure-switch/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown(outcomeWords(locale, 'azure-switch').title));

    // A page of another language, and an address that does not exist: what was asked for, and the nearest that is saved.
    const text = words(locale).interface.offline;
    const other = otherLocale(locale);
    for (const [asked, nearest] of [
      [`/${other}/glossary/`, `/${locale}/glossary/`],
      [`/${locale}/multipartner/<b>no-such</b>/`, `/${locale}/multipartner/`],
      [`${wizardAddress(locale)}global/nonsense/`, wizardAddress(locale, ['global'])],
    ] as const) {
      const response = await page.goto(asked);
      expect(response?.status()).toBe(503);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.title);
      await expect(page.locator('html')).toHaveAttribute('lang', builtLang(locale));
      await expect(page.getByText(text.asked)).toContainText(new URL(asked, host.origin).pathname);
      await expect(page.getByText(text.wizardSaved)).toBeVisible();
      await expect(page.getByText(text.wizardPart)).toBeHidden();
      await expect(page.getByText(text.others)).toBeHidden();
      await expect(page.getByRole('link', { name: nearest, exact: true })).toHaveAttribute('href', nearest);
      // The switch knows where the reader is, although the page is in another language than its address.
      const below = new URL(asked, host.origin).pathname.replace(/^\/[^/]+/, '');
      await expect(page.locator('.languages [data-locale="pt-br"]')).toHaveAttribute('href', `/pt-br${below}`);
    }
    await page.getByRole('link', { name: wizardAddress(locale, ['global']), exact: true }).click();
    await expectQuestion(page, locale, ['global']);

    // When the connection is back it is said, and nothing moves until the reader asks for it.
    await page.goto(`/${other}/glossary/`);
    host.behave(well);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(page.getByRole('status').filter({ hasText: text.back })).toBeVisible();
    await page.getByRole('link', { name: text.again }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(other).interface.glossary.title);
    await expect(copyLine(page)).toHaveCount(0);

    // That language is saved from now on, too.
    await untilKept(page, other);
    host.behave(off);
    await page.goto(`/${other}/multipartner/`);
    await expectSaved(page, other);
  });
}

const builtLang = (locale: Locale) =>
  builtPage(`/${locale}/`).tags.find(({ name }) => name === 'html')?.attributes['lang'] ?? '';

test('en: without the results, their outcomes and the questions are what is saved, and the page says so', async ({
  page,
  host,
}) => {
  const text = words('en').interface.offline;
  host.behave((pathname) => (pathname.includes('/offline/wizard.') ? 'lost' : 'well'));
  await page.goto('/en/');
  await expect.poll(() => kept(page)).toContain('/complete');
  // The worker takes over a moment later.
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  host.behave(off);
  await page.goto(resultAddress('en', result));
  await expect(page.getByText(text.wizardPart)).toBeVisible();
  await expect(page.getByText(text.wizardSaved)).toBeHidden();
  const outcome = `/en/outcomes/${result.node.outcome}/`;
  await page.getByRole('link', { name: outcome, exact: true }).click();
  await expect(page).toHaveURL(outcome);
  await page.goto(wizardAddress('en', ['global']));
  await page.getByRole('link', { name: wizardAddress('en'), exact: true }).click();
  await wizardReady(page);
  await answerLink(page, 'en', 'global').click();
  await expectQuestion(page, 'en', ['global']);
});

test('a site that is slow or fails is read from the copy, after a while and with a way to ask again', async ({
  page,
  host,
}) => {
  await page.goto('/en/');
  await untilKept(page, 'en');
  host.behave((pathname) => (pathname === '/en/glossary/' ? 'slow' : 'well'));
  await page.goto('/en/glossary/');
  await expectSaved(page, 'en');
  host.behave(well);
  await copyLine(page)
    .getByRole('link', { name: words('en').interface.offline.again })
    .click();
  await expect(copyLine(page)).toHaveCount(0);
  await expect(page).toHaveURL('/en/glossary/');
});

test('where the browser refuses the worker, nothing is said and nothing is missing', async ({ page, host }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'serviceWorker', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(wizardAddress('en'));
  await wizardReady(page);
  await answerLink(page, 'en', 'global').click();
  await expectQuestion(page, 'en', ['global']);
  expect(host.origin).toContain('localhost');
});

test.describe('when the site is replaced by another build', () => {
  // The other build is made once.
  test.describe.configure({ mode: 'default' });
  let two = '';
  test.beforeAll(() => {
    two = rebuild('two');
  });
  test.afterAll(() => discard(two));

  const build = (page: Page) => page.locator('main').getAttribute('data-build');
  /** Which build's search box the page loads once it is touched. */
  const box = async (page: Page) => {
    await page.locator('form.search input').focus();
    await expect(page.locator('form.search [role="combobox"]')).toBeAttached();
    return page.locator('html').getAttribute('data-box');
  };
  const fileOfTwo = async (page: Page) => (await kept(page)).some((address) => address.includes('box-two'));
  /** Waits until the other build is saved and its worker has taken over. */
  const untilReplaced = (page: Page) =>
    // The browser looks for another worker a second after the page is there, and gives it another to begin.
    expect
      .poll(
        async () => {
          const settled = await page.evaluate(async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            return registration?.installing === null && registration.waiting === null && registration.active?.state;
          });
          const complete = (await kept(page)).filter((address) => address === '/complete').length;
          return [settled, await fileOfTwo(page), complete];
        },
        { timeout: 20_000 },
      )
      .toEqual(['activated', true, 2]);

  test('the next page is the new one with its own scripts and data, and so is the copy', async ({ page, host }) => {
    const wizards: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('wizard.json')) wizards.push(new URL(request.url()).search);
    });
    await page.goto('/en/multipartner/');
    await untilKept(page, 'en');
    host.serve(two);
    await page.goto('/en/wizard/');
    expect(await build(page)).toBe('two');
    await wizardReady(page);
    expect(wizards).toHaveLength(1);
    expect(await page.evaluate(async (search) => (await fetch(`/en/wizard.json${search}`)).text(), wizards[0])).toMatch(
      /^{"build":"two"/,
    );
    expect(await box(page)).toBe('two');

    await untilReplaced(page);
    host.behave(off);
    // What was saved before is saved now.
    await page.goto('/en/multipartner/');
    await expectSaved(page, 'en');
    expect(await build(page)).toBe('two');
    expect(await box(page)).toBe('two');
    await page.goto(resultAddress('en', result));
    expect(await build(page)).toBe('two');
    await page.goto(wizardAddress('en'));
    await wizardReady(page);
  });

  test('an update that breaks off leaves the old copy whole', async ({ page, host }) => {
    await page.goto('/en/');
    await untilKept(page, 'en');
    host.serve(two);
    host.behave((pathname) => (pathname.includes('/offline/reading.') ? 'lost' : 'well'));
    await page.goto('/en/glossary/');
    expect(await build(page)).toBe('two');
    await expect.poll(() => fileOfTwo(page)).toBe(true);
    host.behave(off);
    for (const address of ['/en/multipartner/', resultAddress('en', result)]) {
      await page.goto(address);
      await expectSaved(page, 'en');
      expect(await build(page)).toBeNull();
      expect(await box(page)).toBeNull();
    }
    await page.goto(wizardAddress('en'));
    await wizardReady(page);

    // The next visit completes it.
    host.behave(well);
    await page.goto('/en/glossary/');
    await untilReplaced(page);
    host.behave(off);
    await page.goto('/en/multipartner/');
    expect(await build(page)).toBe('two');
  });

  test('a page of the old build that is still open keeps its own scripts', async ({ page, context, host }) => {
    await page.goto('/en/multipartner/');
    await untilKept(page, 'en');
    host.serve(two);
    const tab = await context.newPage();
    await tab.goto('/en/multipartner/');
    expect(await build(tab)).toBe('two');
    await untilReplaced(page);
    // The site no longer has the script of this page.
    expect(await box(page)).toBeNull();
    expect(await box(tab)).toBe('two');
    await page.reload();
    expect(await build(page)).toBe('two');
  });

  test('a file of another build under the name of this one is not taken for it', async ({ page, host }) => {
    host.behave((pathname) => (pathname.endsWith('.json') ? { file: `${two}/en/wizard.json` } : 'well'));
    await page.goto('/en/glossary/');
    // The worker runs, although it could save nothing yet.
    host.behave((pathname) => (pathname === '/en/wizard.json' ? { file: `${two}/en/wizard.json` } : 'well'));
    await page.goto('/es/glossary/');
    await untilKept(page, 'es');
    await page.goto(wizardAddress('en'));
    await expect(page.locator('main .wizard')).toHaveAttribute('data-ready', 'no');
    await answerLink(page, 'en', 'global').click();
    await expectQuestion(page, 'en', ['global']);
    expect((await kept(page)).filter((address) => address.startsWith('/en/offline/reading.'))).toEqual([]);
    host.behave(off);
    await page.goto('/en/multipartner/');
    await expect(page.getByRole('link', { name: '/es/multipartner/', exact: true })).toBeVisible();
  });
});
