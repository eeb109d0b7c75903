import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { LOCALES, locales, type Locale } from '../../src/config/locales.ts';
import { compile } from '../../src/eligibility/compile.ts';
import type { Decision } from '../../src/eligibility/table.ts';
import { isQuestion, nextNode, results, stepsAlong, type QuestionNode } from '../../src/eligibility/tree.ts';
import { loadContent, type Wording } from '../../src/lib/content/load.ts';
import { fill, fillPlural } from '../../src/lib/fill.ts';

export { expect, fill, fillPlural, locales, LOCALES, type Locale };

/** What the site was built from: the tests take words from here by id and never write them out. */
export const content = loadContent();
export const tree = compile(content.table);

/** The words of a language. */
export const words = (locale: Locale): Wording => content.wording[locale];

/** A text as a browser shows it: white space of any kind is one space. */
export const shown = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A result with the answers that lead to it. */
export interface ResultPath {
  readonly path: readonly string[];
  readonly node: Decision;
}

export const allResults: readonly ResultPath[] = [...results(tree)];

/** The result with the most facts on its page. */
export const richest = ((): ResultPath => {
  const [first] = allResults.toSorted((a, b) => b.node.facts.length - a.node.facts.length);
  if (first === undefined) throw new Error('there are no results');
  return first;
})();

/** The address of a wizard page below the host. */
export const wizardAddress = (locale: Locale, segments: readonly string[] = []): string =>
  `/${[locale, 'wizard', ...segments].join('/')}/`;

/** The address of a result below the host. */
export const resultAddress = (locale: Locale, { path, node }: ResultPath): string =>
  wizardAddress(locale, [...path, node.outcome]);

/** The question asked after these answers. Throws where there is none: the test then has a wrong path. */
export function questionAt(path: readonly string[]): QuestionNode<Decision> {
  let node = tree;
  for (const answer of path) {
    const next = isQuestion(node) ? nextNode(node, answer) : undefined;
    if (next === undefined) throw new Error(`${path.join('/')} is no path of the wizard`);
    node = next;
  }
  if (!isQuestion(node)) throw new Error(`${path.join('/')} is a result`);
  return node;
}

/** The heading of the question asked after these answers. */
export function questionTitle(locale: Locale, path: readonly string[]): string {
  const { question } = questionAt(path);
  const text = words(locale).questions[question];
  const [cloud = ''] = path;
  return shown(text?.in?.[cloud]?.title ?? text?.title ?? question);
}

/** The words of an outcome. */
export function outcomeWords(locale: Locale, outcome: string): Wording['outcomes'][string] {
  const text = words(locale).outcomes[outcome];
  if (text === undefined) throw new Error(`${outcome} has no words`);
  return text;
}

/** The words of an answer. */
export function answerWords(locale: Locale, answer: string): Wording['answers'][string] {
  const text = words(locale).answers[answer];
  if (text === undefined) throw new Error(`${answer} has no words`);
  return text;
}

/** The address of a result below the host without a language: the one that goes into tickets. */
export const neutralAddress = ({ path, node }: ResultPath): string =>
  `/${['wizard', ...path, node.outcome].join('/')}/`;

/** The first result with this outcome whose path has these answers. Throws where there is none. */
export function resultWith(outcome: string, ...answers: readonly string[]): ResultPath {
  const found = allResults.find(
    ({ node, path }) => node.outcome === outcome && answers.every((answer) => path.includes(answer)),
  );
  if (found === undefined) throw new Error(`no result is ${outcome} with ${answers.join(', ')}`);
  return found;
}

/** Another language, each a different one. */
export function otherLocale(locale: Locale): Locale {
  return locales[(locales.indexOf(locale) + 1) % locales.length] ?? 'en';
}

/** The answers of a path as the site lists them: the question in few words, the answer in few words. */
export const answersAlong = (locale: Locale, path: readonly string[]): readonly (readonly [string, string])[] =>
  stepsAlong(tree, path).map(({ question, answer }) => [
    words(locale).questions[question]?.label ?? question,
    answerWords(locale, answer).short,
  ]);

/** Presses a button that copies, and reads what it copied. The test needs leave to use the clipboard. */
export async function copied(page: Page, button: Locator): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await button.click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe('');
  return read();
}

/** Fails unless every one of these stands in the text, each behind the one before it. */
export function expectInOrder(text: string, parts: readonly string[]) {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `"${part}" in its place in:\n${text}`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}

/** The link that gives an answer: its accessible name has the words of the answer, its attribute the id. */
export const answerLink = (page: Page, locale: Locale, answer: string): Locator =>
  page
    .getByRole('link', { name: answerWords(locale, answer).label })
    .and(page.locator(`main a[data-answer="${answer}"]`));

/** Waits until the wizard answers in place: the island runs and has its file. */
export const wizardReady = (page: Page): Promise<void> =>
  expect(page.locator('main .wizard')).toHaveAttribute('data-ready', 'yes');

/** Marks the document, so that a test can tell a change in place from a new document. */
export const markDocument = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.dataset['sameDocument'] = 'yes';
  });

/** Expects the document marked before, or another one. */
export const expectSameDocument = async (page: Page, same: boolean): Promise<void> => {
  const root = page.locator('html');
  if (same) await expect(root).toHaveAttribute('data-same-document', 'yes');
  else await expect(root).not.toHaveAttribute('data-same-document', 'yes');
};

/** Expects the page of a question: address, title of the page, one heading. */
export async function expectQuestion(page: Page, locale: Locale, path: readonly string[]): Promise<void> {
  const title = questionTitle(locale, path);
  await expect(page).toHaveURL(wizardAddress(locale, path));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page).toHaveTitle(`${title} · Partner Paths`);
  await expect(page.locator('main[data-page="question"]')).toBeVisible();
}

/** Expects the page of a result: address, outcome, heading, the sentence that names the path. */
export async function expectResult(page: Page, locale: Locale, result: ResultPath): Promise<void> {
  const text = outcomeWords(locale, result.node.outcome);
  await expect(page).toHaveURL(resultAddress(locale, result));
  await expect(page.locator('main[data-page="result"]')).toHaveAttribute('data-outcome', result.node.outcome);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown(text.title));
  await expect(page.getByText(shown(text.path), { exact: true })).toBeVisible();
}

/**
 * Walks the wizard from its first question by clicking one answer after the other.
 * @param each is called after each click but the last, with the answers given so far
 */
export async function walk(
  page: Page,
  locale: Locale,
  path: readonly string[],
  each: (given: readonly string[]) => Promise<void> = (given) => expectQuestion(page, locale, given),
): Promise<void> {
  for (const [index, answer] of path.entries()) {
    await answerLink(page, locale, answer).click();
    if (index < path.length - 1) await each(path.slice(0, index + 1));
  }
}

/** Every test fails when a page throws, or complains in its console of anything but an address that does not exist. */
export const test = base.extend<{ offered: boolean; quietPages: undefined }>({
  /** whether the reader is offered a page in their own language; most tests are about something else */
  offered: [false, { option: true }],
  quietPages: [
    async ({ page, offered }, use) => {
      const complaints: string[] = [];
      if (!offered)
        await page.addInitScript(() => {
          try {
            // Once for a tab: a test may take it back.
            if (sessionStorage.getItem('refused') === null) localStorage.setItem('suggestion', 'no');
            sessionStorage.setItem('refused', 'once');
          } catch {
            // A test about storage that is refused.
          }
        });
      page.on('pageerror', (error) => {
        complaints.push(String(error));
      });
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text());
      });
      await use(undefined);
      expect(complaints, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
});
