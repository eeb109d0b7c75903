import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { articleSchema } from './lib/content/schemas.ts';

// The guidance is the one collection Astro renders. The decision table, the ledger and the wording are data: their schemas
// stand beside this one in lib/content/schemas.ts and are read by lib/content/load.ts, which scripts and tests share.
export const collections = {
  articles: defineCollection({
    loader: glob({
      base: './src/content/articles',
      pattern: '**/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: articleSchema,
  }),
};
