import { statSync, utimesSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { locales } from '../../../src/config/locales.ts';
import type { Edition } from '../../../src/lib/content/schemas.ts';
import { editionNotes } from '../../../src/lib/editions.ts';
import { factUrl, fileUrl, formatDate, formatMonths, inEnglish, site, url } from '../../../src/lib/site.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Spaces of any kind and width count as one: which of them stands around a dash is the language's own affair. */
const plain = (text: string) => text.replaceAll(/\s/gu, ' ');

describe('the content, while an author works', () => {
  const FILE = 'src/content/decision/revision.json';
  const { atime, mtime } = statSync(FILE);
  afterEach(() => {
    utimesSync(FILE, atime, mtime);
    vi.useRealTimers();
  });

  test('is read once, and again when a file has changed', () => {
    vi.useFakeTimers();
    vi.advanceTimersByTime(1000);
    const before = site();
    expect(site()).toBe(before);
    vi.advanceTimersByTime(1000);
    expect(site()).toBe(before);
    utimesSync(FILE, atime, new Date(mtime.getTime() + 5000));
    vi.advanceTimersByTime(1000);
    const after = site();
    expect(after).not.toBe(before);
    expect(after.revision).toEqual(before.revision);
  });

  test('that cannot be read is no page of what was there before, however often it is asked for', () => {
    vi.useFakeTimers();
    vi.advanceTimersByTime(60_000);
    site();
    vi.stubEnv('PUBLISHED_FOLDER', 'no-such-folder');
    utimesSync(FILE, atime, new Date(mtime.getTime() + 5000));
    vi.advanceTimersByTime(1000);
    expect(site).toThrow('no-such-folder');
    expect(site).toThrow('no-such-folder');
    vi.unstubAllEnvs();
    expect(site().tree).toBeDefined();
  });

  test('is read once for a build, whatever changes meanwhile', () => {
    vi.stubEnv('DEV', false);
    vi.useFakeTimers();
    const before = site();
    utimesSync(FILE, atime, new Date(mtime.getTime() + 5000));
    vi.advanceTimersByTime(1000);
    expect(site()).toBe(before);
  });
});

describe('a date in the reader’s language', () => {
  test.each([
    ['en', '2021-10-29', '29 October 2021'],
    ['es', '2021-10-29', '29 de octubre de 2021'],
    ['ru', '2021-10-29', '29 октября 2021'],
    ['pt-br', '2021-10-29', '29 de outubro de 2021'],
    ['en', '2022-01-01', '1 January 2022'],
    ['es', '2022-01-01', '1 de enero de 2022'],
    ['ru', '2022-01-01', '1 января 2022'],
    ['pt-br', '2022-01-01', '1º de janeiro de 2022'],
    ['pt-br', '2022-01-11', '11 de janeiro de 2022'],
    ['en', '2023-05', 'May 2023'],
    ['es', '2023-05', 'mayo de 2023'],
    ['ru', '2023-05', 'май 2023'],
    ['pt-br', '2023-05', 'maio de 2023'],
    ['en', '2024', '2024'],
    ['es', '2024', '2024'],
    ['ru', '2024', '2024 год'],
    ['pt-br', '2024', '2024'],
  ] as const)('is in %s as exact as %s: %s', (locale, date, written) => {
    expect(plain(formatDate(locale, date))).toBe(written);
  });

  test('is the same day whatever the time zone of the builder', () => {
    expect(formatDate('en', new Date('2026-11-21T23:59:59Z'))).toBe('21 November 2026');
    expect(formatDate('en', new Date('2026-11-21T00:00:00Z'))).toBe('21 November 2026');
  });
});

describe('a span of months in the reader’s language', () => {
  test.each([
    ['en', 'September – November 2023', 'November 2023 – February 2024'],
    ['es', 'septiembre–noviembre de 2023', 'noviembre de 2023 – febrero de 2024'],
    ['ru', 'сентябрь – ноябрь 2023', 'ноябрь 2023 – февраль 2024'],
    ['pt-br', 'setembro – novembro de 2023', 'novembro de 2023 – fevereiro de 2024'],
  ] as const)('names in %s a common year once, %s, and two years both, %s', (locale, within, across) => {
    expect(plain(formatMonths(locale, '2023-09-01', '2023-11-01'))).toBe(within);
    expect(plain(formatMonths(locale, '2023-11-01', '2024-02-01'))).toBe(across);
  });
});

describe('what is known of an edition', () => {
  const edition: Edition = {
    code: 'RQ17',
    article: 'partner-center/request-a-relationship-with-a-customer.md',
    date: '2017-06-09',
    dateKind: 'handoff',
    languages: ['es', 'pt-BR'],
    translation: 'human',
  };

  test.each([
    ['en', ['handed to translation', 'Spanish, Brazilian Portuguese', 'Translation: human']],
    ['es', [expect.any(String), 'español, portugués de Brasil', expect.stringMatching(/: humana$/)]],
    ['ru', [expect.any(String), 'испанский, бразильский португальский', expect.any(String)]],
    ['pt-br', [expect.any(String), 'espanhol, português (Brasil)', expect.stringMatching(/: humana$/)]],
  ] as const)('is in %s what its date is of, its languages, and who translated it', (locale, notes) => {
    expect(editionNotes(locale, edition)).toEqual(notes);
  });

  test.each(locales)('leaves out in %s what was not recorded', (locale) => {
    expect(editionNotes(locale, { ...edition, languages: [], translation: null })).toHaveLength(1);
  });

  test.each(locales)('is told in %s of each edition in words, never by the tag of a language', (locale) => {
    for (const each of site().editions.values()) {
      const notes = editionNotes(locale, each);
      expect([each.code, notes.join('; ')]).toEqual([
        each.code,
        expect.not.stringMatching(/\b(handoff|es|ru|pt-BR|zh-CN)\b/),
      ]);
    }
  });
});

describe.each([
  ['at the root', '/', ''],
  ['under a path', '/partner-paths', '/partner-paths'],
  ['under a path with a slash at its end', '/docs/partner-paths/', '/docs/partner-paths'],
])('an address of a site %s', (_, base, before) => {
  test('has its base, and a slash at the end unless it is a file', () => {
    vi.stubEnv('BASE_URL', base);
    expect(url()).toBe(`${before}/`);
    expect(url('es', 'glossary')).toBe(`${before}/es/glossary/`);
    expect(url('es', ['wizard', 'global'])).toBe(`${before}/es/wizard/global/`);
    expect(url('es', '')).toBe(`${before}/es/`);
    expect(fileUrl('es/changes.xml')).toBe(`${before}/es/changes.xml`);
    expect(factUrl('ru', '21vianet/multichannel', '21v.license-only')).toBe(
      `${before}/ru/21vianet/multichannel/#21v.license-only`,
    );
  });

  test.each([
    ['es', 'es/multipartner/', 'en/multipartner/'],
    ['pt-br', 'pt-br/21vianet/multipartner/', 'en/21vianet/multipartner/'],
    ['ru', 'ru/wizard/global/manage/', 'en/wizard/global/manage/'],
    ['ru', 'ru/multipartner', 'en/multipartner/'],
  ] as const)('leads from %s/… to the same anchor in English: %s', (locale, page, english) => {
    vi.stubEnv('BASE_URL', base);
    const address = new URL(`https://site.example${before}/${page}`);
    expect(inEnglish(address, locale, 'multi-partner.purpose')).toBe(`${before}/${english}#multi-partner.purpose`);
  });
});
