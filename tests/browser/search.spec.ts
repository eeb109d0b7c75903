import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { articleSlugs } from '../../src/config/articles.ts';
import { content, expect, fill, fillPlural, locales, LOCALES, shown, test, words, type Locale } from './support.ts';
import type { Locator, Page } from '@playwright/test';

const queries = z
  .record(z.string(), z.array(z.strictObject({ query: z.string(), expected: z.array(z.string()).min(1) })).length(14))
  .parse(JSON.parse(readFileSync(new URL('search-queries.json', import.meta.url), 'utf8')));

const searchWords = (locale: Locale) => words(locale).interface.search;
const box = (page: Page, locale: Locale): Locator =>
  page.getByRole('search').getByLabel(searchWords(locale).label, { exact: true }).first();
const ofSearch = (address: string) => /pagefind|search\.json|\/box-/.test(address);

test('nothing of search is loaded before the box has the focus, and then it is', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (ofSearch(request.url())) loaded.push(request.url());
  });
  await page.goto('/en/multipartner/');
  await page.waitForLoadState('networkidle');
  expect(loaded).toEqual([]);
  await box(page, 'en').focus();
  await expect.poll(() => loaded.some((address) => address.includes('pagefind'))).toBe(true);
});

for (const locale of locales)
  test(`${locale}: typing shows results, says how many, and arrows and Enter go to one`, async ({ page }) => {
    await page.goto(`/${locale}/`);
    const input = box(page, locale);
    await input.pressSequentially('azure');
    const options = page.getByRole('option');
    await expect(options.first()).toBeVisible();
    await expect(input).toHaveAttribute('aria-expanded', 'true');
    // The last option leads to the page with all results; the others are counted.
    const count = (await options.count()) - 1;
    await expect(page.getByRole('status')).toHaveText(
      shown(fillPlural(searchWords(locale).count, LOCALES[locale].lang, count)),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(input).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? 'none');
    const address = (await options.first().getAttribute('href')) ?? '';
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
    await expect(page.locator('html')).toHaveAttribute('lang', LOCALES[locale].lang);
    expect(address).toMatch(new RegExp(`^/${locale}/`));
  });

test('a click on a result goes there', async ({ page }) => {
  await page.goto('/es/');
  await box(page, 'es').pressSequentially('azure');
  const link = page.getByRole('option').first();
  const address = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(page).toHaveURL(address);
});

test('Enter without a choice, and the last option, lead to all results', async ({ page }) => {
  await page.goto('/ru/');
  await box(page, 'ru').pressSequentially('azure');
  const last = page.getByRole('option').last();
  await expect(last).toHaveText(shown(fill(searchWords('ru').all, { query: 'azure' })));
  await page.keyboard.press('ArrowUp');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/ru/search/?q=azure');
  await page.goto('/ru/');
  await box(page, 'ru').fill('лицензии');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/ru/search/?q=${encodeURIComponent('лицензии')}`);
});

test('Escape closes the list and keeps what was typed', async ({ page }) => {
  await page.goto('/en/');
  const input = box(page, 'en');
  await input.pressSequentially('azure');
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(input).toHaveValue('azure');
  await expect(input).toHaveAttribute('aria-expanded', 'false');
});

for (const [what, leave] of [
  ['Tab', (page: Page) => page.keyboard.press('Tab')],
  ['a click elsewhere', (page: Page) => page.locator('.site-footer').click()],
] as const)
  test(`${what} leaves the box and closes the list`, async ({ page }) => {
    await page.goto('/en/outcomes/');
    const input = box(page, 'en');
    await input.pressSequentially('azure');
    await expect(page.getByRole('listbox')).toBeVisible();
    await leave(page);
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(input).not.toBeFocused();
  });

test('"/" and Ctrl K bring the box into focus, and "/" can be typed in it', async ({ page }) => {
  await page.goto('/en/multipartner/');
  const input = box(page, 'en');
  await page.keyboard.press('/');
  await expect(input).toBeFocused();
  await expect(input).toHaveValue('');
  await page.keyboard.press('/');
  await expect(input).toHaveValue('/');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(input).not.toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
});

for (const locale of locales)
  test(`${locale}: a query that finds nothing is answered by a sentence`, async ({ page }) => {
    const none = shown(fill(searchWords(locale).none, { query: 'zzxqwv' }));
    await page.goto(`/${locale}/`);
    await box(page, locale).fill('zzxqwv');
    await expect(page.getByRole('status')).toHaveText(none);
    await expect(page.getByRole('search').getByText(none).first()).toBeVisible();
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.goto(`/${locale}/search/?q=zzxqwv`);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(none);
    await expect(page.locator('#search-pages')).toBeVisible();
  });

// For a word it does not know Pagefind falls back on any word that is a beginning of it, such as "el" or "a".
for (const [locale, word] of [
  ['en', 'aardvark'],
  ['es', 'elefante'],
  ['ru', 'вертолет'],
  ['pt-br', 'aeroporto'],
] as const)
  test(`${locale}: a word that stands nowhere finds nothing`, async ({ page }) => {
    await page.goto(`/${locale}/search/?q=${encodeURIComponent(word)}`);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(
      shown(fill(searchWords(locale).none, { query: word })),
    );
  });

for (const locale of locales)
  test(`${locale}: the search page lists guidance and outcomes, and filters them by cloud`, async ({ page }) => {
    const { search, cloudsShort } = words(locale).interface;
    await page.goto(`/${locale}/search/?q=azure`);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 2, name: search.articles, exact: true }).first()).toBeVisible();
    await expect(main.getByRole('heading', { level: 2, name: search.outcomes, exact: true }).first()).toBeVisible();
    await expect(page.locator('#search-pages')).toBeHidden();
    const found = page.locator('#search-results li');
    const all = await found.count();
    await main.getByLabel(search.filter).selectOption({ label: cloudsShort['us-gov'] });
    await expect.poll(() => found.count()).toBeLessThan(all);
    const some = await found.count();
    expect(some).toBeGreaterThan(0);
    await expect(main.getByRole('status')).toHaveText(shown(fillPlural(search.count, LOCALES[locale].lang, some)));
    await main.getByLabel(search.filter).selectOption({ label: search.anyCloud });
    await expect(found).toHaveCount(all);
  });

for (const locale of locales)
  test(`${locale}: without its index search says so and offers the pages`, async ({ page }) => {
    const { unavailable } = searchWords(locale);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`/${locale}/`);
    await box(page, locale).fill('azure');
    await expect(page.getByRole('status')).toHaveText(shown(unavailable));
    const titles = [
      ...articleSlugs.map((slug) => shown(content.articles[locale].get(slug)?.title ?? slug)),
      shown(words(locale).interface.glossary.title),
      ...Object.keys(content.outcomes).map((id) => shown(content.wording[locale].outcomes[id]?.title ?? id)),
    ];
    await expect(page.getByRole('option')).toHaveText(titles);
    await page.goto(`/${locale}/search/?q=azure`);
    await expect(page.getByText(shown(unavailable))).toBeVisible();
    for (const slug of articleSlugs)
      await expect(page.getByRole('main').locator(`a[href="/${locale}/${slug}/"]`)).toBeVisible();
  });

/** A term that stands in the glossary under this name, and is looked for by it. */
const terms: readonly (readonly [locale: Locale, query: string, id: string])[] = [
  ['en', 'partner of record', 'partner-of-record'],
  ['es', 'inquilino', 'tenant'],
  ['ru', 'арендатор', 'tenant'],
  ['pt-br', 'locatário', 'tenant'],
];

for (const [locale, query, id] of terms)
  test(`${locale}: a term of the glossary is found by its name, under Glossary, and leads to its entry`, async ({
    page,
  }) => {
    const name = shown(words(locale).glossary.terms[id]?.name ?? id);
    const address = `/${locale}/glossary/#${id}`;
    await page.goto(`/${locale}/search/?q=${encodeURIComponent(query)}`);
    const section = page.getByRole('main').getByRole('heading', {
      level: 2,
      name: words(locale).interface.nav.glossary,
      exact: true,
    });
    await expect(section).toBeVisible();
    const link = section.locator('xpath=following-sibling::ol[1]').getByRole('link', { name, exact: true });
    await expect(link).toHaveAttribute('href', address);
    await link.click();
    await expect(page).toHaveURL(address);
    await expect(page.locator(`h2[id="${id}"]`)).toBeInViewport();
  });

test('in the box a term of the glossary says that it is one', async ({ page }) => {
  await page.goto('/en/');
  await box(page, 'en').fill('account ownership');
  const option = page.getByRole('option').and(page.locator('[href="/en/glossary/#account-ownership"]'));
  await expect(option).toContainText('account ownership');
  await expect(option.locator('.kind')).toHaveText(words('en').interface.nav.glossary);
});

for (const locale of locales)
  test(`${locale}: the count is the number of pages and terms listed`, async ({ page }) => {
    for (const query of ['azure', 'csp', '21vianet', 'dap']) {
      await page.goto(`/${locale}/search/?q=${query}`);
      await expect(page.getByRole('main').getByRole('status')).toHaveText(/./);
      const count = await page.locator('#search-results li').count();
      expect(count).toBeGreaterThan(0);
      await expect(page.getByRole('main').getByRole('status')).toHaveText(
        shown(fillPlural(searchWords(locale).count, LOCALES[locale].lang, count)),
      );
    }
  });

test('without even its words, Enter still leads to the page with the list of pages', async ({ page }) => {
  await page.route(/pagefind|search\.json/, (route) => route.abort());
  await page.goto('/en/');
  await box(page, 'en').fill('azure');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/search/?q=azure');
  await expect(page.locator('#search-pages')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of locales)
    test(`${locale}: the form leads to a page that says what it needs and lists the pages`, async ({ page }) => {
      await page.goto(`/${locale}/`);
      await box(page, locale).fill('azure');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`/${locale}/search/?q=azure`);
      const main = page.getByRole('main');
      const sentence = main.locator('noscript p');
      await expect(sentence).toHaveText(shown(searchWords(locale).needsScript));
      await expect(sentence).toBeVisible();
      for (const slug of articleSlugs) await expect(main.locator(`a[href="/${locale}/${slug}/"]`)).toBeVisible();
      for (const outcome of Object.keys(content.outcomes))
        await expect(main.locator(`a[href="/${locale}/outcomes/${outcome}/"]`)).toBeVisible();
    });
});

for (const locale of locales)
  test(`${locale}: at least nine of ten real queries find the right page first`, async ({ page }) => {
    const misses: string[] = [];
    for (const { query, expected } of queries[locale] ?? []) {
      await page.goto(`/${locale}/search/?q=${encodeURIComponent(query)}`);
      await expect(page.getByRole('main').getByRole('status')).toHaveText(/./);
      const [first = 'nothing'] = await page
        .locator('#search-results li a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      if (!expected.some((address) => first === `/${locale}/${address}/`))
        misses.push(`${query}: found ${first} instead of ${expected.join(' or ')}`);
    }
    if (misses.length > 0) console.log(`${locale}:\n  ${misses.join('\n  ')}`);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(1);
  });
