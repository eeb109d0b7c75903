import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A rule is changed in a copy of the project, command by command, as CONTRIBUTING says.
const folder = mkdtempSync(join(tmpdir(), 'rule-'));
const run = (script: string, ...parameters: readonly string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout };
};
const git = (...parameters: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...parameters], { cwd: folder });
const change = (file: string, from: string, to: string) => {
  const path = join(folder, 'src/content', file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(path, before.replace(from, to));
};
const published = () => readdirSync(join(folder, 'src/content/published')).sort();

let onRecord: readonly string[] = [];

beforeAll(() => {
  for (const name of ['src', 'scripts', 'package.json']) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  onRecord = published();
  git('init', '--quiet');
  git('add', 'src');
  git('commit', '--quiet', '--message', 'Before');
});
afterAll(() => rmSync(folder, { recursive: true }));

const ROW = '"outcome": "germany-closed", "notes": [],';
const row = (outcome: string, notes: string) => `"outcome": "${outcome}", "notes": [${notes}],`;

test('a slip is named by the check, and nothing of it gets on the record', () => {
  change('decision/rows.json', ROW, row('germany-close', ''));
  run('revise');
  const check = run('check');
  expect(check.stdout).toContain('D1: it leads to "germany-close"');
  const release = run('release');
  expect(release.stdout).toContain('Nothing was written');
  expect([check.status, release.status, published()]).toEqual([1, 1, onRecord]);
});

test('a decision that is not the golden one is named with its line', () => {
  change('decision/rows.json', row('germany-close', ''), row('germany-closed', '"open-retired"'));
  run('revise');
  expect(run('check').stdout).toMatch(
    /decision\/golden\.txt: line \d+: germany: leads to germany-closed \[open-retired\]; the line says germany-closed \[\]/,
  );
  expect([run('release').status, published()]).toEqual([1, onRecord]);
});

test('once table and golden decision agree it goes on the record, beside what stands there', () => {
  change('decision/golden.txt', 'germany -> germany-closed []', 'germany -> germany-closed [open-retired]');
  expect(run('release')).toMatchObject({ status: 0 });
  expect(published().slice(0, -1)).toEqual(onRecord);
  expect(run('check').stdout).toBe('0 problems\n');
});

test('what a published link promised is compared with what it promised before, whatever is on record since', () => {
  const outcome = 'ordinary-sale';
  change('decision/rows.json', row('germany-closed', '"open-retired"'), row(outcome, ''));
  writeFileSync(
    join(folder, 'src/content/published', '9999-ffffffff.json'),
    JSON.stringify({ results: { germany: { outcome } }, gone: [] }),
  );
  expect(run('diff', 'HEAD').stdout).toContain(
    `- /wizard/germany/germany-closed/ promised germany-closed; its answers now lead to ${outcome}`,
  );
});
