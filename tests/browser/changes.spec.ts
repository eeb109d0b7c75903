import { articleSlugs, type ArticleSlug } from '../../src/config/articles.ts';
import {
  builtFile,
  builtPage,
  builtPages,
  decode,
  hasFile,
  mainOf,
  sentencesOf,
  servedFacts,
  tagsOf,
  textOf,
} from './built.ts';
import { content, expect, fill, locales, LOCALES, shown, test, words, type Locale } from './support.ts';
import type { Page } from '@playwright/test';

const facts = servedFacts();

type Certainty = 'microsoft' | 'copy' | 'partner';

/** Since when a rule holds, between which dates sources put it, when it was changed, or of when the material is. */
type Kind = 'since' | 'between' | 'changed' | 'documented';

/** The newer facts that have a date, the newest first, with what the ledger says about the time, and how surely each is known. */
const dated: readonly (readonly [string, Kind, string, Certainty])[] = [
  ['newer.ea-billing-ownership', 'changed', 'August 2026', 'microsoft'],
  ['newer.extended-service-term', 'since', '4 May 2026', 'copy'],
  ['newer.previous-partner-keeps-rbac', 'documented', '29 December 2025', 'microsoft'],
  ['newer.ea-narrowing', 'since', 'January 2025', 'partner'],
  ['newer.license-transfer-between-partners', 'since', '2024', 'microsoft'],
  ['newer.dap-not-with-relationship', 'between', 'September – November 2023', 'partner'],
  ['newer.gdap-replaces-dap', 'since', 'May 2023', 'microsoft'],
  ['newer.azure-leaving-csp', 'documented', '29 March 2023', 'microsoft'],
  ['newer.azure-legacy-only', 'documented', '25 October 2022', 'microsoft'],
  ['newer.open-license-retired', 'since', '1 January 2022', 'microsoft'],
  ['newer.germany-closed', 'since', '29 October 2021', 'microsoft'],
  ['newer.advisor-legacy', 'documented', '13 May 2021', 'microsoft'],
  ['21v.mccl-is-not-21v', 'documented', 'May 2021', 'microsoft'],
];

/** Those for which no source gives a date, in the order of the ledger. */
const undated: readonly (readonly [string, Certainty])[] = [
  ['gov.request-api-listed', 'microsoft'],
  ['newer.multi-partner-two-steps', 'copy'],
  ['newer.gdap-not-us-gov', 'copy'],
  ['newer.gdap-lifetime', 'microsoft'],
  ['newer.gdap-no-ea', 'microsoft'],
  ['newer.request-gov-still-dap', 'microsoft'],
  ['newer.multi-channel-rewritten', 'copy'],
  ['newer.transfer-both-partners-agree', 'microsoft'],
  ['newer.transfer-keeps-term', 'partner'],
  ['newer.nce-seven-day-cancel', 'microsoft'],
  ['newer.relationship-does-not-block', 'microsoft'],
  ['newer.channel-transfer-ea', 'copy'],
  ['newer.azure-resource-move', 'microsoft'],
  ['newer.syndication-unknown', 'copy'],
  ['newer.gov-customer-starts', 'partner'],
];

const order = [...dated.map(([id]) => id), ...undated.map(([id]) => id)];
const certaintyOf = new Map<string, Certainty>([
  ...dated.map(([id, , , certainty]) => [id, certainty] as const),
  ...undated,
]);

/** Those for which Microsoft has no current public page. */
const withoutPage = [
  '21v.mccl-is-not-21v',
  'newer.germany-closed',
  'newer.open-license-retired',
  'newer.advisor-legacy',
  'newer.ea-narrowing',
];

/** The language segment of Microsoft's addresses. */
const MICROSOFT = { en: 'en-us', es: 'es-es', ru: 'ru-ru', 'pt-br': 'pt-br' } as const;

/** The article that states a fact. */
const articleOf = (id: string): ArticleSlug => {
  const slug = articleSlugs.find((one) => one === facts[id]?.page);
  if (slug === undefined) throw new Error(`${id} has no article`);
  return slug;
};

const changesAddress = (locale: Locale) => `/${locale}/changes/`;

/** The sections of the page, each a newer fact: its id and its HTML. */
const sectionsOf = (locale: Locale): readonly (readonly [string, string])[] =>
  [
    ...builtPage(changesAddress(locale)).html.matchAll(/<section class="change" id="([^"]+)">([\s\S]*?)<\/section>/g),
  ].map(([, id = '', html = '']) => [id, html]);

const headingOf = (html: string) => shown(textOf(/<h[23]>([\s\S]*?)<\/h[23]>/.exec(html)?.[1] ?? ''));

/** Since when each newer fact holds, or of when the material is, in words: for those with a date their heading says it. */
const headings = (locale: Locale): ReadonlyMap<string, string> => {
  const without = new Set(undated.map(([id]) => id));
  return new Map(
    sectionsOf(locale).map(([id, html]) => [
      id,
      without.has(id) ? shown(words(locale).interface.newer.undated) : headingOf(html),
    ]),
  );
};

/** What stands beside a newer fact: its words and the addresses it links to. */
const notice = (after: string) => {
  const html = /<small class="newer"[^>]*>([\s\S]*?)<\/small>/.exec(after)?.[1] ?? '';
  return {
    text: shown(textOf(html)),
    links: tagsOf(html).flatMap(({ name, attributes }) => (name === 'a' ? (attributes['href'] ?? []) : [])),
  };
};

/**
 * What must stand there: the date, how surely it is known, and Microsoft's current page, where one is known.
 * @param when the date in words; on /changes/ itself it stands in the heading, and there is no link to the page itself
 */
function expectedNotice(locale: Locale, id: string, when?: string) {
  const { newer } = words(locale).interface;
  const certainty = certaintyOf.get(id);
  if (certainty === undefined) throw new Error(`${id} is no newer fact`);
  const current = withoutPage.includes(id) ? undefined : content.newer.get(id)?.current;
  const text = [when, newer.certainty[certainty], ...(current === undefined ? [] : [newer.current])]
    .filter((part) => part !== undefined)
    .join(' · ');
  const links = [
    ...(when === undefined ? [] : [`${changesAddress(locale)}#${id}`]),
    ...(current === undefined ? [] : [`https://learn.microsoft.com/${MICROSOFT[locale]}/${current}`]),
  ];
  return { text: shown(text), links };
}

test('the newer facts of the ledger are 28, and these', () => {
  const newer = Object.entries(facts).flatMap(([id, { layer }]) => (layer === 'newer' ? [id] : []));
  expect(newer).toHaveLength(28);
  expect(order.toSorted()).toEqual(newer.toSorted());
});

for (const locale of locales) {
  test(`${locale}: /changes/ tells the 28 newer facts, those with a date the newest first, then the others`, async ({
    page,
  }) => {
    await page.goto(changesAddress(locale));
    const sections = page.locator('main section.change');
    await expect(sections).toHaveCount(28);
    expect(await sections.evaluateAll((all) => all.map(({ id }) => id))).toEqual(order);
    const { changes } = words(locale).interface;
    const divider = page.getByRole('heading', { level: 2, name: changes.undated, exact: true });
    const afterDivider = await divider.evaluate(
      (heading) =>
        [...document.querySelectorAll('section.change')].filter(
          (section) => heading.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING,
        ).length,
    );
    expect(afterDivider).toBe(undated.length);
    const said = new Map(sectionsOf(locale).map(([id, html]) => [id, headingOf(html)]));
    // Below the heading that says it for all, each without a date is headed by its article.
    for (const [id] of undated)
      expect.soft(said.get(id), id).toBe(shown(content.articles[locale].get(articleOf(id))?.title ?? 'no article'));
    for (const [id, , date] of dated) {
      const [year = 'no year'] = /\d{4}$/.exec(date) ?? [];
      expect.soft(said.get(id), id).toContain(year);
    }
  });

  test(`${locale}: /changes/ says of each its sentence, certainty, Microsoft’s page, its article and where it was read`, () => {
    for (const [id, html] of sectionsOf(locale)) {
      const [sentence] = sentencesOf({ html });
      expect.soft(sentence?.text, id).toBe(facts[id]?.text[locale]);
      expect.soft(notice(html), id).toEqual(expectedNotice(locale, id));
      const links = tagsOf(html).flatMap(({ attributes }) => attributes['href'] ?? []);
      expect.soft(links, id).toContain(`/${locale}/${articleOf(id)}/#${id}`);
      // The documented rules it concerns are those whose entry in the ledger names it.
      const concerned = [...content.facts.values()].filter(
        (fact) => fact.layer !== 'newer' && fact.newer?.includes(`\`${id}\``) === true,
      );
      for (const rule of concerned) expect.soft(links, id).toContain(`/${locale}/${articleOf(rule.id)}/#${rule.id}`);
      const shownWith = content.table.today.filter((entry) => entry.facts.includes(id));
      for (const outcome of shownWith.flatMap(({ outcomes }) => outcomes))
        expect.soft(links, id).toContain(`/${locale}/outcomes/${outcome}/#today`);
      const read = (content.newer.get(id)?.sources ?? []).flatMap((code) => content.newerSources[code] ?? []);
      for (const { where } of read) expect.soft(shown(textOf(html)), id).toContain(shown(where));
    }
  });
}

test('the headings say the dates of the ledger', () => {
  const dates = headings('en');
  for (const [id, kind, date] of dated)
    expect.soft(dates.get(id), id).toBe(shown(fill(words('en').interface.newer[kind], { date })));
});

for (const [locale, germany, billing] of [
  ['es', '29 de octubre de 2021', 'agosto de 2026'],
  ['ru', '29 октября 2021', 'август 2026'],
  ['pt-br', '29 de outubro de 2021', 'agosto de 2026'],
] as const)
  test(`${locale}: dates are written as the language writes them`, () => {
    const dates = headings(locale);
    const { since, changed } = words(locale).interface.newer;
    expect(dates.get('newer.germany-closed')).toBe(shown(fill(since, { date: germany })));
    expect(dates.get('newer.ea-billing-ownership')).toBe(shown(fill(changed, { date: billing })));
  });

test('a link to a newer fact on /changes/ shows it', async ({ page }) => {
  await page.goto('/ru/changes/#newer.nce-seven-day-cancel');
  await expect(page.locator('[id="newer.nce-seven-day-cancel"] [data-fact]')).toBeInViewport();
});

for (const locale of locales) {
  test(`${locale}: wherever guidance, outcomes and results tell a newer fact, date, certainty and Microsoft’s page stand by it`, () => {
    const dates = headings(locale);
    const told = { article: 0, outcome: 0, result: 0 };
    const faults: string[] = [];
    for (const page of builtPages().values()) {
      const kind = mainOf(page)['data-page'];
      if (!page.address.startsWith(`/${locale}/`)) continue;
      if (kind !== 'article' && kind !== 'outcome' && kind !== 'result') continue;
      for (const { id, after, element } of sentencesOf(page)) {
        // What separates two outcomes is quoted in passing; the list below has it too.
        if (element === 'q') continue;
        const found = notice(after);
        if (facts[id]?.layer !== 'newer') {
          if (found.text !== '') faults.push(`${page.address}: ${id} is documented, but has "${found.text}"`);
          continue;
        }
        told[kind]++;
        const expected = expectedNotice(locale, id, dates.get(id) ?? 'no date');
        if (found.text !== expected.text || found.links.join(' ') !== expected.links.join(' '))
          faults.push(`${page.address}: ${id} has "${found.text}" (${found.links.join(' ')})`);
      }
    }
    expect(faults).toEqual([]);
    // All 28 have their home in an article; some are quoted in others.
    expect(told.article).toBeGreaterThanOrEqual(28);
    expect(told.outcome).toBeGreaterThan(10);
    expect(told.result).toBeGreaterThan(100);
  });

  test(`${locale}: articles tell what is newer under Today or in a note, and nothing documented under Today`, async ({
    page,
  }) => {
    const under: string[] = [];
    for (const slug of articleSlugs) {
      await page.goto(`/${locale}/${slug}/`);
      const places = await page.locator('main [data-fact]').evaluateAll((all) =>
        all.map((sentence) => ({
          id: sentence.getAttribute('data-fact') ?? '',
          today: sentence.closest('.today') !== null,
          note: sentence.closest('.disagreement') !== null,
        })),
      );
      for (const { id, today, note } of places) {
        const newer = facts[id]?.layer === 'newer';
        if (newer) under.push(id);
        expect.soft(newer ? today || note : !today, `/${locale}/${slug}/: ${id}`).toBe(true);
      }
      const heading = page.locator('h2#today');
      await expect(heading).toHaveCount(places.some(({ today }) => today) ? 1 : 0);
    }
    expect([...new Set(under)].toSorted()).toEqual(order.toSorted());
  });
}

const ATOM = 'http://www.w3.org/2005/Atom';
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An element of a feed: its name, namespace, attributes and text, with those inside it. */
interface Node {
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Node[];
}

/** A feed as an XML parser reads it. Throws where it is not well-formed. */
async function parseFeed(page: Page, xml: string): Promise<Node> {
  // An empty page has no policy that keeps markup from being read from a string.
  const empty = await page.context().newPage();
  const feed = await empty.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'application/xml');
    const fault = parsed.querySelector('parsererror');
    if (fault !== null) throw new Error(fault.textContent);
    const read = (element: Element): Node => ({
      name: element.localName,
      namespace: element.namespaceURI,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: element.children.length === 0 ? element.textContent : '',
      children: [...element.children].map(read),
    });
    return read(parsed.documentElement);
  }, xml);
  await empty.close();
  return feed;
}

const inside = ({ children }: Node, name: string): readonly Node[] => children.filter((child) => child.name === name);
const texts = (node: Node, name: string): readonly string[] => inside(node, name).map(({ text }) => text);
const linkOf = (node: Node, rel: string): readonly string[] =>
  inside(node, 'link').flatMap(({ attributes }) => (attributes['rel'] === rel ? (attributes['href'] ?? []) : []));

for (const locale of locales)
  test(`${locale}: the Atom feed is well-formed, has what RFC 4287 asks for, and its links resolve`, async ({
    page,
  }) => {
    await page.goto(changesAddress(locale));
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    const { origin } = new URL(canonical ?? '');
    const address = `/${locale}/changes.xml`;
    const alternate = page.locator('link[rel="alternate"][type="application/atom+xml"]');
    await expect(alternate).toHaveAttribute('href', address);
    await expect(
      page.getByRole('main').getByRole('link', { name: words(locale).interface.changes.feedText }),
    ).toHaveAttribute('href', address);

    const feed = await parseFeed(page, builtFile(address));
    expect([feed.name, feed.namespace]).toEqual(['feed', ATOM]);
    expect(feed.attributes['xml:lang']).toBe(LOCALES[locale].lang);
    for (const name of ['id', 'title', 'updated']) expect.soft(inside(feed, name), name).toHaveLength(1);
    expect(texts(feed, 'title')[0]).toContain(words(locale).interface.changes.title);
    expect(inside(feed, 'author').flatMap((author) => texts(author, 'name'))).toEqual(['Partner Paths']);
    expect(linkOf(feed, 'self')).toEqual([`${origin}${address}`]);
    expect(linkOf(feed, 'alternate')).toEqual([canonical]);

    const entries = inside(feed, 'entry');
    expect(entries).toHaveLength(28);
    const dates = headings(locale);
    const [changed = ''] = texts(feed, 'updated');
    for (const [place, entry] of entries.entries()) {
      const id = order[place] ?? '';
      for (const name of ['id', 'title', 'updated', 'content'])
        expect.soft(inside(entry, name), `${id}: ${name}`).toHaveLength(1);
      expect.soft(inside(entry, 'published').length, id).toBeLessThanOrEqual(1);
      const [updated = '', published = updated] = [...texts(entry, 'updated'), ...texts(entry, 'published')];
      for (const date of [changed, updated, published]) expect.soft(date, id).toMatch(DATE);
      expect.soft(Date.parse(updated), id).toBeLessThanOrEqual(Date.parse(changed));
      expect.soft(shown(texts(entry, 'title')[0] ?? ''), id).toContain(dates.get(id));
      expect.soft(texts(entry, 'content')[0], id).toContain(facts[id]?.text[locale]);
      const certainty = certaintyOf.get(id) ?? 'microsoft';
      expect.soft(texts(entry, 'content')[0], id).toContain(words(locale).interface.newer.certainty[certainty]);
      expect.soft(linkOf(entry, 'alternate'), id).toEqual([`${origin}${changesAddress(locale)}#${id}`]);
      expect.soft(linkOf(entry, 'related'), id).toEqual([`${origin}/${locale}/${articleOf(id)}/#${id}`]);
    }
    for (const { namespace } of [...feed.children, ...entries.flatMap(({ children }) => children)])
      expect.soft(namespace).toBe(ATOM);

    for (const { attributes } of [feed, ...entries].flatMap((node) => inside(node, 'link'))) {
      const { origin: at, pathname, hash } = new URL(attributes['href'] ?? '');
      expect.soft(at).toBe(origin);
      const found = builtPages().get(pathname);
      expect.soft(found !== undefined || hasFile(pathname), attributes['href']).toBe(true);
      if (hash !== '') expect.soft(found?.ids, attributes['href']).toContain(decodeURIComponent(hash.slice(1)));
    }
  });

test('no two entries of the feeds have the same id, in any language', () => {
  const ids = locales.flatMap((locale) =>
    [...builtFile(`/${locale}/changes.xml`).matchAll(/<id>([^<]*)<\/id>/g)].map(([, id = '']) => decode(id)),
  );
  expect(ids).toHaveLength(locales.length * 29);
  for (const id of ids) expect.soft(() => new URL(id), id).not.toThrow();
  const entries = ids.filter((id) => id.includes('#'));
  expect(new Set(entries).size).toBe(locales.length * 28);
});

for (const [id, day] of [
  ['newer.germany-closed', '2021-10-29T00:00:00Z'],
  ['newer.gdap-replaces-dap', '2023-05-01T00:00:00Z'],
  ['newer.license-transfer-between-partners', '2024-01-01T00:00:00Z'],
  ['newer.azure-legacy-only', '2022-10-25T00:00:00Z'],
] as const)
  test(`the entry on ${id} is dated by when it began or was documented`, async ({ page }) => {
    await page.goto('/en/');
    const feed = await parseFeed(page, builtFile('/en/changes.xml'));
    const entry = inside(feed, 'entry').find((one) => texts(one, 'id')[0]?.endsWith(`#${id}`));
    expect(entry === undefined ? [] : texts(entry, 'updated')).toEqual([day]);
  });
