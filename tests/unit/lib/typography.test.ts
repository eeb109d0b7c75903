import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../../src/config/locales.ts';
import { NBSP, typeset, typographyOf } from '../../../src/lib/content/typography.ts';

/** In these examples ~ stands for the space that does not break. */
const spaced = (text: string) => text.replaceAll('~', NBSP);

/** What the rules of a language find wrong in a text. */
const wrongs = (locale: Locale, text: string) =>
  typographyOf(locale)
    .filter(({ pattern }) => text.search(pattern) >= 0)
    .map(({ why }) => why);

/** Everywhere: as it was written, how it is set, what is wrong with the first. */
const mendedEverywhere = [
  ['Office 365', 'Office~365', 'a product name breaks over two lines'],
  ['Microsoft 365, Dynamics 365', 'Microsoft~365, Dynamics~365', 'a product name breaks over two lines'],
  ["O'Brien", 'O’Brien', 'a straight apostrophe'],
  ['A...', 'A…', 'three full stops for an ellipsis'],
  ['A  B', 'A B', 'two spaces'],
  ['A , B', 'A, B', 'a space before a punctuation mark'],
  ['A : B', 'A: B', 'a space before a punctuation mark'],
  ['(A) .', '(A).', 'a space before a punctuation mark'],
] as const;

const mendedInOne = [
  ['en', 'within 90 days', 'within 90~days', 'a number and its unit break over two lines'],
  ['en', 'eight or 8 business hours', 'eight or 8~business hours', 'a number and its unit break over two lines'],
  ['en', 'a two-year or 2 year term', 'a two-year or 2~year term', 'a number and its unit break over two lines'],
  ['es', 'a los 90 días', 'a los 90~días', 'a number and its unit break over two lines'],
  ['es', 'cada 6 meses', 'cada 6~meses', 'a number and its unit break over two lines'],
  ['es', 'en 1 mes', 'en 1~mes', 'a number and its unit break over two lines'],
  ['pt-br', 'em 60 dias', 'em 60~dias', 'a number and its unit break over two lines'],
  ['pt-br', 'em 1 mês', 'em 1~mês', 'a number and its unit break over two lines'],
  ['ru', 'через 90 дней', 'через 90~дней', 'a number and its unit break over two lines'],
  ['ru', '8 рабочих часов', '8~рабочих часов', 'a number and its unit break over two lines'],
  ['ru', 'до 2018 года', 'до 2018~года', 'a number and its unit break over two lines'],
  ['ru', 'Партнер — это', 'Партнер~— это', 'a line may begin with a dash'],
  ['ru', 'Партнер – это', 'Партнер~— это', 'a line may begin with a dash'],
  ['ru', 'Партнер~– это', 'Партнер~— это', 'a short dash between words'],
  ['ru', 'партнёр', 'партнер', 'the letter ё, which this site does not write'],
  ['ru', 'Ёмкость', 'Емкость', 'the letter Ё, which this site does not write'],
] as const satisfies readonly (readonly [Locale, string, string, string])[];

/** What a machine cannot mend, because it would have to understand the sentence. */
const found = [
  ...locales.flatMap(
    (locale) =>
      [
        [locale, '"A"', 'straight quotation marks'],
        [locale, 'A - B', 'a hyphen for a dash'],
      ] as const,
  ),
  ['en', 'the «tenant»', 'quotation marks of another language'],
  ['en', 'the „tenant“', 'quotation marks of another language'],
  ['pt-br', 'o «locatário»', 'quotation marks of another language'],
  ['pt-br', 'o „locatário“', 'quotation marks of another language'],
  ['es', 'el « inquilino »', 'a space inside quotation marks'],
  ['ru', 'этот « арендатор »', 'a space inside quotation marks'],
  ['es', 'el “inquilino”', 'curly quotation marks outside «…»'],
  ['ru', 'этот “арендатор”', 'curly quotation marks outside «…»'],
  ['es', 'Qué se mueve?', 'a question without ¿'],
  ['es', '¿Qué se mueve? Quién lo pide?', 'a question without ¿'],
  ['es', 'Cuidado!', 'an exclamation without ¡'],
  ['es', '¡Cuidado! No cancele!', 'an exclamation without ¡'],
] as const satisfies readonly (readonly [Locale, string, string])[];

/** What is right as it is. */
const right = [
  ['en', 'The customer’s “tenant” (the directory) is theirs; it’s not yours.'],
  ['en', 'Choose “Request a reseller relationship”: 30~days, 2~years, 365 seats.'],
  ['en', 'A pay-as-you-go subscription, 2016-2021, state-of-the-art; 30 daylight lamps.'],
  ['en', 'Wait … then go on: see 12.5, 1,000 and .md files.'],
  ['es', '¿Quién lo pide? ¡Usted! ¿Y quién acepta?'],
  ['es', 'Si no está seguro, ¿qué debe hacer?'],
  ['es', 'Abra «Clientes» (Customers) y elija «Solicitar una relación de revendedor».'],
  ['es', 'La edición dice: «La opción “Solicitar” ya no existe».'],
  ['es', 'EE.~UU., 90~días, 6~meses, 1~mes.'],
  ['ru', 'Партнер~— это компания; арендатор~— каталог клиента.'],
  ['ru', 'Откройте «Клиенты» (Customers): 90~дней, 8~рабочих часов, 2017–2021.'],
  ['ru', 'С 2018~года; какой-нибудь онлайн-ресурс; по-русски.'],
  ['pt-br', 'Abra “Clientes” (Customers) e escolha “Solicitar uma relação de revendedor”.'],
  ['pt-br', 'São 60~dias, 1~mês ou 2~anos; pré-requisitos; quem pede?'],
] as const satisfies readonly (readonly [Locale, string])[];

describe('the typography of a language', () => {
  test.each(locales.flatMap((locale) => mendedEverywhere.map((example) => [locale, ...example] as const)))(
    'in %s sets %j as %j: %s',
    (locale, wrong, set, why) => {
      expect(wrongs(locale, wrong)).toContain(why);
      expect(typeset(locale, wrong)).toBe(spaced(set));
      expect(wrongs(locale, spaced(set))).toEqual([]);
    },
  );

  test.each(mendedInOne)('in %s sets %j as %j: %s', (locale, wrong, set, why) => {
    expect(wrongs(locale, spaced(wrong))).toContain(why);
    expect(typeset(locale, spaced(wrong))).toBe(spaced(set));
    expect(wrongs(locale, spaced(set))).toEqual([]);
  });

  test.each(found)('in %s finds in %j %s, and leaves it to a person', (locale, wrong, why) => {
    expect(wrongs(locale, wrong)).toEqual([why]);
    expect(typeset(locale, wrong)).toBe(wrong);
  });

  test.each(right)('in %s finds nothing wrong in %j, and leaves it as it is', (locale, text) => {
    expect(wrongs(locale, spaced(text))).toEqual([]);
    expect(typeset(locale, spaced(text))).toBe(spaced(text));
  });

  test('does not know the units, dashes and letters of other languages', () => {
    expect(typeset('en', '90 días, 2 meses')).toBe('90 días, 2 meses');
    expect(typeset('es', '90 days')).toBe('90 days');
    expect(typeset('pt-br', 'locatário — o diretório')).toBe('locatário — o diretório');
    expect(wrongs('en', 'Who asks?')).toEqual([]);
    expect(wrongs('es', 'el pingüino y la «ё»')).toEqual([]);
  });

  test('mends several things in one text at once', () => {
    expect(typeset('ru', 'Ёще 30 дней — и Office  365 ваш...')).toBe(spaced('Еще 30~дней~— и Office~365 ваш…'));
  });

  test.each(locales)(
    'in %s is set once: doing it again changes nothing, and leaves nothing a machine could mend',
    (locale) => {
      const piece = fc.constantFrom(
        ...[
          'Office',
          'Microsoft',
          '365',
          '30',
          'days',
          'días',
          'dias',
          'дней',
          'года',
          'mes',
          'mês',
          'слово',
          'ё',
          'Ё',
        ],
        ...[
          ' ',
          '  ',
          NBSP,
          "'",
          '"',
          '…',
          '...',
          '.',
          ',',
          ':',
          '?',
          '!',
          '¿',
          '—',
          '–',
          '-',
          ' - ',
          '«',
          '»',
          '“',
          '”',
          '(',
          ')',
        ],
      );
      const fixable = typographyOf(locale).filter(({ fix }) => fix !== undefined);
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
          const once = typeset(locale, pieces.join(''));
          expect(typeset(locale, once)).toBe(once);
          expect(fixable.filter(({ pattern }) => once.search(pattern) >= 0).map(({ why }) => why)).toEqual([]);
        }),
        { numRuns: 3000 },
      );
    },
  );
});
