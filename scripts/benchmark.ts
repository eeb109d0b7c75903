import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Measures the built site beside a Starlight site of like length, in one run, with a yardstick that knows neither: figures
// of different machines or runs do not compare. The yardstick is a folder made ready by its setup.sh.

interface Profile {
  readonly bytes: number;
  readonly requests: number;
  readonly lcp: number;
}

interface Part {
  readonly bytes: number;
  readonly requests: number;
}

interface Asked {
  readonly open: Part;
  readonly type: Part;
  readonly firstResultMs: number;
}

interface Search {
  readonly open: string | null;
  readonly input: string;
  readonly result: string;
  readonly queries: readonly string[];
}

interface Server {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

interface Yardstick {
  readonly serve: (folder: string) => Promise<Server>;
  readonly measurePage: (url: string, options: { runs: number }) => Promise<Readonly<Record<string, Profile>>>;
  readonly measureSearch: (
    server: Server,
    url: string,
    search: Search,
    options: { runs: number },
  ) => Promise<Readonly<Record<string, Readonly<Record<string, Asked>>>>>;
}

/** A built site to measure: its folder, a guidance page of it, and how its search is used. */
interface Site {
  readonly name: string;
  readonly folder: string;
  readonly page: string;
  readonly search: Search;
}

const RUNS = 3;
const folder = resolve(process.argv[2] ?? join(process.env.TMPDIR ?? '/tmp', 'measure'));
const sites: readonly Site[] = [
  {
    name: 'Partner Paths',
    folder: resolve('dist'),
    page: '/es/multipartner/',
    search: {
      open: null,
      input: 'form.search input',
      result: '.search [role=option]',
      queries: ['facturación', 'Azure'],
    },
  },
  {
    name: 'Starlight',
    folder: join(folder, 'starlight', 'dist'),
    page: '/es/multi-partner/',
    search: {
      open: 'site-search button[data-open-modal]',
      input: 'input.pagefind-ui__search-input',
      result: '.pagefind-ui__result-title .pagefind-ui__result-link',
      queries: ['facturación', 'Azure'],
    },
  },
];

const load = (name: string): Promise<Partial<Yardstick>> =>
  import(pathToFileURL(join(folder, name)).href).then((module: Partial<Yardstick>) => module);
const { serve, measurePage, measureSearch } = {
  ...(await load('lib/serve.mjs')),
  ...(await load('page.mjs')),
  ...(await load('search.mjs')),
};
if (serve === undefined || measurePage === undefined || measureSearch === undefined)
  throw new Error(`${folder} is no yardstick: run its setup.sh first`);

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (time: number) => `${Math.round(time)} ms`;

for (const { name, folder: built, page, search } of sites) {
  const server = await serve(built);
  const pages = await measurePage(server.origin + page, { runs: RUNS });
  const asked = await measureSearch(server, server.origin + page, search, { runs: RUNS });
  await server.close();
  console.log(`\n${name}, ${page}`);
  for (const [profile, { bytes, requests, lcp }] of Object.entries(pages))
    console.log(`  ${profile.padEnd(28)} ${kilobytes(bytes)} in ${requests} requests, LCP ${milliseconds(lcp)}`);
  for (const [query, profiles] of Object.entries(asked))
    for (const [profile, { open, type, firstResultMs }] of Object.entries(profiles))
      console.log(
        `  ${`search ${query}, ${profile}`.padEnd(28)} ${kilobytes(open.bytes)} on focus, ${kilobytes(type.bytes)} for the query, first result ${milliseconds(firstResultMs)}`,
      );
}
