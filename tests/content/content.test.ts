import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleConfig, articleSlugs, type ArticleSlug } from '../../src/config/articles.ts';
import { locales, type Locale } from '../../src/config/locales.ts';
import { checkContent } from '../../src/lib/content/check.ts';
import { OUTCOME_PARTS } from '../../src/lib/content/checks/decision.ts';
import { editionsOf, placeFacts, sourcesOf } from '../../src/lib/content/facts.ts';
import { loadContent } from '../../src/lib/content/load.ts';
import { articleSchema } from '../../src/lib/content/schemas.ts';

const content = loadContent();
const { facts, wording, articles, outcomes, table, editions, newerSources } = content;
const { homes } = placeFacts(content);
const translations = locales.filter((locale) => locale !== 'en');

/** What a program reads in the glossary, and nobody else. */
const EXPRESSIONS = ['find', 'pattern'];

/** Every text under a value of JSON, with the keys that lead to it. */
function* texts(value: unknown, path: readonly string[] = []): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path.join(' > '), value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (!EXPRESSIONS.includes(key)) yield* texts(inner, [...path, key]);
}

const source = (locale: Locale, slug: ArticleSlug) =>
  readFileSync(`src/content/articles/${locale}/${slug}.mdx`, 'utf8');

/** Everything a reader of a locale may read: the words of interface, wizard, outcomes and reference pages, and the articles. */
const allTexts = (locale: Locale): readonly (readonly [at: string, text: string])[] => [
  ...texts(wording[locale]),
  ...articleSlugs.map((slug) => [slug, source(locale, slug)] as const),
];

const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe('the content of the site', () => {
  test('has no problem', () => {
    expect(checkContent(content)).toEqual([]);
  });

  test('lists the editions of Microsoft’s articles oldest first', () => {
    const dates = [...editions.values()].map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
  });

  test('names the sources of each fact one by one: no bracket is torn apart, each edition is found in one of them', () => {
    for (const fact of facts.values()) {
      const sources = sourcesOf(fact);
      for (const each of sources) expect(each.split('(')).toHaveLength(each.split(')').length);
      for (const { code } of editionsOf(fact, editions)) expect(sources.some((each) => each.includes(code))).toBe(true);
    }
  });
});

describe.each(locales)('the words in %s', (locale) => {
  const words = wording[locale];

  test('state each fact in whole sentences that end with a full stop', () => {
    const unended = [...homes].filter(([, { text }]) => !/\p{Letter}.*[.][)»”"]?$/u.test(text[locale]));
    expect(unended.map(([id]) => id)).toEqual([]);
  });

  test('state no two facts alike', () => {
    expect(repeated([...homes.values()].map(({ text }) => text[locale]))).toEqual([]);
  });

  test('name each outcome differently, and each answer of a question', () => {
    expect(repeated(Object.values(words.outcomes).map(({ title }) => title))).toEqual([]);
    for (const answers of Object.values(table.questions)) {
      expect(repeated(answers.map((id) => words.answers[id]?.short ?? ''))).toEqual([]);
      expect(repeated(answers.map((id) => words.answers[id]?.label ?? ''))).toEqual([]);
    }
  });

  test('name each question differently', () => {
    expect(repeated(Object.values(words.questions).map(({ label }) => label))).toEqual([]);
    expect(repeated(Object.values(words.questions).map(({ title }) => title))).toEqual([]);
  });

  test('say as much of each outcome, note, question and answer as English does', () => {
    const { en } = wording;
    expect(Object.keys(words.notes).toSorted()).toEqual(Object.keys(en.notes).toSorted());
    expect(Object.keys(words.answers).toSorted()).toEqual(Object.keys(en.answers).toSorted());
    expect(Object.keys(words.questions).toSorted()).toEqual(Object.keys(en.questions).toSorted());
    expect(Object.keys(words.outcomes).toSorted()).toEqual(Object.keys(en.outcomes).toSorted());
    for (const id of Object.keys(outcomes))
      for (const part of OUTCOME_PARTS)
        expect(Object.keys(words.outcomes[id]?.[part] ?? {}).toSorted()).toEqual(
          Object.keys(en.outcomes[id]?.[part] ?? {}).toSorted(),
        );
  });

  test.each(['interface', 'tickets'] as const)(
    'keep every {placeholder} of the English %s, and have no other',
    (file) => {
      const placeholders = (text: string) => [...new Set(text.match(/\{[^}]*\}/g))].toSorted();
      const english = new Map(texts(wording.en[file]));
      for (const [at, text] of texts(words[file]))
        expect([at, ...placeholders(text)]).toEqual([at, ...placeholders(english.get(at) ?? '')]);
      expect([...texts(words[file])].map(([at]) => at).toSorted()).toEqual([...english.keys()].toSorted());
    },
  );

  test('have no placeholder where nothing is put in, and no markup', () => {
    const { interface: ui, tickets, ...others } = words;
    for (const [at, text] of texts(others)) expect([at, /[{}<`]|\*\*|\]\(/.exec(text)]).toEqual([at, null]);
    for (const [at, text] of texts({ ui, tickets })) expect([at, /[<`]|\*\*|\]\(/.exec(text)]).toEqual([at, null]);
  });

  test('mention no code of the ledger, such as S000, MC16 or EST, and no file', () => {
    const listed = [...editions.keys(), ...Object.keys(newerSources)];
    const like = 'S00\\d|N\\d{1,2}|CN-[A-Z]{2}|[A-Z]{2}\\d{2}(?:[a-z]\\d?)?|[\\w-]+\\.(?:md|yml)';
    const codes = new RegExp(`(?<![\\p{Letter}\\d-])(?:${listed.join('|')}|${like})(?![\\p{Letter}\\d-])`, 'u');
    for (const code of ['S000', 'MC16', 'RQ18n1', 'CN-RQ', 'N16', 'N11-hub', 'EST', 'csp-gcc-overview.md'])
      expect(`(see ${code})`).toMatch(codes);
    for (const [at, text] of allTexts(locale)) expect([at, codes.exec(text)?.[0]]).toEqual([at, undefined]);
  });

  test('have neither doubled nor outer white space', () => {
    for (const [at, text] of texts(words)) expect([at, text]).toEqual([at, text.trim().replaceAll(/\s{2,}/g, ' ')]);
  });

  test('end each note, step, statement and path with a full stop, and each meaning, cell and reading', () => {
    const said = [
      ...texts(words.notes),
      ...texts(words.compare.cells),
      ...Object.values(words.disagreements).flatMap(({ readings, advice }) => [...texts(readings), ...texts(advice)]),
      ...Object.values(words.glossary.terms).flatMap(({ meaning, avoid }) => [
        ...texts(meaning),
        ...texts(avoid.map(({ why }) => why)),
      ]),
      ...Object.values(words.outcomes).flatMap(({ path, description, steps, doesNot, reasons }) => [
        ...texts({ path, description, steps, doesNot, reasons }),
      ]),
    ];
    expect(said.filter(([, text]) => !/[.!?][)»”"]?$/.test(text))).toEqual([]);
  });

  test('describe each outcome and article in at most 170 characters', () => {
    const descriptions = [
      ...Object.values(words.outcomes).map(({ description }) => description),
      ...articleSlugs.map((slug) => /^description: "(.*)"$/m.exec(source(locale, slug))?.[1] ?? ''),
    ];
    for (const description of descriptions) {
      expect(description).not.toBe('');
      expect([description, description.length <= 170]).toEqual([description, true]);
    }
    expect(repeated(descriptions)).toEqual([]);
  });

  test.each(articleSlugs)('keep the old anchors of %s, and “see also”', (slug) => {
    const article = articles[locale].get(slug);
    expect(article?.sections.map(({ id }) => id)).toContain('see-also');
    expect(articleConfig(slug).anchors.length).toBeGreaterThan(0);
    expect(repeated([...(article?.sections ?? []), ...(article?.facts ?? [])].map(({ id }) => id))).toEqual([]);
  });
});

describe.each(translations)('the translation into %s', (locale) => {
  const words = wording[locale];

  test('is no English: of outcomes and notes no sentence is the same', () => {
    const sentences = (of: Locale) => [
      ...texts(wording[of].notes),
      ...Object.entries(wording[of].outcomes).flatMap(([id, { title, path, description, steps, doesNot, reasons }]) => [
        ...texts({ title, path, description, steps, doesNot, reasons }, [id]),
      ]),
    ];
    const english = new Set(sentences('en').map(([, text]) => text));
    expect(sentences(locale).filter(([, text]) => english.has(text))).toEqual([]);
  });

  test('is no English: no question, fact or note on editions is the same', () => {
    const english = new Set([...texts(wording.en.questions)].map(([, text]) => text));
    const sentences = [...texts(words.questions)].filter(([, text]) => /[.?]$/.test(text));
    expect(sentences.filter(([, text]) => english.has(text))).toEqual([]);
    expect([...homes].filter(([, { text }]) => text[locale] === text.en).map(([id]) => id)).toEqual([]);
    for (const slug of articleSlugs) {
      const notes = (of: Locale) => articles[of].get(slug)?.disagreements.map(({ text }) => text) ?? [];
      expect(notes(locale).filter((text) => notes('en').includes(text))).toEqual([]);
    }
  });
});

test.each(locales)('%s notes on every fact the ledger marks with YES that editions or languages disagree', (locale) => {
  const disputed = [...facts.values()].filter(({ disagreement }) => disagreement?.startsWith('YES'));
  expect(disputed).toHaveLength(36);
  for (const { id } of disputed) {
    const home = homes.get(id)?.article;
    const notes = home === undefined ? [] : (articles[locale].get(home)?.disagreements ?? []);
    expect([id, notes.some(({ fact }) => fact === id)]).toEqual([id, true]);
  }
});

test('nothing in Russian is written with ё', () => {
  for (const [at, text] of allTexts('ru'))
    expect([at, /[^\s]*ё[^\s]*/i.exec(text.normalize('NFC'))?.[0]]).toEqual([at, undefined]);
});

test('nothing outside Russian is written with Cyrillic letters', () => {
  for (const locale of locales.filter((each) => each !== 'ru'))
    for (const [at, text] of allTexts(locale))
      expect([locale, at, /\p{Script=Cyrillic}+/u.exec(text)?.[0]]).toEqual([locale, at, undefined]);
});

test('an article with a description of 171 characters does not build', () => {
  const frontMatter = { title: 'T', written: '2026-11-20' };
  expect(articleSchema.safeParse({ ...frontMatter, description: 'x'.repeat(170) }).success).toBe(true);
  expect(articleSchema.safeParse({ ...frontMatter, description: 'x'.repeat(171) }).success).toBe(false);
});

test.each(locales)('in %s no two pages have the same title, so that results can be told apart', (locale) => {
  const { interface: ui, outcomes: described } = wording[locale];
  const titles = [
    ...[...articles[locale].values()].map(({ title }) => title),
    ...Object.values(described).map(({ title }) => title),
    ...[ui.home, ui.compare, ui.glossary, ui.changes, ui.sources, ui.search, ui.notFound].map(({ title }) => title),
    ui.home.outcomesTitle,
  ];
  expect(repeated(titles)).toEqual([]);
});
