import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../../src/config/locales.ts';
import type { NewerFact } from '../../../src/lib/content/schemas.ts';
import { dayOf, newerView } from '../../../src/lib/newer.ts';
import { site } from '../../../src/lib/site.ts';

const fact = (dates: Pick<NewerFact, 'since' | 'until' | 'changed' | 'documented'>): NewerFact => ({
  fact: 'newer.x',
  certainty: 'microsoft',
  sources: ['N1'],
  ...dates,
});

describe('the day by which a newer fact is ordered', () => {
  test.each([
    ['the day it began to hold', { since: '2021-10-29' }, '2021-10-29'],
    ['the first of the month it began in', { since: '2023-05' }, '2023-05-01'],
    ['the first of the year it began in', { since: '2024' }, '2024-01-01'],
    ['the earlier end where sources differ', { since: '2023-09', until: '2023-11' }, '2023-09-01'],
    ['the day of the material where nothing says since when', { documented: '2025-12-29' }, '2025-12-29'],
    ['the month of the material', { documented: '2021-05' }, '2021-05-01'],
    [
      'since when it holds rather than when it was written',
      { since: '2022-01-01', documented: '2021-04' },
      '2022-01-01',
    ],
    ['when it was changed, where it held before', { changed: '2026-08' }, '2026-08-01'],
    ['when it was changed rather than when it was written', { changed: '2026-08', documented: '2024' }, '2026-08-01'],
    ['none where nothing of it is known', {}, undefined],
  ])('is %s', (_, dates, day) => {
    expect(dayOf(fact(dates))).toBe(day);
  });
});

/** Spaces of any kind and width between words and dashes count as one: which of them is the language's own affair. */
const plain = (text: string | undefined) => text?.replaceAll(/\s/gu, ' ');

describe('what stands beside a newer fact', () => {
  test.each([
    ['newer.open-license-retired', 'en', 'Since 1 January 2022'],
    ['newer.open-license-retired', 'es', 'Desde: 1 de enero de 2022'],
    ['newer.open-license-retired', 'ru', 'Начало действия: 1 января 2022'],
    ['newer.open-license-retired', 'pt-br', 'Desde 1º de janeiro de 2022'],
    ['newer.gdap-replaces-dap', 'en', 'Since May 2023'],
    ['newer.gdap-replaces-dap', 'es', 'Desde: mayo de 2023'],
    ['newer.gdap-replaces-dap', 'ru', 'Начало действия: май 2023'],
    ['newer.gdap-replaces-dap', 'pt-br', 'Desde maio de 2023'],
    ['newer.license-transfer-between-partners', 'en', 'Since 2024'],
    ['newer.license-transfer-between-partners', 'es', 'Desde: 2024'],
    ['newer.license-transfer-between-partners', 'ru', 'Начало действия: 2024 год'],
    ['newer.license-transfer-between-partners', 'pt-br', 'Desde 2024'],
  ] as const)('is since when %s holds, as exactly as it is known, in %s: %s', (id, locale, when) => {
    expect(plain(newerView(locale, id)?.when)).toBe(when);
  });

  test.each([
    ['en', 'Began (sources differ): September – November 2023'],
    ['es', 'Inicio (las fuentes difieren): septiembre–noviembre de 2023'],
    ['ru', 'Начало действия, по разным источникам: сентябрь – ноябрь 2023'],
    ['pt-br', 'Início, conforme a fonte: setembro – novembro de 2023'],
  ] as const)('is in %s a span where sources give different beginnings: %s', (locale, when) => {
    expect(plain(newerView(locale, 'newer.dap-not-with-relationship')?.when)).toBe(when);
  });

  test.each([
    ['en', 'Changed: August 2026'],
    ['es', 'Modificado: agosto de 2026'],
    ['ru', 'Изменено: август 2026'],
    ['pt-br', 'Alterado em agosto de 2026'],
  ] as const)('is in %s when it was changed, where it held before: %s', (locale, when) => {
    expect(plain(newerView(locale, 'newer.ea-billing-ownership')?.when)).toBe(when);
  });

  test.each([
    ['newer.azure-leaving-csp', 'en', 'Documented: 29 March 2023'],
    ['newer.azure-leaving-csp', 'es', 'Fecha del material: 29 de marzo de 2023'],
    ['newer.azure-leaving-csp', 'ru', 'Дата источника: 29 марта 2023'],
    ['newer.azure-leaving-csp', 'pt-br', 'Documentado em 29 de março de 2023'],
    ['21v.mccl-is-not-21v', 'en', 'Documented: May 2021'],
    ['21v.mccl-is-not-21v', 'es', 'Fecha del material: mayo de 2021'],
    ['21v.mccl-is-not-21v', 'ru', 'Дата источника: май 2021'],
    ['21v.mccl-is-not-21v', 'pt-br', 'Documentado em maio de 2021'],
  ] as const)('is of when the material on %s is, in %s: %s', (id, locale, when) => {
    expect(plain(newerView(locale, id)?.when)).toBe(when);
  });

  test.each([
    ['en', 'Date not known'],
    ['es', 'Sin fecha conocida'],
    ['ru', 'Дата неизвестна'],
    ['pt-br', 'Sem data conhecida'],
  ] as const)('is in %s that the date is not known, where it is not: %s', (locale, when) => {
    expect(newerView(locale, 'newer.gdap-lifetime')?.when).toBe(when);
  });

  test('never guesses a day: neither the first of a month nor of a year appears where only those are known', () => {
    for (const locale of locales)
      for (const { fact: id, since, changed, documented } of site().newer.values()) {
        const known = since ?? changed ?? documented;
        const when = newerView(locale, id)?.when ?? '';
        if (known === undefined) expect([locale, id, /\d/.exec(when)]).toEqual([locale, id, null]);
        else if (known.length < 10) expect([locale, id, /(?<!\d)0?1º?(?!\d)/.exec(when)]).toEqual([locale, id, null]);
        else expect([locale, id, when]).toEqual([locale, id, expect.stringContaining(String(Number(known.slice(8))))]);
      }
  });

  test.each([
    ['en', 'on Microsoft’s own pages', 'on a copy of Microsoft’s page', 'on a partner’s or a press page'],
    ['es', 'en páginas de Microsoft', 'en una copia', 'en páginas de partners o de prensa'],
    ['ru', 'на страницах самой Microsoft', 'копии страницы Microsoft', 'на странице партнера или в прессе'],
    ['pt-br', 'em páginas da própria Microsoft', 'em uma cópia', 'em página de parceiro ou da imprensa'],
  ] as const)('is in %s how surely it is known', (locale, microsoft, copy, partner) => {
    expect(plain(newerView(locale, 'newer.germany-closed')?.certainty)).toContain(microsoft);
    expect(plain(newerView(locale, 'newer.multi-partner-two-steps')?.certainty)).toContain(copy);
    expect(plain(newerView(locale, 'newer.ea-narrowing')?.certainty)).toContain(partner);
  });

  test.each([
    ['en', 'en-us'],
    ['es', 'es-es'],
    ['ru', 'ru-ru'],
    ['pt-br', 'pt-br'],
  ] as const satisfies readonly (readonly [Locale, string])[])(
    'is in %s Microsoft’s current page in that language (%s), where there is one',
    (locale, language) => {
      expect(newerView(locale, 'newer.gdap-lifetime')?.current).toBe(
        `https://learn.microsoft.com/${language}/partner-center/gdap-introduction`,
      );
      expect(newerView(locale, 'newer.ea-narrowing')).not.toBeUndefined();
      expect(newerView(locale, 'newer.ea-narrowing')?.current).toBeUndefined();
    },
  );

  test.each(['multi-partner.purpose', 'newer.rumour', 'constructor'])('is nothing for %s, which is not newer', (id) => {
    expect(newerView('en', id)).toBeUndefined();
  });
});
