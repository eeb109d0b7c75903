import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'astro/zod';
import { parse } from 'csv-parse/sync';
import { DmnModdle } from 'dmn-moddle';
import { articleSlugs } from '../../src/config/articles.ts';
import { PAGES } from '../../src/config/site.ts';
import { holds } from '../../src/eligibility/table.ts';
import { stepsAlong } from '../../src/eligibility/tree.ts';
import { formatDate } from '../../src/lib/dates.ts';
import { builtFile, builtPage, builtPages, decode, hasFile, mainOf, servedFacts, tagsOf, textOf } from './built.ts';
import {
  allResults,
  content,
  expect,
  fill,
  locales,
  LOCALES,
  outcomeWords,
  resultAddress,
  shown,
  test,
  tree,
  words,
  type Locale,
} from './support.ts';

// What other programs read: Markdown twins, llms.txt, site map, OpenSearch, JSON-LD, and the files of the table.

const facts = servedFacts();
const outcomes = Object.keys(content.outcomes);
const robots = builtFile('robots.txt');

/** The host as the site names itself. */
const { origin: ROOT } = new URL(/^Sitemap: (.+)$/m.exec(robots)?.[1] ?? 'http://robots.txt.names.no.site.map');

const sitemapAddresses = (xml: string) =>
  [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => decode(address));

/** A twin as it reads once Markdown is taken for what it is: without the signs that keep text from being Markdown. */
const unescaped = (markdown: string): string => shown(markdown.replaceAll(/\\([*_`<])/g, '$1'));

const twinOf = (address: string): string => builtFile(`${address}index.md`);

/** The addresses that a Markdown text links to. */
const linksOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+)\)|(?<!\\)<(https?:[^>\s]+)>/g)].map(([, inline, bare]) => inline ?? bare ?? '');

const known = new Map<string, boolean>();

/** Whether a link leads to a file of the build and, where it names a place on a page, to that place. */
function leadsSomewhere(link: string): boolean {
  const before = known.get(link);
  if (before !== undefined) return before;
  const { origin, pathname, hash } = new URL(link);
  const address = decodeURIComponent(pathname);
  const page = builtPages().get(address);
  const leads =
    origin === ROOT &&
    (page === undefined ? hasFile(address) : hash === '' || page.ids.has(decodeURIComponent(hash.slice(1))));
  known.set(link, leads);
  return leads;
}

/** The links of a text to this site that lead nowhere. */
const lostLinks = (markdown: string): readonly string[] =>
  linksOf(markdown).filter((link) => (link.startsWith('http') ? link.startsWith(ROOT) : true) && !leadsSomewhere(link));

/** A page with a twin: its address in a language and without one, its title, and what its twin must say. */
interface Twinned {
  readonly address: string;
  readonly neutral: string;
  readonly title: string;
  readonly says: readonly string[];
}

const articlePages = (locale: Locale): readonly Twinned[] =>
  articleSlugs.map((slug) => {
    const article = content.articles[locale].get(slug);
    const stated = [...(article?.facts.map(({ id }) => id) ?? []), ...(article?.quotes.map(({ fact }) => fact) ?? [])];
    return {
      address: `/${locale}/${slug}/`,
      neutral: `/${slug}/`,
      title: article?.title ?? slug,
      says: stated.map((id) => facts[id]?.text[locale] ?? id),
    };
  });

const outcomePages = (locale: Locale): readonly Twinned[] =>
  outcomes.map((id) => {
    const { title, path, steps, reasons } = outcomeWords(locale, id);
    return {
      address: `/${locale}/outcomes/${id}/`,
      neutral: `/outcomes/${id}/`,
      title,
      says: [path, ...Object.values(steps), ...Object.values(reasons)],
    };
  });

const resultPages = (locale: Locale): readonly Twinned[] =>
  allResults.map((result) => {
    const { path, node } = result;
    const answers = Object.fromEntries(stepsAlong(tree, path).map(({ question, answer }) => [question, answer]));
    const text = outcomeWords(locale, node.outcome);
    const { steps = [], reasons = [] } = content.outcomes[node.outcome] ?? {};
    const told = (part: 'steps' | 'reasons', items: typeof steps) =>
      items.flatMap(({ id, when }) => (holds(when ?? {}, answers) ? [text[part][id] ?? id] : []));
    return {
      address: resultAddress(locale, result),
      neutral: `/${['wizard', ...path, node.outcome].join('/')}/`,
      title: text.title,
      says: [text.path, ...told('steps', steps), ...told('reasons', reasons)],
    };
  });

for (const locale of locales) {
  for (const [kind, list] of [
    ['article', articlePages(locale)],
    ['outcome', outcomePages(locale)],
    ['result', resultPages(locale)],
  ] as const) {
    test(`${locale}: every ${kind} has beside it a Markdown twin that it links to`, () => {
      for (const { address } of list) {
        const links = builtPage(address).tags.filter(
          ({ name, attributes }) => name === 'link' && attributes['type'] === 'text/markdown',
        );
        expect(links.map(({ attributes }) => [attributes['rel'], attributes['href']])).toEqual([
          ['alternate', `${address}index.md`],
        ]);
        expect(hasFile(`${address}index.md`), address).toBe(true);
      }
    });

    test(`${locale}: the twin of every ${kind} says its title, its link without a language, and what the page says`, () => {
      for (const { address, neutral, title, says } of list) {
        const twin = twinOf(address);
        const text = unescaped(twin);
        expect(unescaped(twin.slice(0, twin.indexOf('\n'))), address).toBe(`# ${shown(title)}`);
        expect(twin.split('\n'), address).toContain(`<${ROOT}${neutral}>`);
        expect(
          says.filter((sentence) => !text.includes(shown(sentence))),
          address,
        ).toEqual([]);
      }
    });

    test(`${locale}: the twin of every ${kind} is Markdown without tags, gaps or things that are no text`, () => {
      for (const { address } of list) {
        const twin = twinOf(address);
        // A sign "<" begins an address or is kept from beginning a tag.
        expect(/(?<!\\)<(?!https?:\/\/)[^\n]{0,40}/.exec(twin)?.[0], address).toBeUndefined();
        expect(
          /\bundefined\b|\[object [A-Z][a-z]|\bNaN\b|\bnull\b|\{[^}\n]*\}|^import /m.exec(twin)?.[0],
          address,
        ).toBeUndefined();
      }
    });

    test(`${locale}: every link in the twin of every ${kind} leads to a page, a place on it, or a file`, () => {
      for (const { address } of list) {
        const twin = twinOf(address);
        expect(linksOf(twin).length, address).toBeGreaterThan(0);
        expect(lostLinks(twin), address).toEqual([]);
      }
    });
  }

  test(`${locale}: the home page links to an OpenSearch description with the address of search in this language`, async ({
    page,
  }) => {
    const [link] = builtPage(`/${locale}/`).tags.filter(({ attributes }) => attributes['rel'] === 'search');
    expect(link?.attributes).toMatchObject({
      type: 'application/opensearchdescription+xml',
      href: `/${locale}/opensearch.xml`,
    });
    const described = await page.evaluate(
      (xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        const text = (name: string) => parsed.getElementsByTagName(name)[0]?.textContent;
        return {
          broken: parsed.getElementsByTagName('parsererror').length,
          root: parsed.documentElement.tagName,
          namespace: parsed.documentElement.namespaceURI,
          name: text('ShortName'),
          language: text('Language'),
          image: text('Image'),
          addresses: [...parsed.getElementsByTagName('Url')].map((each) => [
            each.getAttribute('type'),
            each.getAttribute('template'),
          ]),
        };
      },
      builtFile(`${locale}/opensearch.xml`),
    );
    expect(described).toEqual({
      broken: 0,
      root: 'OpenSearchDescription',
      namespace: 'http://a9.com/-/spec/opensearch/1.1/',
      name: 'Partner Paths',
      language: LOCALES[locale].lang,
      image: `${ROOT}/favicon.svg`,
      addresses: [['text/html', `${ROOT}/${locale}/search/?q={searchTerms}`]],
    });
    expect(builtPage(`/${locale}/search/`).tags).not.toEqual([]);
    expect(hasFile('favicon.svg')).toBe(true);
  });
}

test.describe('llms.txt', () => {
  const llms = builtFile('llms.txt');

  test('lists the twin of every article and every outcome in every language, by its title', () => {
    for (const locale of locales)
      for (const { address, title } of [...articlePages(locale), ...outcomePages(locale)])
        expect(unescaped(llms)).toContain(`[${shown(title)}](${ROOT}${address}index.md): `);
  });

  test('begins as llmstxt.org asks: a heading, a summary, then lists of links that lead to files', () => {
    expect(llms).toMatch(/^# Partner Paths\n\n> \S/);
    expect(llms.match(/^## .+$/gm)).toHaveLength(1 + locales.length);
    expect(linksOf(llms).length).toBeGreaterThan(locales.length * (articleSlugs.length + outcomes.length));
    expect(linksOf(llms).filter((link) => !leadsSomewhere(link))).toEqual([]);
    for (const file of ['decision.json', 'decision.csv', 'decision.dmn', 'facts.json', 'published.json'])
      expect(linksOf(llms)).toContain(`${ROOT}/${file}`);
    expect(/\bundefined\b|\[object [A-Z][a-z]|\{[^}\n]*\}/.exec(llms)?.[0]).toBeUndefined();
  });
});

test.describe('the site map', () => {
  const parts = sitemapAddresses(builtFile('sitemap-index.xml'));
  const entries = parts.flatMap((part) =>
    [...builtFile(new URL(part).pathname).matchAll(/<url>([\s\S]*?)<\/url>/g)].map(([, entry = '']) => ({
      address: sitemapAddresses(entry)[0] ?? '',
      alternates: Object.fromEntries(
        tagsOf(entry.replaceAll('xhtml:link', 'link')).flatMap(({ attributes }) =>
          attributes['hreflang'] === undefined ? [] : [[attributes['hreflang'], attributes['href'] ?? '']],
        ),
      ),
    })),
  );
  const listed = new Set(entries.map(({ address }) => address));

  test('is named by robots.txt, which keeps nobody out, and has parts that exist', () => {
    expect(robots.split('\n')).toContain(`Sitemap: ${ROOT}/sitemap-index.xml`);
    expect(robots).not.toContain('Disallow');
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !leadsSomewhere(part))).toEqual([]);
    expect(listed.size).toBe(entries.length);
  });

  test('lists in every language the home page, guidance, outcomes, reference and the first question, and nothing else', () => {
    const expected = ['', ...articleSlugs, 'outcomes', ...outcomes.map((id) => `outcomes/${id}`), 'wizard', ...PAGES]
      .filter((path) => path !== 'search')
      .flatMap((path) => locales.map((locale) => `${ROOT}/${locale}/${path === '' ? '' : `${path}/`}`));
    expect([...listed].toSorted()).toEqual(expected.toSorted());
  });

  test('lists only pages that exist, may be listed, name themselves so, and send nobody on', () => {
    for (const address of listed) {
      const page = builtPage(new URL(address).pathname);
      const robotsTags = page.tags.filter(({ attributes }) => attributes['name'] === 'robots');
      expect(robotsTags, address).toEqual([]);
      expect(
        page.tags.filter(({ attributes }) => attributes['http-equiv'] === 'refresh'),
        address,
      ).toEqual([]);
      const canonical = page.tags.find(({ attributes }) => attributes['rel'] === 'canonical');
      expect(canonical?.attributes['href']).toBe(address);
    }
  });

  test('lists no result, no question but the first, and no page without a language', () => {
    for (const address of listed) {
      const { pathname } = new URL(address);
      const kind = mainOf(builtPage(pathname))['data-page'];
      expect(kind, address).not.toBe('result');
      if (kind === 'question') expect(pathname).toMatch(/^\/[^/]+\/wizard\/$/);
      expect(
        locales.some((locale) => pathname.startsWith(`/${locale}/`)),
        address,
      ).toBe(true);
    }
  });

  test('names for each page its four languages and the address without one, as the page itself does', () => {
    for (const { address, alternates } of entries) {
      const rest = new URL(address).pathname.replace(/^\/[^/]+\//, '');
      const expected = {
        'x-default': `${ROOT}/${rest}`,
        ...Object.fromEntries(locales.map((locale) => [LOCALES[locale].lang, `${ROOT}/${locale}/${rest}`])),
      };
      expect(alternates, address).toEqual(expected);
      const { tags } = builtPage(new URL(address).pathname);
      const own = tags.filter(({ name, attributes }) => name === 'link' && attributes['hreflang'] !== undefined);
      expect(
        Object.fromEntries(own.map(({ attributes }) => [attributes['hreflang'], attributes['href']])),
        address,
      ).toEqual(expected);
      for (const other of Object.values(alternates)) expect(leadsSomewhere(other), other).toBe(true);
    }
  });

  test('is reciprocal: each language of a page names all the others', () => {
    const named = new Map(entries.map(({ address, alternates }) => [address, alternates]));
    for (const { alternates } of entries)
      for (const [lang, address] of Object.entries(alternates))
        if (lang !== 'x-default') expect(named.get(address), address).toEqual(alternates);
  });
});

test('every file of XML is well-formed: site map, feeds, OpenSearch, pictures, DMN', async ({ page }) => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:xml|svg|dmn)$/.test(file));
  expect(files.length).toBeGreaterThan(25);
  const broken = await page.evaluate(
    (texts) =>
      texts
        .filter(([, text]) => {
          const { documentElement } = new DOMParser().parseFromString(text, 'application/xml');
          return documentElement.querySelector('parsererror') !== null || documentElement.namespaceURI === null;
        })
        .map(([file]) => file),
    files.map((file) => [file, builtFile(file)] as const),
  );
  expect(broken).toEqual([]);
});

const linkedData = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.string(),
  inLanguage: z.string(),
});
const article = linkedData.extend({
  '@type': z.literal('TechArticle'),
  headline: z.string(),
  dateModified: z.iso.date(),
});
const webSite = linkedData.extend({
  '@type': z.literal('WebSite'),
  name: z.string(),
  description: z.string(),
  url: z.string(),
  potentialAction: z.object({ '@type': z.literal('SearchAction'), target: z.string(), 'query-input': z.string() }),
});
const termSet = linkedData.extend({
  '@type': z.literal('DefinedTermSet'),
  name: z.string(),
  url: z.string(),
  hasDefinedTerm: z.array(z.object({ '@id': z.string(), name: z.string() })),
});

/** The data for search engines in a page. */
const dataIn = (html: string): readonly unknown[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json = '']): unknown =>
    JSON.parse(json),
  );

const headingOf = (html: string) => shown(textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''));
const bodyOf = (html: string) =>
  shown(textOf(html.replace(/^[\s\S]*<\/head>/, '').replaceAll(/<script\b[\s\S]*?<\/script>/g, '')));

test.describe('JSON-LD', () => {
  test('stands in articles, home pages and glossaries, once each, in the language of the page', () => {
    const pages = [...builtPages().values()].filter(({ html }) => dataIn(html).length > 0);
    const expected = locales.flatMap((locale) =>
      ['', 'glossary/', ...articleSlugs.map((slug) => `${slug}/`)].map((path) => `/${locale}/${path}`),
    );
    expect(pages.map(({ address }) => address).toSorted()).toEqual(expected.toSorted());
    for (const { address, html, tags } of pages) {
      const [data, ...others] = dataIn(html);
      expect(others, address).toEqual([]);
      const lang = tags.find(({ name }) => name === 'html')?.attributes['lang'];
      expect(linkedData.parse(data).inLanguage, address).toBe(lang);
    }
  });

  for (const locale of locales) {
    test(`${locale}: says of each article the title and the date that the page shows`, () => {
      for (const slug of articleSlugs) {
        const { html, address } = builtPage(`/${locale}/${slug}/`);
        const { headline, dateModified } = article.parse(dataIn(html)[0]);
        expect(shown(headline), address).toBe(headingOf(html));
        const { written } = words(locale).interface.article;
        expect(bodyOf(html), address).toContain(shown(fill(written, { date: formatDate(locale, dateModified) })));
      }
    });

    test(`${locale}: says of the site its name, what it is for and how it is searched`, () => {
      const { html, tags } = builtPage(`/${locale}/`);
      const { name, description, url, potentialAction } = webSite.parse(dataIn(html)[0]);
      expect(textOf(/<a class="brand"[\s\S]*?<\/a>/.exec(html)?.[0] ?? '')).toBe(name);
      expect(tags.find(({ attributes }) => attributes['name'] === 'description')?.attributes['content']).toBe(
        description,
      );
      expect(url).toBe(`${ROOT}/${locale}/`);
      expect(potentialAction.target).toBe(`${ROOT}/${locale}/search/?q={query}`);
      expect(potentialAction['query-input']).toContain('name=query');
    });

    test(`${locale}: says of the glossary every term, at its place on the page`, () => {
      const { html, ids } = builtPage(`/${locale}/glossary/`);
      const { name, url, hasDefinedTerm } = termSet.parse(dataIn(html)[0]);
      expect(shown(name)).toBe(headingOf(html));
      expect(url).toBe(`${ROOT}/${locale}/glossary/`);
      expect(hasDefinedTerm).toHaveLength(Object.keys(words(locale).glossary.terms).length);
      const body = bodyOf(html);
      for (const { '@id': id, name: term } of hasDefinedTerm) {
        expect(ids.has(id.replace('#', '')), id).toBe(true);
        expect(body, id).toContain(shown(term));
      }
    });
  }
});

test.describe('the files of the table', () => {
  test('decision.dmn is DMN that a program reads without a warning', async () => {
    const { rootElement, warnings } = await new DmnModdle().fromXML(builtFile('decision.dmn'));
    expect(warnings).toEqual([]);
    expect(rootElement.$type).toBe('dmn:Definitions');
    expect(rootElement['drgElement']).not.toEqual([]);
  });

  test('decision.csv has a line for every row of the table, and a column for every question', () => {
    const [header = [], ...lines] = parse(builtFile('decision.csv'));
    expect(header).toEqual(['row', ...content.table.order, 'outcome', 'notes', 'facts']);
    expect(lines.map(([row]) => row)).toEqual(content.table.rows.map(({ row }) => row));
  });

  for (const [file, schema] of [
    ['decision.json', 'decision'],
    ['facts.json', 'facts'],
    ['published.json', 'published'],
    ...locales.flatMap((locale) => [
      [`${locale}/wizard.json`, 'wizard'] as const,
      [`${locale}/search.json`, 'search'] as const,
      [`${locale}/support.json`, 'support'] as const,
    ]),
  ] as const)
    test(`${file} has the form that /schemas/${schema}.json gives`, () => {
      const form: unknown = JSON.parse(builtFile(`schemas/${schema}.json`));
      if (typeof form !== 'object' || form === null) throw new TypeError('the schema is no object');
      const validate = new Ajv2020().compile(form);
      validate(JSON.parse(builtFile(file)));
      expect(validate.errors ?? []).toEqual([]);
    });
});
