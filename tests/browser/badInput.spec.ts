import { readFileSync } from 'node:fs';
import {
  expect,
  expectQuestion,
  fill,
  locales,
  LOCALES,
  shown,
  test,
  wizardAddress,
  words,
  type Locale,
} from './support.ts';
import type { Page } from '@playwright/test';

const markup = '<img src=x onerror="document.title=1;alert(1)">';

/** Addresses in the wizard that do not exist, and the nearest one that does. */
const bad: readonly { readonly what: string; readonly segments: string; readonly nearest: readonly string[] }[] = [
  { what: 'an unknown answer', segments: 'global/manage/from-nowhere', nearest: ['global', 'manage'] },
  { what: 'an unknown first answer', segments: 'moon/manage', nearest: [] },
  { what: 'an answer of another question', segments: 'global/license', nearest: ['global'] },
  {
    what: 'an answer that this cloud does not offer',
    segments: '21vianet/manage/from-ea',
    nearest: ['21vianet', 'manage'],
  },
  {
    what: 'another outcome than the answers lead to',
    segments: 'global/manage/from-ea/license/azure-switch',
    nearest: ['global', 'manage', 'from-ea', 'license', 'multi-channel-license'],
  },
  {
    what: 'a result without its outcome',
    segments: 'global/manage/from-ea/license',
    nearest: ['global', 'manage', 'from-ea', 'license', 'multi-channel-license'],
  },
  {
    what: 'an address that goes on after a result',
    segments: 'germany/germany-closed/manage',
    nearest: ['germany', 'germany-closed'],
  },
  { what: 'encoded markup', segments: 'global/%3Cscript%3Ealert(1)', nearest: ['global'] },
  { what: 'encoded markup with an event', segments: `global/${encodeURIComponent(markup)}`, nearest: ['global'] },
  { what: 'names every object has', segments: 'global/__proto__/constructor', nearest: ['global'] },
  { what: 'a very long answer', segments: `global/manage/${'a'.repeat(4000)}`, nearest: ['global', 'manage'] },
];

/** Fails when anything from an address or a query is run or becomes an element. */
async function expectNothingRun(page: Page, dialogs: readonly string[]) {
  expect(dialogs).toEqual([]);
  await expect(page.locator('img, [onerror]')).toHaveCount(0);
  expect(
    await page.locator('script').evaluateAll((all) => all.filter((one) => one.textContent.includes('alert(')).length),
  ).toBe(0);
}

const watchDialogs = (page: Page): readonly string[] => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
};

const section = (page: Page, locale: Locale) => page.locator(`section[data-locale="${locale}"]`);

for (const [index, { what, segments, nearest }] of bad.entries()) {
  const locale = locales[index % locales.length] ?? 'en';
  test(`${locale}: ${what} in a wizard address: says so and offers the nearest page`, async ({ page }) => {
    const dialogs = watchDialogs(page);
    const response = await page.goto(`${wizardAddress(locale)}${segments}/`);
    expect(response?.status()).toBe(404);
    for (const other of locales)
      await expect(page.getByRole('heading', { level: 2, name: words(other).interface.notFound.title })).toBeVisible();
    const { notFound } = words(locale).interface;
    const own = section(page, locale);
    await expect(own.getByText(notFound.nearest)).toBeVisible();
    await expect(own.getByText(notFound.wizardText)).toBeVisible();
    // The reader's language comes first.
    await expect(page.locator('section[data-locale]').first()).toHaveAttribute('data-locale', locale);
    await expect(page.locator('html')).toHaveAttribute('lang', (await own.getAttribute('lang')) ?? 'none');
    await expectNothingRun(page, dialogs);
    const address = wizardAddress(locale, nearest);
    await own.getByRole('link', { name: address, exact: true }).click();
    await expect(page).toHaveURL(address);
    await expect(page.locator('main[data-page]')).toBeVisible();
  });
}

for (const [what, segment] of [
  ['is no valid encoding', '%E0%A4%A'],
  ['hides a slash in encoded markup', '%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['hides a step up', '..%2F..%2Fes'],
] as const)
  test(`an address that ${what} is explained like any other`, async ({ page }) => {
    const dialogs = watchDialogs(page);
    // Servers answer such an address in their own ways; the page for what is missing must stand it.
    await page.route('**/global/**', (route) =>
      route.fulfill({ status: 404, contentType: 'text/html', body: readFileSync('dist/404.html', 'utf8') }),
    );
    await page.goto(`${wizardAddress('ru')}global/${segment}/`);
    const link = section(page, 'ru').getByRole('link', { name: wizardAddress('ru', ['global']), exact: true });
    await expect(link).toHaveAttribute('href', wizardAddress('ru', ['global']));
    await expectNothingRun(page, dialogs);
  });

for (const [address, nearest] of [
  ['/es/multipartner/no-such-part/', '/es/multipartner/'],
  ['/en/glossary/tenant/', '/en/glossary/'],
  ['/ru/changes/2026/', '/ru/changes/'],
  ['/pt-br/sources/mc16/', '/pt-br/sources/'],
  ['/es/compare/multi-partner/', '/es/compare/'],
  ['/ru/21vianet/multichannel/%3Cscript%3Ealert(1)/', '/ru/21vianet/multichannel/'],
] as const)
  test(`the unknown address ${address} is offered its longest known beginning`, async ({ page }) => {
    const dialogs = watchDialogs(page);
    const locale = locales.find((id) => address.startsWith(`/${id}/`)) ?? 'en';
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expectNothingRun(page, dialogs);
    await section(page, locale).getByRole('link', { name: nearest, exact: true }).click();
    await expect(page).toHaveURL(nearest);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

test('an unknown article of an existing folder is not offered the folder, which is no page', async ({ page }) => {
  await page.goto('/es/21vianet/no-such-article/');
  await expect(section(page, 'es').getByText(words('es').interface.notFound.nearest)).toBeHidden();
  await section(page, 'es')
    .getByRole('link', { name: words('es').interface.notFound.home })
    .click();
  await expect(page).toHaveURL('/es/');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an unknown address says so in four languages, each with a way on', async ({ page }) => {
    const response = await page.goto('/ru/wizard/global/nonsense/');
    expect(response?.status()).toBe(404);
    for (const locale of locales) {
      const { notFound } = words(locale).interface;
      const own = section(page, locale);
      await expect(own.getByRole('heading', { name: notFound.title })).toBeVisible();
      await expect(own.getByText(notFound.nearest)).toBeHidden();
      await expect(own.getByRole('link', { name: notFound.home })).toHaveAttribute('href', `/${locale}/`);
      await expect(own.getByRole('link', { name: notFound.wizard })).toHaveAttribute('href', wizardAddress(locale));
    }
  });
});

test('markup in a query stays text, on the search page and in the box', async ({ page }) => {
  const dialogs = watchDialogs(page);
  const { search } = words('en').interface;
  await page.goto(`/en/search/?q=${encodeURIComponent(markup)}`);
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/./);
  const box = page.getByRole('search').getByLabel(search.label, { exact: true }).first();
  await expect(box).toHaveValue(markup);
  await expectNothingRun(page, dialogs);
  await box.fill(`zzqx ${markup}`);
  await expect(page.getByText(shown(fill(search.none, { query: `zzqx ${markup}` }))).first()).toBeVisible();
  await expectNothingRun(page, dialogs);
  await page.goto('/en/');
  await box.fill('azure <img>');
  await expect(page.getByRole('option').last()).toHaveText(shown(fill(search.all, { query: 'azure <img>' })));
  await expect(page.locator('img')).toHaveCount(0);
});

for (const query of ['%E0%A4%A', 'a'.repeat(3000), '%00%F0%9F%92%A9', '%22%27%60%3C%2Ftitle%3E', '((((*', '   '])
  test(`a query such as ${query.slice(0, 20)} gives a search page that works`, async ({ page }) => {
    await page.goto(`/en/search/?q=${query}`);
    await expect(page.locator('#search-results')).toHaveText(/./);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en').interface.search.title);
  });

for (const [what, answer] of [
  ['never comes', 'held'],
  ['is lost', 'lost'],
  ['is answered with an error', { status: 500, contentType: 'text/html', body: 'no' }],
  ['is that of somebody else who answers in its place', { contentType: 'text/html', body: '<p>Sign in</p>' }],
] as const)
  test(`where the file of the wizard ${what}, its questions are pages, and an article links to them`, async ({
    page,
  }) => {
    await page.route('**/wizard.json*', (route) => {
      if (answer === 'lost') return route.abort();
      return answer === 'held' ? undefined : route.fulfill(answer);
    });
    await page.goto(wizardAddress('pt-br'));
    await page.locator('main a[data-answer="global"]').click();
    await expectQuestion(page, 'pt-br', ['global']);
    await page.goto('/pt-br/multichannel/');
    await page.getByText(words('pt-br').interface.wizard.embedSummary).click();
    await page.getByRole('link', { name: words('pt-br').interface.wizard.openFull }).click();
    await expectQuestion(page, 'pt-br', []);
    // The page for what is missing offers the first question, and claims nothing about answers it cannot know.
    await page.goto(`${wizardAddress('pt-br')}global/nonsense/`);
    const { notFound } = words('pt-br').interface;
    await expect(page.locator('section').first()).toHaveAttribute('data-locale', 'pt-br');
    await expect(section(page, 'pt-br').getByText(notFound.wizardText)).toBeHidden();
    await expect(section(page, 'pt-br').getByRole('link', { name: notFound.wizard })).toBeVisible();
  });

for (const [address, locale, nearest] of [
  ['/pt-BR/multipartner/', 'pt-br', '/pt-br/multipartner/'],
  ['/es-MX/compare/', 'es', '/es/compare/'],
] as const)
  test(`${address}, a language written as elsewhere, is taken for this site’s own`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', LOCALES[locale].lang);
    await section(page, locale).getByRole('link', { name: nearest, exact: true }).click();
    await expect(page).toHaveURL(nearest);
  });

test('an unknown address without a language is explained in the language that was chosen', async ({ page }) => {
  await page.goto('/en/');
  await page.locator('.languages summary').click();
  await page.locator('.languages a[data-locale="ru"]').click();
  await expect(page).toHaveURL('/ru/');
  await page.goto('/multichannel/nowhere/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(section(page, 'ru').getByRole('link', { name: '/ru/multichannel/', exact: true })).toBeVisible();
});

test.describe('with storage refused', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
    }),
  );

  test('the wizard, the language switch and the address without a language work', async ({ page }) => {
    await page.goto(wizardAddress('en'));
    await expect(page.locator('main .wizard')).toHaveAttribute('data-ready', 'yes');
    await page.locator('main a[data-answer="global"]').click();
    await expectQuestion(page, 'en', ['global']);
    await page.locator('.languages summary').click();
    await page.locator('.languages a[data-locale="es"]').click();
    await expectQuestion(page, 'es', ['global']);
    await page.goto('/wizard/global/');
    await expectQuestion(page, 'en', ['global']);
  });

  test('search works', async ({ page }) => {
    await page.goto('/en/');
    await page.getByLabel(words('en').interface.search.label, { exact: true }).fill('azure');
    await expect(page.getByRole('option').first()).toBeVisible();
  });
});
