import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { articleSlugs } from '../../../src/config/articles.ts';
import { locales } from '../../../src/config/locales.ts';

const folder = mkdtempSync(join(tmpdir(), 'content-'));
const at = (file: string) => join(folder, 'src', 'content', file);

/** Reads and checks the content of the folder as it is now. */
async function load() {
  vi.resetModules();
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  const { loadContent, ContentError } = await import('../../../src/lib/content/load.ts');
  const { checkContent } = await import('../../../src/lib/content/check.ts');
  vi.restoreAllMocks();
  return { loadContent, ContentError, checkContent };
}

beforeEach(() => {
  rmSync(at('.'), { recursive: true, force: true });
  cpSync('src/content', at('.'), { recursive: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the content, as it is read from its files', () => {
  test('has every article in every locale and no other file among them', async () => {
    const { articles, strayArticles } = (await load()).loadContent();
    for (const locale of locales) expect([...articles[locale].keys()]).toEqual(articleSlugs);
    expect(strayArticles).toEqual([]);
  });

  test('is read without an article that one locale lacks, and the check names the file', async () => {
    rmSync(at('articles/ru/21vianet/multichannel.mdx'));
    const { loadContent, checkContent } = await load();
    const content = loadContent();
    expect(content.articles.ru.has('21vianet/multichannel')).toBe(false);
    expect(content.articles.es.has('21vianet/multichannel')).toBe(true);
    const missing = checkContent(content).filter(({ cause }) => cause === 'article: missing');
    expect(missing.map(({ file }) => file)).toEqual(['src/content/articles/ru/21vianet/multichannel.mdx']);
  });

  test.each([
    'articles/es/multi-channel.mdx',
    'articles/pt-br/21vianet/work-with-others.mdx',
    'articles/fr/multichannel.mdx',
    'articles/en/multichannel.mdx.orig',
    'articles/notes.txt',
  ])('has a stray file in %s, which the check names', async (file) => {
    cpSync(at('articles/en/multichannel.mdx'), at(file));
    const { loadContent, checkContent } = await load();
    const content = loadContent();
    expect(content.strayArticles).toEqual([file]);
    expect(checkContent(content).map((problem) => [problem.cause, problem.file])).toEqual([
      ['article: unknown', `src/content/${file}`],
    ]);
  });

  test('has the words of an article as they stand in its file', async () => {
    const file = 'articles/pt-br/multipartner.mdx';
    writeFileSync(at(file), `${readFileSync(at(file), 'utf8')}\nUma frase nova.\n`);
    const { articles } = (await load()).loadContent();
    expect(articles['pt-br'].get('multipartner')?.readable.at(-1)?.text).toBe('Uma frase nova.');
  });
});

describe('content that cannot be read', () => {
  const change = (file: string, make: (text: string) => string) => {
    writeFileSync(at(file), make(readFileSync(at(file), 'utf8')));
  };

  test.each([
    ['facts/newer.json', 'a missing file', undefined, 'is missing'],
    ['glossary/ru.json', 'a missing glossary', undefined, 'is missing'],
    ['wording/es/compare.json', 'no JSON', () => '{', 'is not JSON'],
    ['facts/newer.json', 'a date nobody writes', (text: string) => text.replace('2021-10-29', '29.10.2021'), 'since'],
    [
      'facts/facts.json',
      'a cloud that is none',
      (text: string) => text.replace(/"cloudIds": \[[^\]]*\]/, '"cloudIds": ["mars"]'),
      'cloudIds > 0',
    ],
    [
      'facts/newer.json',
      'a certainty that is none',
      (text: string) => text.replace('"certainty": "copy"', '"certainty": "rumour"'),
      'certainty',
    ],
    [
      'facts/disagreements.json',
      'a disagreement about nothing',
      (text: string) => text.replace(/"facts": \[[^\]]*\]/, '"facts": []'),
      'facts',
    ],
    ['compare/comparison.json', 'a misspelt key', (text: string) => text.replace('"cells"', '"cels"'), 'cels'],
    [
      'glossary/pt-br.json',
      'a term without meaning',
      (text: string) => text.replace('"meaning"', '"sense"'),
      'meaning',
    ],
    [
      'wording/ru/interface.json',
      'a word of the interface that is missing',
      (text: string) => text.replace('"undatedLead"', '"undatedLed"'),
      'changes > undatedLead',
    ],
  ])('%s with %s is named, with what is wrong', async (file, _, make, names) => {
    if (make === undefined) rmSync(at(file));
    else change(file, make);
    const { loadContent, ContentError } = await load();
    expect(loadContent).toThrow(ContentError);
    expect(loadContent).toThrow(`src/content/${file}`);
    expect(loadContent).toThrow(names);
  });

  test('is named all at once, with the entry that is wrong', async () => {
    change('decision/rows.json', (text) => text.replaceAll('"outcome": "ordinary-sale"', '"outcom": "ordinary-sale"'));
    change('wording/es/notes.json', () => '{');
    rmSync(at('decision/golden.txt'));
    rmSync(at('glossary/ru.json'));
    const { loadContent, ContentError } = await load();
    let problems: readonly { readonly cause: string; readonly file: string; readonly message: string }[] = [];
    try {
      loadContent();
    } catch (error) {
      if (error instanceof ContentError) ({ problems } = error);
    }
    expect(new Set(problems.map(({ cause, file }) => `${cause} ${file}`))).toEqual(
      new Set([
        'file: form src/content/decision/rows.json',
        'file: no JSON src/content/wording/es/notes.json',
        'file: missing src/content/decision/golden.txt',
        'file: missing src/content/glossary/ru.json',
      ]),
    );
    expect(problems.map(({ message }) => message).join('\n')).toContain('G1-direct-global > outcome');
  });
});
