import { focusNow, lostText, motions, setText, smallTargets, unfold } from './measure.ts';
import {
  allResults,
  answerLink,
  answerWords,
  expect,
  expectQuestion,
  expectResult,
  locales,
  LOCALES,
  questionAt,
  resultAddress,
  resultWith,
  shown,
  test,
  wizardAddress,
  wizardReady,
  words,
  type Locale,
} from './support.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const [richest] = allResults.toSorted((a, b) => b.node.facts.length - a.node.facts.length);
if (richest === undefined) throw new Error('there are no results');

/** Each kind of page, in a language each. Long words are Russian and Portuguese, long sentences Spanish. */
const kinds: readonly (readonly [what: string, address: string])[] = [
  ['home', '/es/'],
  ['a question', wizardAddress('ru', ['global', 'take-over', 'from-csp-partner'])],
  ['a result', resultAddress('ru', richest)],
  ['an outcome', '/es/outcomes/azure-switch/'],
  ['the outcomes', '/pt-br/outcomes/'],
  ['an article', '/ru/multichannel/'],
  ['an article of 21Vianet', '/pt-br/21vianet/multipartner/'],
  ['the comparison', '/ru/compare/'],
  ['the map', '/es/map/'],
  ['the glossary', '/es/glossary/'],
  ['the changes', '/pt-br/changes/'],
  ['the sources', '/en/sources/'],
  ['the support page', '/ru/support/'],
];

test.describe('on a phone of 320 px, with a finger', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  for (const [what, address] of kinds)
    test(`${what}: targets of 44 px, nothing lost with text spaced or twice as large, nothing moves`, async ({
      page,
    }) => {
      await page.goto(address);
      expect.soft(await motions(page)).toEqual([]);
      await unfold(page, 'everything');
      expect.soft(await smallTargets(page)).toEqual([]);
      await unfold(page, 'all but the menu');
      for (const setting of ['as it comes', 'spaced'] as const) {
        await setText(page, setting);
        expect.soft(await lostText(page), setting).toEqual([]);
      }
      await page.setViewportSize({ width: 640, height: 640 });
      await setText(page, 'enlarged');
      expect.soft(await lostText(page), 'enlarged').toEqual([]);
    });
});

/** Presses Tab until the keyboard is on an element; on the way, and there, what is in focus must be in sight. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const faults: string[] = [];
  const wanted = await target.elementHandle();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    const { element, there, fault } = await focusNow(page, wanted);
    if (fault !== undefined) faults.push(`${element}: ${fault}`);
    if (there) break;
  }
  expect(faults, `on the way to ${String(target)}`).toEqual([]);
  await expect(target).toBeFocused();
}

const run = resultWith('multi-channel-license', 'global', 'manage', 'from-ea');

/** Half of the languages on a wide screen, half on a narrow one: there a bar with the contents lies over the text. */
const screens: Readonly<Record<Locale, { readonly width: number; readonly height: number }>> = {
  en: { width: 1280, height: 720 },
  es: { width: 390, height: 700 },
  ru: { width: 1280, height: 720 },
  'pt-br': { width: 390, height: 700 },
};

for (const locale of locales)
  test(`${locale}: everything can be done by keyboard, and what is in focus is in sight`, async ({ page }) => {
    test.slow();
    const { interface: own, questions } = words(locale);
    const [from = 'en'] = locales.filter((other) => other !== locale);
    const narrow = screens[locale].width < 1024;
    await page.setViewportSize(screens[locale]);
    await page.goto(`/${from}/`);

    // Past the header, and on into the page.
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: words(from).interface.nav.skip });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    // The language, and the look.
    const menu = page.locator('.languages');
    await tabTo(page, menu.locator('summary'), 'Shift+Tab');
    await page.keyboard.press('Space');
    await tabTo(page, menu.getByRole('radio', { name: words(from).interface.theme.system }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    // The menu hides nothing of what follows, and is there again when the keyboard comes back.
    await page.keyboard.press('Tab');
    expect((await focusNow(page)).fault).toBeUndefined();
    await expect(menu.getByRole('link').first()).toBeHidden();
    await tabTo(page, menu.locator('summary'), 'Shift+Tab');
    await tabTo(page, menu.getByRole('link', { name: LOCALES[locale].name, exact: true }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/${locale}/#content`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

    // The wizard: one answer changed on the way, then to the result.
    const ways = page.getByRole('navigation', { name: own.nav.main });
    await tabTo(page, ways.getByRole('link', { name: own.nav.wizard }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectQuestion(page, locale, []);
    await wizardReady(page);
    for (const [index, answer] of ['global', 'take-over'].entries()) {
      await tabTo(page, answerLink(page, locale, answer));
      await page.keyboard.press('Enter');
      await expectQuestion(page, locale, ['global', 'take-over'].slice(0, index + 1));
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    }
    const { question } = questionAt(['global']);
    const change = page.getByLabel(own.wizard.changeAnswer.replace('{question}', questions[question]?.label ?? ''));
    await tabTo(page, change, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('[data-change]', { hasText: shown(answerWords(locale, 'manage').short) }));
    await page.keyboard.press('Enter');
    await expectQuestion(page, locale, ['global', 'manage']);
    for (const answer of run.path.slice(2)) {
      await tabTo(page, answerLink(page, locale, answer));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${answer}/`));
    }
    await expectResult(page, locale, run);
    const gate = page.getByRole('checkbox').first();
    await tabTo(page, gate);
    await page.keyboard.press('Space');
    await expect(gate).toBeChecked();

    // An article: its contents, a note, a term; then search.
    await page.goto(`/${locale}/multipartner/`);
    const contents = page.getByRole('navigation', { name: own.nav.contents });
    if (narrow) {
      await tabTo(page, contents.locator('summary'));
      await page.keyboard.press('Enter');
    }
    const section = contents.getByRole('link').nth(2);
    await tabTo(page, section);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#.+/);
    const note = page.locator('.disagreement summary').nth(1);
    await tabTo(page, note);
    await page.keyboard.press('Enter');
    await expect(page.locator('.disagreement p').nth(1)).toBeVisible();
    const term = page.locator('.term button').first();
    await tabTo(page, term, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const meaning = page.locator('[popover]:popover-open');
    await expect(meaning).toBeVisible();
    await tabTo(page, meaning.getByRole('link'));
    await page.keyboard.press('Escape');
    await expect(meaning).toBeHidden();
    await expect(term).toBeFocused();

    await page.keyboard.press('/');
    const field = page.getByRole('search').getByLabel(own.search.label, { exact: true }).first();
    await expect(field).toBeFocused();
    await page.keyboard.type('azure');
    const options = page.getByRole('option');
    await expect(options.first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role="option"][aria-selected="true"]');
    await expect(chosen).toBeInViewport();
    const address = (await chosen.getAttribute('href')) ?? '';
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
  });
