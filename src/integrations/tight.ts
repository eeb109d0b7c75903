import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtFiles } from '../lib/builtFiles.ts';
import { tightSheet, withTightHead } from '../lib/tight.ts';

/** Takes out of pages and style sheets what the bundler leaves there and nobody needs. */
export const tight = (): AstroIntegration => ({
  name: 'tight',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir);
      const change = (file: string, how: (content: string) => string) =>
        writeFileSync(dist + file, how(readFileSync(dist + file, 'utf8')));
      for (const page of builtFiles(dist, '.html')) change(page, withTightHead);
      for (const sheet of builtFiles(dist, '.css')) change(sheet, tightSheet);
    },
  },
});
