import { questionCounts, stepsAlong } from '../../src/eligibility/tree.ts';
import { bringReader, hear, heardMeanwhile, listen } from './hear.ts';
import {
  answerLink,
  answerWords,
  content,
  expect,
  expectInOrder,
  fill,
  fillPlural,
  locales,
  LOCALES,
  outcomeWords,
  questionAt,
  questionTitle,
  resultAddress,
  resultWith,
  shown,
  test,
  tree,
  wizardAddress,
  wizardReady,
  words,
  type Locale,
} from './support.ts';
import type { Page } from '@playwright/test';

// What is heard does not depend on how pages come and go.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const result = resultWith('multi-channel-license', 'global', 'manage', 'from-ea');

const listOf = <Item>(items: readonly Item[], each: (item: Item) => readonly string[]): readonly string[] => [
  'list',
  ...items.flatMap((item, index) => [`${index + 1} of ${items.length}`, ...each(item)]),
];

/** What is to be heard of the answers given so far: under their name, each with its question and the way to change it. */
function givenAloud(locale: Locale, path: readonly string[]): readonly string[] {
  const { answersSoFar, changeAnswer } = words(locale).interface.wizard;
  if (path.length === 0) return [];
  return [
    `region, ${answersSoFar}`,
    ...listOf(stepsAlong(tree, path), ({ question, answer }) => {
      const label = words(locale).questions[question]?.label ?? question;
      return [label, `link, ${answerWords(locale, answer).short}`, 'group', fill(changeAnswer, { question: label })];
    }),
  ];
}

/** What is to be heard on the page of a question: the answers so far, the question, its hint, and the answers as a list. */
function questionAloud(locale: Locale, path: readonly string[]): readonly string[] {
  const { wizard, home } = words(locale).interface;
  const { max, usual } = questionCounts(tree);
  const { question, next } = questionAt(path);
  const text = words(locale).questions[question];
  const hint = text?.in?.[path[0] ?? ''] === undefined ? text?.hint : text.in[path[0] ?? '']?.hint;
  return [
    'main',
    ...givenAloud(locale, path),
    `heading 1, ${questionTitle(locale, path)}`,
    ...(hint === undefined ? [] : [hint]),
    ...listOf(Object.keys(next), (answer) => {
      const { label, hint: about } = answerWords(locale, answer);
      return [`link, ${[label, about].filter((part) => part !== undefined).join(' ')}`];
    }),
    ...(path.length === 0
      ? [`${fillPlural(home.range, LOCALES[locale].lang, max, { max, usual })} ${wizard.scope}`]
      : [`link, ${wizard.back}`, `link, ${wizard.startAgain}`]),
  ].map(shown);
}

/** What is to be heard of a result, each behind the one before, with other things between them. */
function resultAloud(locale: Locale): readonly string[] {
  const { result: own, nav, alongside } = words(locale).interface;
  const { outcome } = result.node;
  const { title, path, steps, doesNot } = outcomeWords(locale, outcome);
  const { messages, copy } = words(locale).tickets;
  const roles = Object.entries(content.outcomes[outcome]?.steps ?? []);
  return [
    own.kind.path,
    `heading 1, ${title}`,
    path,
    `group, ${alongside.switch}`,
    ...locales.filter((other) => other !== locale).map((other) => `button, ${LOCALES[other].name}`),
    `navigation, ${nav.contents}`,
    `1 of 9`,
    `link, ${own.gates} (5)`,
    `2 of 9`,
    `link, ${own.steps} (${roles.length})`,
    `heading 2, ${own.because}`,
    ...result.path.slice(1).flatMap((answer) => ['term', 'definition', answerWords(locale, answer).short, 'link, ']),
    `heading 2, ${own.gates}`,
    `1 of 5`,
    `checkbox, ${words(locale).gates['relationship']?.check ?? ''}`,
    `not checked`,
    `${own.ifNot}:`,
    `heading 2, ${own.steps}`,
    ...Object.values(steps).flatMap((step, index, all) => [`${index + 1} of ${all.length}`, step, 'link, ']),
    `heading 2, ${own.doesNot}`,
    ...Object.values(doesNot).flatMap((text, index, all) => [`${index + 1} of ${all.length}`, text]),
    `heading 2, ${own.notes}`,
    `heading 2, ${own.today}`,
    `heading 2, ${own.whatWouldChange}`,
    `heading 2, ${messages.title}`,
    `heading 2, ${own.facts}`,
    `heading 2, ${own.yourAnswers}`,
    ...givenAloud(locale, result.path).slice(1),
    `heading 2, ${copy.title}`,
    `textbox, ${copy.link}`,
    `read only`,
    `combobox, ${copy.language}`,
    `button, ${copy.copyText}`,
    `heading 2, ${own.checkAnother}`,
  ].map(shown);
}

/** Expects of everything heard that it has a name, is said once, and holds no sign that would be read out. */
function expectSpeakable(heard: readonly string[]) {
  expect
    .soft(
      heard.filter((line) => /[→←]|undefined|\[object/.test(line)),
      'signs',
    )
    .toEqual([]);
  expect
    .soft(
      heard.filter((line) => /^(link|button|checkbox|radio|combobox|textbox|searchbox)(,\s*)?$/.test(line)),
      'without a name',
    )
    .toEqual([]);
  expect
    .soft(
      heard.filter((line, index) => line === heard[index - 1] && line.length > 2),
      'said twice',
    )
    .toEqual([]);
}

async function expectQuestionAloud(page: Page, locale: Locale, path: readonly string[]) {
  const heard = await hear(page);
  expect(heard.map(shown)).toEqual(questionAloud(locale, path));
  expectSpeakable(heard);
}

for (const locale of locales)
  test(`${locale}: a run of the wizard as a screen reader says it, from the first question to the result`, async ({
    page,
  }) => {
    await bringReader(page);
    await page.goto(wizardAddress(locale));
    await wizardReady(page);
    for (const [index, answer] of result.path.entries()) {
      await expectQuestionAloud(page, locale, result.path.slice(0, index));
      const [before, after] = [result.path.slice(0, index), result.path.slice(0, index + 1)];
      if (index === result.path.length - 1) {
        await answerLink(page, locale, answer).click();
        continue;
      }
      // The next question is said without the reader looking for it.
      await listen(page);
      await answerLink(page, locale, answer).press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(questionTitle(locale, after));
      const { label, hint } = answerWords(locale, answer);
      expect((await heardMeanwhile(page)).map(shown), `${before.join('/')} to ${answer}`).toEqual([
        shown(`link, ${[label, hint].filter((part) => part !== undefined).join(' ')}`),
        `heading 1, ${questionTitle(locale, after)}`,
      ]);
    }
    await expect(page).toHaveURL(resultAddress(locale, result));
    await page.waitForLoadState();
    const heard = await hear(page);
    expectInOrder(heard.map(shown).join('\n'), resultAloud(locale));
    expectSpeakable(heard);
    // What to do otherwise is not said of what is ticked.
    await page.getByRole('checkbox').first().check();
    const { check = '' } = words(locale).gates['relationship'] ?? {};
    expect((await hear(page, '.gates li')).map(shown)).toEqual([
      'listitem, level 1',
      expect.stringContaining(shown(`checkbox, ${check}`)),
    ]);
  });

for (const locale of locales)
  test(`${locale}: search as a screen reader says it: the field, the count, the results, nothing found`, async ({
    page,
  }) => {
    const { label, placeholder, count, none } = words(locale).interface.search;
    await bringReader(page);
    await page.goto(`/${locale}/multipartner/`);
    await listen(page);
    const field = page.getByRole('search').getByLabel(label, { exact: true }).first();
    await field.focus();
    await expect(field).toHaveRole('combobox');
    expect((await heardMeanwhile(page)).map(shown)).toEqual([
      expect.stringMatching(
        new RegExp(`^(searchbox|combobox), ${label}, key shortcuts / Control\\+K, placeholder ${shown(placeholder)}`),
      ),
    ]);
    const options = page.getByRole('option');
    const status = page.getByRole('search').getByRole('status');
    await field.pressSequentially('azure');
    await expect(options.first()).toBeVisible();
    // The count is said once typing pauses.
    await expect(status).toHaveText(/\d/);
    const said = shown(await status.innerText());
    const counts = Array.from({ length: 20 }, (_, index) => shown(fillPlural(count, LOCALES[locale].lang, index + 1)));
    expect(counts.some((words) => said.includes(words))).toBe(true);
    expect((await heardMeanwhile(page)).map(shown)).toContain(`polite: ${said}`);

    await page.keyboard.press('ArrowDown');
    const titles = await options.evaluateAll((all) => all.map(({ textContent }) => textContent));
    const heard = (await hear(page, '[role="listbox"]')).map(shown);
    expect(heard[0]).toBe(`listbox, ${label}, orientated vertically`);
    for (const [index, title] of titles.entries()) {
      const place = `position ${index + 1}, set size ${titles.length}`;
      const [start = ''] = shown(title).split(' ');
      const line = heard.find((phrase) => phrase.startsWith(`option, ${start}`) && phrase.endsWith(place));
      expect(line, `${place}: ${title}`).toContain(index === 0 ? ', selected' : ', not selected');
    }
    expectSpeakable(heard);

    await listen(page);
    await field.fill('zzxqwv');
    await expect(options).toHaveCount(0);
    await expect(status).toHaveText(shown(fill(none, { query: 'zzxqwv' })));
    expect((await heardMeanwhile(page)).map(shown)).toContain(`polite: ${shown(fill(none, { query: 'zzxqwv' }))}`);
  });
