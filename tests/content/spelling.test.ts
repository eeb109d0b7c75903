import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../src/config/locales.ts';
import { loadContent, type Content } from '../../src/lib/content/load.ts';
import { spellingProblems } from '../../src/lib/content/spelling.ts';

const content = loadContent();

type Notes = Readonly<Record<string, string>>;

/** The content with nothing in it but these notes, by locale. */
function noted(notes: Readonly<Record<Locale, Notes>>): Content {
  const words = (locale: Locale): Content['wording'][Locale] => ({
    ...content.wording[locale],
    outcomes: {},
    questions: {},
    answers: {},
    disagreements: {},
    compare: { rows: {}, cells: {} },
    glossary: { terms: {}, rules: [] },
    notes: notes[locale],
  });
  return {
    ...content,
    wording: { en: words('en'), es: words('es'), ru: words('ru'), 'pt-br': words('pt-br') },
    articles: { en: new Map(), es: new Map(), ru: new Map(), 'pt-br': new Map() },
  };
}

type Spelt = readonly [locale: Locale, sentence: string, unknown: readonly string[]];

const misspelt = [
  ['en', 'The subscripton stays.', ['subscripton'], 'subscription'],
  ['es', 'La suscripcion se queda.', ['suscripcion'], 'suscripción'],
  ['ru', 'Подпсика остается.', ['Подпсика'], 'Подписка'],
  ['pt-br', 'A assinatra continua.', ['assinatra'], 'assinatura'],
] as const;

/** A compound is as right as its parts. */
const compounds: readonly Spelt[] = [
  ['en', 'It is customer-ownned.', ['customer-ownned']],
  ['es', 'Es técnico-admministrativo.', ['técnico-admministrativo']],
  ['ru', 'Это онлайн-слжуба.', ['онлайн-слжуба']],
  ['pt-br', 'São os pré-requisittos.', ['pré-requisittos']],
  ['pt-br', 'O parcero pede ao cliente uma relaçao.', ['parcero', 'relaçao']],
];

/** An English word in a translation is a slip, unless it is a name or label that the project lists. */
const foreign: readonly Spelt[] = [
  ['ru', 'Откройте dashboard клиента.', ['dashboard']],
  ['ru', 'Клиент подписывает worksheet.', ['worksheet']],
  ['es', 'El cliente firma el worksheet.', ['worksheet']],
  ['pt-br', 'O cliente assina o worksheet.', ['worksheet']],
  ['en', 'The customer signs the contrato.', ['contrato']],
  ['es', 'O cliente assina.', ['assina']],
  ['pt-br', 'O cliente quiere pedir.', ['quiere']],
  ['en', 'It honors the color.', ['honors', 'color']],
  // a name is spelt as it is listed
  ['ru', 'Откройте azure и javascript.', ['azure', 'javascript']],
];

/** A word that one language lists as its own is none in another. */
const own: readonly Spelt[] = [
  ['ru', 'Это реселлеры. РЕСЕЛЛЕРЫ. Реселлеры.', []],
  ['es', 'Es una redifusión.', []],
  ['en', 'It is a helpdesk.', []],
  ['pt-br', 'É o multiparceiro.', []],
  ['es', 'Es multiparceiro.', ['multiparceiro']],
  ['pt-br', 'É uma redifusión.', ['redifusión']],
];

const noWords: readonly Spelt[] = [
  ['es', 'Consulte learn.microsoft.com/xyzzy/qwrt.', []],
  ['es', 'Consulte el archivo qwrtz.yml.', []],
  ['es', 'Se han encontrado {qwrtz} resultados.', []],
  ['es', 'Consulte MP18d y N11b, y también 21Vianet.', []],
  ['es', 'La opción x o la y.', []],
];

const NAMES = 'Microsoft Syndication Partner, Office 365, Azure, CSP, GDAP, JavaScript.';
const right: readonly Spelt[] = [
  ...locales.map((locale): Spelt => [locale, NAMES, []]),
  ['en', 'The partner’s organisation, licence-based; it doesn’t favour anyone.', []],
  ['es', '¿Quién lo pide? Los revendedores indirectos, según el período de suscripción.', []],
  ['ru', 'Торговые посредники, по-русски: арендатор и еще один клиент.', []],
  ['pt-br', 'O locatário é do cliente; as assinaturas baseadas em licença, também.', []],
];

const repeated: Notes = { a: 'Un inqulino.', b: 'Otro inqulino.', c: 'El inqulino.' };

// To read the dictionaries takes longest: everything is spelt in one go.
const sentences = [...misspelt, ...compounds, ...foreign, ...own, ...noWords, ...right];
const notesOf = (locale: Locale): Notes => ({
  ...Object.fromEntries(sentences.flatMap(([of, text], index) => (of === locale ? [[`n${index}`, text]] : []))),
  ...(locale === 'es' && repeated),
});
const problems = await spellingProblems(
  noted({ en: notesOf('en'), es: notesOf('es'), ru: notesOf('ru'), 'pt-br': notesOf('pt-br') }),
);

const problemsOf = (locale: Locale, sentence: string) => {
  const index = sentences.findIndex(([of, text]) => of === locale && text === sentence);
  return problems.filter(({ cause, message }) => cause === `spelling: ${locale}` && message.startsWith(`n${index}: `));
};
const unknownIn = (locale: Locale, sentence: string) =>
  problemsOf(locale, sentence).map(({ message }) => /"(.+?)"/.exec(message)?.[1]);

test('the real texts have no mistake in spelling, in any language', async () => {
  expect(await spellingProblems(content)).toEqual([]);
});

describe('a misspelt word', () => {
  test.each(misspelt)('is found in %s, with file, place and remedy: %j', (locale, sentence, [word], known) => {
    const found = problemsOf(locale, sentence);
    expect(found.map(({ file }) => file)).toEqual([`src/content/wording/${locale}/notes.json`]);
    const { message, remedy } = found[0] ?? { message: '', remedy: '' };
    expect(message).toMatch(new RegExp(`^n\\d+: "${word}" \\(known: .*${known}`));
    expect(remedy).toBe(`Correct it, or add it to src/content/spelling/${locale}.txt (a name: all.txt).`);
  });

  test.each(compounds)('is found in %s in each place and in half of a compound: %j', (locale, sentence, unknown) => {
    expect(unknownIn(locale, sentence)).toEqual(unknown);
  });

  test('is told once, with the number of the other places', () => {
    const told = problems.filter(({ message }) => message.includes('inqulino'));
    expect(told.map(({ message }) => message.split(' (')[0])).toEqual(['a: "inqulino", and in 2 more places']);
  });

  test('is found in an article with its line, and not in what readers search with', async () => {
    const article = content.articles.ru.get('multichannel');
    if (article === undefined) throw new Error('there is no such article');
    const readable = [{ line: 999, text: 'Это опичатка.' }];
    const quiet = noted({ en: {}, es: {}, ru: {}, 'pt-br': {} });
    const search = { stop: ['опичатки'], same: [], keywords: { multipartner: ['мультипарнтер'] } };
    const found = await spellingProblems({
      ...quiet,
      wording: { ...quiet.wording, ru: { ...quiet.wording.ru, search } },
      articles: { ...quiet.articles, ru: new Map([['multichannel', { ...article, readable }]]) },
    });
    expect(found.map(({ file, message }) => [file, message.split(' (')[0]])).toEqual([
      ['src/content/articles/ru/multichannel.mdx', 'line 999: "опичатка"'],
    ]);
  });
});

describe('a word of another language', () => {
  test.each(foreign)('is found in %s: %j', (locale, sentence, unknown) => {
    expect(unknownIn(locale, sentence)).toEqual(unknown);
  });

  test.each(own)('is right in %s only if that language lists it: %j', (locale, sentence, unknown) => {
    expect(unknownIn(locale, sentence)).toEqual(unknown);
  });
});

test.each(right)('nothing is found in right %s: %j', (locale, sentence) => {
  expect(unknownIn(locale, sentence)).toEqual([]);
});

test.each(noWords)('an address, file, code, letter or placeholder is no word of %s: %j', (locale, sentence) => {
  expect(unknownIn(locale, sentence)).toEqual([]);
});

test.each(['all', ...locales])('the list of own words %s names each word once, and says what it is for', (name) => {
  const lines = readFileSync(`src/content/spelling/${name}.txt`, 'utf8').split('\n');
  const words = lines.filter((line) => line !== '' && !line.startsWith('#'));
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(lines[0]).toMatch(/^# .+\.$/);
});
