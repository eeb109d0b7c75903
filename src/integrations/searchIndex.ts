import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';

/** A page takes part in the full text when it marks its body for Pagefind. */
const MARK = 'data-pagefind-body';

/** What Pagefind writes besides the index, its script and its program. */
const UNUSED = /^pagefind-(?:(?:component-|modular-)?ui|highlight|worker)\.(?:js|css)$/;

/** Makes the index of the full text of each language from the pages that ask for it, after the build. */
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
      const pages: { file: string; content: string }[] = [];
      for (const file of files.sort()) {
        const content = await readFile(join(root, file), 'utf8');
        if (content.includes(MARK)) pages.push({ file, content });
      }
      // Sent together and in order: Pagefind, a program of its own, need not wait, and the same pages give the same index.
      await Promise.all(
        pages.map(async ({ file, content }) => {
          const added = await index.addHTMLFile({ sourcePath: file, content });
          if (added.errors.length > 0) throw new Error(`Pagefind could not read ${file}: ${added.errors.join('; ')}`);
        }),
      );
      const written = await index.writeFiles({ outputPath: join(root, 'pagefind') });
      if (written.errors.length > 0)
        throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
      await index.deleteIndex();
      // The interfaces that come with it are not used here, and write markup from strings, which the policy refuses.
      for (const file of await readdir(join(root, 'pagefind')))
        if (UNUSED.test(file)) await rm(join(root, 'pagefind', file));
      logger.info(`${pages.length} pages indexed for search`);
    },
  },
});
