import { articleSlugs, type ArticleSlug } from '../../src/config/articles.ts';
import { builtPage, servedFacts } from './built.ts';
import { expect, locales, test, type Locale } from './support.ts';
import type { Page } from '@playwright/test';

const facts = servedFacts();

/** Facts that stand in a note, which is folded: each only records that sources contradict each other. */
const folded = articleSlugs.flatMap((slug) =>
  [...builtPage(`/en/${slug}/`).html.matchAll(/<details class="disagreement"[\s\S]*?<\/details>/g)].flatMap(([note]) =>
    [...note.matchAll(/ id="([^"]+)" data-fact/g)].map(([, id = '']) => ({ slug, id })),
  ),
);

/** Expects the sentence that states a fact to be read, with the note that holds it open. */
async function expectRead(page: Page, locale: Locale, id: string) {
  const sentence = page.locator(`span[id="${id}"]`);
  await expect(sentence).toBeVisible();
  await expect(sentence).toHaveText(facts[id]?.text[locale] ?? 'no text');
  await expect(sentence).toBeInViewport();
  await expect(page.locator('details.disagreement', { has: sentence })).toHaveAttribute('open');
}

test('facts that only record a contradiction stand in folded notes', () => {
  expect(folded.map(({ id }) => id)).toContain('admin.support-after-removal');
  expect(folded.map(({ id }) => id)).toContain('gov.indirect-model-unclear');
});

for (const { slug, id } of folded)
  for (const locale of locales) {
    test(`${locale}: a link to ${id} opens the note it is folded in`, async ({ page }) => {
      await page.goto(`/${locale}/${slug}/`);
      await expect(page.locator(`span[id="${id}"]`)).toBeHidden();
      await page.goto(`/${locale}/sources/#editions`);
      const edition = page.locator('main li[data-edition]', { has: page.locator(`a[href$="#${id}"]`) }).first();
      await edition.locator('summary').click();
      await edition.locator(`a[href="/${locale}/${slug}/#${id}"]`).click();
      await expect(page).toHaveURL(`/${locale}/${slug}/#${id}`);
      await expectRead(page, locale, id);
    });
  }

for (const { slug, id } of folded)
  test(`a link to ${id} on its own page opens its note, and opens it again after it was closed`, async ({ page }) => {
    await page.goto(`/es/${slug}/`);
    const follow = () =>
      page.evaluate((hash) => {
        const link = document.createElement('a');
        link.href = `#${hash}`;
        document.body.append(link);
        link.click();
      }, id);
    await follow();
    await expectRead(page, 'es', id);
    await page.locator('details.disagreement[open] summary').click();
    await expect(page.locator(`span[id="${id}"]`)).toBeHidden();
    await page.evaluate(() => {
      location.hash = '#today';
    });
    await follow();
    await expectRead(page, 'es', id);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { slug, id } of folded)
    test(`an address with ${id} opens its note`, async ({ page }) => {
      await page.goto(`/ru/${slug}/#${id}`);
      await expectRead(page, 'ru', id);
    });
});

for (const hash of ['%E0%A4%A', '%', '"><img src=x onerror=alert(1)>', 'no-such-section'])
  test(`a fragment that leads nowhere (${hash}) does no harm, at first and when it is followed`, async ({ page }) => {
    await page.goto(`/pt-br/multichannel/#${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate((next) => {
      location.hash = next;
    }, `x${hash}`);
    await page.locator('.languages summary').click();
    await expect(page.locator('.languages a[data-locale="ru"]')).toHaveAttribute('href', /^\/ru\/multichannel\/#x/);
    await expect(page.locator('main details.disagreement[open]')).toHaveCount(0);
    await expect(page.locator('img')).toHaveCount(0);
  });

/** Anchors that old links use, and the articles that carried them when they were published. */
const oldAnchors: readonly (readonly [anchor: string, article: ArticleSlug])[] = [
  ['multi-partner-support', 'multipartner'],
  ['multi-channel-support', 'multichannel'],
  ['multi-partner', '21vianet/multipartner'],
  ['multi-channel', '21vianet/multichannel'],
  ['see-also', 'multipartner'],
  ['see-also', 'multichannel'],
  ['see-also', '21vianet/multipartner'],
];

for (const [anchor, article] of oldAnchors)
  test(`an old link to ${article}#${anchor} still shows that heading in every language`, async ({ page }) => {
    for (const locale of locales) {
      await page.goto(`/${locale}/${article}/#${anchor}`);
      const heading = page.getByRole('heading').and(page.locator(`[id="${anchor}"]`));
      await expect(heading).toBeVisible();
      await expect(heading).toBeInViewport();
    }
  });

test('an old link without a language keeps its anchor', async ({ page }) => {
  await page.goto('/21vianet/multichannel/#multi-channel');
  await expect(page).toHaveURL('/en/21vianet/multichannel/#multi-channel');
});
