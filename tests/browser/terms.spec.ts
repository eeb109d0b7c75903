import { articleSlugs } from '../../src/config/articles.ts';
import { builtPage, tagsOf, textOf } from './built.ts';
import { expect, locales, shown, test, words, type Locale } from './support.ts';
import type { Locator, Page } from '@playwright/test';

/** A word of an article that opens what it means, as it was built. */
interface TermUse {
  readonly id: string;
  readonly word: string;
  /** the name of the button to a reader who cannot see */
  readonly name: string | undefined;
}

const TERM =
  /<label class="term">([\s\S]*?<button type="button" popovertarget="term-([^"]+)"[\s\S]*?<\/button>)<\/label>/g;

const termsOf = (address: string): readonly TermUse[] =>
  [...builtPage(address).html.matchAll(TERM)].map(([, word = '', id = '']) => ({
    id,
    word: textOf(word),
    name: tagsOf(word).find(({ name }) => name === 'button')?.attributes['aria-label'],
  }));

const meaningOf = (locale: Locale, id: string) => {
  const term = words(locale).glossary.terms[id];
  if (term === undefined) throw new Error(`there is no term ${id}`);
  return term;
};

const term = (page: Page, id: string): Locator =>
  page.locator('label.term', { has: page.locator(`[popovertarget="term-${id}"]`) });
const meaning = (page: Page, id: string): Locator => page.locator(`#term-${id}`);

/** Expects the meaning of a term to be open, in the words of the glossary, with a link to its entry. */
async function expectOpen(page: Page, locale: Locale, id: string) {
  const { name, meaning: text } = meaningOf(locale, id);
  const opened = meaning(page, id);
  await expect(opened).toBeVisible();
  await expect(opened.locator('b')).toHaveText(shown(name));
  await expect(opened).toContainText(shown(text));
  const link = opened.getByRole('link', { name: words(locale).interface.term.glossary, exact: true });
  await expect(link).toHaveAttribute('href', `/${locale}/glossary/#${id}`);
}

/** An article with the first term that stands in it. */
const firstTerm = (locale: Locale) => {
  const address = `/${locale}/multipartner/`;
  const [first] = termsOf(address);
  if (first === undefined) throw new Error(`${address} explains no term`);
  return { address, ...first };
};

for (const locale of locales) {
  test(`${locale}: each article explains terms in place, each in the words of the glossary and with a link to its entry, which exists`, () => {
    const glossary = builtPage(`/${locale}/glossary/`);
    for (const slug of articleSlugs) {
      const address = `/${locale}/${slug}/`;
      const { ids, html } = builtPage(address);
      const used = termsOf(address);
      expect.soft(used.length, address).toBeGreaterThan(0);
      for (const { id, word, name: called } of used) {
        const { name, meaning: text } = meaningOf(locale, id);
        expect.soft(called, `${address}: ${id}`).toBe(word);
        expect.soft(word, `${address}: ${id}`).not.toBe('');
        expect.soft(ids, address).toContain(`term-${id}`);
        expect.soft(glossary.ids, glossary.address).toContain(id);
        const opened = textOf(
          new RegExp(`<span popover id="term-${id}"[^>]*>([\\s\\S]*?)</span>`).exec(html)?.[1] ?? '',
        );
        const link = words(locale).interface.term.glossary;
        expect.soft(shown(opened), `${address}: ${id}`).toBe(shown(`${name} ${text} ${link}`));
      }
      // Every meaning there is belongs to a word that opens it.
      const meanings = [...ids].filter((id) => id.startsWith('term-')).map((id) => id.slice('term-'.length));
      expect.soft(meanings.toSorted(), address).toEqual(used.map(({ id }) => id).toSorted());
    }
  });

  test(`${locale}: a click on a term opens its meaning, Escape closes it`, async ({ page }) => {
    const { address, id } = firstTerm(locale);
    await page.goto(address);
    await expect(meaning(page, id)).toBeHidden();
    await term(page, id).getByRole('button').click();
    await expectOpen(page, locale, id);
    await page.keyboard.press('Escape');
    await expect(meaning(page, id)).toBeHidden();
    await expect(term(page, id).getByRole('button')).toBeFocused();
  });

  for (const width of [320, 1280])
    test(`${locale}: each meaning of each article opens within ${width} px, without a scroll bar across`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 720 });
      for (const slug of articleSlugs) {
        await page.goto(`/${locale}/${slug}/`);
        const faults = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('[popover]')].flatMap((opened) => {
            document.querySelector(`[popovertarget="${opened.id}"]`)?.scrollIntoView({ block: 'center' });
            opened.showPopover();
            const { left, right, top, bottom, width: wide } = opened.getBoundingClientRect();
            const { clientWidth, clientHeight, scrollWidth } = document.documentElement;
            opened.hidePopover();
            const outside = left < 0 || right > clientWidth || top < 0 || bottom > clientHeight || wide < 100;
            return outside || scrollWidth > clientWidth
              ? [`${opened.id}: ${left} to ${right} of ${clientWidth}, ${top} to ${bottom} of ${clientHeight}`]
              : [];
          }),
        );
        expect.soft(faults, `/${locale}/${slug}/`).toEqual([]);
      }
    });
}

test('a click on the words before the last opens the meaning too, and a click elsewhere closes it', async ({
  page,
}) => {
  const { address, id, word } = firstTerm('en');
  expect(word.split(' ').length).toBeGreaterThan(2);
  await page.goto(address);
  await term(page, id).click({ position: { x: 4, y: 8 } });
  await expectOpen(page, 'en', id);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(meaning(page, id)).toBeHidden();
});

test('another term closes the one that was open', async ({ page }) => {
  const [first, second] = termsOf('/es/multichannel/');
  if (first === undefined || second === undefined) throw new Error('the article explains no two terms');
  await page.goto('/es/multichannel/');
  await term(page, first.id).getByRole('button').click();
  await expectOpen(page, 'es', first.id);
  await term(page, second.id).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expectOpen(page, 'es', second.id);
  await expect(meaning(page, first.id)).toBeHidden();
});

test('no term is left in the sentences that results, the list of facts and search quote', () => {
  const facts = builtPage('/en/multipartner/').html;
  expect(facts).toContain('popovertarget');
  for (const locale of locales)
    for (const address of [`/${locale}/outcomes/multi-partner/`, `/${locale}/changes/`, `/${locale}/sources/`])
      expect.soft(builtPage(address).html, address).not.toContain('popovertarget');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of locales)
    test(`${locale}: a term opens by click and by keyboard, closes with Escape, and leads to the glossary`, async ({
      page,
    }) => {
      const { address, id } = firstTerm(locale);
      await page.goto(address);
      const button = term(page, id).getByRole('button');
      await expect(meaning(page, id)).toBeHidden();
      await button.click();
      await expectOpen(page, locale, id);
      await page.keyboard.press('Escape');
      await expect(meaning(page, id)).toBeHidden();
      await button.focus();
      await page.keyboard.press('Enter');
      await expectOpen(page, locale, id);
      await meaning(page, id).getByRole('link').click();
      await expect(page).toHaveURL(`/${locale}/glossary/#${id}`);
      await expect(page.locator(`h2[id="${id}"]`)).toBeInViewport();
    });
});

test('on paper a term is plain text', async ({ page }) => {
  const { address, id } = firstTerm('ru');
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
  await expect(term(page, id)).toHaveCSS('text-decoration-line', 'none');
  await expect(meaning(page, id)).toBeHidden();
});
