import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtFiles } from '../lib/builtFiles.ts';
import { withIntegrity } from '../lib/policy/integrity.ts';
import { allowedBy, withPolicy, type Allowed } from '../lib/policy/page.ts';

/** The pages that search the full text, whose program is WebAssembly. */
const SEARCH = /^[^/]+\/search\/index\.html$/;
/** A picture that a script of the page reads: its style is refused or allowed with those of the page. */
const PICTURE = /\sdata-picture="([^"?]+)/g;

/**
 * Writes into the pages of a built site the policy they live under.
 * @param dist the folder with the built site, with a slash at the end
 * @param base where the site is served, with a slash at the end
 * @param pages the files to change
 * @throws {Error} for a page that cannot have a policy, naming it
 */
export function writePolicies(dist: string, base: string, pages: readonly string[]): void {
  const known = new Map<string, string>();
  const contentAt = (address: string): string => {
    const content = known.get(address) ?? readFileSync(dist + address.slice(base.length), 'utf8');
    known.set(address, content);
    return content;
  };
  const besides = (page: string, html: string): readonly Allowed[] => [
    { scripts: [], styles: [], wasm: SEARCH.test(page) },
    ...[...html.matchAll(PICTURE)].map(([, address = '']) => allowedBy(contentAt(address))),
  ];
  for (const page of pages)
    try {
      const html = withIntegrity(readFileSync(dist + page, 'utf8'), contentAt);
      writeFileSync(dist + page, withPolicy(html, besides(page, html)));
    } catch (error) {
      throw new Error(`${page} cannot have a Content Security Policy`, { cause: error });
    }
}

/**
 * Gives each page its policy. It comes after everything that changes pages, and before what keeps them.
 * @param base where the site is served, with a slash at the end
 */
export const policy = (base: string): AstroIntegration => ({
  name: 'policy',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const dist = fileURLToPath(dir);
      const pages = builtFiles(dist, '.html');
      writePolicies(dist, base, pages);
      logger.info(`${pages.length} pages have a policy of their own`);
    },
  },
});
