import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translationSchema } from '../../src/lib/content/schemas.ts';

// A fifth language from the one command that adds it to a built site, in a copy of the project.
const folder = mkdtempSync(join(tmpdir(), 'fifth-'));
// The environment of the tests would make it a site under development, whose content is read again for each page.
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production' };
const run = (script: string, ...rest: readonly string[]): string =>
  execFileSync(process.execPath, [script, ...rest], { cwd: folder, encoding: 'utf8', env });
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const page = (path: string) => read(`dist/${path}/index.html`);
const change = (file: string, from: string | RegExp, to: string) => {
  const before = read(file);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${String(from)}`);
  writeFileSync(join(folder, file), after);
};

const TITLE = 'Travailler à plusieurs partenaires';
const FACT =
  'Le multicanal est pour les clients qui ont obtenu un abonnement ailleurs et chargent un partenaire de le gérer.';
let added = '';
let checked = '';

beforeAll(() => {
  for (const name of ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  added = run('scripts/locale.ts', 'fr', 'Français');
  change('src/content/wording/fr/outcomes.json', /(?<="multi-partner": \{\s*"title": ")[^"]*/, TITLE);
  change('src/content/articles/fr/multichannel.mdx', /(?<=<Fact id="multi-channel.purpose">)[^<]*/, FACT);
  run('scripts/translated.ts');
  checked = run('scripts/check.ts');
  run('node_modules/astro/bin/astro.mjs', 'build', '--silent');
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every page of a language, by its address below it. */
const pagesOf = (locale: string) =>
  readdirSync(join(folder, 'dist', locale), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('index.html'),
  );

describe('a fifth language', () => {
  test('comes from one command, which says what is left to do', () => {
    expect(added).toContain('Français (fr, lang="fr", dir="ltr") has');
    expect(added).toContain("the language segment of Microsoft's pages (fr-fr)");
  });

  test('has nothing wrong by the checks, which list what is to be translated and what it lacks', () => {
    expect(checked).toMatch(/to do in fr: not yet written \(\d{4}\)/);
    expect(checked).toContain('fr: its spelling is not checked');
    expect(checked).toContain('\n0 problems');
  });

  test('has every page that the others have', () => {
    expect(pagesOf('fr').sort()).toEqual(pagesOf('en').sort());
    expect(existsSync(join(folder, 'dist/fr/multichannel/index.md'))).toBe(true);
  });

  test('stands in the list of languages on every page, with its counterparts', () => {
    for (const locale of ['en', 'es', 'ru', 'pt-br', 'fr']) {
      const html = page(locale);
      expect(html.match(/data-locale="[^"]*"[^>]*>[^<]+<\/a>/g)).toHaveLength(5);
      expect(html).toContain('hreflang="fr"');
    }
    expect(page('.')).toContain('Français');
    expect(page('fr')).toContain('<html lang="fr" dir="ltr">');
  });

  test('says above each page how much of it is English, in English until its own words are written', () => {
    expect(page('fr')).toMatch(
      /<main[^>]*><p class="unfinished"[^>]* lang="en">\d+ texts here are not yet translated and stand in English\. <a href="\/fr\/status\/">/,
    );
    expect(page('en')).not.toContain('class="unfinished"');
    expect(page('es')).not.toContain('class="unfinished"');
  });

  test('marks English parts as English, and translated ones not', () => {
    const outcome = page('fr/outcomes/multi-partner');
    expect(outcome).toMatch(new RegExp(`<h1[^>]*>${TITLE}</h1>`));
    expect(/<h1[^>]*>/.exec(outcome)?.[0]).not.toContain('lang=');
    expect(outcome).toMatch(/<h2 id="situations"[^>]* lang="en"/);
    const article = page('fr/multichannel');
    expect(article).toContain(`data-fact="multi-channel.purpose">${FACT}</span>`);
    expect(article).toMatch(/data-fact="multi-channel\.applies-direct-purchase" lang="en">/);
    expect(article).toMatch(/<h1[^>]* lang="en">/);
  });

  test('says it in its twins too, and in nothing of the other languages', () => {
    expect(read('dist/fr/multichannel/index.md')).toMatch(/^# .*\n\n\d+ texts here are not yet translated/);
    expect(read('dist/es/multichannel/index.md')).not.toContain('status/');
  });

  test('marks as English what stands of it in pages of other languages', () => {
    const result = page('es/wizard/global/manage/from-ea/license/multi-channel-license');
    const [message = ''] = /<[^>]+ lang="fr"(?![^>]*>Français)[^>]*>[^<]*/.exec(result) ?? [];
    expect(message).not.toBe('');
  });

  test('is counted on the page about the state of the translation, text by text', () => {
    const record = translationSchema.parse(JSON.parse(read('src/content/translation/fr.json')));
    const missing = Object.values(record).filter((entry) => entry.startsWith('missing')).length;
    expect(Object.keys(record).length - missing).toBe(2);
    const status = page('fr/status');
    const state = /<li data-state="fr">(.*?)<\/li>/s.exec(status)?.[1] ?? '';
    const counts = [...state.matchAll(/<dd>(.*?)<\/dd>/g)].map(([, count = '']) => Number(count.replaceAll(/\D/g, '')));
    expect(counts).toEqual([missing + 2, 2, 0, missing]);
    expect(status.match(/<li data-text=/g)).toHaveLength(missing);
  });

  test('asks no question in place whose words are still English', () => {
    expect(JSON.parse(read('dist/fr/wizard.json'))).toHaveProperty('unfinished');
    expect(JSON.parse(read('dist/es/wizard.json'))).not.toHaveProperty('unfinished');
  });
});
