import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hosted as test, type Host } from './offlineSite.ts';
import {
  answerLink,
  expect,
  expectQuestion,
  resultAddress,
  resultWith,
  shown,
  wizardAddress,
  wizardReady,
  words,
  type Locale,
} from './support.ts';
import type { Page } from '@playwright/test';

// What a reader meets where a part of the site is lost or slow, or where the device has no room: a sentence or a link that
// works, never a control that does nothing. The same code serves every language, so that each journey is in one.

/** Loses every script whose address fits, and counts how often one was asked for. */
async function lose(page: Page, script: RegExp): Promise<() => number> {
  let asked = 0;
  await page.route(script, (route) => {
    asked++;
    return route.abort();
  });
  return () => asked;
}

const searchBox = (page: Page, locale: Locale) =>
  page.getByRole('search').getByLabel(words(locale).interface.search.label, { exact: true }).first();
const listed = (page: Page) => page.locator('#search-pages');

test.describe('where a script that a page asks for later is lost', () => {
  test('reading alongside is a link to the page in that language, at once and when it was chosen before', async ({
    page,
  }) => {
    const asked = await lose(page, /\/alongside-[^/]+\.js/);
    const switchTo = (lang: string) => page.locator(`.alongside button[lang="${lang}"]`);
    await page.goto('/en/multipartner/');
    await switchTo('es').click();
    await expect(page).toHaveURL('/es/multipartner/');
    await page.evaluate(() => localStorage.setItem('alongside', 'ru'));
    await page.goto('/en/multipartner/');
    await expect.poll(asked).toBe(2);
    await expect(page).toHaveURL('/en/multipartner/');
    await switchTo('ru').click();
    await expect(page).toHaveURL('/ru/multipartner/');
  });

  test('search leads to its page, which says so and lists all pages', async ({ page }) => {
    const { search } = words('pt-br').interface;
    const asked = await lose(page, /\/(?:box-|search\.astro)[^/]+\.js/);
    await page.goto('/pt-br/');
    await searchBox(page, 'pt-br').fill('azure');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/pt-br/search/?q=azure');
    await expect(listed(page).getByRole('link').first()).toBeVisible();
    await expect(page.getByText(search.unavailable)).toBeVisible({ timeout: 8000 });
    expect(asked()).toBeGreaterThanOrEqual(2);
  });

  test('the wizard inside an article is a link, its questions are pages, and the contents still lead on', async ({
    page,
  }) => {
    const asked = await lose(page, /\/(?:embed-|WizardIsland|client\.|contents-|languages-)[^/]+\.js/);
    await page.goto('/ru/multichannel/');
    const { interface: text } = words('ru');
    await page.locator('.contents').getByRole('link').last().click();
    await expect(page.locator('#sources')).toBeInViewport();
    await page.locator('.embedded-wizard summary').click();
    await page.getByRole('link', { name: text.wizard.openFull }).click();
    await expectQuestion(page, 'ru', []);
    await answerLink(page, 'ru', 'global').click();
    await expectQuestion(page, 'ru', ['global']);
    const languages = page.locator('.languages');
    await languages.locator('summary').click();
    await languages.locator('a[data-locale="es"]').click();
    await expectQuestion(page, 'es', ['global']);
    expect(asked()).toBeGreaterThanOrEqual(4);
  });

  test('what was searched for is not marked, and the page reads as ever', async ({ page }) => {
    const asked = await lose(page, /\/(?:found|suggest)-[^/]+\.js/);
    await page.goto('/es/multipartner/?found=partner');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.found-bar')).toHaveCount(0);
    expect(asked()).toBeGreaterThanOrEqual(1);
  });

  test('without what search needs of a language a sentence says so, and all pages are listed', async ({ page }) => {
    const asked = await lose(page, /\/es[-.][^/]+\.js/);
    const failed = shown(words('es').interface.search.failed);
    await page.goto('/es/search/?q=azure');
    await expect(page.getByRole('main').getByRole('status')).toHaveText(failed);
    await expect(listed(page).getByRole('link').first()).toBeVisible();
    expect(asked()).toBeGreaterThanOrEqual(1);
  });

  test('a result keeps its link and its Markdown, the page for support engineers its list and says what is missing', async ({
    page,
  }) => {
    const result = resultWith('azure-switch');
    const { copy, support } = words('en').tickets;
    const asked = await lose(page, /\/(?:Copy\.astro|support)[^/]+\.js/);
    await page.goto(resultAddress('en', result));
    const ticket = page.locator('section.ticket');
    await expect(ticket.getByLabel(copy.link, { exact: true })).toBeVisible();
    await expect(ticket.getByRole('link', { name: copy.markdown, exact: true })).toBeVisible();
    await expect(ticket.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await page.goto('/en/support/');
    await expect(page.getByText(support.unavailable)).toBeVisible({ timeout: 8000 });
    await expect(page.locator('[data-find] a').first()).toBeVisible();
    await expect(page.getByRole('main').locator('input, button').filter({ visible: true })).toHaveCount(0);
    expect(asked()).toBe(2);
  });
});

test.describe('where the site is slow', () => {
  /** Holds back what is asked for at some addresses until it is released. */
  async function hold(page: Page, addresses: string): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    await page.route(addresses, async (route) => {
      await promise;
      await route.continue();
    });
    return () => resolve(undefined);
  }

  test('the search page says that it is loading and lists all pages, and answers when it can', async ({ page }) => {
    const { search } = words('ru').interface;
    const release = await hold(page, '**/search.json?*');
    await page.goto('/ru/search/?q=azure');
    await expect(page.getByRole('main').getByRole('status')).toHaveText(search.loading);
    await expect(listed(page).getByRole('link').first()).toBeVisible();
    release();
    await expect(page.locator('#search-results .results a').first()).toBeVisible();
    await expect(listed(page)).toBeHidden();
  });

  test('the page for support engineers says that something is missing, until it comes', async ({ page }) => {
    const { support } = words('es').tickets;
    const release = await hold(page, '**/support.json?*');
    await page.goto('/es/support/');
    await expect(page.getByText(support.unavailable)).toBeHidden();
    await expect(page.getByText(support.unavailable)).toBeVisible({ timeout: 8000 });
    release();
    await expect(page.getByRole('button', { name: support.explain })).toBeVisible();
    await expect(page.getByText(support.unavailable)).toHaveCount(0);
  });
});

test.describe('where the device has no room', () => {
  test.use({ offered: true, locale: 'ru' });

  test('a look, a language and a refusal hold for the page', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto('/en/multipartner/');
    const { suggestion } = words('ru').interface;
    const bar = page.locator('.suggestion');
    await bar.getByRole('button', { name: suggestion.stay.en }).click();
    await expect(bar).toHaveCount(0);
    await page.locator('.languages summary').click();
    await page.getByRole('radio', { name: words('en').interface.theme.dark, exact: true }).check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.locator('.languages summary').click();
    await page.locator('.alongside button[lang="es"]').click();
    await expect(page.locator('.beside[lang="es"]').first()).toBeVisible();
    await page.locator('.languages summary').click();
    await page.locator('.languages a[data-locale="pt-br"]').click();
    await expect(page).toHaveURL('/pt-br/multipartner/');
  });
});

test.describe('where the browser keeps nothing for reading without a connection', () => {
  test.use({ serviceWorkers: 'allow', baseURL: async ({ host }, use) => use(host.origin) });

  /** The host with a service worker in front of which something is written. */
  const withWorker = (host: Host, folder: string, before: string) => {
    const file = join(folder, 'sw.js');
    writeFileSync(file, `${before}\n${readFileSync('dist/sw.js', 'utf8')}`);
    const asked: string[] = [];
    host.behave((pathname) => {
      asked.push(pathname);
      return pathname === '/sw.js' ? { file } : 'well';
    });
    return asked;
  };
  const untilWorking = (page: Page) =>
    expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');

  let folder = '';
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'worker-'));
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test('for want of room it is asked for once, and the site works', async ({ page, host }) => {
    const asked = withWorker(
      host,
      folder,
      `const { put } = Cache.prototype;
       Cache.prototype.put = function (address, ...rest) {
         return String(address).includes('/offline/')
           ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
           : put.call(this, address, ...rest);
       };`,
    );
    const packs = () => asked.filter((address) => address.startsWith('/pt-br/offline/reading.')).length;
    await page.goto('/pt-br/');
    await untilWorking(page);
    await expect.poll(packs).toBe(1);
    for (const address of ['/pt-br/glossary/', '/pt-br/multipartner/', wizardAddress('pt-br')])
      await page.goto(address);
    await wizardReady(page);
    await answerLink(page, 'pt-br', 'global').click();
    await expectQuestion(page, 'pt-br', ['global']);
    expect(packs()).toBe(1);
  });

  test('a store that cannot be read any more is none: pages, styles and scripts come from the site', async ({
    page,
    host,
  }) => {
    withWorker(
      host,
      folder,
      `let broken = false;
       addEventListener('message', () => { broken = true; });
       for (const { prototype } of [Cache, CacheStorage]) {
         const { match } = prototype;
         prototype.match = function (...all) {
           return broken ? Promise.reject(new DOMException('broken', 'UnknownError')) : match.apply(this, all);
         };
       }`,
    );
    await page.goto('/en/');
    await untilWorking(page);
    await page.evaluate(() => navigator.serviceWorker.controller?.postMessage('break'));
    await page.goto(wizardAddress('en'));
    await wizardReady(page);
    await answerLink(page, 'en', 'global').click();
    await expectQuestion(page, 'en', ['global']);
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(1);
  });
});
