import { articleSlugs } from '../../src/config/articles.ts';
import { builtPage, tagsOf, textOf } from './built.ts';
import { expect, locales, LOCALES, shown, test, words, type Locale } from './support.ts';

const address = (locale: Locale) => `/${locale}/glossary/`;
const others = (locale: Locale) => locales.filter((other) => other !== locale);
const termsIn = (locale: Locale) => words(locale).glossary.terms;

/** The entries of the page, each with the HTML below its heading. */
const entriesOf = (locale: Locale): readonly (readonly [id: string, name: string, html: string])[] =>
  [
    ...builtPage(address(locale)).html.matchAll(
      /<section[^>]*>\s*<h2 id="([^"]+)"[^>]*>([\s\S]*?)<\/h2>([\s\S]*?)<\/section>/g,
    ),
  ].map(([, id = '', name = '', html = '']) => [id, shown(textOf(name)), html]);

const entryOf = (locale: Locale, id: string): string => {
  const entry = entriesOf(locale).find(([own]) => own === id);
  if (entry === undefined) throw new Error(`${address(locale)} has no entry ${id}`);
  return entry[2];
};

/** Terms as the term base of the ledger decided them. */
const decided: readonly (readonly [id: string, es: string, ru: string, ptBr: string])[] = [
  ['partner', 'partner', 'партнер', 'parceiro'],
  ['partner-center', 'Centro de partners', 'Центр партнеров', 'Partner Center'],
  ['reseller', 'revendedor', 'торговый посредник', 'revendedor'],
  ['indirect-provider', 'proveedor indirecto', 'непрямой поставщик', 'provedor indireto'],
  [
    'direct-bill-partner',
    'partner de facturación directa',
    'партнер с прямым выставлением счетов',
    'parceiro de cobrança direta',
  ],
  ['partner-of-record', 'partner de registro', 'зарегистрированный партнер подписки', 'parceiro de registro'],
  ['tenant', 'inquilino', 'арендатор', 'locatário'],
  ['subscription', 'suscripción', 'подписка', 'assinatura'],
  ['multi-partner', 'multipartner', 'работа с несколькими партнерами', 'multiparceiro'],
];

test('the glossary has 58 terms, the same in four languages', () => {
  const ids = Object.keys(termsIn('en')).toSorted();
  expect(ids).toHaveLength(58);
  for (const locale of locales) {
    const entries = entriesOf(locale).map(([id]) => id);
    expect.soft(entries.toSorted(), locale).toEqual(ids);
  }
});

test('its terms are those that the term base decided', () => {
  for (const [id, es, ru, ptBr] of decided)
    for (const [locale, name] of [
      ['es', es],
      ['ru', ru],
      ['pt-br', ptBr],
    ] as const)
      expect.soft(entriesOf(locale).find(([own]) => own === id)?.[1], `${locale}: ${id}`).toContain(name);
});

for (const locale of locales) {
  test(`${locale}: each entry says what the term means, how to say it in the other languages, and what to avoid and why`, () => {
    for (const [id, name, html] of entriesOf(locale)) {
      const term = termsIn(locale)[id];
      if (term === undefined) throw new Error(`there is no term ${id}`);
      expect.soft(name, id).toBe(shown(term.name));
      const text = shown(textOf(html));
      expect.soft(text, id).toContain(shown(term.meaning));
      const links = tagsOf(html).flatMap(({ name: element, attributes }) =>
        element === 'a' && attributes['hreflang'] !== undefined ? [[attributes['href'], attributes['hreflang']]] : [],
      );
      expect.soft(links, id).toEqual(others(locale).map((other) => [`${address(other)}#${id}`, LOCALES[other].lang]));
      for (const other of others(locale)) {
        const own = new RegExp(`<dd lang="${LOCALES[other].lang}">([\\s\\S]*?)</dd>`).exec(html)?.[1] ?? '';
        expect.soft(shown(textOf(own)), `${id} in ${other}`).toBe(shown(termsIn(other)[id]?.name ?? 'no term'));
        expect.soft(builtPage(address(other)).ids, `${id} in ${other}`).toContain(id);
      }
      const avoided = [...html.matchAll(/<li>\s*<s>([\s\S]*?)<\/s>([\s\S]*?)<\/li>/g)].map(
        ([, form = '', why = '']) => [shown(textOf(form)), shown(textOf(why))],
      );
      expect.soft(avoided, id).toEqual(term.avoid.map(({ form, why }) => [shown(form), shown(why)]));
    }
  });

  test(`${locale}: an entry names the articles that use the term, and each that explains it in place`, () => {
    let used = 0;
    for (const [id, , html] of entriesOf(locale)) {
      const named = tagsOf(html).flatMap(({ name, attributes }) =>
        name === 'a' && attributes['hreflang'] === undefined ? (attributes['href'] ?? []) : [],
      );
      used += named.length;
      const explaining = articleSlugs
        .filter((slug) => builtPage(`/${locale}/${slug}/`).ids.has(`term-${id}`))
        .map((slug) => `/${locale}/${slug}/`);
      expect.soft(named, id).toEqual(expect.arrayContaining(explaining));
      const form = new RegExp(termsIn(locale)[id]?.find ?? '', 'iu');
      for (const article of named) {
        const { html: page, ids } = builtPage(article);
        const text = shown(textOf(/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''));
        expect.soft(ids.has(`term-${id}`) || form.test(text), `${article} uses ${id}`).toBe(true);
      }
    }
    expect(used).toBeGreaterThan(58);
  });

  test(`${locale}: the terms stand in the order of the alphabet, and the list above leads to each`, async ({
    page,
  }) => {
    await page.goto(address(locale));
    const { compare } = new Intl.Collator(LOCALES[locale].lang);
    const names = entriesOf(locale).map(([, name]) => name);
    // A quotation mark before a word does not move it.
    const spelt = names.map((name) => name.replace('«', ''));
    expect(spelt).toEqual(spelt.toSorted(compare));
    const list = page.getByRole('main').getByRole('navigation', { name: words(locale).interface.glossary.jump });
    await expect(list.getByRole('link')).toHaveText(names);
    const last = names.at(-1) ?? 'no name';
    await list.getByRole('link', { name: last, exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: last, exact: true })).toBeInViewport();
  });

  test(`${locale}: from an entry a link leads to the same entry in each other language`, async ({ page }) => {
    for (const other of others(locale)) {
      await page.goto(`${address(locale)}#partner-of-record`);
      const entry = page.locator('section', { has: page.locator('h2[id="partner-of-record"]') });
      await expect(entry.locator('h2')).toBeInViewport();
      await entry
        .getByRole('link', { name: shown(termsIn(other)['partner-of-record']?.name ?? ''), exact: true })
        .click();
      await expect(page).toHaveURL(`${address(other)}#partner-of-record`);
      await expect(page.locator('html')).toHaveAttribute('lang', LOCALES[other].lang);
      await expect(page.locator('h2[id="partner-of-record"]')).toBeInViewport();
    }
  });
}

test('an entry leads to an article that explains the term, and that leads back to the entry', async ({ page }) => {
  await page.goto(`${address('es')}#tenant`);
  const [, back = ''] = /href="(\/es\/multipartner\/)"/.exec(entryOf('es', 'tenant')) ?? [];
  await page
    .locator('section', { has: page.locator('h2#tenant') })
    .locator(`a[href="${back}"]`)
    .click();
  await expect(page).toHaveURL('/es/multipartner/');
  await page.locator('[popovertarget="term-tenant"]').click();
  await page.locator('#term-tenant').getByRole('link').click();
  await expect(page).toHaveURL(`${address('es')}#tenant`);
});
