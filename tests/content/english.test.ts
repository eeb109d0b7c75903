import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/config/locales.ts';
import { loadContent, type Wording } from '../../src/lib/content/load.ts';

const { wording } = loadContent();

/** Every text under a value of JSON that somebody reads, with the keys that lead to it. Places in a list do not count. */
function* texts(value: unknown, path: readonly string[] = []): Generator<readonly [at: string, text: string]> {
  if (typeof value === 'string') yield [path.join(' > '), value];
  else if (Array.isArray(value)) for (const inner of value) yield* texts(inner, path);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (!['find', 'pattern'].includes(key)) yield* texts(inner, [...path, key]);
}

const files: Readonly<Record<string, (words: Wording) => unknown>> = {
  'interface.json': (words) => words.interface,
  'compare.json': (words) => words.compare,
  'disagreements.json': (words) => words.disagreements,
  glossary: (words) => words.glossary.terms,
};

/** Names and words that happen to be the same in the language. Everything else that is the same was left untranslated. */
const same: Readonly<Record<Exclude<Locale, 'en'>, Readonly<Record<string, readonly string[]>>>> = {
  es: {
    'interface.json': ['21Vianet', 'Global', 'Microsoft'],
    'compare.json': [],
    'disagreements.json': [],
    glossary: ['Microsoft Cloud for US Government', 'Microsoft Syndication Partner', 'partner'],
  },
  ru: {
    'interface.json': ['21Vianet', 'Microsoft'],
    'compare.json': [],
    'disagreements.json': [],
    glossary: ['Microsoft Syndication Partner'],
  },
  'pt-br': {
    'interface.json': ['21Vianet', 'Feed', 'Global', 'Microsoft', 'Partner Center'],
    'compare.json': [],
    'disagreements.json': [],
    glossary: ['Microsoft Cloud for US Government', 'Microsoft Syndication Partner', 'Partner Center'],
  },
};

/** The texts of a language that are the same as those of English under the same keys. */
function untranslated(words: Wording, of: (words: Wording) => unknown): readonly string[] {
  const english = new Set([...texts(of(wording.en))].map((entry) => JSON.stringify(entry)));
  const equal = [...texts(of(words))].filter((entry) => english.has(JSON.stringify(entry)));
  return [...new Set(equal.map(([, text]) => text))].toSorted();
}

describe.each(['es', 'ru', 'pt-br'] as const)('the words in %s', (locale) => {
  test.each(Object.entries(files))('of %s are no English, apart from names', (name, of) => {
    expect(untranslated(wording[locale], of)).toEqual(same[locale][name]);
  });

  test.each(Object.entries(files))('of %s stand under the keys of English', (_, of) => {
    // Which forms to avoid differs by language.
    const keys = (words: Wording) =>
      new Set([...texts(of(words))].map(([at]) => at).filter((at) => !at.includes(' > avoid')));
    expect([...keys(wording[locale])].toSorted()).toEqual([...keys(wording.en)].toSorted());
  });
});

test('a sentence left in English is found among them', () => {
  const { en, ru } = wording;
  const [, left = ''] = en.disagreements['geography']?.readings ?? [];
  const disagreements = {
    ...ru.disagreements,
    geography: { title: 'География', readings: ['Одно.', left], advice: 'Другое.' },
  };
  expect(left).not.toBe('');
  expect(untranslated({ ...ru, disagreements }, (words) => words.disagreements)).toEqual([left]);
  expect(untranslated({ ...ru, glossary: en.glossary }, (words) => words.glossary.terms)).toContain('tenant');
  expect(untranslated({ ...ru, compare: en.compare }, (words) => words.compare).length).toBeGreaterThan(50);
});
