import { describe, expect, test } from 'vitest';
import { ALWAYS, RULES, TRANSPORT } from '../../../../src/config/headers.ts';
import { azureConfiguration } from '../../../../src/lib/hosting/azure.ts';
import { headersFile, redirectsFile } from '../../../../src/lib/hosting/netlify.ts';
import { nginxServer, nginxSnippet } from '../../../../src/lib/hosting/nginx.ts';
import type { ServedSite } from '../../../../src/lib/hosting/site.ts';

const site = (base: string): ServedSite => ({
  base,
  always: { ...ALWAYS, 'Content-Security-Policy': "default-src 'none'" },
  rules: [...RULES, { paths: ['en/offline/reading.12345678.json'], headers: { 'Cache-Control': 'public' } }],
  versioned: [`${base}en/wizard.json?v=12345678`],
});

/** The headers that a file `_headers` gives a path, all values of each: every rule that fits is applied. */
function given(file: string, path: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let fits = false;
  for (const line of file.split('\n').filter(Boolean)) {
    if (!line.startsWith(' ')) {
      const [before = '', after] = line.split('*');
      fits = after === undefined ? path === line : path.startsWith(before) && path.endsWith(after);
      continue;
    }
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (fits) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

const PATHS = [
  'en/',
  'index.html',
  '_astro/page.abcd.js',
  'sw.js',
  'decision.json',
  'schemas/facts.json',
  'en/multipartner/index.md',
  'ru/opensearch.xml',
  'ru/changes.xml',
  'en/offline/reading.12345678.json',
  'pagefind/fragment/en_1.pf_fragment',
  'favicon.svg',
];

describe.each(['/', '/partner-paths/'])('served under %s', (base) => {
  const file = headersFile(site(base));

  test.each(PATHS)('%s has each header once in _headers, with those that all answers have', (path) => {
    const headers = given(file, base + path);
    for (const [name, values] of headers) expect.soft(values, name).toHaveLength(1);
    for (const [name, value] of Object.entries({ ...ALWAYS, ...TRANSPORT }))
      expect.soft(headers.get(name), name).toEqual([value]);
  });

  test('_headers and _redirects stay within what hosts read', () => {
    const lines = file.split('\n');
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(2000);
    // One asterisk a path.
    expect(lines.filter((line) => /^\/.*\*.*\*/.test(line))).toEqual([]);
    expect(redirectsFile(site(base))).toContain(`${base}favicon.ico ${base}favicon.svg 301\n`);
  });

  test('in Azure the first route that fits has all headers of its files', () => {
    const { routes, globalHeaders, responseOverrides, trailingSlash } = azureConfiguration(site(base));
    const routeOf = (path: string) =>
      routes.find(({ route }) => {
        const [before = '', after = ''] = route.replace(/\{|\}/g, '').split('*');
        return route.includes('*') ? path.startsWith(before) && path.endsWith(after) : route === path;
      });
    for (const path of PATHS) {
      const wanted = RULES.filter(({ paths }) =>
        paths.some((each) => {
          const [before = '', after = ''] = each.split('*');
          return each.includes('*') ? path.startsWith(before) && path.endsWith(after) : each === path;
        }),
      ).map(({ headers }) => headers);
      expect.soft(routeOf(base + path)?.headers ?? {}, path).toMatchObject(Object.assign({}, ...wanted));
    }
    expect(globalHeaders).toMatchObject({ ...ALWAYS, ...TRANSPORT, 'Cache-Control': 'no-cache' });
    expect(responseOverrides[404].rewrite).toBe(`${base}404.html`);
    expect(trailingSlash).toBe('always');
  });

  test('nginx says what it serves where, and names no file by a pattern that could mean another', () => {
    const server = nginxServer(site(base), { listen: '8080', name: 'docs.example', root: '/srv/www' });
    expect(server).toContain('listen 8080;');
    expect(server).toContain(String.raw`${base}en/offline/reading\.12345678\.json\?`);
    expect(server).toContain(String.raw`${base}en/wizard\.json\?v=12345678$`);
    expect(nginxSnippet(site(base))).toContain(`error_page 404 ${base}404.html;`);
  });
});
