import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { promises } from '../../src/eligibility/published.ts';
import { loadContent } from '../../src/lib/content/load.ts';
import { brokenPromises } from '../fixtures/promises.ts';
import { builtFiles } from './dist.ts';

const content = loadContent();

// That pages which explain a change are found to do so is tested in published.spec.ts, where there are some.
test('each result ever published says in every language what it promised, or explains the change', () => {
  expect(builtFiles().length).toBeGreaterThan(0);
  expect(promises(content.releases).length).toBeGreaterThanOrEqual(225);
  expect(brokenPromises('dist', content)).toEqual([]);
});

test('a page that promises another outcome would be found', () => {
  const [release] = content.releases;
  const [[path, decision] = ['', undefined]] = Object.entries(release?.results ?? {});
  if (release === undefined || decision === undefined) throw new Error('nothing is on record');
  const one = { ...content, releases: [{ ...release, results: { [path]: decision } }] };
  const folder = mkdtempSync(join(tmpdir(), 'promises-'));
  const page = (locale: string) => join(locale, 'wizard', ...path.split('/'), decision.outcome, 'index.html');
  for (const locale of ['en', 'es', 'ru', 'pt-br'])
    cpSync(join('dist', page(locale)), join(folder, page(locale)), { recursive: true });
  const russian = join(folder, page('ru'));
  writeFileSync(
    russian,
    readFileSync(russian, 'utf8').replace(`data-outcome="${decision.outcome}"`, 'data-outcome="another"'),
  );
  const broken = brokenPromises(folder, one);
  rmSync(folder, { recursive: true });
  expect(broken).toEqual([`${dirname(page('ru'))}: the outcome promised`]);
});
