import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { offlineFiles, workerScript } from '../../src/integrations/offline.ts';
import { writePolicies } from '../../src/integrations/policy.ts';
import { builtFiles } from '../../src/lib/builtFiles.ts';
import { versionOf } from '../../src/lib/version.ts';
import { test } from './support.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** How the host answers a request: as it should, not at all, after a long time, or with another file. */
type Mood = (pathname: string) => 'well' | 'lost' | 'slow' | { readonly file: string };

/** A host of the built site that can be switched off, slow, or moved to another build. */
export interface Host {
  readonly origin: string;
  /** serves another folder from now on */
  readonly serve: (folder: string) => void;
  readonly behave: (mood: Mood) => void;
  readonly close: () => Promise<void>;
}

async function openHost(): Promise<Host> {
  let folder = 'dist';
  let mood: Mood = () => 'well';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = mood(pathname);
    if (answer === 'lost') {
      request.socket.destroy();
      return;
    }
    if (answer === 'slow') return;
    const asked = typeof answer === 'object' ? answer.file : join(folder, pathname);
    const file = asked.endsWith('/') ? `${asked}index.html` : asked;
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<title>404</title><h1>404</h1>');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'cache-control': 'no-cache' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the host has no port');
  return {
    origin: `http://localhost:${address.port}`,
    serve: (other) => {
      folder = other;
    },
    behave: (other) => {
      mood = other;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Makes another build of the built site in a folder of its own: every page says which build it is, the script of the search
 * box and the wizard's file are others, and those before them are gone.
 * @param name what the pages say in `main[data-build]`, and `document.documentElement.dataset.box` once the box is touched
 */
export function rebuild(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  cpSync('dist', folder, {
    recursive: true,
    // One language whole, of the others what is needed to be there.
    filter: (source) =>
      !source.endsWith('.md') &&
      !/pagefind|offline.\w+\.\w+\.json/.test(source) &&
      !/(es|ru|pt-br).wizard.global/.test(source),
  });
  const scripts = readdirSync(join(folder, '_astro'));
  const box = scripts.find((file) => file.startsWith('box-')) ?? '';
  const newBox = box.replace(/-[^.]+\./, `-${name}.`);
  renameSync(join(folder, '_astro', box), join(folder, '_astro', newBox));
  const script = join(folder, '_astro', newBox);
  writeFileSync(script, `document.documentElement.dataset.box="${name}";${readFileSync(script, 'utf8')}`);
  const wizard = join(folder, 'en', 'wizard.json');
  const before = readFileSync(wizard, 'utf8');
  const after = before.replace('{', `{"build":"${name}",`);
  writeFileSync(wizard, after);
  const pages = builtFiles(`${folder}/`, '.html').filter((page) => page.startsWith('en/'));
  for (const page of pages) {
    const file = join(folder, page);
    const html = readFileSync(file, 'utf8')
      .replace(/<main\b/, `<main data-build="${name}"`)
      .replaceAll(box, newBox)
      .replaceAll(`en/wizard.json?v=${versionOf(before)}`, `en/wizard.json?v=${versionOf(after)}`);
    writeFileSync(file, html);
  }
  writePolicies(`${folder}/`, '/', pages);
  const { manifest, packs } = offlineFiles(`${folder}/`, '/');
  for (const [path, content] of packs) writeFileSync(join(folder, path), content);
  const [, ...code] = readFileSync('dist/sw.js', 'utf8').split('\n');
  writeFileSync(join(folder, 'sw.js'), workerScript(manifest, code.join('\n')));
  return folder;
}

/** Removes a build made by `rebuild`. */
export const discard = (folder: string): void => rmSync(folder, { recursive: true });

/** A test with a host of its own, which can be made slow, lose files, and serve another build. */
export const hosted = test.extend<{ host: Host }>({
  // Playwright wants the fixtures it takes named, even none.
  // eslint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const host = await openHost();
    await use(host);
    await host.close();
  },
});
