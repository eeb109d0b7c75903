import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { nginxProgram, openNginx, type NginxHost } from '../../src/lib/hosting/nginxProcess.ts';
import { tagsOf } from './built.ts';
import { allResults, answerLink, expect, resultAddress, test as base, wizardAddress, wizardReady } from './support.ts';

// The site under a sub-path, behind nginx with the configuration made for it: all headers, the policy among them.

const SUB_PATH = '/partner-paths';

const test = base.extend<{ site: undefined }, { host: NginxHost }>({
  host: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'sub-path-'));
      const dist = join(folder, 'dist');
      execFileSync('astro', ['build', '--silent', '--outDir', dist], {
        env: { ...process.env, BASE_PATH: SUB_PATH, NODE_ENV: 'production' },
        stdio: 'inherit',
      });
      const host = await openNginx(dist);
      await use(host);
      await host.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ host }, use) => use(host.origin),
});

// The site is built once, and what a test looks at is small.
test.describe.configure({ mode: 'serial', timeout: 60_000 });
test.skip(
  nginxProgram() === undefined,
  'nginx is not installed (Debian: apt-get install nginx-light libnginx-mod-http-brotli-static)',
);

const under = (address: string) => `${SUB_PATH}${address}`;
const [result] = allResults.toSorted((a, b) => b.path.length - a.path.length);
if (result === undefined) throw new Error('there are no results');

/** One page of each kind. */
const KINDS = [
  '/en/',
  '/es/multipartner/',
  '/ru/21vianet/multipartner/',
  wizardAddress('pt-br'),
  wizardAddress('ru', ['global', 'take-over']),
  resultAddress('es', result),
  `/ru/outcomes/${result.node.outcome}/`,
  '/en/outcomes/',
  '/es/compare/',
  '/ru/map/',
  '/pt-br/glossary/',
  '/en/changes/',
  '/es/sources/',
  '/ru/support/',
  '/pt-br/search/',
  '/en/accessibility/',
];

/** The addresses of this site that a page names, whether a reader follows them or a browser. */
const named = (html: string): readonly string[] =>
  tagsOf(html).flatMap(({ name, attributes }) => {
    const own = [attributes['href'], attributes['src'], attributes['action'], attributes['component-url']];
    const data = Object.entries(attributes).flatMap(([key, value]) =>
      key.startsWith('data-') && /^\/[\w/-]+\.\w+/.test(value) ? value : [],
    );
    return name === 'base'
      ? []
      : [...own, ...data].flatMap((address) => (address?.startsWith('/') === true ? address : []));
  });

const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  return complaints;
};

test('each kind of page names only what is there, below the sub-path, and meets no refusal', async ({
  page,
  request,
}) => {
  const complaints = complaintsOf(page);
  const addresses = new Set<string>();
  for (const address of KINDS) {
    const answer = await page.goto(under(address));
    expect.soft(answer?.status(), address).toBe(200);
    expect.soft(answer?.headers()['content-security-policy'], address).toContain("script-src 'self'");
    for (const each of named((await answer?.text()) ?? '')) addresses.add(each.replace(/#.*/, ''));
  }
  expect([...addresses].filter((address) => !address.startsWith(`${SUB_PATH}/`))).toEqual([]);
  expect(addresses.size).toBeGreaterThan(200);
  const lost: string[] = [];
  for (const address of addresses) {
    const { status } = await request.head(address).then((answer) => ({ status: answer.status() }));
    if (status !== 200) lost.push(`${address} ${status}`);
  }
  expect(lost).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the wizard, search and the page for what is missing work there', async ({ page }) => {
  await page.goto(under('/wizard/global/'));
  await page.waitForURL(under(wizardAddress('en', ['global'])));
  await wizardReady(page);
  for (const answer of result.path.slice(1)) await answerLink(page, 'en', answer).click();
  await expect(page).toHaveURL(under(resultAddress('en', result)));

  await page.goto(under('/en/search/?q=azure'));
  await expect(page.locator('#search-results .results a').first()).toHaveAttribute(
    'href',
    new RegExp(`^${SUB_PATH}/en/`),
  );
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().focus();

  const missing = await page.goto(under('/en/wizard/global/no-such-answer/'));
  expect(missing?.status()).toBe(404);
  await expect(page.locator('.nearest a:visible')).toHaveAttribute('href', under(wizardAddress('en', ['global'])));
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });
  test('it is read without a connection', async ({ page, context }) => {
    await page.goto(under('/en/multipartner/'));
    const saved = () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        const worker = await navigator.serviceWorker.ready;
        return (
          worker.active?.state === 'activated' && keys.flat().some(({ url }) => url.includes('/en/offline/wizard.'))
        );
      });
    await expect.poll(saved, { timeout: 20_000 }).toBe(true);
    await context.setOffline(true);
    await page.goto(under('/en/multichannel/'));
    await expect(page.locator('main [data-kept]')).toBeVisible();
  });
});
