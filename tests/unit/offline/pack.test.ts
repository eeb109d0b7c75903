import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packPages, pageOf } from '../../../src/offline/pack.ts';

const page = (address: string, body: string) =>
  `<html><a href="/en/${address}">here</a><link href="https://example.com/en/${address}"><p>${body}</p></html>`;

describe('a pack of pages', () => {
  test('gives each page back as it was, its own address included', () => {
    const pages = new Map([
      ['', page('', 'home')],
      ['wizard/global/', page('wizard/global/', 'one')],
      ['wizard/global/manage/', page('wizard/global/manage/', 'wizard/global/ two')],
    ]);
    const pack = packPages(pages);
    for (const [address, html] of pages) expect(pageOf(pack, address)).toBe(html);
  });

  test('gives any pages back as they were', () => {
    const html = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0001', ''));
    const addresses = fc.stringMatching(/^([a-z-]+\/){1,3}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(addresses, html), { selector: ([address]) => address }), (pages) => {
        const pack = packPages(new Map(pages));
        for (const [address, content] of pages) expect(pageOf(pack, address)).toBe(content);
      }),
    );
  });

  test('holds what pages share once', () => {
    const shared = `<p>${'the same sentence '.repeat(50)}</p>`;
    const pages = new Map(Array.from({ length: 20 }, (_, index) => [`page-${index}/`, shared] as const));
    expect(packPages(pages).pieces).toEqual([...shared.split(/(?=<)/)]);
  });

  test('holds what pages share but for their own address once, and the home page as it is', () => {
    const self = (address: string) => `<a href="/en/${address}">here</a>`;
    const pages = new Map(['', 'glossary/', 'map/'].map((address) => [address, self(address)] as const));
    expect(packPages(pages).pieces).toEqual(['<a href="/en/">here', '</a>', '<a href="/en/\u0001">here']);
  });

  test.each(['nowhere/', '__proto__', 'constructor', 'multipartner'])('has no page at %s', (address) => {
    expect(pageOf(packPages(new Map([['multipartner/', '<p>']])), address)).toBeUndefined();
  });

  test('refuses a page it could not give back', () => {
    expect(() => packPages(new Map([['glossary/', '<p>\u0001</p>']]))).toThrow(
      'glossary/ contains the character U+0001',
    );
  });
});
