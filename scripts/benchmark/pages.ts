import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Figure } from './figures.ts';
import type { SearchUse, Yardstick } from './yardstick.ts';

const KB = 1024;
const RUNS = 3;

/** A built site to measure: its folder, a guidance page of it, and how its search is used. */
interface Site {
  readonly folder: string;
  readonly page: string;
  readonly search: SearchUse;
}

const QUERY = 'facturación';

const ours: Site = {
  folder: 'dist',
  // The yardstick's browser reads English: in another language a page would offer it that.
  page: '/en/multipartner/',
  search: { open: null, input: 'form.search input', result: '.search [role=option]', queries: [QUERY] },
};

const starlight = ({ folder }: Yardstick): Site => ({
  folder: join(folder, 'starlight', 'dist'),
  page: '/multi-partner/',
  search: {
    open: 'site-search button[data-open-modal]',
    input: 'input.pagefind-ui__search-input',
    result: '.pagefind-ui__result-title .pagefind-ui__result-link',
    queries: [QUERY],
  },
});

/** Bytes of the scripts that stand in a page itself, compressed. */
function inlineScript({ folder, page }: Pick<Site, 'folder' | 'page'>): number {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  const scripts = html.matchAll(
    /<script\b(?![^>]*\bsrc=)(?![^>]*(?:ld\+json|speculationrules))[^>]*>([\s\S]*?)<\/script>/g,
  );
  return brotliCompressSync([...scripts].map(([, code = '']) => code).join('\n')).length;
}

async function loads({ serve, measurePage }: Yardstick, { folder, page }: Pick<Site, 'folder' | 'page'>) {
  const server = await serve(folder);
  const { desktop, mobileSlow4g: slow } = await measurePage(server.origin + page, { runs: RUNS });
  await server.close();
  if (desktop.errors.length > 0) console.log(`${page}: the console says ${desktop.errors.join('; ')}`);
  return { desktop, slow, script: desktop.kinds.js + inlineScript({ folder, page }) };
}

/** A guidance page loaded cold: bytes as they cross the wire, requests, and the largest paint on a slow connection. */
export async function measureGuidance(yardstick: Yardstick): Promise<readonly Figure[]> {
  const [own, other] = [await loads(yardstick, ours), await loads(yardstick, starlight(yardstick))];
  const what = (figure: string) => `guidance page, before interaction: ${figure}`;
  return [
    { what: what('bytes'), unit: 'KB', ours: own.desktop.bytes, starlight: other.desktop.bytes, most: 14 * KB },
    { what: what('requests'), unit: '', ours: own.desktop.requests, starlight: other.desktop.requests, most: 3 },
    { what: what('JavaScript'), unit: 'KB', ours: own.script, starlight: other.script, most: 2 * KB },
    {
      what: 'guidance page, slow 4G, 4x CPU: largest paint',
      unit: 'ms',
      ours: own.slow.lcp,
      starlight: other.slow.lcp,
      most: 400,
    },
  ];
}

/** A page of the wizard loaded cold, its island and its questions included. */
export async function measureWizardPage(yardstick: Yardstick): Promise<readonly Figure[]> {
  const { desktop, script } = await loads(yardstick, { folder: ours.folder, page: '/en/wizard/global/' });
  return [
    { what: 'wizard page with its island: bytes', unit: 'KB', ours: desktop.bytes, most: 24 * KB },
    { what: 'wizard page with its island: JavaScript', unit: 'KB', ours: script, most: 13 * KB },
  ];
}

/**
 * A folder with the same site, without the service worker: that saves what search needs while the reader reads, so that a
 * search after it costs nothing. The first one may come before.
 */
function withoutWorker(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'partner-paths-search-'));
  for (const entry of readdirSync(folder))
    if (entry !== 'sw.js') symlinkSync(resolve(folder, entry), join(copy, entry));
  return copy;
}

/** A search, from focus to the first result. */
export async function measureSearches(yardstick: Yardstick): Promise<readonly Figure[]> {
  const { serve, measureSearch } = yardstick;
  const ask = async ({ folder, search }: Site, page: string) => {
    const copy = withoutWorker(folder);
    const server = await serve(copy);
    const queries = await measureSearch(server, server.origin + page, search, { runs: RUNS });
    await server.close();
    rmSync(copy, { recursive: true });
    return queries;
  };
  const [own, other] = [await ask(ours, '/es/multipartner/'), await ask(starlight(yardstick), '/es/multi-partner/')];
  const [here, there] = [own[QUERY], other[QUERY]];
  if (here === undefined || there === undefined) throw new Error(`the yardstick did not search for ${QUERY}`);
  const bytes = ({ pasted: { open, type } }: typeof here) => open.bytes + type.bytes;
  const what = (figure: string) => `search, focus to first result: ${figure}`;
  return [
    { what: what('bytes'), unit: 'KB', ours: bytes(here), starlight: bytes(there), most: 95 * KB },
    {
      what: what('pasted'),
      unit: 'ms',
      ours: here.pasted.firstResultMs,
      starlight: there.pasted.firstResultMs,
      most: 100,
    },
    {
      what: what('pasted, slow 4G, 4x CPU'),
      unit: 'ms',
      ours: here.pastedSlow.firstResultMs,
      starlight: there.pastedSlow.firstResultMs,
      most: 300,
    },
  ];
}
