import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { azureConfiguration } from '../lib/hosting/azure.ts';
import { headersFile, redirectsFile } from '../lib/hosting/netlify.ts';
import { servedSite } from '../lib/hosting/site.ts';

/** Writes what hosts read from the folder that is uploaded to them. It comes last: it tells of what the others wrote. */
export const hosting = (): AstroIntegration => ({
  name: 'hosting',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir);
      const site = servedSite(dist);
      writeFileSync(`${dist}_headers`, headersFile(site));
      writeFileSync(`${dist}_redirects`, redirectsFile(site));
      writeFileSync(`${dist}staticwebapp.config.json`, `${JSON.stringify(azureConfiguration(site), null, 2)}\n`);
      // GitHub Pages would leave out folders whose names begin with an underscore.
      writeFileSync(`${dist}.nojekyll`, '');
    },
  },
});
