import { gatesOf } from '../../src/eligibility/table.ts';
import { stepsAlong } from '../../src/eligibility/tree.ts';
import { allResults, content, expect, locales, resultAddress, shown, test, tree, words } from './support.ts';

/** A result with the gates that the table shows there. */
const withGates = allResults.map((result) => {
  const answers = Object.fromEntries(stepsAlong(tree, result.path).map(({ question, answer }) => [question, answer]));
  return { result, gates: gatesOf(content.table, result.node.outcome, answers) };
});
const azure = withGates.find(({ result }) => result.node.outcome === 'azure-switch');
const none = withGates.find(({ gates }) => gates.length === 0);
if (azure === undefined || none === undefined) throw new Error('the table has no such results');

for (const locale of locales) {
  test(`${locale}: a result lists its gates before the steps, each with what to do if it is not met and its facts`, async ({
    page,
  }) => {
    await page.goto(resultAddress(locale, azure.result));
    const items = page.locator('.gates [data-gate]');
    await expect(items).toHaveCount(azure.gates.length);
    const text = words(locale);
    for (const [index, id] of azure.gates.entries()) {
      const item = items.nth(index);
      const { check = '', ifNot = '' } = text.gates[id] ?? {};
      await expect(item).toHaveAttribute('data-gate', id);
      await expect(item.getByRole('checkbox', { name: shown(check), exact: true })).not.toBeChecked();
      await expect(item).toContainText(shown(ifNot));
      const { facts = [] } = content.table.gates[id] ?? {};
      await expect(item.locator('strong')).toHaveText(`${text.interface.result.ifNot}:`);
      for (const fact of facts) await expect(item.locator(`a[data-fact="${fact}"]`)).toHaveCount(1);
    }
    const headings = await page.locator('main h2').evaluateAll((all) => all.map(({ id }) => id));
    expect(headings.indexOf('before-you-start')).toBeGreaterThan(headings.indexOf('because'));
    expect(headings.indexOf('before-you-start')).toBeLessThan(headings.indexOf('steps'));
  });
}

test('a result without gates has no checklist', async ({ page }) => {
  await page.goto(resultAddress('en', none.result));
  await expect(page.locator('#before-you-start')).toHaveCount(0);
});

test('a gate that is ticked by keyboard folds what to do otherwise, and is forgotten when the page is left', async ({
  page,
}) => {
  await page.goto(resultAddress('ru', azure.result));
  const first = page.locator('.gates [data-gate]').first();
  await first.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(first.getByRole('checkbox')).toBeChecked();
  await expect(first.locator('p')).toBeHidden();
  await page.reload();
  await expect(first.getByRole('checkbox')).not.toBeChecked();
  await expect(first.locator('p')).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the checklist can be ticked', async ({ page }) => {
    await page.goto(resultAddress('pt-br', azure.result));
    const first = page.locator('.gates [data-gate]').first();
    await first.locator('label').click();
    await expect(first.getByRole('checkbox')).toBeChecked();
  });
});
