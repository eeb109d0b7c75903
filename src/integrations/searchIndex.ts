import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';
import { LOCALES, locales } from '../config/locales.ts';
import { loadContent } from '../lib/content/load.ts';
import { escape } from '../lib/escape.ts';

/** A page takes part in search when it marks its body for Pagefind. */
const MARK = 'data-pagefind-body';

/**
 * Each term of the glossary as a page of its own, so that it is found at its anchor. It counts less than guidance: who
 * searches for a term mostly wants to know what to do.
 */
function* termFiles(): Generator<{ url: string; content: string }> {
  const { wording } = loadContent();
  for (const locale of locales)
    for (const [id, { name, meaning }] of Object.entries(wording[locale].glossary.terms))
      yield {
        url: `/${locale}/glossary/#${id}`,
        content: `<html lang="${LOCALES[locale].lang}"><body data-pagefind-body data-pagefind-filter="kind:glossary">
          <p data-pagefind-weight="0.3"><b data-pagefind-meta="term">${escape(name)}</b> ${escape(meaning)}</p></body></html>`,
      };
}

/** Makes the search index of each language from the pages that ask for it, after the build. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const { index, errors } = await createIndex({});
      if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
      const files = (await readdir(root, { recursive: true })).filter(
        (file) => file.endsWith('index.html') && !file.includes('wizard'),
      );
      let pages = 0;
      for (const file of files.sort()) {
        const content = await readFile(join(root, file), 'utf8');
        if (!content.includes(MARK)) continue;
        const added = await index.addHTMLFile({ sourcePath: file, content });
        if (added.errors.length > 0) throw new Error(`Pagefind could not read ${file}: ${added.errors.join('; ')}`);
        pages++;
      }
      for (const file of termFiles()) {
        const added = await index.addHTMLFile(file);
        if (added.errors.length > 0) throw new Error(`Pagefind could not read ${file.url}: ${added.errors.join('; ')}`);
        pages++;
      }
      const written = await index.writeFiles({ outputPath: join(root, 'pagefind') });
      if (written.errors.length > 0)
        throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
      await index.deleteIndex();
      logger.info(`${pages} pages indexed for search`);
    },
  },
});
