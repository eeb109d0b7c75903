import { expectSound } from './sound.ts';
import { places } from '../../src/eligibility/tree.ts';
import { addressOf } from '../../src/eligibility/address.ts';
import {
  allResults,
  answerLink,
  answerWords,
  expect,
  expectResult,
  locales,
  outcomeWords,
  questionTitle,
  shown,
  test,
  tree,
  wizardAddress,
  words,
  type Locale,
} from './support.ts';
import type { Page } from '@playwright/test';

const result = allResults.find(({ path }) => path.join('.') === 'global.manage.from-ea.license');
if (result === undefined) throw new Error('no result stands at global.manage.from-ea.license');
const anchor = result.path.join('.');

const place = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const hereIn = (page: Page, locale: Locale) => page.locator('.map-list').getByText(words(locale).tickets.map.here);

/** Brings the picture into sight, where the script puts it into the page. */
async function showPicture(page: Page) {
  await page.locator('.map-frame').scrollIntoViewIfNeeded();
  await expect(page.locator('.map-frame svg')).toBeVisible();
}

/** Expects the place an address points at to be seen, and said, and no other. */
async function expectHere(page: Page, locale: Locale, id: string) {
  await expect(place(page, id)).toBeVisible();
  await expect(place(page, id)).toBeInViewport();
  await expect(hereIn(page, locale).filter({ visible: true })).toHaveCount(1);
  await expect(place(page, id).getByText(words(locale).tickets.map.here).first()).toBeVisible();
}

for (const locale of locales) {
  test(`${locale}: the list links every page of the wizard once`, async ({ page }) => {
    await page.goto(`/${locale}/map/`);
    const links = await page.locator('.map-list a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const pages = [...places(tree)].map((wizardPage) => wizardAddress(locale, addressOf(wizardPage)));
    expect(links.toSorted()).toEqual(pages.toSorted());
  });

  test(`${locale}: an address with a place opens the way to it and says that it is here`, async ({ page }) => {
    await page.goto(`/${locale}/map/#${anchor}`);
    await expectHere(page, locale, anchor);
    await place(page, anchor).getByRole('link').click();
    await expectResult(page, locale, result);
  });

  test(`${locale}: every box of the picture leads to a page of the site, also in its parts`, async ({ page }) => {
    const hrefs = new Set<string>();
    for (const file of ['map', 'map/global', 'map/us-gov', 'map/21vianet']) {
      const response = await page.request.get(`/${locale}/${file}.svg`);
      expect(response.headers()['content-type']).toContain('image/svg+xml');
      for (const [, href = ''] of (await response.text()).matchAll(/<a [^>]*href="([^"]+)"/g)) hrefs.add(href);
    }
    expect(hrefs.size).toBeGreaterThan(80);
    for (const href of hrefs) expect.soft((await page.request.get(href)).status(), href).toBe(200);
  });
}

test('an answer of a place that several lead to has a place of its own', async ({ page }) => {
  await page.goto('/ru/map/#21vianet.manage.from-21vianet.usage');
  await expectHere(page, 'ru', '21vianet.manage.from-21vianet.usage');
  await page.evaluate(() => {
    location.hash = '#21vianet.manage.from-21vianet.other-product';
  });
  await expectHere(page, 'ru', '21vianet.manage.from-21vianet.other-product');
});

test('a question is opened with the keyboard and leads to its page', async ({ page }) => {
  await page.goto('/es/map/');
  const manage = place(page, 'global.manage');
  await manage.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await manage.getByRole('link', { name: questionTitle('es', ['global', 'manage']), exact: true }).click();
  await expect(page).toHaveURL(wizardAddress('es', ['global', 'manage']));
  await expect(answerLink(page, 'es', 'from-ea')).toBeVisible();
});

test('an address that names no place is no error', async ({ page }) => {
  await page.goto('/en/map/#global.nonsense');
  await showPicture(page);
  await expect(hereIn(page, 'en').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('.map-frame .here')).toHaveCount(0);
});

test('the picture marks the place, also where its question is folded into an outcome', async ({ page }) => {
  await page.goto('/pt-br/map/#global.manage.from-ea.usage.indirect-reseller');
  await showPicture(page);
  const marked = page.locator('.map-frame .here');
  await expect(marked).toHaveCount(1);
  await expect(marked).toContainText(words('pt-br').tickets.map.here);
  await expect(marked).toHaveAttribute('data-at', /from-ea.*\.usage$/);
  await expect(marked).toBeInViewport();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${anchor}`);
  await expect(page.locator('.map-frame .here')).toHaveAttribute('data-at', /from-ea.*\.license$/);
});

test('a box of the picture is a link', async ({ page }) => {
  await page.goto('/en/map/');
  await showPicture(page);
  await page.locator('.map-frame a[data-at="global"]').click();
  await expect(page).toHaveURL(wizardAddress('en', ['global']));
});

test('the picture is not fetched before it comes into sight', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('/en/map/');
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((path) => path.endsWith('.svg') && path !== '/favicon.svg')).toEqual([]);
  await showPicture(page);
  expect(fetched).toContain('/en/map.svg');
});

for (const [what, answer] of [
  ['does not load', undefined],
  ['is not there', { status: 404, contentType: 'text/html', body: '<p>none</p>' }],
  ['is that of somebody else who answers in its place', { contentType: 'text/html', body: '<p>Sign in</p>' }],
] as const)
  test(`where the picture ${what}, a sentence says so in its place, and the list is there`, async ({ page }) => {
    await page.route('**/ru/map.svg*', (route) => (answer === undefined ? route.abort() : route.fulfill(answer)));
    await page.goto('/ru/map/');
    await page.locator('.map-frame').scrollIntoViewIfNeeded();
    await expect(page.locator('.map-frame')).toHaveText(shown(words('ru').tickets.map.failed));
    await expect(page.locator('.map-list')).toBeVisible();
  });

test('the picture is shown in three sizes, chosen without script', async ({ page }) => {
  await page.goto('/en/map/');
  await showPicture(page);
  const { fit, readable, large } = words('en').tickets.map;
  const width = async (size: string) => {
    await page.getByRole('radio', { name: size, exact: true }).check();
    return (await page.locator('.map-frame svg').boundingBox())?.width ?? 0;
  };
  const [small, middle, wide] = [await width(fit), await width(readable), await width(large)];
  expect(small).toBeLessThan(middle);
  expect(middle).toBeLessThan(wide);
  const frame = await page.locator('.map-frame').evaluate(({ clientWidth }) => clientWidth);
  expect(Math.abs((await width(fit)) - frame)).toBeLessThanOrEqual(1);
});

test('the picture is scrolled with the keyboard', async ({ page }) => {
  await page.goto('/en/map/');
  await showPicture(page);
  const region = page.getByRole('region', { name: words('en').tickets.map.picture });
  await region.focus();
  await page.keyboard.press('End');
  await expect.poll(() => region.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
});

test('no text of the picture leaves its box in the font of this machine', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(`/${locale}/map/`);
    await showPicture(page);
    const faults = await page.locator('.map-frame a').evaluateAll((all) =>
      all.flatMap((link) => {
        const box = link.querySelector('rect')?.getBoundingClientRect();
        const outside = [...link.querySelectorAll('text')].some((text) => {
          const area = text.getBoundingClientRect();
          return box === undefined || area.left < box.left || area.right > box.right || area.bottom > box.bottom;
        });
        return outside ? [link.textContent] : [];
      }),
    );
    expect(faults, locale).toEqual([]);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a place is reached and says that it is here', async ({ page }) => {
    await page.goto(`/ru/map/#${anchor}`);
    await expectHere(page, 'ru', anchor);
  });

  test('questions open, results lead to their page', async ({ page }) => {
    await page.goto('/en/map/');
    const manage = place(page, 'global.manage');
    await manage.locator('summary').first().click();
    await place(page, 'global.manage.from-ea').locator('summary').first().click();
    const link = place(page, anchor).getByRole('link');
    await expect(link).toContainText(shown(answerWords('en', 'license').short));
    await expect(link).toContainText(shown(outcomeWords('en', result.node.outcome).title));
    await link.click();
    await expectResult(page, 'en', result);
  });

  test('the picture is an image, in the size chosen', async ({ page }) => {
    await page.goto('/es/map/');
    const image = page.locator('.map-frame img');
    const width = async (size: string) => {
      await page.getByRole('radio', { name: size, exact: true }).check();
      return (await image.boundingBox())?.width ?? 0;
    };
    const { fit, large } = words('es').tickets.map;
    expect(await width(fit)).toBeLessThan(await width(large));
  });
});

test('on paper the list is open and each part of the picture is shown', async ({ page }) => {
  await page.goto('/en/map/');
  await expect(place(page, anchor)).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(place(page, anchor)).toBeVisible();
  await expect(page.locator('.map-sheet')).toHaveCount(3);
  await expect(page.locator('.map-sheet').first()).toBeVisible();
  await expect(page.locator('.map-frame')).toBeHidden();
});

// The map is the largest page, and its markup is the same in every language: two of them, one with long words.
for (const locale of ['en', 'ru'] as const)
  test(`${locale}: the map has no fault that axe finds and fits 320 px`, async ({ page }) => {
    test.slow();
    await page.goto(`/${locale}/map/#${anchor}`);
    await showPicture(page);
    for (const id of ['21vianet.manage', '21vianet.manage.from-21vianet'])
      await place(page, id)
        .locator('details')
        .first()
        .evaluate((details) => {
          details.setAttribute('open', '');
        });
    await expectSound(page);
  });
