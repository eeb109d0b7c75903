import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { perLocale, locales, type Locale } from '../config/locales.ts';
import { contentOfBuild } from './content.ts';
import { escape } from '../lib/escape.ts';
import { versionOf } from '../lib/version.ts';
import { isInWizard } from '../offline/address.ts';
import type { Entry, Manifest, SavedLanguage } from '../offline/manifest.ts';
import { packPages } from '../offline/pack.ts';

/** A file that the build adds: its address below the base, and what is in it. */
type NewFile = readonly [path: string, content: string];

// It begins where an address begins: tried at each slash of each address it would take ten times as long.
const VERSIONED = /(?<![\w./-])\/[\w./-]+\?v=[\da-f]+/g;

const listed = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/**
 * What the site needs to be read without a connection: the packs of pages, and the manifest that names everything saved.
 * @param dist the folder with the built site, with a slash at the end
 * @param root the base of the site, with a slash at the end
 * @throws {Error} when a page asks for a version of a file that the build does not have
 */
export function offlineFiles(dist: string, root: string): { manifest: Manifest; packs: readonly NewFile[] } {
  const { wording } = contentOfBuild();
  const read = (path: string) => readFileSync(dist + path);
  const packs: NewFile[] = [];

  const pack = (locale: Locale, kind: 'reading' | 'wizard', pages: ReadonlyMap<string, string>): Entry => {
    const content = JSON.stringify(packPages(pages));
    const digest = versionOf(content);
    const path = `${locale}/offline/${kind}.${digest}.json`;
    packs.push([path, content]);
    return { address: root + path, digest };
  };

  const language = (locale: Locale): SavedLanguage => {
    const pages = listed(`${dist}${locale}`)
      .filter((file) => /(^|\/)index\.html$/.test(file))
      .map((file) => [file.replace(/index\.html$/, ''), read(`${locale}/${file}`).toString()] as const);
    const { notice, again } = wording[locale].interface.offline;
    return {
      notice: escape(notice),
      again: escape(again),
      files: [...new Set(pages.flatMap(([, html]) => html.match(VERSIONED) ?? []))].sort().map((address) => {
        const [path = '', digest = ''] = address.slice(root.length).split('?v=');
        if (versionOf(read(path)) !== digest)
          throw new Error(
            `a page asks for ${address}, but ${path} has another content: let both come from one function`,
          );
        return { address, digest };
      }),
      reading: pack(locale, 'reading', new Map(pages.filter(([page]) => !isInWizard(page)))),
      wizard: pack(locale, 'wizard', new Map(pages.filter(([page]) => isInWizard(page)))),
    };
  };

  const contents = {
    root,
    files: listed(`${dist}_astro`).map((file) => ({
      address: `${root}_astro/${file}`,
      digest: versionOf(read(`_astro/${file}`)),
    })),
    languages: perLocale(language),
  };
  return { manifest: { build: versionOf(JSON.stringify(contents)), ...contents }, packs };
}

/** The service worker's own script without what it knows of a build. */
async function workerCode(): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../offline/worker.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = outputs.find((file) => file.type === 'chunk');
  if (script === undefined) throw new Error('src/offline/worker.ts gave no script');
  return script.code;
}

/** The service worker of a build. */
export const workerScript = (manifest: Manifest, code: string): string =>
  `const MANIFEST=${JSON.stringify(manifest)};\n${code}`;

/**
 * Writes what the site needs to be read without a connection. It reads the pages as they are served, so it comes after
 * everything that changes them.
 * @param base where the site is served, with a slash at the end
 */
export const offline = (base: string): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const dist = fileURLToPath(dir);
      const { manifest, packs } = offlineFiles(dist, base);
      for (const [path, content] of packs) writeFileSync(dist + path, content);
      // Hosts must not let browsers keep this file (Cache-Control: no-cache); all others that it names may be kept for good.
      writeFileSync(`${dist}sw.js`, workerScript(manifest, await workerCode()));
      logger.info(`build ${manifest.build} saved for reading without a connection in ${locales.length} languages`);
    },
  },
});
