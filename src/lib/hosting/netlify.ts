import { REDIRECTS, TRANSPORT, type Headers } from '../../config/headers.ts';
import type { ServedSite } from './site.ts';

// The two files that Netlify, Cloudflare Pages and others read from the folder that is uploaded. All rules that fit are
// applied there, so none sets what another sets. What they send of themselves stays: both ask about pages each time.

const block = (path: string, headers: Headers): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** The file `_headers`. */
export function headersFile({ base, always, rules }: ServedSite): string {
  const merged = new Map<string, Headers>();
  for (const { paths, headers } of rules)
    for (const path of paths) merged.set(path, { ...merged.get(path), ...headers });
  const blocks = [...merged].map(([path, headers]) => block(base + path, headers));
  return `${[block(`${base}*`, { ...TRANSPORT, ...always }), ...blocks].join('\n\n')}\n`;
}

/** The file `_redirects`. */
export const redirectsFile = ({ base }: ServedSite): string =>
  REDIRECTS.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`).join('');
