import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { publishedFile } from '../../../src/lib/published.ts';
import { FIRST, OLD_ANSWER, OLD_OUTCOME, SECOND, writeHistory } from '../../fixtures/published.ts';

const folder = mkdtempSync(join(tmpdir(), 'published-file-'));
const { revision } = writeHistory(folder);
vi.stubEnv('PUBLISHED_FOLDER', folder);
afterAll(() => rmSync(folder, { recursive: true }));

const today = { revision: revision.revision, date: revision.date };

test('the record says of each address every outcome it ever promised, since when and until when', () => {
  const { releases, results, outcomes, answers } = publishedFile();
  expect(releases).toEqual([FIRST, SECOND, today]);
  expect(results['global/manage/from-ea/license']).toEqual([
    { outcome: 'undetermined', since: FIRST, until: SECOND },
    { outcome: 'multi-channel-license', since: SECOND, until: undefined },
  ]);
  expect(results['global/manage/from-spla/license']).toEqual([
    { outcome: 'multi-channel-license', since: FIRST, until: today },
  ]);
  expect(results['germany']).toEqual([{ outcome: 'germany-closed', since: FIRST, until: undefined }]);
  expect(outcomes[OLD_OUTCOME.id]).toEqual(OLD_OUTCOME.words);
  expect(answers[OLD_ANSWER.id]).toEqual(OLD_ANSWER.words);
});
