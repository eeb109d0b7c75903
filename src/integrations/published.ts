import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { locales } from '../config/locales.ts';
import { promises } from '../eligibility/published.ts';
import { loadContent } from '../lib/content/load.ts';

/** How many lost addresses a message names. */
const NAMED = 5;

/** Refuses a build in which an address that was ever published has no page, in any language or without one. */
export const published = (): AstroIntegration => ({
  name: 'published-addresses',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const { releases } = loadContent();
      const results = promises(releases).flatMap(({ path, decision: { outcome } }) => [
        ['wizard', ...path, outcome].join('/'),
        // Each answer on the way was given on a page of its own.
        ...path.map((_, index) => ['wizard', ...path.slice(0, index)].join('/')),
      ]);
      const addresses = new Set([...releases.flatMap(({ pages }) => pages), ...results]);
      const lost = [...addresses].flatMap((address) =>
        ['', ...locales.map((locale) => `${locale}/`)]
          .map((locale) => `${locale}${address}/index.html`)
          .filter((file) => !existsSync(fileURLToPath(new URL(file, dir)))),
      );
      if (lost.length > 0)
        throw new Error(
          `${lost.length} published addresses would vanish: ${lost.slice(0, NAMED).join(', ')}. Links to them stand in tickets: bring their pages back (src/content/published is the record).`,
        );
    },
  },
});
