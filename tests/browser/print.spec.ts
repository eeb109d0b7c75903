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
