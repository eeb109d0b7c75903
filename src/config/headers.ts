import { locales } from './locales.ts';

// How the site is to be served, whatever serves it. The files for hosts are made from this page alone (src/lib/hosting).

/** Headers by their names. */
export type Headers = Readonly<Record<string, string>>;

/** Files that are served alike. No file may get the same header from two rules: some hosts would send both values. */
export interface Rule {
  /** below the base of the site: a file, all in a folder (`_astro/*`), or all with an ending (`*.md`) */
  readonly paths: readonly string[];
  readonly headers: Headers;
}

/** What a browser may never let a page of this site do. Only features that browsers know: others would be complaints. */
const REFUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** Only over HTTPS. Without the subdomains, which may be somebody else's. */
export const TRANSPORT: Headers = { 'Strict-Transport-Security': 'max-age=31536000' };

/** With every answer, those that say that something is missing included. The policy comes from the built pages. */
export const ALWAYS: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': REFUSED.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Programs elsewhere read files with CORS, which this does not touch: it keeps other sites from using scripts as theirs.
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** What a cache does with a file: ask each time whether it is still the one, which costs no content. */
export const ASK = 'no-cache';
/** The address names the content: no copy is ever old. Nor may a cache on the way change it: browsers compare digests. */
export const FOR_GOOD = 'public, max-age=31536000, immutable, no-transform';
/** Good enough for some minutes. */
const MINUTES = 'public, max-age=300';

const inEach = (file: string) => locales.map((locale) => `${locale}/${file}`);

export const RULES: readonly Rule[] = [
  { paths: ['_astro/*', 'pagefind/index/*', 'pagefind/fragment/*'], headers: { 'Cache-Control': FOR_GOOD } },
  { paths: ['sw.js'], headers: { 'Cache-Control': ASK } },
  {
    // For other programs: from anywhere.
    paths: [
      'decision.json',
      'decision.csv',
      'decision.dmn',
      'facts.json',
      'published.json',
      'llms.txt',
      'schemas/*',
      ...inEach('changes.xml'),
      ...inEach('opensearch.xml'),
      '*.md',
    ],
    headers: { 'Cache-Control': MINUTES, 'Access-Control-Allow-Origin': '*' },
  },
  { paths: ['favicon.svg', 'robots.txt', 'sitemap-index.xml', 'sitemap-0.xml'], headers: { 'Cache-Control': MINUTES } },
  { paths: inEach('opensearch.xml'), headers: { 'Content-Type': 'application/opensearchdescription+xml' } },
  { paths: inEach('changes.xml'), headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
];

/** Files whose names carry a digest of what is in them, beside those in folders of such files. */
export const NAMED_BY_CONTENT = /\/offline\/\w+\.[\da-f]{8}\.json$|^pagefind\/pagefind\.[\w-]+\.pf_meta$/;

/** The type of each kind of file, by its ending. Texts are UTF-8. */
export const TYPES = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  md: 'text/markdown',
  csv: 'text/csv',
  txt: 'text/plain',
  xml: 'application/xml',
  dmn: 'application/xml',
  pagefind: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
} as const;

/** Whether a type is of texts, which are UTF-8 here and worth compressing. */
export const isText = (type: string): boolean => type !== 'application/octet-stream';

/** An address that programs guess, and where they find what they look for. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

export const REDIRECTS: readonly Redirect[] = [
  { from: 'favicon.ico', to: 'favicon.svg' },
  { from: 'sitemap.xml', to: 'sitemap-index.xml' },
];

/** The page for addresses that do not exist, below the base. */
export const MISSING = '404.html';
