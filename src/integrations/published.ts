import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { locales } from '../config/locales.ts';
import { promises, questionsOn } from '../eligibility/published.ts';
import { loadContent } from '../lib/content/load.ts';

/** How many lost addresses a message names. */
const NAMED = 5;

/** Refuses a build in which an address that was ever published has no page, in any language or without one. */
export const published = (): AstroIntegration => ({
  name: 'published-addresses',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const { releases } = loadContent();
      const onRecord = promises(releases);
      const addresses = new Set([
        ...releases.flatMap(({ pages }) => pages),
        ...onRecord.map(({ path, decision: { outcome } }) => ['wizard', ...path, outcome].join('/')),
        ...[...questionsOn(onRecord)].map((path) => (path === '' ? 'wizard' : `wizard/${path}`)),
      ]);
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
