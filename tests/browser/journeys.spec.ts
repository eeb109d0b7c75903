import { OUTCOME_GROUPS } from '../../src/lib/content/schemas.ts';
import {
  allResults,
  answerWords,
  content,
  expect,
  expectQuestion,
  expectResult,
  expectSameDocument,
  locales,
  markDocument,
  outcomeWords,
  shown,
  test,
  walk,
  wizardAddress,
  wizardReady,
  type Locale,
  type ResultPath,
} from './support.ts';
import type { Page } from '@playwright/test';

/** For each group of outcomes, the result that takes most questions. */
const journeys = OUTCOME_GROUPS.map((group) => {
  const [longest] = allResults
    .filter(({ node }) => content.outcomes[node.outcome]?.group === group)
    .toSorted((a, b) => b.path.length - a.path.length);
  if (longest === undefined) throw new Error(`no result belongs to the group ${group}`);
  return { group, result: longest };
});

/** Expects what a reader came for: the path, what to do or why not, and the answers given. */
async function expectAdvice(page: Page, locale: Locale, result: ResultPath) {
  await expectResult(page, locale, result);
  const { steps, reasons } = outcomeWords(locale, result.node.outcome);
  const advice = page.locator('main .statements li');
  await expect(advice.first()).toBeVisible();
  const said = (await advice.allInnerTexts()).map(shown);
  const own = [...Object.values(steps), ...Object.values(reasons)].map(shown);
  expect(said.some((text) => own.some((sentence) => text.includes(sentence)))).toBe(true);
  const given = page.locator('main .given .given-answer');
  await expect(given).toHaveText(result.path.map((answer) => shown(answerWords(locale, answer).short)));
}

for (const locale of locales)
  for (const { group, result } of journeys)
    test(`${locale}: answers lead to ${result.node.outcome} (${group}), each next question in place`, async ({
      page,
    }) => {
      await page.goto(wizardAddress(locale));
      await expectQuestion(page, locale, []);
      await wizardReady(page);
      await markDocument(page);
      await walk(page, locale, result.path, async (given) => {
        await expectQuestion(page, locale, given);
        await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
        await expectSameDocument(page, true);
      });
      await expectAdvice(page, locale, result);
      await expectSameDocument(page, false);
    });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of locales)
    for (const { group, result } of journeys)
      test(`${locale}: answers lead to ${result.node.outcome} (${group}), each question a page`, async ({ page }) => {
        await page.goto(wizardAddress(locale));
        await expectQuestion(page, locale, []);
        await walk(page, locale, result.path);
        await expectAdvice(page, locale, result);
      });
});
