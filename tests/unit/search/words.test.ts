import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
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
  ['en', 'buy bought buying purchase purchases purchased purchasing'],
  ['en', 'program programme programmes'],
  ['en', 'center centre centers centres'],
  ['en', 'reseller resellers reseler reselers'],
  ['en', 'sell sold selling'],
  ['en', 'lose lost losing loses'],
  ['en', 'give gave given giving'],
  ['en', 'take took taken taking'],
  ['en', 'pay paid paying'],
  ['en', 'leave left leaving'],
  ['en', 'organise organised organises organising organize organized'],
  ['es', 'suscripción suscripciones suscripcion'],
  ['es', 'transferir transferencia transferencias transfiere transfiriendo'],
  ['es', 'factura facturas facturación facturaciones'],
  ['es', 'partner partners'],
  ['es', 'venta ventas vender'],
  ['es', 'uso usos'],
  ['es', 'dependencia dependencias depender'],
  ['es', 'transfirió transfiero transferir'],
  ['es', 'pierdo pierden perder'],
  ['es', 'licencia licencias licenciar'],
  ['es', 'perder perdí perdido pierde'],
  ['ru', 'подписка подпиской подписок подписку'],
  ['ru', 'партнер партнёр партнером партнёры партнерам'],
  ['ru', 'глобальный глобального глобальной'],
  ['ru', 'перевод перевести переводить переведу'],
  ['ru', 'удаление удалить удалять'],
  ['ru', 'купить купил покупал покупка куплю купля'],
  ['ru', 'продать продажа продает продаю продавать'],
  ['ru', 'перепродать перепродажа'],
  ['ru', 'перенос перенести переносить перенесенный'],
  ['ru', 'пригласить приглашение приглашать'],
  ['ru', 'передать передача передавать переданный'],
  ['ru', 'управлять управление управлю'],
  ['ru', 'partner partners'],
  ['pt-br', 'permissão permissões permissao permissoes'],
  ['pt-br', 'relação relações relacao'],
  ['pt-br', 'função funções funcao'],
  ['pt-br', 'transferir transferência transferências'],
  ['pt-br', 'mudar mudança mudanças'],
  ['pt-br', 'canal canais'],
  ['pt-br', 'partner partners'],
  ['pt-br', 'mensagem mensagens'],
  ['pt-br', 'transfiro transferir transferimos'],
  ['pt-br', 'faturação faturações faturar'],
  ['pt-br', 'descrição descrições'],
  ['pt-br', 'cartão cartões'],
  ['pt-br', 'cópia cópias copiar'],
  ['pt-br', 'início iniciar inicia'],
  ['pt-br', 'licença licenciar licenciamento'],
];

const apart: readonly (readonly [Locale, string, string])[] = [
  ['en', 'reseller', 'resell'],
  ['en', 'provider', 'privilege'],
  ['es', 'licencia', 'lista'],
  ['ru', 'покупатель', 'покупать'],
  ['ru', 'партнер', 'партия'],
  ['ru', 'продать', 'перепродать'],
  ['pt-br', 'parceiro', 'parte'],
];

/** Words that only look like those of a rule, and what Snowball alone makes of them. */
const ordinary: readonly (readonly [Locale, string])[] = [
  ['en', 'mistreat metre raise advertisement reselling purchaser soldier'],
  ['es', 'internacional nacion presidencial presidente transporte oficina'],
  ['ru', 'срок высокий покупатель гражданин прода сводка цена план'],
  ['pt-br', 'nacao visao maes bens mais heroismo transporte eclipsar apps oficina franca lei'],
];

const SNOWBALL = { en: english, es: spanish, ru: russian, 'pt-br': portuguese };

describe('words in folded letters', () => {
  test.each([
    ['Suscripción', 'suscripcion'],
    ['PERMISSÕES', 'permissoes'],
    ['партнёр', 'партнер'],
    ['глобальной', 'глобальной'],
    ['won’t', 'wont'],
    ['e\u0301', 'e'],
    ['и\u0301ли', 'или'],
    ['лицензия', 'лицензия'],
    ['Йод', 'йод'],
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

  test('stand where they say, each part of a compound, too', () => {
    expect(tokens('Multi-partner, x')).toEqual([
      { typed: 'Multi', at: 0, form: 'multi', whole: 'multipartner' },
      { typed: 'partner', at: 6, form: 'partner' },
      { typed: 'x', at: 15, form: 'x' },
    ]);
  });

  test.each([
    ['an apostrophe with letters behind it belongs to its word', 'customer’s role, l’altra', 'customers role laltra'],
    ['one that ends a word does not', 'partners’ links, resellers’', 'partners links resellers'],
    ['nor one before a digit', 'the ’90s and o’365', 'the 90s and o 365'],
    ['a mark behind the apostrophe belongs to the letter', 'd’e\u0301tat', 'detat'],
    ['marks alone are no word', '\u0301 - \u0301-\u0301', ''],
    ['a compound with a part of marks alone is a word', 'tenant-\u0301', 'tenant'],
  ])('%s', (_, text, forms) => {
    expect(
      tokens(text)
        .map(({ form }) => form)
        .join(' '),
    ).toBe(forms);
    expect(tokens('tenant-\u0301')).toEqual([{ typed: 'tenant', at: 0, form: 'tenant' }]);
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
    const stems = new Set(words.split(' ').map((word) => stem(fold(word))));
    expect(stems.size).toBe(1);
    expect(stems).not.toContain('');
  });

  test.each(apart)('are not mixed up in %s: %s and %s', async (locale, one, other) => {
    const stem = await loadStemmer(locale);
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });

  test.each(ordinary)('of %s are left to Snowball where no rule is meant: %s', async (locale, words) => {
    const stem = await loadStemmer(locale);
    const each = words.split(' ');
    expect(each.map(stem)).toEqual(each.map((word) => SNOWBALL[locale](word)));
  });

  test.each([
    ['en', 'o365', 'o365'],
    ['en', 'xбыл', 'xбыл'],
    ['ru', 'partners', 'partner'],
    ['ru', 'azure', 'azure'],
    ['ru', 'dns', 'dns'],
    ['ru', 'partnersх', 'partnersх'],
    ['ru', '1partners', '1partners'],
    ['ru', 'ая', 'ая'],
    ['ru', 'передачa', 'передачa'],
  ] as const)('of %s: %s, which is short or not of its letters, is %s', async (locale, word, expected) => {
    expect((await loadStemmer(locale))(word)).toBe(expected);
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
    ['us', 'united states'],
    ['account of record'],
    ['account'],
  ];
  const language = makeLanguage({ stop: ['the', 'to us', 'us', 'need'], same }, await loadStemmer('en'));
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

  test('are found under their group alone, or under the word, whole and in part', () => {
    const found = (text: string) => language.read(text).map(({ terms, literal }) => [...terms, literal]);
    expect(found('resale partners')).toEqual([['=0', 'resalepartn']]);
    expect(found('roles')).toEqual([['role', 'role']]);
    expect(found('multi-vendor')).toEqual([
      ['multi', 'multivendor', 'multi'],
      ['vendor', 'vendor'],
    ]);
    expect(found('to us')).toEqual([['tou']]);
  });

  test('are the longest that stand there', () => {
    expect(groups('the account of record')).toEqual(['=3']);
    expect(groups('the account on record')).toEqual(['=4']);
  });

  test('count, although one of them alone means nothing; a word without meaning is known in this form only', () => {
    expect(language.read('us').map(({ stop, terms }) => [stop, terms])).toEqual([[false, ['us', '=2']]]);
    expect(language.read('need needs').map(({ stop }) => stop)).toEqual([true, false]);
  });

  test('mean something in a group, although they are left out elsewhere', async () => {
    const both = makeLanguage({ stop: ['to us'], same: [['to us', 'for us']] }, await loadStemmer('en'));
    expect(both.read('to us').map(({ stop }) => stop)).toEqual([false]);
  });

  test('are named for a group, and for nothing else', () => {
    expect(language.sameAs('=1')).toEqual(same[1]);
    for (const term of ['=99', '1', 'reseller', '']) expect(language.sameAs(term)).toEqual([]);
  });

  test('are marked in a text, which stays whole', () => {
    const marked = (text: string, ...terms: readonly string[]) =>
      pieces(text, new Set(terms), language).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text));
    expect(marked('The resale partner, and several RESELLERS.', '=0')).toEqual([
      'The ',
      '[resale partner]',
      ', and several ',
      '[RESELLERS]',
      '.',
    ]);
    expect(marked('role', 'role')).toEqual(['[role]']);
    expect(marked('the role', 'the')).toEqual(['the role']);
    expect(marked('', 'role')).toEqual([]);
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
    ['abcd', 'xacd'],
    ['abcd', 'bxcd'],
    ['abcd', 'bacx'],
    ['abcd', 'xycd'],
    ['abcd', 'abdcx'],
  ])('%s is not near to %s', (one, other) => {
    expect(isNear(one, other)).toBe(false);
    expect(isNear(other, one)).toBe(false);
  });

  test.each([
    ['cps', ['csp', 'cpsx'], undefined],
    ['tens', ['ten'], undefined],
    ['tent', ['test'], 'test'],
    ['tents', ['tent'], 'tent'],
    ['tenat', ['benat', 'tenant'], 'tenant'],
    ['tenat', ['benat', 'senat'], 'benat'],
    ['tenat', ['partner'], undefined],
  ])(
    '%s among %j is taken for %s: short ones for nothing, of others one with the same first letter',
    (word, all, right) => {
      expect(nearest(word, all)).toBe(right);
    },
  );

  test('may have been typed on the wrong layout', () => {
    expect(inRussianLayout('Gfhnyth')).toBe('партнер');
  });
});

test('a compound that was looked for is marked where it is written as one word', async () => {
  const stem = await loadStemmer('en');
  const marked = (text: string, words: string) => placesOf(text, words, stem).map(([from, to]) => text.slice(from, to));
  expect(marked('Multipartner or multi partners', 'multi-partner')).toEqual(['Multipartner', 'multi', 'partners']);
  expect(marked('undefined', 'partner')).toEqual([]);
});

test('a page is marked in whatever form the words stand there', async () => {
  const text = 'Подписку переводят партнёру. Подписок нет.';
  const places = placesOf(text, 'подписка партнер', await loadStemmer('ru'));
  expect(places.map(([from, to]) => text.slice(from, to))).toEqual(['Подписку', 'партнёру', 'Подписок']);
});
