import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSlugs } from '../../../src/config/articles.ts';
import { locales } from '../../../src/config/locales.ts';
import { PAGES } from '../../../src/config/site.ts';
import { addressOf, parseAddress } from '../../../src/eligibility/address.ts';
import { nearestPage } from '../../../src/lib/nearest.ts';
import { surroundings, tree } from '../eligibility/realTable.ts';

const outcomes = [...surroundings.outcomes];
const known = [...articleSlugs, 'outcomes', ...outcomes.map((id) => `outcomes/${id}`), ...PAGES];
const nearest = (path: string) => nearestPage(path, tree, known);
const LICENCE = 'wizard/global/manage/from-ea/license';

/** Whether segments lead to a page: an address of the wizard as links write it, or a known one. */
const exists = (segments: readonly string[]): boolean => {
  if (segments[0] !== 'wizard') return segments.length === 0 || known.includes(segments.join('/'));
  const parsed = parseAddress(tree, segments.slice(1));
  return parsed.kind === 'page' && addressOf(parsed).join('/') === segments.slice(1).join('/');
};

describe('the nearest page', () => {
  test.each([
    ['/en/wizard/', 'en', 'wizard'],
    ['/en/wizard/from-mars/', 'en', 'wizard'],
    ['/ru/wizard/global/manage/from-mars/license/', 'ru', 'wizard/global/manage'],
    ['/es/wizard/global/manage/license/from-ea/', 'es', 'wizard/global/manage'],
    ['/es/wizard/manage/global/', 'es', 'wizard'],
    ['/pt-br/wizard/global//manage///', 'pt-br', 'wizard/global/manage'],
    ['en/wizard/global', 'en', 'wizard/global'],
    ['/en/wizard/Global/', 'en', 'wizard'],
    ['/en/wizard/%67lobal/mana%67e/', 'en', 'wizard/global/manage'],
  ])('to %s in the wizard is in %s the longest valid run of answers, %s', (path, locale, segments) => {
    expect(nearest(path)).toEqual({ locale, segments: segments.split('/'), inWizard: true });
  });

  test.each([
    ['without its outcome', ''],
    ['with its outcome', '/multi-channel-license'],
    ['with an outcome it does not have (any more)', '/multi-partner'],
    ['with an outcome nobody knows', '/nirvana'],
    ['with more behind it', '/multi-channel-license/and/more'],
    ['with one answer too many', '/azure-plan'],
  ])('to a result %s is the result with the outcome it has', (_, rest) => {
    expect(nearest(`/ru/${LICENCE}${rest}/`)).toEqual({
      locale: 'ru',
      segments: `${LICENCE}/multi-channel-license`.split('/'),
      inWizard: true,
    });
  });

  test('in the wizard is its first page when the tree could not be loaded', () => {
    expect(nearestPage('/es/wizard/global/manage/', undefined, known)).toEqual({
      locale: 'es',
      segments: ['wizard'],
      inWizard: true,
    });
  });

  test('to an address without a locale is found, for the reader’s language to be put before it', () => {
    expect(nearest('/wizard/global/manage/nowhere/')).toEqual({
      locale: undefined,
      segments: ['wizard', 'global', 'manage'],
      inWizard: true,
    });
    expect(nearest('/multichannel/')).toEqual({ locale: undefined, segments: ['multichannel'], inWizard: false });
  });

  test.each([
    ['/en/multipartner/', 'multipartner'],
    ['/en/multipartner/index.html', 'multipartner'],
    ['/en/multipartner.htm', 'multipartner'],
    ['/en/multipartner/old/section/', 'multipartner'],
    ['/en/21vianet/multipartner/wizard/', '21vianet/multipartner'],
    ['/en/outcomes/', 'outcomes'],
    ['/en/outcomes/multi-partner/', 'outcomes/multi-partner'],
    ['/en/outcomes/multi-partner/global/', 'outcomes/multi-partner'],
    ['/en/outcomes/nirvana/', 'outcomes'],
    ['/en/search/', 'search'],
    ['/en/glossary/', 'glossary'],
    ['/en/glossary/tenant/', 'glossary'],
    ['/en/changes/2023/', 'changes'],
    ['/en/compare/index.html', 'compare'],
    ['/en/sources/', 'sources'],
    ['/en/21vianet/work-with-other-partners/', '21vianet/work-with-other-partners'],
    ['/en/work-with-other-partners/x/', 'work-with-other-partners'],
  ])('to %s is /en/%s/', (path, segments) => {
    expect(nearest(path)).toEqual({ locale: 'en', segments: segments.split('/'), inWizard: false });
  });

  test.each([
    ['/', undefined],
    ['', undefined],
    ['/en/', 'en'],
    ['/en/nowhere/', 'en'],
    ['/en/multi.mdpartner/', 'en'],
    ['/en/21vianet/', 'en'],
    ['/en/multi/partner/', 'en'],
    ['/fr/nowhere/', undefined],
    ['/PT-pt/nowhere/', 'pt-br'],
    ['/en/en/wizard/global/', 'en'],
    ['/constructor/', undefined],
    ['/en/__proto__/', 'en'],
    ['/en/%', 'en'],
    ['/%E0%A4%A/wizard/', undefined],
  ])('to %j is none', (path, locale) => {
    expect(nearest(path)).toEqual({ locale, segments: [], inWizard: false });
  });

  test.each([
    ['/pt-BR/multipartner/', 'pt-br', 'multipartner'],
    ['/pt/multipartner/', 'pt-br', 'multipartner'],
    ['/ES/compare/', 'es', 'compare'],
    ['/es-MX/21vianet/multichannel/', 'es', '21vianet/multichannel'],
    ['/en-us/Multipartner/', 'en', 'multipartner'],
    ['/fr/multichannel/', undefined, 'multichannel'],
    ['/ru/glossary.html', 'ru', 'glossary'],
    ['/ru/glossary/index.html', 'ru', 'glossary'],
    ['/ru/glossary/index.md', 'ru', 'glossary'],
  ])('to %s, which is written as elsewhere, is in %s the page meant, %s', (path, locale, segments) => {
    expect(nearest(path)).toEqual({ locale, segments: segments.split('/'), inWizard: false });
  });

  test('to an address of the wizard in a language this site does not have is found for the reader’s language', () => {
    expect(nearest('/fr/wizard/global/nowhere/')).toEqual({
      locale: undefined,
      segments: ['wizard', 'global'],
      inWizard: true,
    });
  });

  test.each([
    ['malformed percent encoding', '%E0%A4%A'],
    ['a percent sign', '%'],
    ['markup', '<script>alert(1)</script>'],
    ['encoded markup', '%3Cimg%20src=x%20onerror=alert(1)%3E'],
    ['a name of JavaScript', '__proto__'],
    ['another name of JavaScript', 'constructor'],
    ['a way up', '..'],
    ['a null', '%00'],
  ])('never repeats %s from the address', (_, segment) => {
    expect(nearest(`/en/wizard/global/${segment}/manage/`).segments).toEqual(['wizard', 'global']);
    expect(nearest(`/en/multipartner/${segment}/`).segments).toEqual(['multipartner']);
    expect(nearest(`/en/${segment}/multipartner/`).segments).toEqual([]);
  });

  test('exists, or is none, for any string', () => {
    const ids = [
      'global',
      '21vianet',
      'manage',
      'from-ea',
      'license',
      'usage',
      'multi-channel-license',
      'multi-partner',
    ];
    const odd = [
      '',
      '%',
      '%zz',
      '%2e%2e',
      '..',
      '<b>',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      ' ',
      '\0',
      'ж',
      '?',
      '#',
    ];
    const segment = fc.constantFrom(...locales, 'wizard', 'outcomes', ...articleSlugs, ...ids, ...odd);
    const path = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webPath(),
      fc.array(segment, { maxLength: 9 }).map((segments) => segments.join('/')),
      fc.array(fc.constantFrom(...ids)).map((segments) => `/en/wizard/${segments.join('/')}`),
    );
    fc.assert(
      fc.property(path, fc.boolean(), (address, loaded) => {
        const { locale, segments, inWizard } = nearestPage(address, loaded ? tree : undefined, known);
        expect(exists(segments)).toBe(true);
        expect(inWizard).toBe(segments[0] === 'wizard');
        if (locale !== undefined) expect(locales).toContain(locale);
      }),
      { numRuns: 20_000 },
    );
  });

  test.each(['/en/outcomes%2Fmulti-partner/', '/en/21vianet%2fmultipartner/'])(
    'to %s has segments that stay the same when they are encoded one by one',
    (path) => {
      const { segments } = nearest(path);
      expect(segments.map(encodeURIComponent).join('/')).toBe(segments.join('/'));
    },
  );
});
