import { describe, expect, test } from 'vitest';
import type { ArticleSlug } from '../../../src/config/articles.ts';
import type { Locale } from '../../../src/config/locales.ts';
import type { ParsedArticle } from '../../../src/lib/content/article.ts';
import { loadContent, type Content } from '../../../src/lib/content/load.ts';
import { termsInOrder, usesOf } from '../../../src/lib/glossary.ts';

const real = loadContent();

/** The content with other terms in one locale. */
const withTerms = (locale: Locale, terms: Readonly<Record<string, { name: string; find: string }>>): Content => {
  const glossary = {
    terms: Object.fromEntries(
      Object.entries(terms).map(([id, { name, find }]) => [id, { name, find, meaning: 'M.', avoid: [] }]),
    ),
    rules: [],
  };
  return { ...real, wording: { ...real.wording, [locale]: { ...real.wording[locale], glossary } } };
};

const inOrder = (locale: Locale, ...names: readonly string[]) => {
  const terms = Object.fromEntries(names.map((name, index) => [`id-${index}`, { name, find: 'x' }]));
  return termsInOrder(withTerms(locale, terms), locale).map(({ name }) => name);
};

describe('the terms of a glossary', () => {
  // Each list is given as its alphabet has it, and put in disorder.
  test.each([
    [
      'en',
      'capital letters count like small ones',
      ['admin agent', 'Advisor', 'Azure plan', 'cancel', 'CSP', 'tenant'],
    ],
    [
      'en',
      'a word stands before the same word with more behind it',
      ['partner', 'Partner Center', 'partner of record'],
    ],
    ['es', 'ñ is a letter after n', ['nube', 'nunca', 'ñandú', 'obligaciones']],
    ['es', 'an accent does not move a word', ['país', 'pedido', 'período', 'permisos']],
    ['pt-br', 'ç and ã stand with c and a', ['ação', 'acordo', 'atribuição', 'atual', 'licença', 'locatário']],
    ['ru', 'й stands after и', ['изменить', 'история', 'йод', 'канал']],
    ['ru', 'Cyrillic letters stand before Latin ones', ['арендатор', 'Центр партнеров', 'Advisor', 'Microsoft']],
    ['ru', 'a quotation mark does not move a word', ['договор', '«Запросить отношения»', 'канал']],
  ] as const)('stand in %s in alphabetical order: %s', (locale, _, names) => {
    expect(inOrder(locale, ...names.toReversed())).toEqual(names);
  });

  test('keep their ids, which are the same in every language', () => {
    const terms = termsInOrder(withTerms('es', { tenant: { name: 'inquilino', find: 'x' } }), 'es');
    expect(terms).toEqual([{ id: 'tenant', name: 'inquilino', find: 'x', meaning: 'M.', avoid: [] }]);
  });

  test('are all there', () => {
    expect(
      termsInOrder(real, 'ru')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(Object.keys(real.wording.ru.glossary.terms).toSorted());
  });
});

describe('the uses of a term', () => {
  const article = (title: string, text: string, ...terms: readonly string[]): ParsedArticle => ({
    title,
    description: '',
    written: '2026-11-20',
    body: '',
    facts: [],
    quotes: [],
    disagreements: [],
    terms,
    sections: [],
    links: [],
    readable: [
      { line: 2, text: title },
      { line: 7, text },
    ],
    problems: [],
  });
  const articles = new Map<ArticleSlug, ParsedArticle>([
    // not in reading order
    ['21vianet/multipartner', article('Партнеры у 21Vianet', 'Здесь нет ничего.')],
    ['multichannel', article('Каналы', 'Об этом знают арендаторы.')],
    ['multipartner', article('Партнеры', 'Каждый Арендатор решает сам.')],
    ['remove-a-relationship', article('Конец', 'Слово объяснено на месте.', 'tenant')],
    ['work-with-other-partners', article('Аренда', 'Субарендаторы сюда не относятся.')],
  ]);
  const terms = { tenant: { name: 'арендатор', find: '(?<!\\p{L})арендатор(?:|а|ы|ов)(?!\\p{L})' } };
  const content = { ...withTerms('ru', terms), articles: { ...real.articles, ru: articles } };

  test('are the articles whose text has it in one of its forms, or that explain it, in reading order', () => {
    expect(usesOf(content, 'ru', 'tenant')).toEqual([
      { slug: 'multipartner', title: 'Партнеры' },
      { slug: 'multichannel', title: 'Каналы' },
      { slug: 'remove-a-relationship', title: 'Конец' },
    ]);
  });

  test('are counted in the language itself', () => {
    expect(usesOf({ ...content, articles: { ...content.articles, ru: new Map() } }, 'ru', 'tenant')).toEqual([]);
  });

  test.each(['unheard', ''])('are none for what is no term: %j', (id) => {
    expect(usesOf(content, 'ru', id)).toEqual([]);
  });

  // The Microsoft Syndication Partner has one home in the guidance, the multi-channel article.
  test.each(['en', 'es', 'ru', 'pt-br'] as const)(
    'of the Microsoft Syndication Partner are in %s in one article',
    (locale) => {
      expect(usesOf(real, locale, 'syndication-partner').map(({ slug }) => slug)).toEqual(['multichannel']);
    },
  );

  // Granular privileges came after the documented rules, so what tells of them is newer material or points there.
  test.each(['en', 'es', 'ru', 'pt-br'] as const)(
    'of granular privileges are in %s in the article on privileges',
    (locale) => {
      const slugs = usesOf(real, locale, 'gdap').map(({ slug }) => slug);
      expect(slugs).toContain('revoke-reinstate-csp');
      expect(slugs).not.toContain('21vianet/multipartner');
    },
  );
});
