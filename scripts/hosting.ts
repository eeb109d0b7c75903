// Writes the configuration for nginx of the built site:
//   node scripts/hosting.ts [--dist dist] [--out hosting/nginx] [--listen 80] [--name _] [--root /srv/www]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxBrotli, nginxServer, nginxSnippet } from '../src/lib/hosting/nginx.ts';
import { servedSite } from '../src/lib/hosting/site.ts';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    out: { type: 'string', default: 'hosting/nginx' },
    listen: { type: 'string', default: '80' },
    name: { type: 'string', default: '_' },
    root: { type: 'string', default: '/srv/www/partner-paths' },
  },
});
const site = servedSite(`${values.dist}/`);
const files = {
  'sites-available/partner-paths.conf': nginxServer(site, values),
  'snippets/partner-paths.conf': nginxSnippet(site),
  'snippets/partner-paths-brotli.conf': nginxBrotli(),
};
for (const [file, content] of Object.entries(files)) {
  mkdirSync(join(values.out, file, '..'), { recursive: true });
  writeFileSync(join(values.out, file), content);
}
console.log(`${Object.keys(files).join(', ')} are written into ${values.out}: copy them to /etc/nginx`);
