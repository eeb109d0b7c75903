import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLocale, locales, LOCALES, preferredLocale } from '../../../src/config/locales.ts';

describe('the locales', () => {
  test('are English, Spanish, Russian and Brazilian Portuguese, each with its language tag', () => {
    expect(locales.map((locale) => [locale, LOCALES[locale].lang])).toEqual([
      ['en', 'en'],
      ['es', 'es'],
      ['ru', 'ru'],
      ['pt-br', 'pt-BR'],
    ]);
  });

  test.each(['en', 'es', 'ru', 'pt-br'])('have the segment "%s"', (segment) => {
    expect(isLocale(segment)).toBe(true);
  });

  test.each(['pt-BR', 'pt', 'EN', 'fr', '', 'en/', 'constructor', '__proto__', 'toString', undefined])(
    'do not have the segment %j',
    (segment) => {
      expect(isLocale(segment)).toBe(false);
    },
  );
});

describe('the locale a reader prefers', () => {
  test.each([
    ['pt-PT', 'pt-br'],
    ['pt', 'pt-br'],
    ['pt-BR', 'pt-br'],
    ['PT-br', 'pt-br'],
    ['ru-UA', 'ru'],
    ['ru', 'ru'],
    ['es-419', 'es'],
    ['es-MX', 'es'],
    ['es-Latn-ES', 'es'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['fr es', 'es'],
    ['uk-UA ru-RU en', 'ru'],
    ['en es', 'en'],
    ['es en', 'es'],
    ['zh-CN de ja', 'en'],
    ['rue', 'en'],
    ['e', 'en'],
  ])('with %s is %s', (wanted, locale) => {
    expect(preferredLocale(wanted.split(' '))).toBe(locale);
  });

  test.each([[[]], [['']], [['*', '-']], [['constructor', '__proto__']]])('with %j is English', (wanted) => {
    expect(preferredLocale(wanted)).toBe('en');
  });

  test('is one of ours whatever tags there are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (wanted) => {
        expect(locales).toContain(preferredLocale(wanted));
      }),
    );
  });
});
