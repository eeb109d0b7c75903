import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../../../src/config/locales.ts';
import { searchForms } from '../../../../src/search/text/forms.ts';

/** Words of one language: what a reader types, and what is searched beside it. */
const cut: Readonly<Record<'ru' | 'pt-br', readonly (readonly [typed: string, shorter: string])[]>> = {
  ru: [
    ['подпиской', 'подписк'],
    ['подпискою', 'подписк'],
    ['подписок', 'подпис'],
    ['ошибок', 'ошиб'],
    ['глобальный', 'глобальн'],
    ['глобальная', 'глобальн'],
    ['глобальное', 'глобальн'],
    ['глобальные', 'глобальн'],
    ['глобального', 'глобальн'],
    ['глобальному', 'глобальн'],
    ['глобальной', 'глобальн'],
    ['глобальных', 'глобальн'],
    ['глобальными', 'глобальн'],
    ['многоканальный', 'многоканальн'],
    ['многоканальной', 'многоканальн'],
    ['партнерский', 'партнерск'],
    ['прежнего', 'прежн'],
    ['прежнему', 'прежн'],
    ['последний', 'последн'],
    ['последняя', 'последн'],
    ['последнее', 'последн'],
    ['последние', 'последн'],
    ['последними', 'последн'],
    ['последних', 'последн'],
    ['отношений', 'отношен'],
    ['лицензией', 'лицензи'],
    ['другой', 'друг'],
  ],
  'pt-br': [
    ['permissão', 'permiss'],
    ['permissões', 'permiss'],
    ['versão', 'vers'],
    ['versões', 'vers'],
    ['função', 'funç'],
    ['funções', 'funç'],
    ['relação', 'relaç'],
    ['relações', 'relaç'],
    ['transação', 'transaç'],
    ['transações', 'transaç'],
    ['opção', 'opç'],
    ['opções', 'opç'],
    ['padrão', 'padr'],
    ['padrões', 'padr'],
    ['alemães', 'alem'],
    ['permissao', 'permiss'],
    ['permissoes', 'permiss'],
    ['funcao', 'funç'],
    ['funcoes', 'funç'],
    ['padroes', 'padr'],
  ],
};

/** Words whose forms the index brings together by itself, or that are too short to be cut. */
const kept: Readonly<Record<Locale, readonly string[]>> = {
  ru: [
    'подписка',
    'подписку',
    'партнер',
    'партнерами',
    'лицензия',
    'перевод',
    'новый',
    'мой',
    'срок',
    'счет',
    'azure',
    'csp',
  ],
  'pt-br': ['assinatura', 'assinaturas', 'parceiro', 'não', 'são', 'pão', 'mão', 'azure', 'csp', 'dap'],
  es: ['suscripción', 'suscripciones', 'facturación', 'permisos', 'función', 'padrão', 'подпиской', 'revendedor'],
  en: ['subscription', 'subscriptions', 'permission', 'função', 'глобальный', 'reseller'],
};

describe('the forms of a query', () => {
  test.each(cut.ru)('in Russian, "%s" is searched as "%s" too', (typed, shorter) => {
    expect(searchForms(typed, 'ru')).toEqual([typed, shorter]);
  });

  test.each(cut['pt-br'])('in Portuguese, "%s" is searched as "%s" too', (typed, shorter) => {
    expect(searchForms(typed, 'pt-br')).toEqual([typed, shorter]);
  });

  test.each(locales.flatMap((locale) => kept[locale].map((word) => [locale, word] as const)))(
    'in %s, "%s" is searched as it is and nothing else',
    (locale, word) => {
      expect(searchForms(word, locale)).toEqual([word]);
    },
  );

  test.each([
    ['ru', 'управление подпиской', ['управление подпиской', 'управлен подписк']],
    ['ru', 'перевод подписок Azure', ['перевод подписок azure', 'перевод подпис azure']],
    [
      'pt-br',
      'permissões da relação com o cliente',
      ['permissões da relação com o cliente', 'permiss da relaç com o cliente'],
    ],
    ['es', 'permisos de administrador', ['permisos de administrador']],
  ] as const)('in %s, each word of "%s" is cut by itself', (locale, query, forms) => {
    expect(searchForms(query, locale)).toEqual(forms);
  });

  test.each([
    ['capitals', 'ПОДПИСКОЙ', 'ru', ['подпиской', 'подписк']],
    ['capitals with accents', 'PERMISSÕES', 'pt-br', ['permissões', 'permiss']],
    ['a й of two characters', 'подпиской'.normalize('NFD'), 'ru', ['подпиской', 'подписк']],
    ['accents of their own', 'permissão'.normalize('NFD'), 'pt-br', ['permissão', 'permiss']],
    ['accents of their own, in capitals', 'FUNÇÕES'.normalize('NFD'), 'pt-br', ['funções', 'funç']],
    ['white space around and between', '  CSP \t\n  EA ', 'en', ['csp ea']],
    ['a space that does not break', 'Azure\u00A0CSP', 'ru', ['azure csp']],
  ] as const)('are the same with %s', (_, query, locale, forms) => {
    expect(searchForms(query, locale)).toEqual(forms);
  });

  test.each(['', ' ', '\t\n', '\u00A0\u2003'])('of %j, which has no word, are none', (query) => {
    for (const locale of locales) expect(searchForms(query, locale)).toEqual([]);
  });

  test('of any string are at most two: the words typed, then as many words of which none is empty', () => {
    const piece = fc.constantFrom('ão', 'ões', 'coes', 'ции', 'ой', 'ыми', 'ому', ' ', 'a', 'ж', '\u0306', 'İ', 'ß');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        fc.constantFrom(...locales),
        (query, locale) => {
          const forms = searchForms(query, locale);
          // Brackets and the like separate words as spaces do.
          const words = query.split(/[\s<>{}|\\^`~]+/).filter(Boolean).length;
          expect(forms.length).toBeLessThanOrEqual(2);
          expect(forms.length > 0).toBe(words > 0);
          expect(new Set(forms).size).toBe(forms.length);
          for (const form of forms) {
            expect(form).toBe(form.toLowerCase().normalize('NFC'));
            expect(form.split(' ').filter(Boolean)).toHaveLength(words);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('the forms of a query, besides', () => {
  test.each([
    ['pt-br', 'o que é permissão?', 'o que é permiss'],
    ['ru', '«подпиской»', 'подписк'],
    ['ru', 'подпиской, лицензия', 'подписк лицензия'],
  ] as const)('in %s, where punctuation follows a word, as in %s', (locale, query, shorter) => {
    expect(searchForms(query, locale)[1]?.replaceAll(/[\p{Punctuation}]/gu, '')).toBe(shorter);
  });

  test('of one Portuguese word in singular and plural, however short: ação and ações', () => {
    expect(searchForms('ações', 'pt-br').at(-1)).toBe(searchForms('ação', 'pt-br').at(-1));
  });

  test('of three letters at least: "aç", for ações, begins acesso, aceitar and acordo too', () => {
    expect(searchForms('ações', 'pt-br').filter((form) => form.length < 3)).toEqual([]);
  });
});
