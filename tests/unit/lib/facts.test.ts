import { describe, expect, test } from 'vitest';
import type { ArticleSlug } from '../../../src/config/articles.ts';
import { locales, type Locale } from '../../../src/config/locales.ts';
import type { ParsedArticle } from '../../../src/lib/content/article.ts';
import type { ContentProblem } from '../../../src/lib/content/checks/problem.ts';
import { editionsOf, placeFacts, sourcesOf } from '../../../src/lib/content/facts.ts';
import type { Edition, Fact } from '../../../src/lib/content/schemas.ts';

const fact = (id: string, statedIn = 'S000'): Fact => ({
  id,
  layer: 'seed',
  topic: 'Multi-partner',
  sentence: 'It is.',
  clouds: 'global',
  cloudIds: ['global'],
  statedIn,
  disagreement: null,
  newer: null,
});

const edition = (code: string): Edition => ({
  code,
  article: 'partner-center/multipartner.md',
  date: '2017-06-09',
  dateKind: 'handoff',
  languages: ['es'],
  translation: null,
});

describe('the sources of a fact', () => {
  test.each([
    ['S004', ['S004']],
    ['S000, S002, S003', ['S000', 'S002', 'S003']],
    ['S000, S001; RQ17', ['S000', 'S001', 'RQ17']],
    ['SR20 (scenarios 7-8), RG21', ['SR20 (scenarios 7-8)', 'RG21']],
    ['S004 (neither … nor); MC21', ['S004 (neither … nor)', 'MC21']],
    [
      'add-a-new-customer.md (handoff 2021-06-19, es-sxs 4773c642); CC20',
      ['add-a-new-customer.md (handoff 2021-06-19, es-sxs 4773c642)', 'CC20'],
    ],
    ['N10 (three copies; an en-gb copy lacks it)', ['N10 (three copies; an en-gb copy lacks it)']],
    ['N11 (a.yml, 2023-03-29) (D); N4', ['N11 (a.yml, 2023-03-29) (D)', 'N4']],
    ['GV21 versus GF18,  GF21 ', ['GV21 versus GF18', 'GF21']],
  ])('stated in %j are %j', (statedIn, sources) => {
    expect(sourcesOf(fact('a.b', statedIn))).toEqual(sources);
  });

  test('are not separated inside brackets that hold brackets', () => {
    expect(sourcesOf(fact('a.b', 'N10 (copies, one of them mirrored (D)); N4'))).toEqual([
      'N10 (copies, one of them mirrored (D))',
      'N4',
    ]);
  });
});

describe('the editions a fact is stated in', () => {
  const codes = ['S000', 'RQ17', 'RQ17a', 'MC18d', 'CN-RQ', 'RQ', 'DA20', 'DA20d'];
  const editions = new Map(codes.map((code) => [code, edition(code)]));

  test.each([
    ['S000', ['S000']],
    ['RQ17a; S000', ['S000', 'RQ17a']],
    ['S000, RQ17', ['S000', 'RQ17']],
    ['S000 (by omission), MC18d (second half)', ['S000', 'MC18d']],
    ['CN-RQ', ['CN-RQ']],
    ['DA20d', ['DA20d']],
    ['RQ, CN-RQ', ['CN-RQ', 'RQ']],
    ['S0001, XS000, MC18', []],
    ['learn.microsoft.com (D)', []],
  ])('in %j are %j, in the order of the list', (statedIn, expected) => {
    expect(editionsOf(fact('a.b', statedIn), editions).map(({ code }) => code)).toEqual(expected);
  });
});

type Stated = Readonly<Record<string, string>>;
type Places = Partial<Record<ArticleSlug, Stated>>;

const article = (stated: Stated): ParsedArticle => ({
  title: 'Title',
  description: 'Description',
  written: '2026-11-20',
  body: '',
  facts: Object.entries(stated).map(([id, text]) => ({ id, text, section: '' })),
  quotes: [],
  disagreements: [],
  terms: [],
  sections: [],
  links: [],
  readable: [],
  problems: [],
});

/** Articles of one locale from what each states. */
const written = ({ multipartner = {}, multichannel = {} }: Places): ReadonlyMap<ArticleSlug, ParsedArticle> =>
  new Map([
    ['multipartner', article(multipartner)],
    ['multichannel', article(multichannel)],
  ]);

const sound = (locale: Locale): Places => ({
  multipartner: { 'a.one': `one in ${locale}` },
  multichannel: { 'a.two': `two in ${locale}` },
});

/** Places the facts a.one and a.two; what is not given for a locale is as it should be. */
const placed = (changed: Partial<Record<Locale, Places>> = {}) => {
  const of = (locale: Locale) => written(changed[locale] ?? sound(locale));
  return placeFacts({
    facts: new Map(['a.one', 'a.two', 'a.open'].map((id) => [id, fact(id)])),
    articles: { en: of('en'), es: of('es'), ru: of('ru'), 'pt-br': of('pt-br') },
  });
};
const file = (locale: Locale, slug: ArticleSlug) => `src/content/articles/${locale}/${slug}.mdx`;

/** Expects one problem, told in full. */
function only(problems: readonly ContentProblem[], cause: string, at: string, message: string, remedy: RegExp) {
  expect(problems.map((problem) => [problem.cause, problem.file])).toEqual([[cause, at]]);
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.remedy).toMatch(remedy);
}

describe('the home of a fact', () => {
  test('is the article that states it, with its sentence in every locale', () => {
    const { homes, problems } = placed();
    expect(problems).toEqual([]);
    expect([...homes.keys()]).toEqual(['a.one', 'a.two']);
    expect(homes.get('a.two')).toEqual({
      article: 'multichannel',
      text: { en: 'two in en', es: 'two in es', ru: 'two in ru', 'pt-br': 'two in pt-br' },
    });
  });

  test.each(locales)('is missing where %s alone does not state it', (locale) => {
    const { problems } = placed({ [locale]: { multipartner: { 'a.one': 'one' } } });
    only(problems, 'fact: missing', file(locale, 'multichannel'), '"a.two"', /^State it/);
  });

  test.each(locales)('is doubled where %s states it in two articles', (locale) => {
    const { problems } = placed({
      [locale]: { multipartner: { 'a.one': 'one' }, multichannel: { 'a.two': 'two', 'a.one': 'again' } },
    });
    only(
      problems,
      'fact: doubled',
      file(locale, 'multichannel'),
      '"a.one" is stated already in multipartner',
      /^Each fact has one home/,
    );
  });

  test('is doubled where one article states it twice', () => {
    const twice = [
      { id: 'a.one', text: 'one', section: '' },
      { id: 'a.one', text: 'one again', section: '' },
    ];
    const { problems } = placeFacts({
      facts: new Map([['a.one', fact('a.one')]]),
      articles: {
        en: new Map([['multipartner', { ...article({}), facts: twice }]]),
        es: written({ multipartner: { 'a.one': 'uno' } }),
        ru: written({ multipartner: { 'a.one': 'один' } }),
        'pt-br': written({ multipartner: { 'a.one': 'um' } }),
      },
    });
    expect(problems.map(({ cause, file: at }) => [cause, at])).toEqual([['fact: doubled', file('en', 'multipartner')]]);
  });

  test.each(['es', 'ru', 'pt-br'] as const)('are two where %s states it in another article than English', (locale) => {
    const { problems } = placed({ [locale]: { multichannel: { 'a.one': 'one', 'a.two': 'two' } } });
    expect(problems.map(({ cause, message }) => [cause, message])).toEqual([
      ['fact: two homes', '"a.one" stands in multichannel here and in multipartner in en'],
    ]);
    expect(problems[0]?.file).toContain(`/${locale}/`);
  });

  test.each(locales)('is not to be had for what is not in the ledger, as %s states it', (locale) => {
    const { problems, homes } = placed({
      [locale]: { ...sound(locale), multipartner: { 'a.one': 'one', 'a.mars': 'red' } },
    });
    only(problems, 'fact: unknown', file(locale, 'multipartner'), '"a.mars"', /^Correct the id/);
    expect(homes.has('a.mars')).toBe(false);
  });

  test.each([
    ['is missing in a locale', { multichannel: { 'a.two': 'два' } }],
    ['has two homes', { multichannel: { 'a.one': 'один', 'a.two': 'два' } }],
  ])('is not told for a fact that %s', (_, ru) => {
    expect(placed({ ru }).homes.has('a.one')).toBe(false);
  });
});
