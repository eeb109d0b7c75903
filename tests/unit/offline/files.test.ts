import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { locales } from '../../../src/config/locales.ts';
import { offlineFiles } from '../../../src/integrations/offline.ts';
import { versionOf } from '../../../src/lib/version.ts';
import type { Entry } from '../../../src/offline/manifest.ts';

const pack = z.object({ pages: z.record(z.string(), z.array(z.number())) });

let dist = '';
const write = (file: string, content: string) => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), content);
};
const build = () => offlineFiles(`${dist}/`, '/docs/');

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'offline-'));
  write('_astro/style.abc.css', 'body{}');
  for (const locale of locales) {
    write(`${locale}/index.html`, `<p data-file="/docs/${locale}/wizard.json?v=${versionOf('{}')}">${locale}</p>`);
    write(`${locale}/wizard/index.html`, '<p>first</p>');
    write(`${locale}/wizard/global/index.html`, '<p>second</p>');
    write(`${locale}/wizard.json`, '{}');
  }
});
afterEach(() => rmSync(dist, { recursive: true }));

describe('what is saved of a build', () => {
  test('is named by address and digest, with the base of the site', () => {
    const { manifest, packs } = build();
    expect(manifest.files).toEqual([{ address: '/docs/_astro/style.abc.css', digest: versionOf('body{}') }]);
    for (const locale of locales) {
      const { files, reading, wizard } = manifest.languages[locale];
      expect(files).toEqual([{ address: `/docs/${locale}/wizard.json?v=${versionOf('{}')}`, digest: versionOf('{}') }]);
      const contents = new Map(packs.map(([path, content]) => [`/docs/${path}`, content]));
      for (const { address, digest } of [reading, wizard]) expect(versionOf(contents.get(address) ?? '')).toBe(digest);
      const pages = ({ address }: Entry) => Object.keys(pack.parse(JSON.parse(contents.get(address) ?? '')).pages);
      expect(pages(reading)).toEqual(['', 'wizard/']);
      expect(pages(wizard)).toEqual(['wizard/global/']);
    }
  });

  test('is the same for the same site', () => {
    expect(build()).toEqual(build());
  });

  test.each([
    ['a page', 'ru/wizard/global/index.html', '<p>other</p>'],
    ['a style sheet', '_astro/style.abc.css', 'p{}'],
  ])('has another name when %s changes', (_, file, content) => {
    const before = build().manifest.build;
    write(file, content);
    expect(build().manifest.build).not.toBe(before);
  });

  test('is refused when a page asks for another content than the build has', () => {
    write('es/wizard.json', '{"other":1}');
    expect(build).toThrow(
      /a page asks for \/docs\/es\/wizard\.json\?v=\w{8}, but es\/wizard\.json has another content/,
    );
  });
});
