import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { locales, type Locale } from '../../../src/config/locales.ts';
import { fold } from '../../../src/search/words/fold.ts';
import { placesOf } from '../../../src/search/words/found.ts';
import { makeLanguage } from '../../../src/search/words/language.ts';
import { pieces } from '../../../src/search/words/mark.ts';
import { inRussianLayout, isNear, nearest } from '../../../src/search/words/near.ts';
import { loadStemmer } from '../../../src/search/words/stem.ts';
import { tokens } from '../../../src/search/words/tokens.ts';

const alike: readonly (readonly [Locale, string])[] = [
  ['en', 'licence licences license licenses'],
  ['en', 'transfer transferring transferred transfers'],
  ['en', 'organisation organization organisations'],
  ['en', 'buy bought buying purchased'],
  ['es', 'suscripción suscripciones suscripcion'],
  ['es', 'transferir transferencia transferencias transfiere transfiriendo'],
  ['es', 'factura facturas facturación facturaciones'],
  ['es', 'partner partners'],
  ['es', 'perder perdí perdido pierde'],
  ['ru', 'подписка подпиской подписок подписку'],
  ['ru', 'партнер партнёр партнером партнёры партнерам'],
  ['ru', 'глобальный глобального глобальной'],
  ['ru', 'перевод перевести переводить переведу'],
  ['ru', 'удаление удалить удалять'],
  ['ru', 'купить купил покупал покупка'],
  ['pt-br', 'permissão permissões permissao permissoes'],
  ['pt-br', 'relação relações relacao'],
  ['pt-br', 'função funções funcao'],
  ['pt-br', 'transferir transferência transferências'],
  ['pt-br', 'mudar mudança mudanças'],
  ['pt-br', 'canal canais'],
];

const apart: readonly (readonly [Locale, string, string])[] = [
  ['en', 'reseller', 'resell'],
  ['en', 'provider', 'privilege'],
  ['es', 'licencia', 'lista'],
  ['ru', 'покупатель', 'покупать'],
  ['ru', 'партнер', 'партия'],
  ['pt-br', 'parceiro', 'parte'],
];

describe('words in folded letters', () => {
  test.each([
    ['Suscripción', 'suscripcion'],
    ['PERMISSÕES', 'permissoes'],
    ['партнёр', 'партнер'],
    ['глобальной', 'глобальной'],
    ['won’t', 'wont'],
    ['e\u0301', 'e'],
  ])('%s is %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  test('stay as they are when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the words of a text', () => {
  test('are the parts of compounds, which are known whole too', () => {
    expect(tokens('Multi-partner: MS-AZR-0145P').map(({ form, whole }) => [form, whole])).toEqual([
      ['multi', 'multipartner'],
      ['partner', undefined],
      ['ms', 'msazr0145p'],
      ['azr', undefined],
      ['0145p', undefined],
    ]);
  });

  test('stand where they say, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { typed, at } of tokens(text)) expect(text.slice(at, at + typed.length)).toBe(typed);
      }),
    );
  });
});

describe('forms of a word', () => {
  test.each(alike)('meet in %s: %s', async (locale, words) => {
    const stem = await loadStemmer(locale);
    expect(new Set(words.split(' ').map((word) => stem(fold(word)))).size).toBe(1);
  });

  test.each(apart)('are not mixed up in %s: %s and %s', async (locale, one, other) => {
    const stem = await loadStemmer(locale);
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });

  test.each(locales)('are found in any word of %s without a failure', async (locale) => {
    const stem = await loadStemmer(locale);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof stem(fold(text))).toBe('string');
      }),
    );
  });
});

describe('words with one meaning', async () => {
  const same = [
    ['reseller', 'resale partner'],
    ['multi-partner', 'multipartner', 'several partners'],
  ];
  const language = makeLanguage({ stop: ['the', 'to us'], same }, await loadStemmer('en'));
  const groups = (text: string) =>
    language.read(text).flatMap(({ terms }) => terms.filter((term) => term.startsWith('=')));

  test.each(['a reseller', 'the resale partners', 'Resellers'])('are one: %s', (text) => {
    expect(groups(text)).toEqual(['=0']);
  });

  test.each(['multi partner', 'Multi-Partner', 'multipartner', 'several partners'])(
    'are one however joined: %s',
    (text) => {
      expect(groups(text)).toEqual(['=1']);
    },
  );

  test('are no part of another word, and words without meaning are known as such', () => {
    expect(groups('several other partners')).toEqual([]);
    expect(language.read('give the role to us').map(({ stop }) => stop)).toEqual([false, true, false, true]);
  });

  test('are marked in a text, which stays whole', () => {
    const text = 'The resale partner, and several RESELLERS.';
    const cut = pieces(text, new Set(['=0']), language);
    expect(cut.map((piece) => piece.text).join('')).toBe(text);
    expect(cut.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['resale partner', 'RESELLERS']);
  });
});

describe('a word with a wrong letter', () => {
  test.each([
    ['tennant', 'tenant'],
    ['tenat', 'tenant'],
    ['tebant', 'tenant'],
    ['tneant', 'tenant'],
    ['enant', 'tenant'],
  ])('%s is near to %s', (typed, right) => {
    expect(isNear(typed, right)).toBe(true);
    expect(isNear(right, typed)).toBe(true);
    expect(nearest(typed, ['partner', right])).toBe(right);
  });

  test.each([
    ['tenant', 'tenant'],
    ['teannt', 'tnenat'],
    ['ten', 'tenant'],
    ['', 'a b'],
  ])('%s is not near to %s', (one, other) => {
    expect(isNear(one, other)).toBe(false);
  });

  test('is not guessed when it is short', () => {
    expect(nearest('cps', ['csp'])).toBeUndefined();
  });

  test('may have been typed on the wrong layout', () => {
    expect(inRussianLayout('Gfhnyth')).toBe('партнер');
  });
});

test('a page is marked in whatever form the words stand there', async () => {
  const text = 'Подписку переводят партнёру. Подписок нет.';
  const places = placesOf(text, 'подписка партнер', await loadStemmer('ru'));
  expect(places.map(([from, to]) => text.slice(from, to))).toEqual(['Подписку', 'партнёру', 'Подписок']);
});
