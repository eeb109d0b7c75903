import { changes } from '../../src/eligibility/change.ts';
import { isQuestion } from '../../src/eligibility/tree.ts';
import {
  allResults,
  answerLink,
  answerWords,
  expect,
  expectQuestion,
  expectResult,
  expectSameDocument,
  fill,
  markDocument,
  questionAt,
  questionTitle,
  resultAddress,
  shown,
  test,
  tree,
  walk,
  wizardAddress,
  wizardReady,
  words,
} from './support.ts';

const locale = 'es';

const long = allResults.find(({ path }) => path.length === 5);
if (long === undefined) throw new Error('no result takes five answers');

test('Back and Forward go through the questions in place, to the result and back again', async ({ page }) => {
  await page.goto(wizardAddress(locale));
  await wizardReady(page);
  await markDocument(page);
  await walk(page, locale, long.path);
  await expectResult(page, locale, long);
  for (const length of [4, 3, 2, 1, 0]) {
    await page.goBack();
    await expectQuestion(page, locale, long.path.slice(0, length));
    await expect(answerLink(page, locale, long.path[length] ?? '')).toBeVisible();
  }
  for (const length of [1, 2, 3, 4]) {
    await page.goForward();
    await expectQuestion(page, locale, long.path.slice(0, length));
  }
  await page.goForward();
  await expectResult(page, locale, long);
});

test('Back and Forward between questions load nothing and move the focus to the heading', async ({ page }) => {
  await page.goto(wizardAddress(locale));
  await wizardReady(page);
  await markDocument(page);
  await walk(page, locale, long.path.slice(0, 3), () => Promise.resolve());
  await expectQuestion(page, locale, long.path.slice(0, 3));
  const requests: string[] = [];
  page.on('request', (request) => {
    // Chromium asks for the icon again with each entry of the history.
    if (!request.url().endsWith('/favicon.svg')) requests.push(request.url());
  });
  const moves = [
    { way: 'back', length: 2 },
    { way: 'back', length: 1 },
    { way: 'back', length: 0 },
    { way: 'forward', length: 1 },
    { way: 'forward', length: 2 },
    { way: 'back', length: 1 },
  ] as const;
  for (const { way, length } of moves) {
    await (way === 'back' ? page.goBack() : page.goForward());
    await expectQuestion(page, locale, long.path.slice(0, length));
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
  await expectSameDocument(page, true);
  expect(requests).toEqual([]);
});

test('the Back link and "Start again" on a question work in place', async ({ page }) => {
  const { back, startAgain } = words(locale).interface.wizard;
  await page.goto(wizardAddress(locale, long.path.slice(0, 3)));
  await wizardReady(page);
  await markDocument(page);
  await page.getByRole('link', { name: back, exact: true }).click();
  await expectQuestion(page, locale, long.path.slice(0, 2));
  await page.getByRole('link', { name: startAgain, exact: true }).click();
  await expectQuestion(page, locale, []);
  await expect(page.getByRole('link', { name: back, exact: true })).toHaveCount(0);
  await expectSameDocument(page, true);
});

test('a question opened by its address is that question, with its answers so far, and stays so when reloaded', async ({
  page,
}) => {
  const path = long.path.slice(0, 3);
  const given = path.map((answer) => shown(answerWords(locale, answer).short));
  await page.goto(wizardAddress(locale, path));
  await expectQuestion(page, locale, path);
  await expect(page.locator('.given .given-answer')).toHaveText(given);
  await wizardReady(page);
  await answerLink(page, locale, long.path[3] ?? '').click();
  await expectQuestion(page, locale, long.path.slice(0, 4));
  await page.reload();
  await expectQuestion(page, locale, long.path.slice(0, 4));
  await wizardReady(page);
  await page.goBack();
  await expectQuestion(page, locale, path);
});

test('changing an earlier answer keeps the later answers that still apply', async ({ page }) => {
  const places = allResults.map(({ path }) => path.slice(0, -1));
  const found = places
    .flatMap((path) => changes(tree, path).map((change) => ({ path, change })))
    .find(({ change: { keeps, drops, place } }) => keeps.length >= 2 && drops.length === 0 && isQuestion(place.node));
  if (found === undefined) throw new Error('no change keeps two later answers');
  const { path, change } = found;
  await page.goto(wizardAddress(locale, path));
  await wizardReady(page);
  await markDocument(page);
  const label = words(locale).questions[change.question]?.label ?? '';
  await page.getByLabel(fill(words(locale).interface.wizard.changeAnswer, { question: label })).click();
  await page
    .locator('.given details[open]')
    .getByRole('link', { name: answerWords(locale, change.to).short, exact: true })
    .click();
  await expectQuestion(page, locale, change.place.path);
  await expectSameDocument(page, true);
  for (const kept of change.keeps)
    await expect(page.locator('.given-answer', { hasText: shown(answerWords(locale, kept).short) })).toBeVisible();
});

test('a change says which later answers it drops, before it is followed', async ({ page }) => {
  const places = allResults.map(({ path }) => path.slice(0, -1));
  const found = places
    .flatMap((path) => changes(tree, path).map((change) => ({ path, change })))
    .find(({ change: { drops } }) => drops.length >= 1);
  if (found === undefined) throw new Error('no change drops an answer');
  const { path, change } = found;
  const { drops, changeAnswer } = words(locale).interface.wizard;
  await page.goto(wizardAddress(locale, path));
  const label = words(locale).questions[change.question]?.label ?? '';
  await page.getByLabel(fill(changeAnswer, { question: label })).click();
  const dropped = change.drops.map((answer) => answerWords(locale, answer).short).join(', ');
  await expect(
    page
      .locator('.given details[open] li', { hasText: shown(answerWords(locale, change.to).short) })
      .getByText(shown(fill(drops, { answers: dropped }))),
  ).toBeVisible();
});

test('a click with Ctrl opens the next question in a new tab and leaves this one', async ({ page, context }) => {
  await page.goto(wizardAddress(locale));
  await wizardReady(page);
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    answerLink(page, locale, 'global').click({ modifiers: ['Control'] }),
  ]);
  await expectQuestion(tab, locale, ['global']);
  await expectQuestion(page, locale, []);
});

test('without its file the wizard goes on as ordinary pages', async ({ page }) => {
  await page.route('**/wizard.json*', (route) => route.abort());
  await page.goto(wizardAddress(locale));
  await expect(page.locator('main .wizard')).toHaveAttribute('data-ready', 'no');
  await markDocument(page);
  await answerLink(page, locale, 'global').click();
  await expectQuestion(page, locale, ['global']);
  await expectSameDocument(page, false);
});

test('the link that skips to the content does not load the page again, even without the file', async ({ page }) => {
  await page.route('**/wizard.json*', (route) => route.abort());
  await page.goto(wizardAddress(locale, ['global']));
  await expect(page.locator('main .wizard')).toHaveAttribute('data-ready', 'no');
  await markDocument(page);
  await page.getByRole('link', { name: words(locale).interface.nav.skip }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${wizardAddress(locale, ['global'])}#content`);
  // A reload would come right after; a round trip through the page lets it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await expectSameDocument(page, true);
});

test.describe('the wizard in an article', () => {
  const article = `/${locale}/multichannel/`;

  test('opens, answers in place without touching the address, and leads to the result', async ({ page }) => {
    await page.goto(article);
    await markDocument(page);
    await page.getByText(words(locale).interface.wizard.embedSummary).click();
    await wizardReady(page);
    await expect(page.getByRole('heading', { level: 3, name: questionTitle(locale, []) })).toBeVisible();
    await walk(page, locale, long.path, async (given) => {
      const heading = page.getByRole('heading', { level: 3, name: questionTitle(locale, given) });
      await expect(heading).toBeFocused();
      await expect(page).toHaveURL(article);
      await expectSameDocument(page, true);
    });
    await expectResult(page, locale, long);
    await page.goBack();
    await expect(page).toHaveURL(article);
  });

  test('without JavaScript a link leads to the wizard', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(article);
    await page.getByText(words(locale).interface.wizard.embedSummary).click();
    await page.getByRole('link', { name: words(locale).interface.wizard.openFull }).click();
    await expectQuestion(page, locale, []);
    await context.close();
  });

  test('starts under 21Vianet in the article on 21Vianet', async ({ page }) => {
    await page.goto(`/${locale}/21vianet/multipartner/`);
    await page.getByText(words(locale).interface.wizard.embedSummary).click();
    await wizardReady(page);
    const preset = ['21vianet'];
    await expect(page.getByRole('heading', { level: 3, name: questionTitle(locale, preset) })).toBeVisible();
    await expect(page.locator('.given .given-answer')).toHaveText([shown(answerWords(locale, '21vianet').short)]);
    const [first = ''] = Object.keys(questionAt(preset).next);
    await answerLink(page, locale, first).click();
    await expect(page).toHaveURL(`/${locale}/21vianet/multipartner/`);
  });
});

test('a result keeps its answers as links back into the wizard', async ({ page }) => {
  await page.goto(resultAddress(locale, long));
  await page.locator('.given .given-answer').last().click();
  await expectQuestion(page, locale, long.path.slice(0, -1));
});
