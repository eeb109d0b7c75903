import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

// The commands of the maintainer where something is wrong, in a copy of the project.
const folder = mkdtempSync(join(tmpdir(), 'commands-'));
const CONFIG = 'src/config/locales.ts';
const GLOSSARY = 'src/content/glossary/es.json';
const RECORD = 'src/content/translation/es.json';
const FRENCH = 'src/content/glossary/fr.json';

const at = (file: string) => join(folder, file);
const change = (file: string, make: (text: string) => string) => {
  writeFileSync(at(file), make(readFileSync(at(file), 'utf8')));
};
const run = (command: string, ...rest: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${command}.ts`, ...rest], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

beforeAll(() => {
  for (const name of ['src', 'scripts', 'package.json']) cpSync(name, at(name), { recursive: true });
  symlinkSync(resolve('node_modules'), at('node_modules'));
});

afterEach(() => {
  for (const file of [CONFIG, GLOSSARY, RECORD]) cpSync(file, at(file));
  rmSync(at(FRENCH), { force: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('content that cannot be read', () => {
  test.each([
    ['check', []],
    ['revise', []],
    ['release', []],
    ['translated', []],
    ['locale', ['fr', 'Français']],
    ['xliff', ['export', 'ru', 'ru.xlf']],
  ])('is named by npm run %s, all of it, without a stack', (command, rest) => {
    change(GLOSSARY, (text) => text.replace('"meaning"', '"sense"'));
    rmSync(at(RECORD));
    const { status, stdout, stderr } = run(command, ...rest);
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain(`  ${GLOSSARY}: does not have the form it should have at terms > `);
    expect(stdout).toContain('  -> give it the form that src/lib/content/schemas.ts describes\n');
    expect(stdout).toContain(`  ${RECORD}: is missing\n`);
    expect(stdout).toMatch(/\n3 problems\n$/);
  });
});

describe('npm run typeset', () => {
  test('mends a language that was added', () => {
    change(CONFIG, (text) =>
      text.replace(
        '\n} as const satisfies',
        "\n  fr: { lang: 'fr', dir: 'ltr', name: 'F', dates: 'fr', microsoft: 'fr-fr' },$&",
      ),
    );
    writeFileSync(at(FRENCH), '{ "meaning": "l\'accord..." }');
    expect(run('typeset')).toEqual({ status: 0, stdout: `mended ${FRENCH}\n`, stderr: '' });
    expect(JSON.parse(readFileSync(at(FRENCH), 'utf8'))).toEqual({ meaning: 'l’accord…' });
  });

  test('names a file that is not JSON in one line', () => {
    writeFileSync(at(GLOSSARY), '{\n  "terms": {\n  oops\n');
    const { status, stdout, stderr } = run('typeset');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^src\/content\/glossary\/es\.json is not JSON \(.+\): mend it where the message says\.\n$/);
  });
});

describe('npm run translated', () => {
  test('says which languages there are where the first name is none', () => {
    const { status, stdout } = run('translated', 'fr', 'x');
    expect(status).toBe(1);
    expect(stdout).toBe('No text is called fr, x: "npm run check" names the keys. The languages are es, ru, pt-br.\n');
  });

  test('does not where it is one', () => {
    const { status, stdout } = run('translated', 'es', 'x');
    expect(status).toBe(1);
    expect(stdout).toBe('No text is called x: "npm run check" names the keys.\n');
  });
});

test('npm run xliff names a file it cannot read, in one sentence', () => {
  const { status, stderr } = run('xliff', 'import', 'nosuch.xlf');
  expect(status).toBe(1);
  expect(stderr).toBe('"nosuch.xlf" cannot be read: name the file that came back from the translator.\n');
});
