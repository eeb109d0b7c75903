import { articleSlugs } from '../../src/config/articles.ts';
import { PAGES } from '../../src/config/site.ts';
import { builtPage, builtPages, sentencesOf } from './built.ts';
import {
  allResults,
  expect,
  expectQuestion,
  expectResult,
  locales,
  LOCALES,
  questionTitle,
  resultAddress,
  resultWith,
  shown,
  test,
  walk,
  wizardAddress,
  wizardReady,
  words,
  type Locale,
} from './support.ts';
import type { Page } from '@playwright/test';

async function switchTo(page: Page, from: Locale, to: Locale) {
  await page.locator('.languages summary', { hasText: words(from).interface.nav.language }).click();
  await page.locator('.languages').getByRole('link', { name: LOCALES[to].name, exact: true }).click();
}

const pairs: readonly (readonly [Locale, Locale])[] = [
  ['en', 'ru'],
  ['ru', 'pt-br'],
  ['pt-br', 'es'],
  ['es', 'en'],
];

for (const [from, to] of pairs)
  test(`${from} to ${to}: a switch in mid-wizard keeps the question and the answers`, async ({ page }) => {
    const path = ['global', 'take-over', 'from-csp-partner'];
    await page.goto(wizardAddress(from));
    await wizardReady(page);
    await walk(page, from, path);
    await expectQuestion(page, from, path);
    await switchTo(page, from, to);
    await expectQuestion(page, to, path);
    await expect(page.locator('html')).toHaveAttribute('lang', LOCALES[to].lang);
    await expect(page.locator('.given .given-answer')).toHaveCount(path.length);
  });

test('a switch after Back leads to the question shown, not to the one before', async ({ page }) => {
  await page.goto(wizardAddress('en'));
  await wizardReady(page);
  await walk(page, 'en', ['global', 'manage']);
  await expectQuestion(page, 'en', ['global', 'manage']);
  await page.goBack();
  await expectQuestion(page, 'en', ['global']);
  await switchTo(page, 'en', 'es');
  await expectQuestion(page, 'es', ['global']);
});

test('a switch on a result leads to the same result', async ({ page }) => {
  const [result] = allResults;
  if (result === undefined) throw new Error('there are no results');
  await page.goto(resultAddress('es', result));
  await switchTo(page, 'es', 'ru');
  await expectResult(page, 'ru', result);
});

test('a switch on an article keeps the section, also one chosen on the page', async ({ page }) => {
  await page.goto('/en/multipartner/#resale-rule');
  await switchTo(page, 'en', 'pt-br');
  await expect(page).toHaveURL('/pt-br/multipartner/#resale-rule');
  await expect(page.locator('#resale-rule')).toBeInViewport();
  await page.goto('/en/multipartner/');
  await page.locator('main .text a[href$="#what-does-not-change"]').first().click();
  await expect(page).toHaveURL('/en/multipartner/#what-does-not-change');
  await switchTo(page, 'en', 'ru');
  await expect(page).toHaveURL('/ru/multipartner/#what-does-not-change');
});

for (const slug of articleSlugs)
  test(`a switch on ${slug} keeps the sentence that was linked, through all languages`, async ({ page }) => {
    const fact = sentencesOf(builtPage(`/en/${slug}/`)).find(({ home }) => home);
    if (fact === undefined) throw new Error(`${slug} states no fact`);
    await page.goto(`/en/${slug}/#${fact.id}`);
    for (const [from, to] of pairs) {
      await switchTo(page, from, to);
      await expect(page).toHaveURL(`/${to}/${slug}/#${fact.id}`);
      await expect(page.locator('html')).toHaveAttribute('lang', LOCALES[to].lang);
      await expect(page.locator(`[id="${fact.id}"]`)).toBeInViewport();
    }
  });

for (const [address, fragment] of [
  ['glossary/', 'tenant'],
  ['changes/', 'newer.gdap-lifetime'],
  ['sources/', 'resale-ban'],
  ['compare/', 'who-bills'],
] as const)
  test(`a switch on ${address} keeps the place that was chosen`, async ({ page }) => {
    await page.goto(`/en/${address}#${fragment}`);
    for (const [from, to] of pairs) {
      await switchTo(page, from, to);
      await expect(page).toHaveURL(`/${to}/${address}#${fragment}`);
      await expect(page.locator(`[id="${fragment}"]`)).toBeInViewport();
    }
  });

test('a switch on the search page keeps the query', async ({ page }) => {
  await page.goto('/en/search/?q=azure');
  await switchTo(page, 'en', 'es');
  await expect(page).toHaveURL('/es/search/?q=azure');
});

test('the list of languages closes with Escape and with a click elsewhere', async ({ page }) => {
  await page.goto('/es/');
  const list = page.locator('.languages');
  const summary = list.locator('summary');
  await summary.click();
  await expect(list.getByRole('link', { name: LOCALES.ru.name })).toBeVisible();
  // What closes it arrives when it is opened.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(list.getByRole('link', { name: LOCALES.ru.name })).toBeHidden({ timeout: 200 });
  }).toPass();
  await expect(summary).toBeFocused();
  await summary.click();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(list.getByRole('link', { name: LOCALES.ru.name })).toBeHidden();
});

test('the language chosen is remembered by the address without a language', async ({ page }) => {
  await page.goto('/en/');
  await switchTo(page, 'en', 'pt-br');
  await expect(page).toHaveURL('/pt-br/');
  await page.goto('/');
  await expect(page).toHaveURL('/pt-br/');
  await page.goto('/multichannel/');
  await expect(page).toHaveURL('/pt-br/multichannel/');
});

test.describe('for a reader of Russian', () => {
  test.use({ locale: 'ru-RU' });

  test('an address without a language leads to Russian', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/ru/');
    await page.goto('/wizard/global/');
    await expectQuestion(page, 'ru', ['global']);
  });

  test('it keeps query and section', async ({ page }) => {
    await page.goto('/multipartner/?from=ticket#resale-rule');
    await expect(page).toHaveURL('/ru/multipartner/?from=ticket#resale-rule');
  });

  test('Back from there leaves the site instead of coming back', async ({ page }) => {
    await page.goto('/en/outcomes/');
    await page.goto('/wizard/global/');
    await expectQuestion(page, 'ru', ['global']);
    await page.goBack();
    await expect(page).toHaveURL('/en/outcomes/');
  });
});

for (const [tag, locale] of [
  ['pt-PT', 'pt-br'],
  ['es-MX', 'es'],
  ['de-DE', 'en'],
] as const)
  test.describe(`for a reader of ${tag}`, () => {
    test.use({ locale: tag });

    test(`an address without a language leads to ${locale}`, async ({ page }) => {
      await page.goto('/multichannel/');
      await expect(page).toHaveURL(`/${locale}/multichannel/`);
    });
  });

test.describe('on a page in another language than the reader’s', () => {
  test.use({ locale: 'ru-RU', offered: true });
  const { available, read, stay, label } = words('ru').interface.suggestion;
  const bar = (page: Page) => page.getByRole('region', { name: label });
  const refuse = (page: Page, from: Locale) => bar(page).getByRole('button', { name: stay[from] });

  test('theirs is offered in their words and leads to the same section; nothing moves', async ({ page }) => {
    await page.goto('/es/multipartner/#resale-rule');
    await expect(bar(page)).toContainText(shown(available));
    await expect(bar(page)).toHaveAttribute('lang', 'ru');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.locator('#resale-rule')).toBeInViewport();
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
            type: 'layout-shift',
            buffered: true,
          });
          requestAnimationFrame(() => setTimeout(resolve, 100, 0));
        }),
    );
    expect(moved).toBe(0);
    // The last link of the page is not below it.
    await page.locator('footer a').last().focus();
    const room = async () => {
      const [link, offer] = [await page.locator('footer a').last().boundingBox(), await bar(page).boundingBox()];
      return (offer?.y ?? 0) - (link?.y ?? 0) - (link?.height ?? 0);
    };
    await expect.poll(room).toBeGreaterThanOrEqual(0);
    await bar(page).getByRole('link', { name: read }).click();
    await expect(page).toHaveURL('/ru/multipartner/#resale-rule');
    await expect(bar(page)).toHaveCount(0);
    await page.goto('/multichannel/');
    await expect(page).toHaveURL('/ru/multichannel/');
  });

  test('whoever stays is asked on no other page and in no other language', async ({ page }) => {
    await page.goto(wizardAddress('es'));
    await refuse(page, 'es').click();
    await expect(bar(page)).toHaveCount(0);
    for (const address of ['/es/multipartner/', '/en/', '/pt-br/wizard/global/']) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await expect(bar(page)).toHaveCount(0);
    }
  });

  test('a language that was chosen is not argued with, and is offered elsewhere', async ({ page }) => {
    await page.goto('/ru/');
    await switchTo(page, 'ru', 'pt-br');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.suggestion')).toHaveCount(0);
    await page.goto('/es/glossary/');
    await expect(page.locator('.suggestion')).toContainText(shown(words('pt-br').interface.suggestion.available));
  });

  test('with storage refused it is offered, and can be refused for the page', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto('/en/multipartner/');
    await refuse(page, 'en').click();
    await expect(bar(page)).toHaveCount(0);
    await page.goto('/en/glossary/');
    await expect(bar(page)).toBeVisible();
  });
});

test.describe('a reader of languages this site does not have', () => {
  test.use({ locale: 'de-DE', offered: true });

  test('is offered none of them', async ({ page }) => {
    await page.goto('/es/multipartner/');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.suggestion')).toHaveCount(0);
  });
});

test('a switch keeps what was ticked, through all languages and with the section, and leaves nothing in the address', async ({
  page,
}) => {
  const checklist = resultWith('azure-switch');
  const boxes = page.locator('.gates input');
  await page.goto(`${resultAddress('en', checklist)}#steps`);
  await boxes.nth(0).check();
  await boxes.nth(2).check();
  const ticked = () => boxes.evaluateAll((all) => all.map((box) => box instanceof HTMLInputElement && box.checked));
  const expected = await ticked();
  for (const [from, to] of pairs) {
    await switchTo(page, from, to);
    await expect(page).toHaveURL(`${resultAddress(to, checklist)}#steps`);
    await expect(page.locator('#steps')).toBeInViewport();
    expect(await ticked()).toEqual(expected);
  }
  await boxes.nth(0).uncheck();
  await boxes.nth(2).uncheck();
  await switchTo(page, 'en', 'es');
  await expect(page).toHaveURL(`${resultAddress('es', checklist)}#steps`);
  await expect(page.locator('.gates :checked')).toHaveCount(0);
});

test('ticks are neither stored nor sent with the switch', async ({ page }) => {
  const checklist = resultWith('azure-switch');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(resultAddress('en', checklist));
  await page.locator('.gates input').first().check();
  await switchTo(page, 'en', 'ru');
  await expect(page.locator('.gates input').first()).toBeChecked();
  const gate = (await page.locator('.gates [data-gate]').first().getAttribute('data-gate')) ?? 'none';
  expect(asked.filter((url) => url.includes(gate))).toEqual([]);
  expect(
    await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])),
  ).not.toContain(gate);
  await expect(page).toHaveURL(resultAddress('ru', checklist));
});

test('a switch keeps the question and the answers of the wizard in an article', async ({ page }) => {
  await page.goto('/es/multichannel/');
  await page.getByText(words('es').interface.wizard.embedSummary).click();
  await wizardReady(page);
  await page.locator('.embedded-wizard a[data-answer="global"]').click();
  await page.locator('.embedded-wizard a[data-answer="manage"]').click();
  await expect(page.locator('.embedded-wizard .given-answer')).toHaveCount(2);
  await switchTo(page, 'es', 'en');
  await expect(page.getByRole('heading', { level: 3, name: questionTitle('en', ['global', 'manage']) })).toBeVisible();
  await expect(page.locator('.embedded-wizard .given-answer')).toHaveCount(2);
  await expect(page).toHaveURL('/en/multichannel/#check');
});

test('every page says in which language and direction it is written', () => {
  for (const { address, tags } of builtPages().values()) {
    const locale = locales.find((id) => address.startsWith(`/${id}/`)) ?? 'en';
    const { lang, dir } = tags.find(({ name }) => name === 'html')?.attributes ?? {};
    expect.soft([lang, dir], address).toEqual([LOCALES[locale].lang, 'ltr']);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const address of [
    '/',
    '/wizard/global/',
    '/multichannel/',
    '/21vianet/request-a-relationship-with-a-customer/',
    '/outcomes/azure-switch/',
    ...PAGES.map((page) => `/${page}/`),
  ])
    test(`${address} lists the four languages`, async ({ page }) => {
      await page.goto(address);
      for (const locale of locales) {
        const link = page.getByRole('link', { name: LOCALES[locale].name, exact: true });
        await expect(link).toHaveAttribute('href', `/${locale}${address}`);
        await expect(link).toHaveAttribute('hreflang', LOCALES[locale].lang);
      }
    });

  test('the language switch is a list of links', async ({ page }) => {
    await page.goto('/en/wizard/global/');
    await switchTo(page, 'en', 'ru');
    await expectQuestion(page, 'ru', ['global']);
  });
});
