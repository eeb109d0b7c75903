import { ASK, FOR_GOOD, isText, MISSING, REDIRECTS, TRANSPORT, TYPES } from '../../config/headers.ts';
import type { ServedSite } from './site.ts';

// The configuration for nginx. Values that differ from file to file come from maps, because a header added in a location
// would drop all those of the server.

/** Where and for whom nginx answers. */
export interface NginxServer {
  /** what to listen on, such as 80 */
  readonly listen: string;
  readonly name: string;
  /** the folder whose files are served; below it the site stands in a folder named by its base */
  readonly root: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A pattern of paths as part of a regular expression over path and query. */
const pattern = (base: string, path: string): string => {
  const [before = '', after] = path.split('*');
  return after === undefined ? escaped(base + path) : `${escaped(base + before)}.*${escaped(after)}`;
};

/** The patterns of all files that get one value of a header, value by value. */
function byValue({ base, rules }: ServedSite, header: string): ReadonlyMap<string, readonly string[]> {
  const patterns = new Map<string, readonly string[]>();
  for (const { paths, headers } of rules) {
    const value = headers[header];
    if (value === undefined) continue;
    patterns.set(value, [...(patterns.get(value) ?? []), ...paths.map((path) => String.raw`${pattern(base, path)}\?`)]);
  }
  return patterns;
}

const mapOf = (name: string, patterns: ReadonlyMap<string, readonly string[]>, otherwise: string): string =>
  [
    `map "$uri?$args" $${name} {`,
    `    default "${otherwise}";`,
    ...[...patterns].map(([value, paths]) => `    "~^(?:${paths.join('|')})" "${value}";`),
    '}',
  ].join('\n');

const cacheMap = (site: ServedSite): string => {
  const patterns = new Map(byValue(site, 'Cache-Control'));
  // The query names the content now in the file: another one must not be kept under it.
  patterns.set(FOR_GOOD, [
    ...(patterns.get(FOR_GOOD) ?? []),
    ...site.versioned.map((address) => `${escaped(address)}$`),
  ]);
  return mapOf('partner_paths_cache', patterns, ASK);
};

/** The server, with the maps it needs: a file for `sites-available`. */
export const nginxServer = (site: ServedSite, { listen, name, root }: NginxServer): string =>
  `${[
    cacheMap(site),
    mapOf('partner_paths_origin', byValue(site, 'Access-Control-Allow-Origin'), ''),
    // Over plain HTTP, which only a server in front may speak to this one, browsers must not be told so.
    ...Object.values(TRANSPORT).map(
      (value) =>
        `map "$scheme $http_x_forwarded_proto" $partner_paths_transport {\n    default "";\n    ~https "${value}";\n}`,
    ),
    `server {
    listen ${listen};
    server_name ${name};
    root "${root}";
    include snippets/partner-paths.conf;
}`,
  ].join('\n\n')}\n`;

/** What holds for the site within a server: a file for `snippets`. */
export function nginxSnippet(site: ServedSite): string {
  const { base, always } = site;
  const types = Object.entries(TYPES).map(([ending, type]) => `    ${type} ${ending};`);
  const texts = [...new Set(Object.values(TYPES).filter(isText))].filter((type) => type !== TYPES.html);
  const own = [...byValue(site, 'Content-Type')].map(([value, paths]) => {
    const inLocation = paths.map((path) => path.replace(/\\\?$/, ''));
    const [type = '', charset] = value.split('; ');
    return `location ~ "^(?:${inLocation.join('|')})$" {
    types {}
    default_type ${type};${charset === undefined ? '' : `\n    charset_types ${type};`}
}`;
  });
  const headers = [
    ...Object.keys(TRANSPORT).map((name) => `add_header ${name} $partner_paths_transport always;`),
    ...Object.entries(always).map(([name, value]) => `add_header ${name} "${value}" always;`),
    'add_header Cache-Control $partner_paths_cache always;',
    'add_header Access-Control-Allow-Origin $partner_paths_origin always;',
  ];
  return `${[
    'index index.html;',
    `error_page 404 ${base}${MISSING};`,
    '# Addresses stay as the reader sees them, whatever stands in front of this server.\nabsolute_redirect off;\nserver_tokens off;',
    `types {\n${types.join('\n')}\n}\ndefault_type application/octet-stream;\ncharset utf-8;\ncharset_types ${texts.join(' ')};`,
    `# Files written by "npm run compress" are sent as they are; others are compressed on the way.\ngzip on;\ngzip_vary on;\ngzip_proxied any;\ngzip_types ${texts.join(' ')};\ngzip_static on;\n# There where nginx has the module for brotli: none is no error.\ninclude snippets/partner-paths-brotli*.conf;`,
    headers.join('\n'),
    ...own,
    REDIRECTS.map(({ from, to }) => `location = ${base}${from} {\n    return 301 ${base}${to};\n}`).join('\n'),
    `# What other hosts read is no page.\nlocation ~ "/(?:\\.|_headers$|_redirects$|staticwebapp\\.config\\.json$)" {\n    return 404;\n}`,
  ].join('\n\n')}\n`;
}

/** Where nginx has the module for it: a file for `snippets`. */
export const nginxBrotli = (): string => 'brotli_static on;\n';
