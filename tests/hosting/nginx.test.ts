import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFiles } from '../../src/lib/builtFiles.ts';
import { compressFiles } from '../../src/lib/hosting/compress.ts';
import { servedSite, type ServedSite } from '../../src/lib/hosting/site.ts';
import { brotliModule, nginxProgram, openNginx, type NginxHost } from '../../src/lib/hosting/nginxProcess.ts';

// The built site behind nginx with the configuration that is written for it.

const missing =
  nginxProgram() === undefined
    ? 'nginx is not installed (Debian: apt-get install nginx-light libnginx-mod-http-brotli-static)'
    : existsSync('dist/sw.js')
      ? undefined
      : 'the site is not built';

// Whoever reads the outcome must see what was not tested.
if (missing !== undefined) console.warn(`nginx is not tested: ${missing}`);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

let host: NginxHost;
let site: ServedSite;

/** Asks as a client does that follows nothing and unpacks nothing. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(`${host.origin}${path}`, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });

const cacheOf = async (path: string) => (await ask(path)).headers['cache-control'];
const typeOf = async (path: string) => (await ask(path)).headers['content-type'];
const FOR_GOOD = 'public, max-age=31536000, immutable, no-transform';
const [asset = ''] =
  missing === undefined ? builtFiles('dist/', '.js').filter((file) => file.startsWith('_astro/')) : [];

describe.skipIf(missing !== undefined)('nginx', () => {
  const compressed: readonly string[] = ['en/multipartner/index.html', asset];

  // Other tests read the build meanwhile.
  let copy = '';

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'served-'));
    cpSync('dist', copy, { recursive: true });
    await compressFiles(`${copy}/`, compressed);
    host = await openNginx(copy);
    site = servedSite('dist/');
  });
  afterAll(async () => {
    await host.close();
    rmSync(copy, { recursive: true });
  });

  test.each(['/en/multipartner/', '/', `/${asset}`, '/sw.js', '/decision.json', '/en/no-such-page/'])(
    '%s carries the headers that keep readers safe',
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(site.always))
        expect.soft(headers[name.toLowerCase()], name).toBe(value);
      expect(headers['content-security-policy']).not.toMatch(/'unsafe-/);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['server']).toBe('nginx');
    },
  );

  test('browsers are told to keep to HTTPS over HTTPS only', async () => {
    expect((await ask('/en/')).headers['strict-transport-security']).toBeUndefined();
    const secure = await ask('/en/', { 'x-forwarded-proto': 'https' });
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('what names its content is kept for good, pages and the service worker are asked about each time', async () => {
    const [versioned = ''] = site.versioned;
    const [pack = ''] = builtFiles('dist/en/offline/', '.json');
    const [fragment = ''] = builtFiles('dist/pagefind/fragment/', '');
    for (const path of [`/${asset}`, versioned, `/en/offline/${pack}`, `/pagefind/fragment/${fragment}`])
      expect.soft(await cacheOf(path), path).toBe(FOR_GOOD);
    for (const path of ['/en/', '/en/multipartner/', '/sw.js', '/en/wizard.json', '/pagefind/pagefind.js', '/404.html'])
      expect.soft(await cacheOf(path), path).toBe('no-cache');
    for (const path of ['/decision.json', '/favicon.svg', '/en/changes.xml', '/en/multipartner/index.md'])
      expect.soft(await cacheOf(path), path).toBe('public, max-age=300');
  });

  test('a page of another build gets nothing that it would keep for good', async () => {
    expect(await cacheOf('/en/wizard.json?v=00000000')).toBe('no-cache');
    expect((await ask('/_astro/lost-00000000.js')).status).toBe(404);
    expect(await cacheOf('/_astro/lost-00000000.js')).toBe('no-cache');
  });

  test('a page that has not changed is not sent again', async () => {
    const { headers } = await ask('/en/multichannel/');
    const again = await ask('/en/multichannel/', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('programs elsewhere may read what is for them, and nothing else', async () => {
    for (const path of ['/decision.json', '/schemas/facts.json', '/en/changes.xml', '/ru/multipartner/index.md'])
      expect.soft((await ask(path)).headers['access-control-allow-origin'], path).toBe('*');
    for (const path of ['/en/', '/en/wizard.json', '/sw.js'])
      expect.soft((await ask(path)).headers['access-control-allow-origin'], path).toBeUndefined();
  });

  test.each([
    ['/ru/', 'text/html; charset=utf-8'],
    ['/ru/multipartner/index.md', 'text/markdown; charset=utf-8'],
    ['/decision.dmn', 'application/xml; charset=utf-8'],
    ['/decision.csv', 'text/csv; charset=utf-8'],
    ['/ru/opensearch.xml', 'application/opensearchdescription+xml'],
    ['/ru/changes.xml', 'application/atom+xml; charset=utf-8'],
    ['/sitemap-index.xml', 'application/xml; charset=utf-8'],
    ['/ru/map.svg', 'image/svg+xml; charset=utf-8'],
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/llms.txt', 'text/plain; charset=utf-8'],
  ])('%s is %s', async (path, type) => {
    expect(await typeOf(path)).toBe(type);
  });

  test('what does not exist is answered with 404 and the page that helps on', async () => {
    const { status, body } = await ask('/es/wizard/global/no-such-answer/');
    expect(status).toBe(404);
    expect(body.toString()).toBe(readFileSync('dist/404.html', 'utf8'));
    for (const path of ['/_headers', '/_redirects', '/staticwebapp.config.json', '/.nojekyll'])
      expect.soft((await ask(path)).status, path).toBe(404);
  });

  test('an address without its slash leads to the page, query and all, whatever host the reader asked', async () => {
    const { status, headers } = await ask('/es/multipartner?found=azure', { host: 'docs.example' });
    expect([status, headers['location']]).toEqual([301, '/es/multipartner/?found=azure']);
  });

  test('an address without a language is a page, and addresses that programs guess lead on', async () => {
    const { status, body } = await ask('/wizard/global/');
    expect([status, body.toString()]).toEqual([200, readFileSync('dist/wizard/global/index.html', 'utf8')]);
    expect((await ask('/favicon.ico')).headers['location']).toBe('/favicon.svg');
    expect((await ask('/sitemap.xml')).headers['location']).toBe('/sitemap-index.xml');
  });

  test.each(['/en/multipartner/', `/${asset}`])('%s is sent as the reader’s browser wants it', async (path) => {
    const plain = await ask(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toBe('Accept-Encoding');
    const gzip = await ask(path, { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    const brotli = await ask(path, { 'accept-encoding': 'gzip, br' });
    if (brotliModule() === undefined) {
      expect(brotli.headers['content-encoding']).toBe('gzip');
      return;
    }
    expect([brotli.headers['content-encoding'], brotli.headers['vary']]).toEqual(['br', 'Accept-Encoding']);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(brotli.body.length).toBeLessThan(gzip.body.length);
  });

  test('what was not compressed before is compressed on the way', async () => {
    const { headers, body } = await ask('/facts.json', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body)).toEqual(readFileSync('dist/facts.json'));
  });
});
