import { builtFile } from './built.ts';
import { focusNow, lostText, motions, setText, smallTargets, unfold } from './measure.ts';
import {
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
  richest,
  shown,
  test,
  wizardAddress,
  wizardReady,
  words,
  type Locale,
} from './support.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

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
  ['the state of the translation', '/pt-br/status/'],
  ['the statement on accessibility', '/ru/accessibility/'],
  ['what search finds', '/es/search/?q=azure'],
  ['an address that does not exist', '/ru/nowhere/'],
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
    // A page that has only just come may not be painted yet.
    const first = await focusNow(page, wanted);
    if (first.fault !== undefined) await page.waitForLoadState('networkidle');
    const { element, there, fault } = first.fault === undefined ? first : await focusNow(page, wanted);
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

/** What is marked on a page, and the like of it that is not. */
const marks: readonly (readonly [marked: string, other: string])[] = [
  ['.site-header nav [aria-current]', '.site-header nav a:not([aria-current])'],
  ['.languages [aria-current]', '.languages a:not([aria-current])'],
  ['.contents [aria-current]', '.contents a:not([aria-current])'],
  ['.alongside [aria-pressed="true"]', '.alongside [aria-pressed="false"]'],
];

/** Of what an element looks like, all that is not colour. */
const shapeOf = (element: Element): string => {
  const { fontWeight, textDecorationLine, textDecorationThickness, borderWidth } = getComputedStyle(element);
  return [fontWeight, textDecorationLine, textDecorationThickness, borderWidth].join(' ');
};

test('nothing is told by colour alone, also where colours are forced', async ({ page }) => {
  await page.goto('/en/multipartner/');
  await page.locator('.alongside button').first().click();
  await page.mouse.wheel(0, 2400);
  await expect(page.locator('.contents [aria-current]')).toHaveCount(1);
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    for (const [marked, other] of marks) {
      const [one, another] = [
        await page.locator(marked).first().evaluate(shapeOf),
        await page.locator(other).first().evaluate(shapeOf),
      ];
      expect.soft(one, `${marked}, forced colours ${forcedColors}`).not.toBe(another);
    }
    const plain = await page
      .locator('main .text :is(p, li) > a')
      .evaluateAll((all) => all.filter((link) => getComputedStyle(link).textDecorationLine !== 'underline').length);
    expect.soft(plain, 'links in sentences without a line').toBe(0);
  }
  // A box is a box where its ground is not to be seen.
  await page.goto(resultAddress('en', run));
  await page.emulateMedia({ forcedColors: 'active' });
  for (const control of ['.refs a', '.button', '.copy input', '.copy select'])
    expect
      .soft(
        await page
          .locator(control)
          .first()
          .evaluate((box) => getComputedStyle(box).borderStyle),
        control,
      )
      .toBe('solid');
  await expect(page.locator('.kind')).toHaveText(words('en').interface.result.kind.path);
});

/** Each kind of page below its language. */
const places = [
  '',
  'wizard/global/take-over/',
  resultAddress('en', richest).replace('/en/', ''),
  'outcomes/azure-switch/',
  'multichannel/',
  'csp-national-clouds-overview/',
  'compare/',
  'map/',
  'glossary/',
  'changes/',
  'sources/',
  'support/',
  'status/',
];

for (const locale of locales)
  test(`${locale}: what stands in another language says so`, async ({ page }) => {
    // Read on an empty page, which has no policy that keeps markup from being read from a string.
    const names = locales.map((other) => [LOCALES[other].lang, LOCALES[other].name, other] as const);
    const faults = await page.evaluate(
      ([pages, languages]) => {
        const wrong: string[] = [];
        for (const [address, html] of pages) {
          const there = new DOMParser().parseFromString(html, 'text/html');
          const own = there.documentElement.lang;
          const langOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? '';
          const walker = there.createTreeWalker(there.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode() !== null) {
            const text = (walker.currentNode.textContent ?? '').trim();
            const holder = walker.currentNode.parentElement;
            if (holder?.closest('script, style') !== null) continue;
            // The name of a product is the same in every language.
            if (text === '' || text === 'Microsoft Syndication Partner') continue;
            const lang = langOf(holder);
            const name = languages.find(([, called]) => called === text);
            if (name !== undefined && name[0] !== lang) wrong.push(`${address}: ${text} is marked ${lang}`);
            if (
              /\p{Script=Cyrillic}/u.test(text) !== (lang === 'ru') &&
              /\p{L}{3}.* .*\p{L}{3}.* .*\p{L}{3}/u.test(text)
            )
              wrong.push(`${address}: "${text.slice(0, 60)}" is marked ${lang}`);
          }
          for (const part of there.body.querySelectorAll('[lang]')) {
            // A name or a description would be read in the voice of the part.
            if (part.getAttribute('lang') !== own && part.matches('[title], [aria-label]'))
              wrong.push(`${address}: ${part.textContent.trim()} is described in another language`);
          }
          for (const part of there.body.querySelectorAll('dd a[hreflang], [data-in]')) {
            const wanted =
              part.getAttribute('hreflang') ?? languages.find(([, , id]) => id === part.getAttribute('data-in'))?.[0];
            if (wanted !== langOf(part))
              wrong.push(`${address}: ${part.textContent.slice(0, 30)} is not marked ${wanted ?? ''}`);
          }
        }
        return [...new Set(wrong)].slice(0, 12);
      },
      [places.map((place) => [place, builtFile(`/${locale}/${place}index.html`)] as const), names] as const,
    );
    expect(faults).toEqual([]);
  });
