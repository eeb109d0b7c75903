import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { checks } from './src/integrations/checks.ts';
import { hosting } from './src/integrations/hosting.ts';
import { offline } from './src/integrations/offline.ts';
import { policy } from './src/integrations/policy.ts';
import { published } from './src/integrations/published.ts';
import { searchIndex } from './src/integrations/searchIndex.ts';
import { siteMap } from './src/integrations/sitemap.ts';
import { tight } from './src/integrations/tight.ts';

const base = (process.env.BASE_PATH ?? '').replace(/\/?$/, '/');

export default defineConfig({
  // Where the site is served: SITE_URL names the host, BASE_PATH a folder below it.
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base,
  // Pages are made while others are being written.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  // The default swallows the space between inline elements on separate lines.
  compressHTML: true,
  integrations: [
    checks(),
    mdx(),
    preact({ include: ['**/*.tsx'] }),
    searchIndex(),
    siteMap(base),
    published(),
    tight(base),
    policy(base),
    offline(base),
    hosting(),
  ],
  // One style sheet for what all pages share.
  vite: {
    build: { cssCodeSplit: false },
    worker: { format: 'es' },
    // Whoever needs a part of Preact needs the other: together they are a request less.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: { groups: [{ name: 'preact', test: /node_modules\/preact\// }] } },
          },
        },
      },
    },
  },
  devToolbar: { enabled: false },
});
