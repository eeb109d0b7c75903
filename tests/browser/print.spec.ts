import {
  allResults,
  answerWords,
  content,
  expect,
  locales,
  outcomeWords,
  resultAddress,
  shown,
  test,
  words,
} from './support.ts';

const result = allResults.find(({ node, path }) => node.outcome === 'azure-switch' && path.length >= 5);
if (result === undefined) throw new Error('no result is the Azure switch');

for (const locale of locales)
  test(`${locale}: a printed result has address, date, path, steps and answers, and no navigation`, async ({
    page,
  }) => {
    await page.goto(resultAddress(locale, result));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.site-header')).toBeHidden();
    await expect(page.getByRole('search')).toBeHidden();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    const footer = page.getByRole('contentinfo');
    await expect(footer.getByText(resultAddress(locale, result))).toBeVisible();
    await expect(footer.getByText(content.revision.revision)).toBeVisible();
    await expect(page.getByText(shown(outcomeWords(locale, result.node.outcome).path), { exact: true })).toBeVisible();
    await expect(page.locator('.statements.steps li').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: words(locale).interface.result.yourAnswers })).toBeVisible();
    for (const answer of result.path)
      await expect(page.locator('.given-answer', { hasText: shown(answerWords(locale, answer).short) })).toBeVisible();
    await expect(page.locator('.given details').first()).toBeHidden();
    await expect(page.locator('.facts li').last()).toBeVisible();
  });

test('what is folded in an article is printed', async ({ page }) => {
  await page.goto('/es/multipartner/');
  const note = page.locator('.disagreement p').first();
  const situation = page.locator('.situations details:not([open]) li').first();
  await expect(note).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(note).toBeVisible();
  await expect(situation).toBeVisible();
  await expect(page.locator('.embedded-wizard')).toBeHidden();
  await expect(page.getByRole('navigation', { name: words('es').interface.nav.contents })).toBeHidden();
});

/** How wide a sheet of A4 is between its margins, in CSS pixels. */
const paper = { width: 718, height: 1000 };

for (const locale of locales)
  test(`${locale}: the comparison fits the paper, each answer with its path, without the boxes`, async ({ page }) => {
    await page.setViewportSize(paper);
    await page.goto(`/${locale}/compare/`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('checkbox').first()).toBeHidden();
    const answers = page.locator('main td');
    await expect(answers.first()).toBeVisible();
    const faults = await answers.evaluateAll((all) =>
      all.flatMap((cell) => {
        const { right } = cell.getBoundingClientRect();
        const named = cell.querySelector('.path')?.checkVisibility() === true;
        return named && right <= innerWidth ? [] : [cell.textContent];
      }),
    );
    expect(faults).toEqual([]);
  });

test('a path that was unticked is not printed', async ({ page }) => {
  await page.setViewportSize(paper);
  await page.goto('/en/compare/');
  await page.getByRole('checkbox').first().uncheck();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main tbody tr').first().locator('td').first()).toBeHidden();
  await expect(page.locator('main tbody tr').first().locator('td').nth(1)).toBeVisible();
});

for (const [what, address, folded] of [
  ['what a change touches and where it was read', '/ru/changes/', '.change dd'],
  ['what rests on an edition', '/pt-br/sources/', '[data-edition] li'],
] as const)
  test(`${what} is printed, although it is folded`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator(folded).first()).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator(folded)
      .evaluateAll((all) => all.filter((line) => !line.checkVisibility({ contentVisibilityAuto: true })).length);
    expect(hidden).toBe(0);
  });

test('the glossary is printed without the list that leads to its entries', async ({ page }) => {
  await page.goto('/es/glossary/');
  const list = page.getByRole('navigation', { name: words('es').interface.glossary.jump });
  await expect(list).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(list).toBeHidden();
  await expect(page.locator('h2#tenant')).toBeVisible();
});
