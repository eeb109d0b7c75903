import { builtPage, servedFacts, tagsOf, textOf } from './built.ts';
import { content, expect, fillPlural, locales, LOCALES, shown, test, words, type Locale } from './support.ts';

const facts = servedFacts();
const address = (locale: Locale) => `/${locale}/sources/`;
const hrefs = (html: string): readonly string[] => tagsOf(html).flatMap(({ attributes }) => attributes['href'] ?? []);
const home = (locale: Locale, id: string) => `/${locale}/${facts[id]?.page ?? 'nowhere'}/#${id}`;

/** An edition as the page lists it: the line that describes it, and what unfolds. */
interface Listed {
  readonly article: string;
  readonly line: string;
  readonly unfolded: string;
}

const listedEditions = (locale: Locale): ReadonlyMap<string, Listed> =>
  new Map(
    [...builtPage(address(locale)).html.matchAll(/<section class="file"[^>]*>([\s\S]*?)<\/section>/g)].flatMap(
      ([, section = '']) => {
        const article = textOf(/<code>([\s\S]*?)<\/code>/.exec(section)?.[1] ?? '');
        return [
          ...section.matchAll(
            /<li data-edition="([^"]+)">\s*<details>\s*<summary>([\s\S]*?)<\/summary>([\s\S]*?)<\/details>/g,
          ),
        ].map(
          ([, code = '', line = '', unfolded = '']) =>
            [code, { article, line: shown(textOf(line)), unfolded }] as const,
        );
      },
    ),
  );

/** The languages in which editions were read, as each language names them. */
const LANGUAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { es: 'Spanish', ru: 'Russian', 'pt-BR': 'Brazilian Portuguese', 'zh-CN': 'Chinese (China)' },
  es: { es: 'español', ru: 'ruso', 'pt-BR': 'portugués de Brasil', 'zh-CN': 'chino (China)' },
  ru: { es: 'испанский', ru: 'русский', 'pt-BR': 'бразильский португальский', 'zh-CN': 'китайский (Китай)' },
  'pt-br': { es: 'espanhol', ru: 'russo', 'pt-BR': 'português (Brasil)', 'zh-CN': 'chinês (China)' },
};

/** Dates of editions as each language writes them. */
const DATES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { MC16: '2 December 2016', S002: '9 June 2017', DE21: '12 October 2020', DA21: 'July 2021' },
  es: {
    MC16: '2 de diciembre de 2016',
    S002: '9 de junio de 2017',
    DE21: '12 de octubre de 2020',
    DA21: 'julio de 2021',
  },
  ru: { MC16: '2 декабря 2016', S002: '9 июня 2017', DE21: '12 октября 2020', DA21: 'июль 2021' },
  'pt-br': {
    MC16: '2 de dezembro de 2016',
    S002: '9 de junho de 2017',
    DE21: '12 de outubro de 2020',
    DA21: 'julho de 2021',
  },
};

/** What the ledger says rests on some editions. */
const RESTING: Readonly<Record<string, readonly string[]>> = {
  DE17: ['de.indirect-model-unavailable'],
  AN21: ['azure-plan.only-offer-new-relationships'],
  RQ18n2: ['clouds.request-scope'],
  'CN-SP': ['21v.separate-operator'],
  IP20: [],
  DE21: ['de.no-new-customers', 'de.migrate-first'],
  S002: [
    'clouds.multi-partner-scope',
    'program.no-csp-to-csp-resale',
    'program.policy-under-review',
    'multi-partner.purpose',
    'multi-partner.specialist-example',
    'multi-partner.needs-delegated-privileges',
    'multi-partner.started-by-partner',
    'multi-partner.relationship-with-served-customer',
    'multi-partner.keeps-existing-subscriptions',
    'multi-partner.no-transition-of-subscriptions',
    'multi-partner.no-account-ownership-change',
    'multi-partner.keeps-terms-and-obligations',
    'multi-partner.keeps-partner-of-record',
  ],
};

test('the register of editions is complete: five that the project started from among 92', () => {
  expect(content.editions.size).toBe(92);
  const started = [...content.editions.values()].filter(({ startedFrom }) => startedFrom === true);
  expect(started.map(({ code }) => code).toSorted()).toEqual(['S000', 'S001', 'S002', 'S003', 'S004']);
});

for (const locale of locales) {
  test(`${locale}: /sources/ lists every edition below its article, with date, kind of date, language and translation`, () => {
    const listed = listedEditions(locale);
    expect([...listed.keys()].toSorted()).toEqual([...content.editions.keys()].toSorted());
    const { article: labels, sources } = words(locale).interface;
    for (const [code, { article, date, dateKind, languages, translation, startedFrom }] of content.editions) {
      const { line = '', unfolded = '', article: below } = listed.get(code) ?? {};
      expect.soft(below, code).toBe(article);
      const [year = 'no year', , day] = date.split('-');
      expect.soft(line, code).toContain(year);
      if (day !== undefined) expect.soft(line, code).toMatch(new RegExp(`(?<!\\d)${Number(day)}(?!\\d)`));
      expect.soft(line, code).toContain(shown(labels.dateKind[dateKind]));
      for (const tag of languages) expect.soft(line, code).toContain(LANGUAGES[locale][tag]);
      expect.soft(line, code).toContain(shown(translation === null ? sources.unknown : labels[translation]));
      expect.soft(unfolded.includes(sources.startedFrom), code).toBe(startedFrom === true);
    }
    for (const [code, date] of Object.entries(DATES[locale])) expect.soft(listed.get(code)?.line, code).toContain(date);
  });

  test(`${locale}: each edition says how many facts rest on it and lists them, each a link to its sentence`, () => {
    const listed = listedEditions(locale);
    const used = new Set<string>();
    for (const code of content.editions.keys()) {
      const { line = '', unfolded = '' } = listed.get(code) ?? {};
      const named = new RegExp(`(?<![\\w-])${code}(?![\\w-])`);
      const resting = Object.entries(facts).flatMap(([id, { sources }]) =>
        sources.some((source) => named.test(source)) ? [id] : [],
      );
      for (const id of resting) used.add(id);
      expect.soft(hrefs(unfolded), code).toEqual(resting.map((id) => home(locale, id)));
      const said = [...unfolded.matchAll(/<a\b[^>]*>([\s\S]*?)<\/a>/g)].map(([, text = '']) => textOf(text));
      expect.soft(said, code).toEqual(resting.map((id) => facts[id]?.text[locale]));
      const count = shown(
        fillPlural(words(locale).interface.sources.restingFacts, LOCALES[locale].lang, resting.length),
      );
      expect.soft(line.endsWith(count), `${code}: ${line}`).toBe(resting.length > 0);
    }
    for (const [code, ids] of Object.entries(RESTING))
      expect.soft(hrefs(listed.get(code)?.unfolded ?? ''), code).toEqual(ids.map((id) => home(locale, id)));
    // Every documented fact rests on some edition.
    const loose = Object.entries(facts).flatMap(([id, { layer }]) => (layer === 'newer' || used.has(id) ? [] : [id]));
    expect(loose).toEqual([]);
  });

  test(`${locale}: the 18 known disagreements say what each side states and what to rely on, and link to the facts`, async ({
    page,
  }) => {
    await page.goto(address(locale));
    const conflicts = page.locator('main section.conflict');
    await expect(conflicts).toHaveCount(18);
    const { sources } = words(locale).interface;
    for (const { id, facts: about } of content.disagreements) {
      const conflict = page.locator(`section.conflict[id="${id}"]`);
      const text = words(locale).disagreements[id];
      if (text === undefined) throw new Error(`${id} has no words`);
      await expect(conflict.getByRole('heading', { level: 3 })).toHaveText(shown(text.title));
      await expect(conflict.locator('li')).toHaveText(text.readings.map(shown));
      await expect(conflict).toContainText(shown(`${sources.rely}: ${text.advice}`));
      // Each article that states one of the facts is linked once, at one of them.
      const links = await conflict
        .locator('a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      const articles = [...new Set(about.map((fact) => facts[fact]?.page ?? 'nowhere'))];
      expect
        .soft(
          about.map((fact) => home(locale, fact)),
          id,
        )
        .toEqual(expect.arrayContaining(links));
      expect
        .soft(links.map((link) => link.split('#')[0]).toSorted(), id)
        .toEqual(articles.map((article) => `/${locale}/${article}/`).toSorted());
    }
    // A topic on which two sides differ tells both; the last of the register had one.
    for (const { id } of content.disagreements.slice(0, -1))
      expect.soft(words(locale).disagreements[id]?.readings.length, id).toBeGreaterThanOrEqual(2);
  });

  test(`${locale}: each newer page read is named with how sure it is, and with the facts that rest on it`, async ({
    page,
  }) => {
    await page.goto(address(locale));
    const { certainty } = words(locale).interface.newer;
    const codes = Object.keys(content.newerSources);
    await expect(page.locator('main [data-source]')).toHaveCount(codes.length);
    for (const code of codes) {
      const source = page.locator(`main [data-source="${code}"]`);
      for (const { where, kind } of content.newerSources[code] ?? []) {
        await expect(source).toContainText(shown(where));
        await expect(source).toContainText(shown(certainty[kind]));
      }
      const resting = Object.keys(facts).filter((id) => content.newer.get(id)?.sources.includes(code));
      const links = await source.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect.soft(links, code).toEqual(resting.map((id) => home(locale, id)));
    }
  });

  test(`${locale}: licence and credit are named, and the contents lead to each part`, async ({ page }) => {
    await page.goto(address(locale));
    const { sources, nav } = words(locale).interface;
    await expect(page.getByText(shown(sources.licence))).toBeVisible();
    await expect(page.locator('main a[rel="license"]')).toHaveAttribute(
      'href',
      'https://creativecommons.org/licenses/by/4.0/',
    );
    const contents = page.getByRole('main').getByRole('navigation', { name: nav.contents });
    for (const title of [sources.licenceTitle, sources.disagreementsTitle, sources.editionsTitle, sources.newerTitle]) {
      await contents.getByRole('link', { name: title, exact: true }).click();
      await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeInViewport();
    }
  });
}

test('an edition unfolds by keyboard, and what rests on it can be followed to its sentence', async ({ page }) => {
  await page.goto(address('pt-br'));
  const edition = page.locator('[data-edition="AP20"]');
  const link = edition.getByRole('link').first();
  await expect(link).toBeHidden();
  await edition.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(link).toBeVisible();
  const [first = ''] = hrefs(listedEditions('pt-br').get('AP20')?.unfolded ?? '');
  await link.click();
  await expect(page).toHaveURL(first);
  const id = new URL(first, 'https://example').hash.slice(1);
  await expect(page.locator(`[id="${id}"]`)).toHaveText(facts[id]?.text['pt-br'] ?? 'no text');
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});
