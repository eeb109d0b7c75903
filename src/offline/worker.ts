import { isInWizard, readAddress, type Asked } from './address.ts';
import { namesItsContent, type Entry, type Manifest } from './manifest.ts';
import { savedPages } from './saved.ts';
import type { FetchEvent, WorkerEvent, WorkerScope } from './scope.ts';
import { fetchVerified, openStore } from './store.ts';

// The service worker: keeps the site for reading without a connection. Why it never shows an old page with new scripts is
// in docs/decisions/0013-offline.md.

declare const self: WorkerScope;
/** Written in front of this script by the build. */
declare const MANIFEST: Manifest;

/** How long a reader waits for the site before they are shown the saved copy, in milliseconds. */
const PATIENCE = 4000;

const { root, files, languages } = MANIFEST;
const store = openStore(self.registration.scope, MANIFEST.build);
const saved = savedPages(MANIFEST, store, self.navigator.languages);
const savesData = () => self.navigator.connection?.saveData === true;

/** Whether two addresses name the same pack, of whatever build: they differ in the digest alone. */
const sameKind = (one: string, other: string): boolean =>
  one.replace(/[^.]+\.json$/, '') === other.replace(/[^.]+\.json$/, '');

/** What has been saved since the worker started, or is on its way. */
const known = new Set<Entry>();

/** Saves a pack after what its pages ask for, so that where a pack is, the rest is too. */
async function savePack(pack: Entry, others: readonly Entry[] = []): Promise<void> {
  await store.save(others);
  await store.save([pack]);
}

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Saves a pack if it can be had now; if not, the next page tries again, unless the device has no room for it. */
async function trySavePack(pack: Entry, others: readonly Entry[] = []): Promise<void> {
  if (known.has(pack)) return;
  known.add(pack);
  try {
    await savePack(pack, others);
  } catch (error) {
    if (!isFull(error)) known.delete(pack);
  }
}

/** Saves the language of a page: all of it, but for readers who save data no results before they open the wizard. */
async function saveLanguage({ locale, page: asked }: Asked): Promise<void> {
  if (locale === undefined) return;
  const { files: own, reading, wizard } = languages[locale];
  await trySavePack(reading, own);
  if (isInWizard(asked) || !savesData()) await trySavePack(wizard);
}

/** Saves this build: all that the copy before it had, or the copy stays; then the languages of the pages that are open. */
async function install(): Promise<void> {
  const before = await store.before();
  const had = ({ address }: Entry) => before.some((file) => sameKind(file, address));
  await store.save(files);
  for (const { files: own, reading, wizard } of Object.values(languages)) {
    if (had(reading)) await savePack(reading, own);
    if (had(wizard)) await savePack(wizard);
  }
  await store.complete();
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const { url } of open) await saveLanguage(readAddress(root, new URL(url).pathname));
}

/** The site's own answer to a navigation, or why there is none. */
const fresh = async ({ request, preloadResponse }: FetchEvent): Promise<Response | 'failed'> => {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    return 'failed';
  }
};

const late = () => new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE, 'late'));

/** Answers a navigation: the site itself; the saved copy where it fails or is slow; else the page that says what is missing. */
async function page(event: FetchEvent, url: URL): Promise<Response> {
  // Once the copy is shown, nobody waits for the site: the browser may drop its request, which would hold up the next one.
  const site = fresh(event);
  const first = await Promise.race([site, late()]);
  if (first instanceof Response && first.status < 500) {
    if (first.ok) event.waitUntil(saveLanguage(readAddress(root, url.pathname)));
    return first;
  }
  // A store that cannot be read is none.
  const copy = await saved.answer(url).catch(() => undefined);
  if (copy !== undefined) return copy;
  const last = await site;
  if (last !== 'failed') return last;
  return (await saved.missing(url).catch(() => undefined)) ?? Response.error();
}

/** Answers a request for a file whose address names its content: any copy of it is the right one. */
async function file(request: Request, url: URL): Promise<Response> {
  const address = url.pathname + url.search;
  const version = url.searchParams.get('v');
  const copy = await store.fileOfAnyBuild(address).catch(() => undefined);
  return copy ?? (version === null ? fetch(request) : fetchVerified(address, version));
}

/** Answers a script that reads another page of the site, such as the same one in another language. */
async function text(request: Request, url: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const { locale, page: asked } = readAddress(root, url.pathname);
    const html = locale === undefined ? undefined : await saved.html(locale, asked);
    if (html === undefined) throw error;
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

self.addEventListener('install', (event: WorkerEvent) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event: WorkerEvent) => {
  event.waitUntil(
    Promise.all([
      store.tidy(),
      self.clients.claim(),
      // Not every browser asks the site while the worker starts.
      self.registration.navigationPreload.enable().catch(() => undefined),
    ]),
  );
});

self.addEventListener('fetch', (event: FetchEvent) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(root)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (namesItsContent(url, root)) event.respondWith(file(request, url));
  else if (url.pathname.endsWith('/')) event.respondWith(text(request, url));
});
