import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { servedSite } from '../../src/lib/hosting/site.ts';

// The built site behind the emulator of Azure Static Web Apps, which is no dependency of the project: SWA_CLI names its
// program where it is installed.

const program = process.env['SWA_CLI'];
const missing =
  program === undefined
    ? 'SWA_CLI names no emulator (npm install @azure/static-web-apps-cli in a folder elsewhere, then its node_modules/.bin/swa)'
    : existsSync('dist/staticwebapp.config.json')
      ? undefined
      : 'the site is not built';
if (missing !== undefined) console.warn(`Azure Static Web Apps is not tested: ${missing}`);

const PORT = 4283;
const ask = (path: string) => fetch(`http://localhost:${PORT}${path}`, { redirect: 'manual' });

describe.skipIf(missing !== undefined)('Azure Static Web Apps', () => {
  let emulator: ChildProcess | undefined;

  beforeAll(async () => {
    const dist = resolve('dist');
    emulator = spawn(program ?? '', ['start', dist, '--swa-config-location', dist, '--port', String(PORT)], {
      stdio: 'ignore',
      detached: true,
    });
    await vi.waitFor(() => ask('/en/'), { timeout: 60_000, interval: 500 });
  }, 70_000);
  afterAll(() => {
    // With the processes it started.
    if (emulator?.pid !== undefined) process.kill(-emulator.pid);
  });

  const { always } = missing === undefined ? servedSite('dist/') : { always: {} };
  test('each answer carries the headers that keep readers safe', async () => {
    for (const path of ['/en/', '/sw.js', '/decision.json', '/en/multipartner/index.md']) {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(always))
        expect.soft(headers.get(name), `${path}: ${name}`).toBe(value);
    }
  });

  test.each([
    ['/en/', 'no-cache', null, 'text/html; charset=utf-8'],
    ['/sw.js', 'no-cache', null, 'text/javascript; charset=utf-8'],
    ['/en/multipartner/index.md', 'public, max-age=300', '*', 'text/markdown; charset=utf-8'],
    ['/decision.json', 'public, max-age=300', '*', 'application/json; charset=utf-8'],
    ['/schemas/facts.json', 'public, max-age=300', '*', 'application/json; charset=utf-8'],
    ['/ru/opensearch.xml', 'public, max-age=300', '*', 'application/opensearchdescription+xml'],
  ])('%s is cached as %s', async (path, cache, origin, type) => {
    const { headers } = await ask(path);
    expect(headers.get('cache-control')).toBe(cache);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('content-type')).toBe(type);
  });

  test('what does not exist is answered with 404 and the page that helps on', async () => {
    const answer = await ask('/es/wizard/no-such-answer/');
    expect([answer.status, await answer.text()]).toEqual([404, readFileSync('dist/404.html', 'utf8')]);
  });

  test('an address without its slash, or one that programs guess, leads on', async () => {
    expect((await ask('/en/multipartner')).headers.get('location')).toMatch(/\/en\/multipartner\/$/);
    expect((await ask('/favicon.ico')).headers.get('location')).toMatch(/\/favicon\.svg$/);
  });
});
