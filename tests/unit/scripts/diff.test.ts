import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DecisionTable } from '../../../src/eligibility/table.ts';
import { loadContent } from '../../../src/lib/content/load.ts';
import { table as real } from '../eligibility/realTable.ts';

describe('npm run diff', () => {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...parameters: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/diff.ts', ...parameters], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  /** Writes a /decision.json as the site serves it. */
  const saved = (name: string, table: DecisionTable): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ revision: {}, ...table, outcomes: loadContent().outcomes, paths: {} }));
    return file;
  };

  test('compares a saved decision.json with the files as they are', () => {
    const { status, stdout } = run(saved('real.json', real));
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing moves');
  });

  test('compares two saved files, and tells which published results and texts a change concerns', () => {
    const rows = real.rows.map((each) => (each.row === 'D1' ? { ...each, outcome: 'undetermined' } : each));
    const { status, stdout } = run(saved('before.json', { ...real, rows }), saved('after.json', real));
    expect(status).toBe(0);
    expect(stdout).toContain(
      '- undetermined -> germany-closed: 1 combination, 1 address\n  - /wizard/germany/undetermined/ now /wizard/germany/germany-closed/',
    );
    const back = run(join(folder, 'before.json'));
    expect(back.stdout).toContain('situations of article csp-national-clouds-overview: undetermined, germany-closed');
  });

  test('reads a revision of git', () => {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    const { status, stdout } = run(commit, commit);
    expect(status).toBe(0);
    expect(stdout).toContain(`# Decisions: ${commit} -> ${commit}`);
    expect(stdout).toContain('Nothing moves');
  });

  test.each([
    [[], /^Say what to compare: /],
    [['a', 'b', 'c'], /^Say what to compare: /],
    [['no-such-revision'], /^"no-such-revision" is neither a file nor a revision of this repository\.\n$/],
    [['--help'], /^"--help" is neither a file nor a revision/],
    [['README.md'], /^README\.md is not JSON\.\n$/],
    [['package.json'], /^package\.json does not have the form it should have \(/],
  ])('refuses %j in one sentence', (parameters, message) => {
    const { status, stdout, stderr } = run(...parameters);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([1, '']);
  });

  test('refuses a table that leaves a case open, and names it', () => {
    const { status, stderr } = run(
      saved('open.json', { ...real, rows: real.rows.filter((each) => each.row !== 'D1') }),
    );
    expect(stderr).toMatch(
      /open\.json does not decide every case: UndecidedCase: no row decides germany\. Run "npm run check"\.\n$/,
    );
    expect(status).toBe(1);
  });
});
