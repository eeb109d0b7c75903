import { createHash } from 'node:crypto';
import { builtPages, type BuiltPage } from './built.ts';
import { expect, locales, test } from './support.ts';

// The policy every page carries about itself, as the browser and a second reading of the built pages see it.

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g;
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** The policy of a page: what each directive allows. */
function policyOf({ html }: BuiltPage): ReadonlyMap<string, readonly string[]> {
  const [found, ...more] = [...html.matchAll(POLICY)];
  if (found === undefined || more.length > 0) return new Map();
  return new Map(
    (found[1] ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

const sha256 = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** What is wrong with the policy of a page, or with the page under it. */
function faults(page: BuiltPage): readonly string[] {
  const { html, tags, address } = page;
  const policy = policyOf(page);
  const allowed = (name: string) => policy.get(name) ?? policy.get('default-src') ?? [];
  const found: string[] = [];
  if (policy.size === 0) return ['has not one policy'];
  if (/<(?:script|style|link|body)\b/.exec(html.slice(0, html.indexOf('http-equiv="Content-Sec'))) !== null)
    found.push('its policy comes after what it is about');
  const all = [...policy.values()].flat();
  for (const source of all)
    if (/unsafe-(?:inline|eval|hashes)|^\*|^https?:|^data:|^blob:/.test(source.replace("'wasm-unsafe-eval'", '')))
      found.push(`${source} is no source for this site`);
  const searches = /^\/[^/]+\/search\/$/.test(address);
  if (all.includes("'wasm-unsafe-eval'") !== searches) found.push('WebAssembly is for the search page alone');
  for (const [, kind = '', attributes = '', content = ''] of html.matchAll(INLINE)) {
    if (/\bsrc=|application\/ld\+json/.test(attributes)) continue;
    if (!allowed(`${kind}-src`).includes(sha256(content)))
      found.push(`a ${kind} is not allowed: ${content.slice(0, 60)}`);
  }
  for (const { name, attributes } of tags) {
    for (const attribute of Object.keys(attributes))
      if (/^(?:on|style$|srcdoc$)/.test(attribute)) found.push(`${name} has the attribute ${attribute}`);
    const loaded =
      name === 'link' && !/stylesheet|icon|preload/.test(attributes['rel'] ?? '')
        ? undefined
        : name === 'a'
          ? undefined
          : (attributes['src'] ?? attributes['href'] ?? attributes['action'] ?? attributes['component-url']);
    if (loaded !== undefined && !/^[/#](?!\/)/.test(loaded)) found.push(`${name} loads ${loaded}`);
    if (name === 'script' && attributes['src'] !== undefined && !(attributes['integrity'] ?? '').startsWith('sha256-'))
      found.push(`${attributes['src']} has no integrity`);
  }
  return found;
}

test('each built page allows what is written into it and nothing else, and loads nothing from elsewhere', () => {
  const wrong = [...builtPages().values()].flatMap((page) => faults(page).map((fault) => `${page.address} ${fault}`));
  expect(wrong.slice(0, 20)).toEqual([]);
});

/** What a policy is about in a page: pages that agree in it meet the same refusals. */
const kindOf = ({ html, tags, address }: BuiltPage): string =>
  JSON.stringify([
    locales.find((locale) => address.startsWith(`/${locale}/`)),
    [...html.matchAll(INLINE)].map(([, , attributes = '', content = '']) =>
      attributes.includes('ld+json') ? attributes : content,
    ),
    tags.flatMap(({ name, attributes: { src, rel, href } }) => src ?? (rel === 'stylesheet' ? [name, href] : [])),
    [...new Set(tags.filter(({ name }) => /-|form|input|object|svg/.test(name)).map(({ name }) => name))].sort(),
    /data-page="\w+"/.exec(html)?.[0],
  ]);

/** One page of each kind in each language, or with EVERY_PAGE=1 all pages, which takes minutes. */
const visited = (): readonly string[] => {
  const pages = [...builtPages().values()];
  if (process.env.EVERY_PAGE !== undefined) return pages.map(({ address }) => address);
  return [...new Map(pages.map((page) => [kindOf(page), page.address])).values()];
};

test('no page complains in the browser, and none asks another host', async ({ page, baseURL }) => {
  const addresses = visited();
  expect(addresses.length).toBeGreaterThan(40);
  test.setTimeout(20_000 + addresses.length * 1000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.location().url}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) complaints.push(`asks for ${request.url()}`);
  });
  for (const address of addresses) {
    await page.goto(address);
    // A page without a language sends the reader on, to the one of this browser.
    const { pathname } = new URL(address, baseURL);
    if (!pathname.endsWith('.html') && !locales.some((locale) => pathname.startsWith(`/${locale}/`)))
      await page.waitForURL(`/en${pathname}`);
  }
  expect(complaints).toEqual([]);
});

test('what the policy refuses does not happen: markup from strings, scripts of others, another policy', async ({
  context,
}) => {
  // Refusals are complaints of the browser, which the page of a test may not have.
  const page = await context.newPage();
  await page.goto('/en/');
  const refused = await page.evaluate(() => {
    const refuses = (act: () => unknown): boolean => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    const button = document.createElement('button');
    return {
      markup: refuses(() => (button.innerHTML = '<img src=x>')),
      handler: refuses(() => button.setAttribute('onclick', 'alert(1)')),
      script: refuses(() => (document.createElement('script').src = '/_astro/any.js')),
      policy: refuses(() => window.trustedTypes?.createPolicy('mine', { createScriptURL: (address) => address })),
    };
  });
  expect(refused).toEqual({ markup: true, handler: true, script: true, policy: true });
  // Were it asked, the other host would answer.
  const elsewhere = 'https://example.org/script.js';
  const headers = { 'access-control-allow-origin': '*' };
  await page.route(elsewhere, (route) => route.fulfill({ contentType: 'text/javascript', headers, body: '' }));
  await expect(page.evaluate((address) => import(address), elsewhere)).rejects.toThrow();
  await expect(page.evaluate((address) => fetch(address).then(String), elsewhere)).rejects.toThrow();
});
