import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { articleSlugs } from '../../src/config/articles.ts';
import { PAGES } from '../../src/config/site.ts';
import {
  builtFile,
  builtPage,
  builtPages,
  bytes,
  inlineScripts,
  inlineStyles,
  withImports,
  type BuiltPage,
} from './built.ts';
import { expect, locales, LOCALES, test, wizardAddress, type Locale } from './support.ts';

// Each text is compressed once if one worker does it all.
test.describe.configure({ mode: 'default' });

const KB = 1024;

/** What a browser fetches for a page before anybody touches it, in bytes as they are sent. */
interface Weight {
  readonly page: string;
  /** the page with its style and its short scripts */
  readonly html: number;
  readonly style: number;
  readonly scripts: number;
  readonly inline: number;
  readonly data: number;
  readonly total: number;
  readonly requests: number;
}

const valuesOf = ({ tags }: BuiltPage, name: string, attribute: string): string[] =>
  tags.flatMap((tag) => (tag.name === name ? (tag.attributes[attribute] ?? []) : []));

/**
 * @param islands whether the island of the page starts by itself
 * @param data further files it fetches then
 */
function weigh(page: BuiltPage, islands = false, data: readonly string[] = []): Weight {
  const preloaded = page.tags.flatMap(({ name, attributes }) =>
    name === 'link' && attributes['rel'] === 'modulepreload' ? (attributes['href'] ?? []) : [],
  );
  const own = [
    ...valuesOf(page, 'script', 'src'),
    ...preloaded,
    ...(islands
      ? ['component-url', 'renderer-url', 'before-hydration-url'].flatMap((url) => valuesOf(page, 'astro-island', url))
      : []),
  ];
  const scripts = withImports(own);
  const sum = (files: readonly string[]) => files.reduce((total, file) => total + bytes(builtFile(file)), 0);
  const [html, code, json] = [bytes(page.html), sum(scripts), sum(data)];
  return {
    page: page.address,
    html,
    style: bytes(inlineStyles(page)),
    scripts: code,
    inline: bytes(inlineScripts(page)),
    data: json,
    total: html + code + json,
    requests: 1 + scripts.length + data.length,
  };
}

const wizardPaths: readonly (readonly string[])[] = [
  [],
  ['global'],
  ['global', 'take-over', 'from-csp-partner'],
  ['global', 'take-over', 'from-csp-partner', 'usage'],
];

const articleWeights = (locale: Locale) => articleSlugs.map((slug) => weigh(builtPage(`/${locale}/${slug}/`)));
const referenceWeights = (locale: Locale) => PAGES.map((page) => weigh(builtPage(`/${locale}/${page}/`)));
const wizardWeights = (locale: Locale) =>
  wizardPaths.map((path) => weigh(builtPage(wizardAddress(locale, path)), true, [`/${locale}/wizard.json`]));

const row = ({ page, html, style, scripts, inline, data, total, requests }: Weight) =>
  `${page.padEnd(64)}${[html, style, scripts, inline, data, total, requests].map((n) => String(n).padStart(8)).join('')}`;

test('the figures, for reading', () => {
  const head = ['html', 'style', 'js', 'inline', 'json', 'total', 'files'].map((name) => name.padStart(8)).join('');
  const rows = locales
    .flatMap((locale) => [...articleWeights(locale), ...referenceWeights(locale), ...wizardWeights(locale)])
    .map(row);
  console.log(['', `${'bytes, brotli 11'.padEnd(64)}${head}`, ...rows].join('\n'));
  expect(rows).toHaveLength(locales.length * (17 + PAGES.length + wizardPaths.length));
});

for (const locale of locales) {
  test(`${locale}: a guidance page takes at most 14 KB in one request, 2 KB of it JavaScript`, () => {
    for (const weight of articleWeights(locale)) {
      expect.soft(weight.total, `${weight.page}: bytes`).toBeLessThanOrEqual(14 * KB);
      expect.soft(weight.requests, `${weight.page}: requests`).toBe(1);
      expect.soft(weight.scripts + weight.inline, `${weight.page}: bytes of script`).toBeLessThanOrEqual(2 * KB);
    }
  });

  test(`${locale}: a reference page runs no more JavaScript before it is touched than a guidance page`, () => {
    for (const weight of referenceWeights(locale)) {
      // Search and the page for support engineers are tools.
      if (/\/(search|support)\/$/.test(weight.page)) continue;
      expect.soft(weight.requests, `${weight.page}: requests`).toBe(1);
      expect.soft(weight.scripts + weight.inline, `${weight.page}: bytes of script`).toBeLessThanOrEqual(2 * KB);
    }
  });

  test(`${locale}: a page of the wizard takes at most 24 KB with its island and its file, 13 KB of it JavaScript`, () => {
    for (const weight of wizardWeights(locale)) {
      expect.soft(weight.total, `${weight.page}: bytes`).toBeLessThanOrEqual(24 * KB);
      expect.soft(weight.scripts + weight.inline, `${weight.page}: bytes of script`).toBeLessThanOrEqual(13 * KB);
      // The island must have been counted.
      expect.soft(weight.scripts, `${weight.page}: bytes of the island`).toBeGreaterThan(3 * KB);
    }
  });
}

test('every page brings its style with it', () => {
  const pages = [...builtPages().values()];
  expect(pages.filter((page) => !inlineStyles(page).includes('@layer')).map(({ address }) => address)).toEqual([]);
  expect(pages.filter(({ html }) => html.includes('rel="stylesheet"')).map(({ address }) => address)).toEqual([]);
});

/** The files of a folder of the built site whose names fit. */
const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(join('dist', folder))
    .filter((file) => name.test(file))
    .map((file) => `/${folder}/${file}`);

/** The stemmer of each language, by the name its script has in the library. */
const STEMMER = { en: /^en-.*\.js$/, es: /^es-.*\.js$/, ru: /^ru-.*\.js$/, 'pt-br': /^pt-.*\.js$/ } as const;

for (const locale of locales)
  test(`${locale}: from focus to the first result search takes at most 40 KB, with the full text 185 KB`, () => {
    const scripts = withImports([...filesIn('_astro', /^box-.*\.js$/), ...filesIn('_astro', STEMMER[locale])]);
    const quick = [...scripts, ...filesIn('_astro', /^search-.*\.css$/), `/${locale}/search.json`];
    const sent = quick.reduce((sum, file) => sum + bytes(builtFile(file)), 0);
    expect(quick.length).toBeGreaterThanOrEqual(4);
    expect.soft(sent, `${locale}: bytes to the first result`).toBeLessThanOrEqual(40 * KB);
    // Pagefind compresses its files itself: what a query fetches is its script, its program, words and passages.
    const size = (file: string) => statSync(join('dist', file)).size;
    const program = filesIn('pagefind', new RegExp(`^wasm\\.${locale}\\.`));
    const index = filesIn('pagefind/index', new RegExp(`^${LOCALES[locale].lang.toLowerCase()}_`));
    const passages = filesIn('pagefind/fragment', new RegExp(`^${LOCALES[locale].lang.toLowerCase()}_`));
    expect(program).toHaveLength(1);
    expect(index.length * passages.length).toBeGreaterThan(0);
    const mean = passages.reduce((sum, file) => sum + size(file), 0) / passages.length;
    const full = [...program, ...index].reduce(
      (sum, file) => sum + size(file),
      bytes(builtFile('/pagefind/pagefind.js')),
    );
    expect.soft(sent + full + mean * 5, `${locale}: bytes with the full text`).toBeLessThanOrEqual(185 * KB);
  });

for (const [locale, below] of [
  ['ru', 'multichannel'],
  ['es', 'csp-national-clouds-overview'],
  ['en', 'compare'],
  ['pt-br', 'sources'],
] as const)
  test.describe(`for a reader of ${LOCALES[locale].name}`, () => {
    test.use({ locale: LOCALES[locale].lang });
    const address = `/${locale}/${below}/`;

    test(`a browser fetches for ${address} what was counted, what marks its contents when it is scrolled, and at most 95 KB for a first search result`, async ({
      page,
    }) => {
      const fetched: string[] = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname !== '/favicon.svg') fetched.push(pathname);
      });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const counted = weigh(builtPage(address)).requests;
      expect(fetched).toHaveLength(counted);
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
      const contents = await page.locator('.contents').count();
      await expect
        .poll(() => fetched.slice(counted).filter((path) => path.includes('/contents-')))
        .toHaveLength(contents);
      await page.waitForLoadState('networkidle');
      expect(fetched).toHaveLength(counted + contents);
      await page.locator('form.search input').fill('Azure');
      await expect(page.getByRole('option').first()).toBeVisible();
      const forSearch = fetched.slice(counted + contents);
      expect(forSearch).toContain(`/${locale}/search.json`);
      const sent = forSearch.reduce((sum, file) => sum + bytes(builtFile(file)), 0);
      expect(sent, forSearch.join(', ')).toBeLessThanOrEqual(95 * KB);
    });
  });

test('a browser fetches for a page of the wizard what was counted', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== '/favicon.svg') fetched.push(pathname);
  });
  const address = wizardAddress('en', ['global']);
  await page.goto(address);
  await expect(page.locator('main .wizard')).toHaveAttribute('data-ready', 'yes');
  await page.waitForLoadState('networkidle');
  expect(fetched).toHaveLength(weigh(builtPage(address), true, ['/en/wizard.json']).requests);
});
