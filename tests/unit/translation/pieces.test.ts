import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleSlugs } from '../../../src/config/articles.ts';
import { locales } from '../../../src/config/locales.ts';
import { rewriteArticle, TranslationError } from '../../../src/lib/translation/pieces.ts';
import { filesWith } from '../../../src/lib/translation/write.ts';

const ARTICLE = `---
title: "A title"
description: A description.
written: 2026-11-21
---

Before. <Fact id="a.b">A <Term id="tenant">fact</Term>.</Fact>

<h2 id="steps">Steps</h2>

1. **First.** <Fact id="a.c">Second fact.</Fact>
2. Then [go](../there/).

<p><Fact id="a.d">Alone.</Fact></p>

<Disagreement fact="a.d">They disagree.</Disagreement>

<Wizard />
`;

const texts = (source: string) => {
  const found: [string, string][] = [];
  rewriteArticle(source, (name, text) => {
    found.push([name, text]);
    return text;
  });
  return Object.fromEntries(found);
};

describe('the texts of an article', () => {
  test('are its facts, headings and notes, and the prose of each section with places for the facts in it', () => {
    expect(texts(ARTICLE)).toEqual({
      ':title': 'A title',
      ':description': 'A description.',
      ':prose': 'Before. <Fact id="a.b" />',
      '#a.b': 'A <Term id="tenant">fact</Term>.',
      '#steps': 'Steps',
      '#steps:prose': '**First.** <Fact id="a.c" />\nThen [go](../there/).',
      '#a.c': 'Second fact.',
      '#a.d': 'Alone.',
      '#a.d:note': 'They disagree.',
    });
  });

  test('go back where they were, with all around them as it was', () => {
    const written = rewriteArticle(ARTICLE, (name, text) =>
      name === '#steps:prose' ? '**Primero.** <Fact id="a.c" />\nDespués [vaya](../there/).' : text,
    );
    expect(written).toBe(
      ARTICLE.replace('**First.** <Fact', '**Primero.** <Fact').replace('Then [go]', 'Después [vaya]'),
    );
  });

  test('cannot go back in another number of paragraphs', () => {
    const merge = () => rewriteArticle(ARTICLE, (_, text) => text.replaceAll('\n', ' '));
    expect(merge).toThrow(TranslationError);
    expect(merge).toThrow('#steps:prose has 2 paragraphs in its file and would get 1');
  });

  test('leave every article as it is when none is changed', () => {
    for (const locale of locales)
      for (const slug of articleSlugs) {
        const source = readFileSync(`src/content/articles/${locale}/${slug}.mdx`, 'utf8');
        expect(rewriteArticle(source, (_, text) => text)).toBe(source);
      }
  });
});

describe('texts written back', () => {
  test('change their own file alone', () => {
    const files = filesWith('es', new Map([['outcomes.multi-partner.title', 'Otro título']]));
    expect(files.map(({ file }) => file)).toEqual(['src/content/wording/es/outcomes.json']);
    expect(files[0]?.after).toContain('"title": "Otro título"');
  });

  test('find their place where the locale did without them', () => {
    const [file] = filesWith('es', new Map([['answers.from-csp-partner.hint', 'Una indicación.']]));
    expect(file?.file).toBe('src/content/wording/es/questions.json');
    expect(file?.after).toContain('"hint": "Una indicación."');
  });

  test('are refused where there is no place for them', () => {
    expect(() => filesWith('es', new Map([['articles/multichannel#no-such', 'x']]))).toThrow(
      '"articles/multichannel#no-such" has no place in es',
    );
  });
});
