import { articleConfig, articleSlugs } from '../../src/config/articles.ts';
import { THEMES } from '../../src/config/site.ts';
import { content, expect, locales, shown, test, words, type Locale } from './support.ts';
import type { Page } from '@playwright/test';

const phone = { width: 390, height: 844 };

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const choose = async (page: Page, locale: Locale, theme: (typeof THEMES)[number]) => {
  await page.locator('.languages summary').click();
  await page.getByRole('radio', { name: words(locale).interface.theme[theme], exact: true }).check();
};

for (const locale of locales)
  test(`${locale}: the look chosen holds on the next page before anything is painted, and as the device again`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`/${locale}/multipartner/`);
    const light = await ground(page);
    await choose(page, locale, 'dark');
    // The script of the menu may still be on its way.
    await expect.poll(() => ground(page)).not.toBe(light);
    const dark = await ground(page);
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const body = document.querySelector<HTMLElement>('body');
        if (body === null) return;
        observer.disconnect();
        body.dataset['before'] = document.documentElement.dataset['theme'] ?? 'none';
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`/${locale}/glossary/`);
    await expect(page.locator('body')).toHaveAttribute('data-before', 'dark');
    expect(await ground(page)).toBe(dark);
    await page.locator('.languages summary').click();
    await expect(page.getByRole('radio', { name: words(locale).interface.theme.dark, exact: true })).toBeChecked();
    await page.getByRole('radio', { name: words(locale).interface.theme.contrast, exact: true }).check();
    await expect.poll(() => ground(page)).toBe('rgb(255, 255, 255)');
    await page.getByRole('radio', { name: words(locale).interface.theme.system, exact: true }).check();
    await expect.poll(() => ground(page)).toBe(light);
    await page.reload();
    expect(await ground(page)).toBe(light);
  });

test('a look nobody offers leaves the look of the device; without storage a choice lasts for the page', async ({
  page,
}) => {
  await page.goto('/en/multipartner/');
  const device = await ground(page);
  await page.evaluate(() => {
    localStorage.setItem('theme', '"><b>dark');
  });
  await page.reload();
  expect(await ground(page)).toBe(device);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto('/en/multipartner/');
  await choose(page, 'en', 'dark');
  await expect.poll(() => ground(page)).not.toBe(device);
});

for (const locale of locales)
  test(`${locale}: an article says where it stands, what it applies to while it is read, and what comes next`, async ({
    page,
  }) => {
    const { nav, cloudsShort, articleGroups } = words(locale).interface;
    const slug = '21vianet/multipartner';
    await page.setViewportSize(phone);
    await page.goto(`/${locale}/${slug}/`);
    const trail = page.getByRole('navigation', { name: nav.trail });
    await expect(trail.getByRole('listitem')).toHaveText(
      [nav.home, nav.articles, articleGroups[articleConfig(slug).group]].map(shown),
    );
    await expect(page.getByRole('navigation', { name: nav.main }).locator('[aria-current]')).toHaveText(nav.articles);

    const contents = page.locator('.contents');
    const summary = contents.locator('summary');
    await expect(summary).toHaveText(nav.contents);
    const section = content.articles[locale].get(slug)?.sections[1];
    const heading = page.locator(`#${section?.id ?? 'none'}`);
    await heading.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    await expect(contents.locator('[aria-current]')).toHaveText(shown(section?.title ?? ''), { useInnerText: false });
    await expect(summary).toHaveText(shown(section?.title ?? ''));
    // The heading is not hidden below the bar, and the bar names the cloud.
    await expect(contents.getByText(cloudsShort['21vianet'], { exact: true })).toBeInViewport();
    const [bar, title] = [await contents.boundingBox(), await heading.boundingBox()];
    expect(title?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    await summary.click();
    await contents.getByRole('link').last().click();
    await expect(contents.locator('details')).not.toHaveAttribute('open');
    await expect(page.locator('#sources')).toBeInViewport();

    const place = articleSlugs.indexOf(slug);
    const neighbours = page.getByRole('navigation', { name: nav.ways }).getByRole('link');
    await expect(neighbours).toHaveCount(2);
    for (const [index, [label, neighbour]] of (
      [
        [nav.previous, articleSlugs[place - 1]],
        [nav.next, articleSlugs[place + 1]],
      ] as const
    ).entries()) {
      await expect(neighbours.nth(index)).toHaveAttribute('href', `/${locale}/${neighbour ?? ''}/`);
      await expect(neighbours.nth(index)).toHaveText(
        shown(`${label} ${content.articles[locale].get(neighbour ?? slug)?.title ?? ''}`),
      );
    }
  });

test('a result names its cloud and what is on it, with how many of each', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/es/wizard/global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft/azure-switch/');
  const gates = await page.locator('.gates > li').count();
  const steps = await page.locator('.statements.steps > li').count();
  const { result } = words('es').interface;
  await page.locator('.contents summary').click();
  const links = page.locator('.contents').getByRole('link');
  await expect(links.first()).toHaveText(`${shown(result.gates)} (${gates})`);
  await expect(links.nth(1)).toHaveText(`${shown(result.steps)} (${steps})`);
  for (const link of await links.all())
    await expect(page.locator((await link.getAttribute('href')) ?? 'none')).toHaveCount(1);
});

test('each page offers the browser to have the next one ready, but none in another language', async ({ page }) => {
  await page.goto('/ru/multichannel/');
  const rules = await page.locator('script[type=speculationrules]').textContent();
  expect(JSON.parse(rules ?? '')).toEqual({
    prerender: [
      {
        where: { and: [{ href_matches: '/*/' }, { not: { selector_matches: '[data-locale],[target]' } }] },
        eagerness: 'moderate',
      },
    ],
  });
});
