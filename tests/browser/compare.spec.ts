import { articleSlugs } from '../../src/config/articles.ts';
import { builtPage, servedFacts, tagsOf, textOf } from './built.ts';
import { content, expect, locales, outcomeWords, shown, test, words, type Locale } from './support.ts';
import type { Locator, Page } from '@playwright/test';

const facts = servedFacts();
const { paths, rows } = content.comparison;
/** Besides the questions, three rows lead on: to the outcome, to what is newer, to the guidance. */
const all = rows.length + 3;
const address = (locale: Locale) => `/${locale}/compare/`;
const pathTitle = (locale: Locale, path: string) => shown(outcomeWords(locale, path).title);

const wide = { width: 1600, height: 900 };
const phone = { width: 390, height: 844 };

const table = (page: Page): Locator => page.getByRole('main').getByRole('table');
const header = (page: Page, locale: Locale, path: string): Locator =>
  table(page).getByRole('columnheader', { name: pathTitle(locale, path), exact: true });
const choice = (page: Page, locale: Locale, path: string): Locator =>
  page.getByRole('group', { name: words(locale).interface.compare.choose }).getByRole('checkbox', {
    name: pathTitle(locale, path),
    exact: true,
  });

/** The cells of the page, row by row, as they were built. */
const cellsOf = (locale: Locale): readonly (readonly string[])[] =>
  [...builtPage(address(locale)).html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td\b[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => cell),
  );

/** What a cell says, without the name of its path and the numbers of its facts. */
const saidIn = (cell: string) =>
  shown(
    textOf(cell.replace(/<span class="path"[\s\S]*?<\/span>/, '').replace(/<span class="refs"[\s\S]*?<\/span>/, '')),
  );

const horizontalOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the paths compared are outcomes that apply, each with its guidance', () => {
  expect(paths).toHaveLength(9);
  for (const path of paths) expect.soft(content.outcomes[path]?.kind, path).toBe('path');
  expect(rows.length).toBeGreaterThan(8);
});

for (const locale of locales) {
  test(`${locale}: on a wide screen it is a table with a header for each path and each question`, async ({ page }) => {
    await page.setViewportSize(wide);
    await page.goto(address(locale));
    const { compare } = words(locale).interface;
    await expect(table(page)).toHaveAccessibleName(shown(compare.title));
    await expect(table(page).getByRole('columnheader')).toHaveText([
      shown(compare.criterion),
      ...paths.map((path) => pathTitle(locale, path)),
    ]);
    await expect(table(page).getByRole('rowheader')).toHaveText([
      ...rows.map(({ id }) => shown(words(locale).compare.rows[id] ?? id)),
      shown(words(locale).interface.result.about),
      shown(compare.today),
      shown(compare.article),
    ]);
    await expect(table(page).getByRole('cell')).toHaveCount(all * paths.length);
    for (const path of paths) await expect(header(page, locale, path)).toBeVisible();
    const displays = await table(page)
      .locator('tr, th, td')
      .evaluateAll((all) => [...new Set(all.map((element) => getComputedStyle(element).display))].toSorted());
    expect(displays).toEqual(['table-cell', 'table-row']);
    // The table scrolls in its own frame; the page does not.
    expect(await horizontalOverflow(page)).toBeLessThanOrEqual(0);
  });

  test(`${locale}: what lies outside the frame in which the table scrolls is reached by keyboard`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.goto(address(locale));
    const frame = page.locator('.compare .scroll');
    const first = table(page).locator('tbody a').first();
    await first.focus();
    await expect.poll(() => frame.evaluate(({ scrollLeft }) => scrollLeft)).toBe(0);
    const links = await table(page).locator('tbody tr').first().locator('a').count();
    for (let step = 1; step < links; step++) await page.keyboard.press('Tab');
    const last = table(page).locator('tbody tr').first().locator('a').last();
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport();
    expect(await frame.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });

  test(`${locale}: on a phone nothing scrolls across and each cell names its path`, async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(address(locale));
    expect(await horizontalOverflow(page)).toBeLessThanOrEqual(0);
    const outside = await table(page)
      .locator('th, td, a')
      .evaluateAll((all) =>
        all.flatMap((element) => {
          if (element.closest('thead') !== null) return [];
          const { left, right } = element.getBoundingClientRect();
          return left < 0 || right > innerWidth ? [element.textContent] : [];
        }),
      );
    expect(outside).toEqual([]);
    const named = table(page).locator('td .path');
    await expect(named).toHaveText(
      Array.from({ length: all }, () => paths)
        .flat()
        .map((path) => pathTitle(locale, path)),
    );
    const hidden = await named.evaluateAll((all) => all.filter((name) => !name.checkVisibility()).length);
    expect(hidden).toBe(0);
    // To a reader who cannot see it is still a table with headers.
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = (name: string) => nodes.filter(({ role, ignored }) => !ignored && role?.value === name).length;
    expect([roles('table'), roles('columnheader'), roles('rowheader'), roles('cell')]).toEqual([
      1,
      paths.length + 1,
      all,
      all * paths.length,
    ]);
  });

  test(`${locale}: each cell says what its words say and links to the facts it rests on, whose anchors exist`, () => {
    const [, ...built] = cellsOf(locale);
    const { compare } = words(locale).interface;
    let empty = 0;
    for (const [index, { id, cells }] of rows.entries())
      for (const [column, path] of paths.entries()) {
        const cell = built[index]?.[column] ?? '';
        const where = `${id}, ${path}`;
        const resting = cells[path] ?? [];
        const links = tagsOf(cell).flatMap(({ name, attributes }) =>
          name === 'a' ? [{ fact: attributes['data-fact'], href: attributes['href'], title: attributes['title'] }] : [],
        );
        const expected = resting.map((fact) => ({
          fact,
          href: `/${locale}/${facts[fact]?.page ?? 'nowhere'}/#${fact}`,
          title: facts[fact]?.text[locale],
        }));
        expect.soft(links, where).toEqual(expected);
        for (const fact of resting)
          expect.soft(builtPage(`/${locale}/${facts[fact]?.page ?? 'nowhere'}/`).ids, where).toContain(fact);
        // Where the documents say nothing, the cell says so, instead of guessing.
        const text = resting.length === 0 ? compare.notStated : words(locale).compare.cells[id]?.[path];
        expect.soft(saidIn(cell), where).toBe(shown(text ?? 'no words'));
        if (resting.length === 0) empty++;
      }
    expect(empty).toBeLessThan((rows.length * paths.length) / 2);
  });

  test(`${locale}: the last rows lead to the outcome, to what is newer, where there is something, and to the guidance`, () => {
    const [about = [], newer = [], guidance = []] = cellsOf(locale).slice(-3);
    for (const [column, path] of paths.entries()) {
      const href = (cell = '') => tagsOf(cell).find(({ name }) => name === 'a')?.attributes['href'];
      const outcome = `/${locale}/outcomes/${path}/`;
      expect.soft(href(about[column]), path).toBe(outcome);
      const has = builtPage(outcome).ids.has('today');
      expect.soft(href(newer[column]), path).toBe(has ? `${outcome}#today` : undefined);
      const articles = articleSlugs.map((slug) => `/${locale}/${slug}/`);
      expect.soft(articles, path).toContain(href(guidance[column]));
    }
  });
}

test('a number in a cell leads to the sentence it rests on', async ({ page }) => {
  await page.setViewportSize(wide);
  await page.goto(address('ru'));
  const link = page.locator('#who-starts [data-fact="multi-partner.started-by-partner"]');
  await link.click();
  await expect(page).toHaveURL('/ru/multipartner/#multi-partner.started-by-partner');
  const sentence = page.locator('[id="multi-partner.started-by-partner"]');
  await expect(sentence).toHaveText(facts['multi-partner.started-by-partner']?.text.ru ?? 'no text');
  await expect(sentence).toBeInViewport();
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    for (const [place, viewport] of [
      ['a wide screen', wide],
      ['a phone', phone],
    ] as const)
      test(`on ${place} a path that is unticked disappears with all its cells, and comes back`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await page.goto(address('es'));
        const bodyRows = table(page).locator('tbody tr');
        const cells = (column: number) => bodyRows.locator(`td:nth-child(${column + 2})`);
        for (const [column, path] of paths.entries()) {
          const box = choice(page, 'es', path);
          await expect(box).toBeChecked();
          await expect(cells(column)).toHaveCount(all);
          await expect(cells(column).first()).toBeVisible();
          await box.uncheck();
          await expect(cells(column).filter({ visible: true })).toHaveCount(0);
          await expect(header(page, 'es', path)).toHaveCount(0);
          // The other paths stay.
          await expect(table(page).locator('td').filter({ visible: true })).toHaveCount(all * (paths.length - 1));
          await box.check();
          await expect(cells(column).filter({ visible: true })).toHaveCount(all);
          await expect(header(page, 'es', path)).toHaveCount(1);
        }
      });
  });

test('a choice is made by keyboard, and two paths can be left side by side', async ({ page }) => {
  await page.setViewportSize(wide);
  await page.goto(address('pt-br'));
  const [first, second, ...others] = paths;
  for (const path of others) {
    await choice(page, 'pt-br', path).focus();
    await page.keyboard.press('Space');
  }
  await expect(table(page).getByRole('columnheader')).toHaveText(
    [words('pt-br').interface.compare.criterion, ...[first, second].map((path) => pathTitle('pt-br', path ?? ''))].map(
      shown,
    ),
  );
});

test('a page loaded again shows every path, as its boxes say', async ({ page }) => {
  await page.goto(address('en'));
  const [first = ''] = paths;
  await choice(page, 'en', first).uncheck();
  await page.reload();
  await expect(choice(page, 'en', first)).toBeChecked();
  await expect(table(page).getByRole('columnheader')).toHaveCount(paths.length + 1);
});
