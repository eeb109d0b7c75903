import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { articleSlugs } from '../../src/config/articles.ts';
import { content, expect, fill, fillPlural, locales, LOCALES, shown, test, words, type Locale } from './support.ts';
import type { Locator, Page } from '@playwright/test';

const queries = z
  .record(z.string(), z.array(z.strictObject({ query: z.string(), kind: z.string(), expected: z.array(z.string()) })))
  .parse(JSON.parse(readFileSync(new URL('search-queries.json', import.meta.url), 'utf8')));

const searchWords = (locale: Locale) => words(locale).interface.search;
const box = (page: Page, locale: Locale): Locator =>
  page.getByRole('search').getByLabel(searchWords(locale).label, { exact: true }).first();
const results = (page: Page): Locator => page.locator('#search-results');
const found = (page: Page): Locator => results(page).locator('.results > li > a');
const counted = (locale: Locale, count: number): string =>
  shown(fillPlural(searchWords(locale).count, LOCALES[locale].lang, count));
const outcome = (locale: Locale, id: string) => {
  const text = words(locale).outcomes[id];
  if (text === undefined) throw new Error(`${id} has no words`);
  return { title: shown(text.title), path: shown(text.path) };
};

/** The same search in each language, with one letter wrong, and its right word. */
const mistyped: readonly (readonly [locale: Locale, query: string, right: string, first: string])[] = [
  ['en', 'tennant', 'tenant', 'glossary/#tenant'],
  ['es', 'inquilno', 'inquilino', 'glossary/#tenant'],
  ['ru', 'подписака', 'подписка', ''],
  ['pt-br', 'locattário', 'locatario', 'glossary/#tenant'],
];

/** Something a reader wants, as each language says it. */
const wanted: readonly (readonly [locale: Locale, query: string])[] = [
  ['en', 'restore azure role'],
  ['es', 'recuperar el rol de azure'],
  ['ru', 'вернуть роль azure'],
  ['pt-br', 'recuperar a função no azure'],
];

test('nothing of search is loaded before the box has the focus, and the full text only on its page', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/pagefind|search\.json|\/box-/.test(request.url())) loaded.push(new URL(request.url()).pathname);
  });
  await page.goto('/en/multipartner/');
  await page.waitForLoadState('networkidle');
  expect(loaded).toEqual([]);
  await box(page, 'en').pressSequentially('azure role');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(loaded.filter((path) => path.includes('pagefind'))).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => loaded.some((path) => path.includes('pagefind'))).toBe(true);
});

for (const [locale, query] of wanted)
  test(`${locale}: an answer is found, told with what it applies to, opened by keyboard, and marked there`, async ({
    page,
  }) => {
    const { title, path } = outcome(locale, 'restore-azure-role');
    await page.goto(`/${locale}/`);
    const input = box(page, locale);
    await input.fill(query);
    const options = page.getByRole('option');
    const first = options.first();
    await expect(first).toContainText(title);
    await expect(first).toContainText(path);
    await expect(first).toContainText(shown(searchWords(locale).when.split('{')[0] ?? ''));
    await expect(first.locator('mark').first()).toBeVisible();
    await expect(input).toHaveAttribute('aria-expanded', 'true');
    // The last option leads to the page with all results; the others are counted.
    const count = (await options.count()) - 1;
    await expect(page.getByRole('status')).toHaveText(counted(locale, count));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(input).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? 'none');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    // No copied link and no other language carries what was searched for.
    await expect(page).toHaveURL(`/${locale}/outcomes/restore-azure-role/`);
    const bar = page.locator('.found-bar');
    await expect(bar).toContainText(query.split(' ')[0] ?? '');
    const marks = () => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0);
    expect(await marks()).toBeGreaterThan(1);
    for (const link of await page.locator('.languages a[data-locale]').all())
      expect(await link.getAttribute('href')).not.toContain('found');
    const place = bar.getByRole('status');
    const before = await place.innerText();
    await bar.getByRole('button', { name: searchWords(locale).next }).click();
    await expect(place).not.toHaveText(before);
    await bar.getByRole('button', { name: searchWords(locale).previous }).click();
    await expect(place).toHaveText(before);
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    expect(await marks()).toBe(0);
  });

test('a mark inside a folded note opens the note', async ({ page }) => {
  const note = page.locator('main details[data-about]').first();
  await page.goto('/en/multichannel/');
  await expect(note).not.toHaveAttribute('open', '');
  const word = /\p{L}{9,}/u.exec((await note.locator('p').last().textContent()) ?? '')?.[0] ?? '';
  await page.goto(`/en/multichannel/?found=${word}#when-it-applies`);
  await expect(page).toHaveURL('/en/multichannel/#when-it-applies');
  await expect(page.locator('.found-bar')).toContainText(word);
  const next = page.locator('.found-bar').getByRole('button', { name: searchWords('en').next });
  await expect(async () => {
    await next.click();
    await expect(note).toHaveAttribute('open', '', { timeout: 100 });
  }).toPass();
});

test('words to mark are words only, and nothing is marked for words that do not stand there', async ({ page }) => {
  for (const value of ['<zzxqwv onzzxq=zzzxqwv()>', 'zzxqwv', '', 'a'.repeat(5000)]) {
    await page.goto(`/en/multipartner/?found=${encodeURIComponent(value)}`);
    await expect(page).toHaveURL('/en/multipartner/');
    await expect(page.locator('.found-bar')).toHaveCount(0);
  }
});

test('a click on a result goes there, and its address stays plain for who copies it', async ({ page }) => {
  await page.goto('/es/');
  await box(page, 'es').pressSequentially('azure');
  const link = page.getByRole('option').first();
  const address = (await link.getAttribute('href')) ?? '';
  expect(address).not.toContain('found');
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

test('Escape closes the list and keeps what was typed, and clears the field when pressed again', async ({ page }) => {
  await page.goto('/en/');
  const input = box(page, 'en');
  await input.pressSequentially('azure');
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(input).toHaveValue('azure');
  await expect(input).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Escape');
  await expect(input).toHaveValue('');
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

for (const [locale, query, right, first] of mistyped)
  test(`${locale}: one wrong letter is put right, told, and can be searched for as it is`, async ({ page }) => {
    const told = shown(fill(searchWords(locale).corrected, { query, corrected: right }));
    await page.goto(`/${locale}/`);
    await box(page, locale).fill(query);
    await expect(page.getByRole('search').getByText(told, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('option').first()).toHaveAttribute('href', new RegExp(`^/${locale}/${first}`));
    await expect(page.getByRole('status')).toContainText(told);
    await page.goto(`/${locale}/search/?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole('main').getByText(told)).toBeVisible();
    await results(page)
      .getByRole('link', { name: shown(fill(searchWords(locale).exactly, { query })) })
      .click();
    await expect(results(page).getByRole('status')).toHaveText(shown(fill(searchWords(locale).none, { query })));
    await expect(found(page)).toHaveCount(0);
  });

for (const locale of locales)
  test(`${locale}: a query that finds nothing is answered by a sentence, the pages, and the way to English`, async ({
    page,
  }) => {
    const none = shown(fill(searchWords(locale).none, { query: 'zzxqwv' }));
    await page.goto(`/${locale}/`);
    await box(page, locale).fill('zzxqwv');
    await expect(page.getByRole('status')).toHaveText(none);
    await expect(page.getByRole('search').getByText(none).first()).toBeVisible();
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.goto(`/${locale}/search/?q=zzxqwv`);
    await expect(results(page).getByRole('status')).toHaveText(none);
    await expect(page.locator('#search-pages')).toBeVisible();
    const english = results(page).getByRole('link', { name: searchWords(locale).inEnglish });
    if (locale === 'en') await expect(english).toHaveCount(0);
    else await expect(english).toHaveAttribute('href', /\/en\/search\/\?q=zzxqwv$/);
  });

test('of a question with a word nobody knows the rest still counts, and the word is named', async ({ page }) => {
  await page.goto('/en/search/?q=kubernetes%20role%20assignment%20owner');
  await expect(results(page)).toContainText(shown(fill(searchWords('en').unknown, { words: 'kubernetes' })));
  await expect(found(page).first()).toBeVisible();
});

for (const locale of locales)
  test(`${locale}: the page searches while the reader types, keeps it in the address, and filters by cloud`, async ({
    page,
  }) => {
    const { search, cloudsShort } = words(locale).interface;
    const query = 'azure 21vianet';
    await page.goto(`/${locale}/search/`);
    await page.evaluate(() => {
      document.documentElement.dataset['same'] = 'yes';
    });
    await box(page, locale).fill(query);
    await expect(found(page).first()).toBeVisible();
    await expect(page).toHaveURL(`/${locale}/search/?q=azure+21vianet`);
    await expect(page.locator('#search-pages')).toBeHidden();
    for (const kind of [search.articles, search.outcomes])
      await expect(results(page).getByRole('heading', { level: 2, name: kind, exact: true })).toBeVisible();
    // The full text adds sections, each with the words as they stand there.
    const section = results(page)
      .locator('.results ul li')
      .filter({ has: page.locator('mark') });
    await expect(section.first().getByRole('link')).toHaveAttribute('href', /#./);
    await expect(results(page).getByRole('status')).toHaveText(counted(locale, await found(page).count()));

    const all = await found(page).count();
    await results(page).getByLabel(search.filter).selectOption({ label: cloudsShort['us-gov'] });
    await expect(page).toHaveURL(`/${locale}/search/?q=azure+21vianet&cloud=us-gov`);
    await expect.poll(() => found(page).count()).toBeLessThan(all);
    await expect(results(page).getByRole('status')).toHaveText(counted(locale, await found(page).count()));
    await page.reload();
    await expect(results(page).getByLabel(search.filter)).toHaveValue('us-gov');
    await results(page).getByLabel(search.filter).selectOption({ label: search.anyCloud });
    await expect(found(page)).toHaveCount(all);
    await found(page).first().click();
    await expect(page).not.toHaveURL(/\/search\//);
    await page.goBack();
    await expect(box(page, locale)).toHaveValue(query);
    await expect(found(page)).toHaveCount(all);
  });

for (const locale of locales)
  test(`${locale}: without the full text titles and search words still answer, without those the pages are listed`, async ({
    page,
  }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`/${locale}/search/?q=azure`);
    await expect(results(page)).toContainText(shown(searchWords(locale).noText));
    await expect(found(page).first()).toBeVisible();

    await page.route('**/search.json?*', (route) => route.abort());
    const failed = shown(searchWords(locale).failed);
    await page.goto(`/${locale}/`);
    await box(page, locale).fill('azure');
    await expect(page.getByRole('search').getByText(failed).first()).toBeVisible();
    await expect(page.getByRole('status')).toHaveText(failed);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/${locale}/search/?q=azure`);
    await expect(page.locator('#search-pages')).toBeVisible();
    // The next word is another try.
    await page.unroute('**/search.json?*');
    await box(page, locale).fill('azure plan');
    await expect(found(page).first()).toBeVisible();
  });

test('a search that takes long says that it is loading', async ({ page }) => {
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
  await page.route('**/search.json?*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/en/');
  await box(page, 'en').fill('azure');
  await expect(page.getByRole('search').getByText(searchWords('en').loading).first()).toBeVisible();
  release(undefined);
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByText(searchWords('en').loading)).toHaveCount(0);
});

test('a ticket pasted whole is one query', async ({ page }) => {
  const ticket = 'Hello team,\r\n\r\nthe customer gave its Azure role\tto another partner.\nHow do we get it back?\n';
  await page.goto('/en/');
  await box(page, 'en').fill(ticket.repeat(100).slice(0, 5000));
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(found(page).first()).toBeVisible();
});

/** A term whose name stands in titles too, so that the glossary is one section of several. */
const terms: readonly (readonly [Locale, string, string])[] = [
  ['en', 'tenant', 'tenant'],
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
    const section = results(page).getByRole('heading', {
      level: 2,
      name: words(locale).interface.nav.glossary,
      exact: true,
    });
    const link = section.locator('xpath=following-sibling::ol[1]').getByRole('link', { name, exact: true });
    await expect(link).toHaveAttribute('href', address);
    await link.click();
    await expect(page).toHaveURL(address);
    await expect(page.locator(`h2[id="${id}"]`)).toBeInViewport();
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
      for (const id of Object.keys(content.outcomes))
        await expect(main.locator(`a[href="/${locale}/outcomes/${id}/"]`)).toBeVisible();
    });
});

/** Whether an address is one of those expected; any section of an expected page will do. */
const isExpected = (locale: Locale, address: string, expected: readonly string[]) =>
  expected.some((one) => {
    const [path = '', id] = one.split('#');
    const page = `/${locale}/${path}/`;
    if (id !== undefined) return address === `${page}#${id}`;
    return address === page || (path !== 'glossary' && address.startsWith(`${page}#`));
  });

for (const locale of locales)
  test(`${locale}: 95 of 100 real queries find the right page first, and what is not here finds nothing`, async ({
    page,
  }) => {
    const asked = queries[locale] ?? [];
    expect(asked.length).toBeGreaterThanOrEqual(40);
    const misses: string[] = [];
    await page.goto(`/${locale}/search/`);
    const input = box(page, locale);
    for (const { query, expected } of asked) {
      await input.fill('');
      await expect(results(page).getByRole('status')).toHaveText(shown(searchWords(locale).empty));
      await input.fill(query);
      await expect(results(page).getByRole('status')).not.toHaveText(shown(searchWords(locale).empty));
      const [first = 'nothing'] = await found(page).evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? ''),
      );
      if (expected.length === 0) expect.soft(first, query).toBe('nothing');
      else if (!isExpected(locale, first, expected))
        misses.push(`${query}: found ${first} instead of ${expected.join(' or ')}`);
    }
    if (misses.length > 0) console.log(`${locale}:\n  ${misses.join('\n  ')}`);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(asked.length * 0.05);
  });
