import { expectSound, expectSoundContrast, expectSoundNow } from './sound.ts';
import {
  allResults,
  content,
  expect,
  LOCALES,
  resultAddress,
  richest,
  test,
  walk,
  wizardReady,
  words,
  type Locale,
} from './support.ts';
import { OUTCOME_KINDS } from '../../src/lib/content/schemas.ts';
import type { Page } from '@playwright/test';

interface Kind {
  readonly what: string;
  readonly locale: Locale;
  readonly address: string;
  /** brings the page into the state to look at */
  readonly arrange?: (page: Page) => Promise<void>;
}

/** The first result of each kind with the most on its page. */
const resultKinds = OUTCOME_KINDS.map((kind, index) => {
  const [richest] = allResults
    .filter(({ node }) => content.outcomes[node.outcome]?.kind === kind)
    .toSorted((a, b) => b.node.facts.length + b.node.notes.length - a.node.facts.length - a.node.notes.length);
  if (richest === undefined) throw new Error(`no result is of the kind ${kind}`);
  const locale = (['en', 'es', 'ru', 'pt-br'] as const)[index % 4] ?? 'en';
  return {
    what: `a result that is "${kind}", with its changes open`,
    locale,
    address: resultAddress(locale, richest),
    arrange: openEverything,
  };
});

async function openEverything(page: Page) {
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}

/** Shows a second language, and every note. */
async function readAlongside(page: Page, other: Locale) {
  await page.locator('.alongside').getByRole('button', { name: LOCALES[other].name, exact: true }).click();
  await expect(page.locator('.beside').first()).toBeVisible();
  await openEverything(page);
}

const kinds: readonly Kind[] = [
  { what: 'the home page', locale: 'ru', address: '/ru/' },
  { what: 'the first question', locale: 'pt-br', address: '/pt-br/wizard/' },
  {
    what: 'a later question, shown in place, with its changes open',
    locale: 'es',
    address: '/es/wizard/',
    arrange: async (page) => {
      await wizardReady(page);
      await walk(page, 'es', ['global', 'take-over', 'from-csp-partner']);
      await expect(page.locator('.given li .given-answer')).toHaveCount(3);
      await openEverything(page);
    },
  },
  ...resultKinds,
  { what: 'an outcome', locale: 'es', address: '/es/outcomes/multi-partner/', arrange: openEverything },
  { what: 'the list of outcomes', locale: 'en', address: '/en/outcomes/' },
  { what: 'an article', locale: 'es', address: '/es/multichannel/' },
  { what: 'an article of 21Vianet', locale: 'pt-br', address: '/pt-br/21vianet/multipartner/' },
  {
    what: 'an article with notes and embedded wizard open',
    locale: 'ru',
    address: '/ru/multichannel/',
    arrange: async (page) => {
      await openEverything(page);
      await page.locator('.embedded-wizard').scrollIntoViewIfNeeded();
      await wizardReady(page);
    },
  },
  {
    what: 'the article with most notes, all open',
    locale: 'en',
    address: '/en/csp-national-clouds-overview/',
    arrange: openEverything,
  },
  {
    what: 'an article with another language beside it and its notes open',
    locale: 'pt-br',
    address: '/pt-br/multichannel/',
    arrange: (page) => readAlongside(page, 'ru'),
  },
  {
    what: 'a result with another language beside it',
    locale: 'es',
    address: resultAddress('es', richest),
    arrange: (page) => readAlongside(page, 'en'),
  },
  {
    what: 'a page on which the other language could not be loaded',
    locale: 'en',
    address: '/en/multipartner/',
    arrange: async (page) => {
      await page.route('**/es/multipartner/', (route) => route.abort());
      await page.locator('.alongside').getByRole('button', { name: LOCALES.es.name }).click();
      await expect(page.locator('.alongside').getByRole('link')).toBeVisible();
    },
  },
  {
    what: 'an article with the meaning of a term open',
    locale: 'ru',
    address: '/ru/work-with-other-partners/',
    arrange: async (page) => {
      await page.locator('label.term button').first().click();
      await expect(page.locator('[popover]:popover-open')).toBeVisible();
    },
  },
  { what: 'the comparison', locale: 'es', address: '/es/compare/' },
  {
    what: 'the comparison with a path left out',
    locale: 'ru',
    address: '/ru/compare/',
    arrange: (page) => page.getByRole('checkbox').first().uncheck(),
  },
  { what: 'the glossary', locale: 'ru', address: '/ru/glossary/' },
  {
    what: 'what has changed, with everything open',
    locale: 'pt-br',
    address: '/pt-br/changes/',
    arrange: openEverything,
  },
  { what: 'the sources', locale: 'en', address: '/en/sources/' },
  { what: 'the state of the translation', locale: 'ru', address: '/ru/status/' },
  {
    what: 'the sources, with the first edition of each article open',
    locale: 'es',
    address: '/es/sources/',
    arrange: async (page) => {
      await page.locator('main li').evaluateAll((all) => {
        for (const place of all)
          if (place.matches(':first-of-type')) place.querySelector('details')?.setAttribute('open', '');
      });
      await expect(page.locator('main details[open] a').first()).toBeVisible();
    },
  },
  {
    what: 'the search page with results',
    locale: 'es',
    address: '/es/search/?q=azure',
    arrange: (page) => expect(page.locator('#search-results li').first()).toBeVisible(),
  },
  {
    what: 'the page for support engineers, with an unfinished case and a reply open',
    locale: 'ru',
    address: '/ru/support/',
    arrange: async (page) => {
      const { explain, explainLabel } = words('ru').tickets.support;
      await page.getByRole('textbox', { name: explainLabel }).fill('/wizard/global/manage/');
      await page.getByRole('button', { name: explain }).click();
      await expect(page.locator('#explained textarea')).not.toHaveValue('');
      await page.locator('#azure-switch summary').click();
      await expect(page.locator('#azure-switch textarea')).not.toHaveValue('');
    },
  },
  {
    what: 'the page for support engineers, with a result that was never promised and nothing found',
    locale: 'es',
    address: '/es/support/',
    arrange: async (page) => {
      const { explain, explainLabel, filter } = words('es').tickets.support;
      await page
        .getByRole('textbox', { name: explainLabel })
        .fill('/wizard/global/manage/from-ea/license/azure-switch/');
      await page.getByRole('button', { name: explain }).click();
      await expect(page.locator('#explained textarea')).not.toHaveValue('');
      await page.getByRole('searchbox', { name: filter, exact: true }).fill('zzqx');
    },
  },
  {
    what: 'a result whose text could not be copied',
    locale: 'pt-br',
    address: resultAddress('pt-br', richest),
    arrange: async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await openEverything(page);
      await page.getByRole('button', { name: words('pt-br').tickets.copy.copyText, exact: true }).click();
      await expect(page.locator('#ticket-text')).toBeFocused();
    },
  },
  { what: 'the search page without a query', locale: 'ru', address: '/ru/search/' },
  {
    what: 'the list of search results, with one chosen',
    locale: 'pt-br',
    address: '/pt-br/multipartner/',
    arrange: async (page) => {
      await page.getByLabel(words('pt-br').interface.search.label, { exact: true }).first().fill('azure');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    what: 'the open list of languages',
    locale: 'en',
    address: '/en/multipartner/',
    arrange: (page) => page.locator('.languages summary').click(),
  },
  {
    what: 'the page that stands in for one that is not saved, with all it can say',
    locale: 'ru',
    address: '/ru/offline/',
    arrange: (page) =>
      page.locator('main [hidden]').evaluateAll((all) => {
        for (const part of all) part.removeAttribute('hidden');
      }),
  },
  {
    what: 'a page in another language than the reader’s, with theirs offered',
    locale: 'es',
    address: '/es/multipartner/',
    arrange: async (page) => {
      await page.evaluate(() => localStorage.removeItem('suggestion'));
      await page.reload();
      await expect(page.locator('.suggestion')).toContainText(words('en').interface.suggestion.available);
    },
  },
  { what: 'the page for an address that does not exist', locale: 'ru', address: '/ru/wizard/global/nonsense/' },
];

for (const { what, locale, address, arrange } of kinds)
  test(`${what} (${locale}) has no fault that axe finds and fits 320 px`, async ({ page }) => {
    // Some pages have hundreds of links, each of which is measured against the others.
    test.slow();
    await page.goto(address);
    await arrange?.(page);
    await expectSound(page);
  });

for (const address of ['/', '/multichannel/', '/glossary/', '/wizard/global/manage/'])
  test(`the choice of language at ${address} has no fault that axe finds and fits 320 px`, async ({ page }) => {
    // With its script the page would go on to a language; axe needs script in the browser.
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/<script\b[\s\S]*?<\/script>/g, '');
      await route.fulfill({ response, body });
    });
    await page.goto(address);
    await expect(page).toHaveURL(address);
    await expectSound(page);
  });

for (const [what, address] of [
  ['the home page', '/es/'],
  ['a result', resultAddress('pt-br', richest)],
  ['an article', '/en/multipartner/'],
  ['the comparison', '/ru/compare/'],
] as const)
  test(`${what} has colours that are strong enough where more contrast was chosen`, async ({ page }) => {
    test.slow();
    await page.goto(address);
    await expectSoundContrast(page);
  });

test('dark chosen on a light device has the colours of a dark device', async ({ page }) => {
  await page.goto(resultAddress('en', richest));
  const colours = () =>
    page.locator('body, main a, .refs a, .button, input, select').evaluateAll((all) =>
      all.map((element) => {
        const { color, backgroundColor, borderColor } = getComputedStyle(element);
        return [color, backgroundColor, borderColor].join(' ');
      }),
    );
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await colours();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await colours()).not.toEqual(dark);
  await page.locator('.languages summary').click();
  await page.getByRole('radio', { name: words('en').interface.theme.dark }).check();
  expect(await colours()).toEqual(dark);
});

test('contents open on a phone, and a checklist ticked, have no fault that axe finds', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(resultAddress('ru', richest));
  await page.getByRole('checkbox').first().check();
  await page.locator('.contents summary').click();
  await expect(page.locator('.contents a').first()).toBeVisible();
  await expectSoundNow(page, '.contents', '.gates');
});

test('search with nothing found, and with its index missing, has no fault that axe finds', async ({ page }) => {
  const find = async (query: string) => {
    await page.goto('/es/outcomes/');
    await page.getByLabel(words('es').interface.search.label, { exact: true }).first().fill(query);
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/./);
    await expectSoundNow(page, '.site-header');
  };
  await find('zzxqwv');
  await page.route('**/pagefind/**', (route) => route.abort());
  await find('azure');
});
