import { describe, expect, test } from 'vitest';
import { isInWizard, readAddress } from '../../../src/offline/address.ts';
import { namesItsContent } from '../../../src/offline/manifest.ts';

describe('an address', () => {
  test.each([
    ['/', '/', undefined, ''],
    ['/', '/en/', 'en', ''],
    ['/', '/en', 'en', ''],
    ['/', '/pt-br/multipartner/', 'pt-br', 'multipartner/'],
    ['/', '/pt-br/multipartner', 'pt-br', 'multipartner/'],
    ['/', '/es/21vianet/multipartner/index.html', 'es', '21vianet/multipartner/'],
    ['/', '/index.html', undefined, ''],
    ['/', '/es/index.html/multipartner/', 'es', 'index.html/multipartner/'],
    ['/', '/es/oldindex.html', 'es', 'oldindex.html/'],
    ['/', '/wizard/global/', undefined, 'wizard/global/'],
    ['/', '/ru//wizard///global', 'ru', 'wizard/global/'],
    ['/docs/paths/', '/docs/paths/ru/wizard/', 'ru', 'wizard/'],
    ['/docs/paths/', '/docs/paths/', undefined, ''],
  ])('below %s, %s, is read', (root, path, locale, page) => {
    expect(readAddress(root, path)).toEqual({ locale, page });
  });

  test.each([
    ['wizard/', false],
    ['wizard/global/', true],
    ['outcomes/wizard/', false],
    ['outcomes/wizard/global/', false],
  ])('%s: whether it is in the wizard behind its first question: %s', (page, inWizard) => {
    expect(isInWizard(page)).toBe(inWizard);
  });

  test.each([
    ['/docs/_astro/box-Dz7UK2sW.js', true],
    ['/docs/en/wizard.json?v=0123abcd', true],
    ['/_astro/box-Dz7UK2sW.js', false],
    ['/docs/en/wizard.json', false],
    ['/docs/en/wizard.json?v=', false],
    ['/docs/en/wizard.json?v=0123abcd&x=1', false],
    ['/docs/en/search/?q=v=0123abcd', false],
  ])('%s: whether it names its content: %s', (address, names) => {
    expect(namesItsContent(new URL(address, 'https://site.example'), '/docs/')).toBe(names);
  });
});
