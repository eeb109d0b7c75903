import { z } from 'astro/zod';
import { articleSlugs, type ArticleSlug } from '../../src/config/articles.ts';
import { addressOf } from '../../src/eligibility/address.ts';
import { whatWouldChange } from '../../src/eligibility/explain.ts';
import { isQuestion, places, stepsAlong } from '../../src/eligibility/tree.ts';
import {
  builtFile,
  builtPage,
  builtPages,
  hasFile,
  mainOf,
  sentencesOf,
  servedFacts,
  textOf,
  type BuiltPage,
} from './built.ts';
import {
  allResults,
  content,
  expect,
  locales,
  LOCALES,
  resultAddress,
  test,
  tree,
  wizardAddress,
  type Locale,
} from './support.ts';

// These tests read the built files and need no browser. One worker reads them once.
test.describe.configure({ mode: 'default' });

const answersOf = ({ tags }: BuiltPage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tags.flatMap(({ name, attributes }) =>
      name === 'a' && attributes['data-answer'] !== undefined
        ? [[attributes['data-answer'], attributes['href'] ?? '']]
        : [],
    ),
  );

for (const locale of locales) {
  test(`${locale}: each of the 225 results stands at its address with outcome, notes and revision`, () => {
    expect(allResults).toHaveLength(225);
    for (const result of allResults) {
      const address = resultAddress(locale, result);
      const main = mainOf(builtPage(address));
      expect
        .soft([main['data-page'], main['data-outcome'], main['data-notes'], main['data-revision']], address)
        .toEqual(['result', result.node.outcome, result.node.notes.join(' '), content.revision.revision]);
    }
  });

  test(`${locale}: each answer that would change a result links to the very page it leads to`, () => {
    for (const result of allResults) {
      const { tags } = builtPage(resultAddress(locale, result));
      const start = tags.findIndex(({ name, attributes }) => name === 'h2' && attributes['id'] === 'changes');
      const rest = start < 0 ? [] : tags.slice(start + 1);
      const end = rest.findIndex(({ name }) => name === 'h2');
      const links = rest
        .slice(0, end)
        .flatMap(({ name, attributes }) => (name === 'a' ? [attributes['href'] ?? ''] : []));
      const expected = whatWouldChange(tree, result.path).map(({ place }) => wizardAddress(locale, addressOf(place)));
      expect.soft(links.toSorted(), resultAddress(locale, result)).toEqual(expected.toSorted());
    }
  });

  test(`${locale}: each result shows under Today the newer facts that the table puts beside it, and no others`, () => {
    for (const result of allResults) {
      const answers = Object.fromEntries(
        stepsAlong(tree, result.path).map(({ question, answer }) => [question, answer]),
      );
      const beside = content.table.today
        .filter(({ outcomes }) => outcomes.length === 0 || outcomes.includes(result.node.outcome))
        .filter(({ when }) => Object.entries(when).every(([question, ids]) => ids.includes(answers[question] ?? '')))
        .flatMap(({ facts }) => facts);
      const { tags } = builtPage(resultAddress(locale, result));
      const start = tags.findIndex(({ name, attributes }) => name === 'h2' && attributes['id'] === 'today');
      const rest = start < 0 ? [] : tags.slice(start + 1);
      const end = rest.findIndex(({ name }) => name === 'h2');
      const shown = rest.slice(0, end).flatMap(({ attributes }) => attributes['data-fact'] ?? []);
      expect.soft(shown, resultAddress(locale, result)).toEqual([...new Set(beside)]);
    }
  });

  test(`${locale}: each of the 90 questions offers the answers of the tree, in order, each a link to its page`, () => {
    const questions = [...places(tree)].filter(({ node }) => isQuestion(node));
    expect(questions).toHaveLength(90);
    for (const { path, node } of questions) {
      if (!isQuestion(node)) continue;
      const page = builtPage(wizardAddress(locale, path));
      const expected = Object.entries(node.next).map(([answer, next]) => [
        answer,
        wizardAddress(locale, addressOf({ path: [...path, answer], node: next })),
      ]);
      expect.soft(mainOf(page)['data-page'], page.address).toBe('question');
      expect.soft(Object.entries(answersOf(page)), page.address).toEqual(expected);
    }
  });

  test(`${locale}: answers lead from the first question to every question and result, and to nothing else`, () => {
    const reached = new Set<string>();
    const open = [wizardAddress(locale)];
    for (let address = open.pop(); address !== undefined; address = open.pop()) {
      if (reached.has(address)) continue;
      reached.add(address);
      open.push(...Object.values(answersOf(builtPage(address))));
    }
    const built = [...builtPages().keys()].filter((address) => address.startsWith(wizardAddress(locale)));
    expect([...reached].toSorted()).toEqual(built.toSorted());
    expect(reached.size).toBe(90 + 225);
  });
}

test('every page of a language exists in all four, and without a language', () => {
  const below = (locale: Locale) =>
    [...builtPages().keys()]
      .filter((address) => address.startsWith(`/${locale}/`))
      .map((address) => address.slice(locale.length + 1))
      .toSorted();
  const english = below('en');
  for (const locale of locales) expect(below(locale), locale).toEqual(english);
  const neutral = [...builtPages().keys()].filter(
    (address) => address !== '/404.html' && !locales.some((locale) => address.startsWith(`/${locale}/`)),
  );
  expect(neutral.toSorted()).toEqual(english);
});

test('every page has its language, a title, one main heading and no id twice', () => {
  const faults: string[] = [];
  for (const { address, html, tags, doubled } of builtPages().values()) {
    const locale = locales.find((id) => address.startsWith(`/${id}/`));
    const lang = tags.find(({ name }) => name === 'html')?.attributes['lang'];
    if (lang !== (locale === undefined ? 'en' : LOCALES[locale].lang)) faults.push(`${address}: lang is ${lang ?? ''}`);
    if (tags.filter(({ name }) => name === 'h1').length !== 1) faults.push(`${address}: not one h1`);
    if (textOf(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '') === '') faults.push(`${address}: no title`);
    if (doubled.length > 0) faults.push(`${address}: id twice: ${doubled.join(', ')}`);
    // "[object ID]" is to be filled in by the sender of a message.
    if (/\{[a-z]+\}|undefined|\[object Object\]/.test(textOf(html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, ''))))
      faults.push(`${address}: an unfilled placeholder`);
  }
  expect(faults).toEqual([]);
});

test('every link and anchor inside the site resolves, in its own language but for the language switch', () => {
  const pages = builtPages();
  const site = new URL(
    pages.get('/en/')?.tags.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'] ?? '',
  ).origin;
  const faults = new Set<string>();
  for (const page of pages.values()) {
    const own = locales.find((locale) => page.address.startsWith(`/${locale}/`));
    for (const { name, attributes } of page.tags) {
      const target = attributes['href'] ?? attributes['src'] ?? attributes['action'];
      if (target === undefined) continue;
      const url = new URL(target, `${site}${page.address}`);
      if (url.origin !== site) {
        if (url.protocol !== 'https:') faults.add(`${page.address}: ${target} is not https`);
        continue;
      }
      const found = pages.get(url.pathname);
      if (found === undefined && !hasFile(url.pathname)) faults.add(`${page.address}: ${target} does not exist`);
      const id = decodeURIComponent(url.hash.slice(1));
      if (id !== '' && found?.ids.has(id) === false) faults.add(`${page.address}: ${target} has no such section`);
      const other = locales.find((locale) => url.pathname.startsWith(`/${locale}/`));
      const isSwitch = attributes['hreflang'] !== undefined;
      // Files for programs have no language, and the links for tickets lead to none on purpose.
      const isNeutral = other === undefined && (found === undefined || attributes['data-neutral'] !== undefined);
      if (name === 'a' && own !== undefined && other !== own && !isSwitch && !isNeutral)
        faults.add(`${page.address}: ${target} leaves the language`);
      if (isSwitch && other !== undefined && attributes['hreflang'] !== LOCALES[other].lang)
        faults.add(`${page.address}: ${target} is not in ${attributes['hreflang'] ?? ''}`);
    }
  }
  expect([...faults]).toEqual([]);
});

/** Anchors that old links use, and the articles that carried them when they were published. */
const oldAnchors: readonly (readonly [string, readonly ArticleSlug[]])[] = [
  ['multi-partner-support', ['multipartner']],
  ['multi-channel-support', ['multichannel']],
  ['multi-partner', ['21vianet/multipartner']],
  ['multi-channel', ['21vianet/multichannel']],
  ['see-also', articleSlugs],
];

for (const [anchor, carriers] of oldAnchors)
  test(`the old anchor #${anchor} still leads somewhere in every language`, () => {
    for (const locale of locales)
      for (const article of carriers) {
        const page = builtPage(`/${locale}/${article}/`);
        expect.soft(page.ids, page.address).toContain(anchor);
      }
  });

const decision = z.object({
  revision: z.unknown(),
  order: z.array(z.string()),
  rows: z.array(z.unknown()),
  paths: z.record(
    z.string(),
    z.strictObject({ outcome: z.string(), notes: z.array(z.string()), facts: z.array(z.string()) }),
  ),
});

test('/decision.json says for each of the 225 results what the table decides', () => {
  const data: unknown = JSON.parse(builtFile('decision.json'));
  const { paths, order, rows } = decision.parse(data);
  const expected = Object.fromEntries(
    allResults.map(({ path, node: { outcome, notes, facts } }) => [path.join('/'), { outcome, notes, facts }]),
  );
  expect(paths).toEqual(expected);
  expect(Object.keys(paths)).toHaveLength(225);
  expect(order).toEqual(content.table.order);
  expect(rows).toHaveLength(content.table.rows.length);
  const keys = ['asked', 'gates', 'notes', 'order', 'outcomes', 'paths', 'questions', 'revision', 'rows', 'today'];
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(data))).toEqual(expect.arrayContaining(keys));
});

test('/facts.json has the 186 facts of the ledger, each with its article and its text in four languages', () => {
  const facts = servedFacts();
  expect(Object.keys(facts)).toHaveLength(186);
  expect(Object.keys(facts).toSorted()).toEqual([...content.facts.keys()].toSorted());
  expect([...new Set(Object.values(facts).map(({ page }) => page))].toSorted()).toEqual([...articleSlugs].toSorted());
});

test('each fact reads in its article, at its anchor, as /facts.json says, and is stated nowhere else', () => {
  const facts = servedFacts();
  for (const locale of locales)
    for (const article of articleSlugs) {
      const page = builtPage(`/${locale}/${article}/`);
      const stated = sentencesOf(page).filter(({ home }) => home);
      const expected = Object.entries(facts).filter(([, fact]) => fact.page === article);
      expect
        .soft(Object.fromEntries(stated.map(({ id, text }) => [id, text])), page.address)
        .toEqual(Object.fromEntries(expected.map(([id, { text }]) => [id, text[locale]])));
      expect.soft(stated, page.address).toHaveLength(expected.length);
    }
});

test('a fact that an article quotes reads as /facts.json says and is followed by a link to its home', () => {
  const facts = servedFacts();
  let quoted = 0;
  for (const locale of locales)
    for (const article of articleSlugs) {
      const page = builtPage(`/${locale}/${article}/`);
      for (const { id, text, home, after } of sentencesOf(page)) {
        if (home) continue;
        quoted++;
        expect.soft(text, `${page.address}: ${id}`).toBe(facts[id]?.text[locale]);
        const link = /<a href="([^"]*)"/.exec(after)?.[1];
        expect.soft(link, `${page.address}: ${id}`).toBe(`/${locale}/${facts[id]?.page ?? ''}/#${id}`);
      }
    }
  expect(quoted).toBeGreaterThan(50);
});

test('results and outcomes quote facts in the words of /facts.json', () => {
  const facts = servedFacts();
  const faults: string[] = [];
  let quoted = 0;
  for (const page of builtPages().values()) {
    const locale = locales.find((id) => page.address.startsWith(`/${id}/`));
    const kind = mainOf(page)['data-page'];
    if (locale === undefined || (kind !== 'result' && kind !== 'outcome')) continue;
    for (const { id, text } of sentencesOf(page)) {
      quoted++;
      if (facts[id]?.text[locale] !== text) faults.push(`${page.address}: ${id} reads "${text}"`);
    }
  }
  expect(faults).toEqual([]);
  expect(quoted).toBeGreaterThan(1000);
});

test('a result lists every fact that decides it', () => {
  for (const locale of locales)
    for (const result of allResults) {
      const sentences = sentencesOf(builtPage(resultAddress(locale, result)));
      const listed = new Set(sentences.filter(({ element }) => element === 'span').map(({ id }) => id));
      const missing = result.node.facts.filter((id) => !listed.has(id));
      expect.soft(missing, resultAddress(locale, result)).toEqual([]);
    }
});
