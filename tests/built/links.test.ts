import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/config/locales.ts';
import { versionOf } from '../../src/lib/version.ts';
import { builtFiles } from './dist.ts';

// Every address of the site in any file of the build: in attributes that no link checker knows, in data for scripts and other
// programs, in scripts and style sheets. That the links of pages stay in their language is asked in reach.spec.ts.

const files = new Set(builtFiles().map((file) => file.slice('dist/'.length)));
const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');

/** The site's own address, as it names itself. */
const ORIGIN = new URL(/^Sitemap: (.+)$/m.exec(read('robots.txt'))?.[1] ?? '').origin;

/** Where a script finds the index of the full text: a folder without a page. */
const INDEX = 'pagefind/';

/** The file at an address below the host; that of a folder is its page. */
const fileAt = (pathname: string): string | undefined => {
  const path = decodeURIComponent(pathname).slice(1);
  return [path, path === INDEX ? `${path}pagefind.js` : `${path}index.html`].find((file) => files.has(file));
};

const idsOf = new Map<string, ReadonlySet<string>>();
const hasId = (file: string, id: string): boolean => {
  const known = idsOf.get(file) ?? new Set([...read(file).matchAll(/\sid="([^"]+)"/g)].map(([, one = '']) => one));
  idsOf.set(file, known);
  return known.has(id);
};

const verdicts = new Map<string, string | undefined>();

/** What is wrong with an address of the site, if anything is: no such file, no such place in it, or another content. */
function faultOf(address: string): string | undefined {
  if (verdicts.has(address)) return verdicts.get(address);
  const { pathname, hash, searchParams } = new URL(address, ORIGIN);
  const file = fileAt(pathname);
  // What follows `:~:` is text for the browser to find.
  const id = decodeURIComponent(hash.slice(1).split(':~:')[0] ?? '');
  const version = searchParams.get('v');
  const fault =
    file === undefined
      ? 'does not exist'
      : id !== '' && !hasId(file, id)
        ? 'has no such place'
        : version !== null && versionOf(read(file)) !== version
          ? 'is another version'
          : undefined;
  verdicts.set(address, fault);
  return fault;
}

const entities = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"');

const escaped = ORIGIN.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
/** The site named in full, and what is quoted and begins with a slash. */
const ADDRESS = new RegExp(String.raw`${escaped}(/[^\s"'<>()\\{]*)|["'](/(?!/)[^\s"'<>\\{]*)["']`, 'g');

/** The addresses in a text. Patterns for addresses, which have a star, are none. */
const addressesIn = (text: string): readonly string[] =>
  [...text.matchAll(ADDRESS)]
    .map(([, whole, quoted]) => entities(whole ?? quoted ?? ''))
    .filter((address) => !address.includes('*'));

const inKind = (...kinds: readonly string[]) => [...files].filter((file) => kinds.some((kind) => file.endsWith(kind)));
/** Pages as the service worker keeps them, and the index of the full text: made from the pages. */
const isCopy = (file: string) => /\/offline\/\w+\.\w+\.json$|^pagefind\//.test(file);
/** What a host is told names addresses that are none: it sends them on. */
const isForHost = (file: string) => file === 'staticwebapp.config.json';

/** How many faults a failure names: one fault of a component stands on a thousand pages. */
const NAMED = 20;

const faultsIn = (some: readonly string[], addresses: (file: string) => readonly string[]): readonly string[] =>
  some
    .flatMap((file) =>
      [...new Set(addresses(file))].flatMap((address) => {
        const fault = faultOf(address);
        return fault === undefined ? [] : [`${file}: ${address} ${fault}`];
      }),
    )
    .slice(0, NAMED);

describe('every address of the site leads to a file of the build, to the place it names, in the version it names', () => {
  test.each([
    ['pages, attributes and data for scripts included', inKind('.html')],
    ['Markdown twins', inKind('.md')],
    ['feeds, site maps and OpenSearch', inKind('.xml')],
    ['lists for programs', inKind('.txt')],
    ['data for scripts and programs', inKind('.json').filter((file) => !isCopy(file) && !isForHost(file))],
    ['pictures', inKind('.svg')],
  ])('in %s', (_, some) => {
    expect(some.length).toBeGreaterThan(0);
    expect(some.some((file) => addressesIn(read(file)).length > 0)).toBe(true);
    expect(faultsIn(some, (file) => addressesIn(read(file)))).toEqual([]);
  });

  test('in scripts and style sheets', () => {
    const some = [...inKind('.js', '.css')].filter((file) => !isCopy(file));
    const named = (file: string) => {
      const folder = `/${posix.dirname(file)}`;
      return [...read(file).matchAll(/["'(]((?:\.{1,2}\/|\/_astro\/)[\w./-]+\.(?:js|css|svg))["')]/g)].map(
        ([, address = '']) => posix.resolve(folder, address),
      );
    };
    expect(some.flatMap(named).length).toBeGreaterThan(10);
    expect(faultsIn(some, named)).toEqual([]);
  });
});

describe('what stays in its language', () => {
  /** The languages that a file of one language names besides its own. */
  const foreign = (file: string): readonly string[] => {
    const own = file.split('/')[0];
    return [
      ...new Set(
        addressesIn(read(file)).filter((address) => locales.some((id) => id !== own && address.startsWith(`/${id}/`))),
      ),
    ];
  };
  const inFolder = (file: string) => locales.some((locale) => file.startsWith(`${locale}/`));

  test.each([
    ['a Markdown twin', '.md'],
    ['a picture', '.svg'],
    ['a feed', 'changes.xml'],
    ['OpenSearch', 'opensearch.xml'],
    ['the file of search', 'search.json'],
    ['the file of the wizard', 'wizard.json'],
  ])('%s names no page of another language', (_, kind) => {
    const some = inKind(kind).filter(inFolder);
    expect(some.length).toBeGreaterThanOrEqual(locales.length);
    expect(some.flatMap((file) => foreign(file).map((address) => `${file}: ${address}`))).toEqual([]);
  });
});

describe('what names addresses in parts', () => {
  const faults = (addresses: readonly string[]): readonly string[] => {
    expect(addresses.length).toBeGreaterThan(0);
    return addresses.flatMap((address) => {
      const fault = faultOf(address);
      return fault === undefined ? [] : [`${address} ${fault}`];
    });
  };

  test.each(locales)('%s: each entry of search and each of its sections is a place of a page', (locale) => {
    const { entries } = z
      .object({
        entries: z.array(z.object({ path: z.string(), sections: z.array(z.object({ id: z.string() })).optional() })),
      })
      .parse(JSON.parse(read(`${locale}/search.json`)));
    const base = `/${locale}/`;
    const addresses = entries.flatMap(({ path, sections = [] }) => {
      const [page = '', id] = path.split('#');
      const address = page === '' ? base : `${base}${page}/`;
      return [id === undefined ? address : `${address}#${id}`, ...sections.map((one) => `${address}#${one.id}`)];
    });
    expect(faults(addresses)).toEqual([]);
  });

  test.each(locales)('%s: each page that a link can be explained as exists', (locale) => {
    const { pages } = z
      .object({ pages: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read(`${locale}/support.json`)));
    // Files for programs stand beside the languages or below one.
    const missing = Object.keys(pages).filter(
      (path) => ![`/${locale}/${path === '' ? '' : `${path}/`}`, `/${locale}/${path}`, `/${path}`].some(fileAt),
    );
    expect(Object.keys(pages).length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  test('each fact of facts.json stands at its anchor in its article, in every language', () => {
    const facts = z.record(z.string(), z.object({ page: z.string() })).parse(JSON.parse(read('facts.json')));
    const addresses = Object.entries(facts).flatMap(([id, { page }]) =>
      locales.map((locale) => `/${locale}/${page}/#${id}`),
    );
    expect(faults(addresses)).toEqual([]);
  });

  test('each path of decision.json is a result, and each result of published.json has its page', () => {
    const decision = z
      .object({ paths: z.record(z.string(), z.object({ outcome: z.string() })) })
      .parse(JSON.parse(read('decision.json')));
    const record = z
      .object({ results: z.record(z.string(), z.array(z.object({ outcome: z.string() }))) })
      .parse(JSON.parse(read('published.json')));
    const paths = [
      ...Object.entries(decision.paths).map(([path, { outcome }]) => `${path}/${outcome}`),
      ...Object.entries(record.results).flatMap(([path, all]) => all.map(({ outcome }) => `${path}/${outcome}`)),
    ];
    const addresses = paths.flatMap((path) => ['', ...locales].map((locale) => `/${locale}/wizard/${path}/`));
    expect(faults(addresses.map((address) => address.replace('//', '/')))).toEqual([]);
  });

  test('the service worker keeps files as they are in the build', () => {
    const entry = z.object({ address: z.string(), digest: z.string() });
    const manifest = z.object({
      files: z.array(entry),
      languages: z.record(z.string(), z.object({ files: z.array(entry), reading: entry, wizard: entry })),
    });
    const { files: shared, languages } = manifest.parse(
      JSON.parse(/^const MANIFEST=(.*);$/m.exec(read('sw.js'))?.[1] ?? ''),
    );
    expect(Object.keys(languages)).toEqual([...locales]);
    const all = [
      ...shared,
      ...Object.values(languages).flatMap(({ files: own, reading, wizard }) => [...own, reading, wizard]),
    ];
    const changed = all.filter(({ address, digest }) => {
      const file = fileAt(new URL(address, ORIGIN).pathname);
      return file === undefined || versionOf(read(file)) !== digest;
    });
    expect(changed).toEqual([]);
    const scripts = [...files].filter((file) => file.startsWith('_astro/')).map((file) => `/${file}`);
    expect(shared.map(({ address }) => address).toSorted()).toEqual(scripts.toSorted());
  });
});
