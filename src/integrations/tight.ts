import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtFiles } from '../lib/builtFiles.ts';
import { tightSheet, withSheets, withTightHead } from '../lib/tight.ts';

/**
 * Takes out of pages and style sheets what the bundler leaves there and nobody needs, and writes into each page its style
 * sheets (docs/decisions/0008-style-in-the-page.md). Files remain for those that scripts load.
 * @param base where the site is served, with a slash at the end
 */
export const tight = (base: string): AstroIntegration => ({
  name: 'tight',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir);
      const read = (file: string) => readFileSync(dist + file, 'utf8');
      const sheets = new Map(builtFiles(dist, '.css').map((file) => [base + file, tightSheet(read(file))]));
      const sheetAt = (address: string): string => {
        const sheet = sheets.get(address);
        if (sheet === undefined) throw new Error(`a page asks for the style sheet ${address}, which was not built`);
        return sheet;
      };
      for (const page of builtFiles(dist, '.html'))
        writeFileSync(dist + page, withSheets(withTightHead(read(page)), sheetAt));
      const scripts = builtFiles(dist, '.js').map(read);
      for (const [address, sheet] of sheets) {
        const file = dist + address.slice(base.length);
        if (scripts.some((script) => script.includes(basename(address)))) writeFileSync(file, sheet);
        else rmSync(file);
      }
    },
  },
});
