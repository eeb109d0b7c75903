import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/lib/content/check.ts';
import { translationTasks } from '../../../src/lib/content/checks/translation.ts';
import { loadContent, type Content } from '../../../src/lib/content/load.ts';
import { hashOf, isNamed, missingFrom, recorded, stateOf } from '../../../src/lib/translation/record.ts';
import { unitsOf } from '../../../src/lib/translation/units.ts';

const content = loadContent();

/** The content with another title of an outcome in English. */
const withEnglishTitle = (title: string): Content => {
  const { en } = content.wording;
  const words = en.outcomes['multi-partner'];
  if (words === undefined) throw new Error('there is no outcome multi-partner');
  const outcomes = { ...en.outcomes, 'multi-partner': { ...words, title } };
  return { ...content, wording: { ...content.wording, en: { ...en, outcomes } } };
};

const KEY = 'outcomes.multi-partner.title';

describe('each text knows which English text it was written from', () => {
  test('and today every text of every locale is up to date', () => {
    expect(translationTasks(content)).toEqual([]);
    expect(checkContent(content).filter(({ cause }) => cause.startsWith('translation'))).toEqual([]);
  });

  test('so that a change in English makes a task for each other language, which stops no build', () => {
    const changed = withEnglishTitle('Several partners at once');
    expect(checkContent(changed).filter(({ cause }) => cause.startsWith('translation'))).toEqual([]);
    expect(translationTasks(changed).map(({ cause, file, message }) => [cause, file, message])).toEqual(
      ['es', 'ru', 'pt-br'].map((locale) => [
        `to do in ${locale}: older than English`,
        `src/content/wording/${locale}/outcomes.json`,
        `${KEY}: Several partners at once`,
      ]),
    );
  });

  test('while a text without a record and a record without a text are problems', () => {
    const { [KEY]: entry = '', ...rest } = content.translation.ru;
    const translation = { ...content.translation, ru: { ...rest, 'outcomes.no-such.title': entry } };
    const problems = checkContent({ ...content, translation }).filter(({ cause }) => cause.startsWith('translation'));
    expect(problems.map(({ cause, message }) => [cause, message])).toEqual([
      ['translation: not on record', `"${KEY}" has no entry`],
      ['translation: gone', '"outcomes.no-such.title" is no text any more'],
    ]);
  });

  test('by keys that say where it stands', () => {
    const keys = unitsOf(content, 'es').map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        KEY,
        'glossary.tenant.meaning',
        'answers.license.label',
        'articles/multichannel:title',
        'articles/multichannel#when-it-applies',
        'articles/multichannel#when-it-applies:prose',
        'articles/multichannel#multi-channel.purpose',
        'articles/multichannel#multi-channel.purpose:note',
      ]),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => /^glossary.*\.(find|avoid)\b|^search/.test(key))).toEqual([]);
  });
});

describe('a text is older when the words of its source have changed', () => {
  test.each([
    ['A sentence.', 'A sentence.', 'current'],
    ['A sentence.', 'Another sentence.', 'older'],
    ['A <Term id="tenant">tenant</Term>.', 'A tenant.', 'current'],
    ['See [there](../there/).', 'See [there](../elsewhere/).', 'current'],
    ['See <Fact id="a.b" /> there.', 'See there.', 'older'],
  ])('%s, then %s: %s', (then, now, state) => {
    expect(stateOf(hashOf(then), now)).toBe(state);
  });

  test('and missing while the English one stands in for it', () => {
    expect(stateOf(missingFrom('A sentence.'), 'A sentence.')).toBe('missing');
  });
});

describe('the command that keeps the record', () => {
  const source = 'One whole sentence of good English.';
  const run = (text: string, entry?: string, names: readonly string[] = []) =>
    recorded([{ key: 'a', source, text }], entry === undefined ? {} : { a: entry }, isNamed(names));

  test('takes in a new text, and one that is nothing but the English text as missing', () => {
    expect(run('Una frase entera.').record).toEqual({ a: hashOf(source) });
    expect(run(source).record).toEqual({ a: missingFrom(source) });
  });

  test('leaves a text that is older as it is, until a person names it', () => {
    const older = hashOf('What it was.');
    expect(run('Una frase entera.', older)).toMatchObject({ record: { a: older }, changes: [] });
    expect(run('Una frase entera.', older, ['a']).record).toEqual({ a: hashOf(source) });
  });

  test('sees that a missing text was written', () => {
    expect(run('Une phrase entière.', missingFrom(source)).record).toEqual({ a: hashOf(source) });
  });

  test('has the English text that stands in for a missing one follow English', () => {
    const before = 'What it was.';
    const { record, copies } = run(before, missingFrom(before));
    expect(record).toEqual({ a: missingFrom(source) });
    expect([...copies]).toEqual([['a', source]]);
  });

  test('forgets what is no more', () => {
    expect(recorded([], { a: hashOf(source) }, isNamed([]))).toMatchObject({
      record: {},
      changes: [{ key: 'a', change: 'gone' }],
    });
  });

  test.each([
    ['outcomes.*', 'outcomes.multi-partner.title', true],
    ['outcomes.*', 'interface.outcomes.title', false],
    ['articles/multichannel#*', 'articles/multichannel#steps:prose', true],
    ['articles/multichannel#steps', 'articles/multichannel#steps:prose', false],
    ['a.c', 'abc', false],
  ])('%s names %s: %s', (name, key, named) => {
    expect(isNamed([name])(key)).toBe(named);
  });
});
