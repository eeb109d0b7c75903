import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

// Puts one slip after another into code and sees whether a unit test notices: `npm run mutate:code [-- <part> ...]`. A part
// takes a minute or several, all of them an hour. Exits with 1 where fewer than nine slips of ten are noticed. What is not
// noticed and need not be is explained in docs/decisions/0020-tests-that-hold.md.

const SHARE = 0.9;

const unit = (...names: readonly string[]) => names.map((name) => `tests/unit/${name}.test.ts`);

/** The parts of the code on which a wrong answer or a dead link would rest, each with the tests that specify it. */
const PARTS: Readonly<Record<string, { readonly files: readonly string[]; readonly tests: readonly string[] }>> = {
  address: {
    files: ['src/eligibility/address.ts', 'src/eligibility/tree.ts', 'src/eligibility/change.ts'],
    tests: unit('eligibility/address', 'eligibility/tree', 'eligibility/change'),
  },
  words: { files: ['src/search/words/*.ts'], tests: unit('search/words') },
  links: {
    files: ['src/lib/nearest.ts', 'src/support/explain.ts', 'src/support/ask.ts', 'src/support/find.ts'],
    tests: unit('lib/nearest', 'support/explain', 'support/ask', 'support/find'),
  },
  offline: {
    files: ['src/offline/address.ts', 'src/offline/nearest.ts', 'src/offline/pack.ts'],
    tests: unit('offline/address', 'offline/nearest', 'offline/pack'),
  },
  published: {
    files: ['src/eligibility/published.ts', 'src/lib/published.ts'],
    tests: unit('eligibility/published', 'lib/published'),
  },
  table: {
    files: ['src/eligibility/table.ts', 'src/eligibility/shown.ts', 'src/eligibility/compile.ts'],
    tests: unit('eligibility/table', 'eligibility/compile', 'eligibility/check', 'eligibility/goldenBeside'),
  },
  check: { files: ['src/eligibility/check.ts'], tests: unit('eligibility/check') },
  explain: { files: ['src/eligibility/explain.ts'], tests: unit('eligibility/explain') },
  boxes: { files: ['src/eligibility/boxes.ts'], tests: unit('eligibility/boxes') },
  golden: { files: ['src/eligibility/golden.ts'], tests: unit('eligibility/golden', 'eligibility/goldenBeside') },
  mutants: { files: ['src/eligibility/mutants.ts'], tests: unit('eligibility/mutants') },
  difference: {
    files: ['src/eligibility/difference.ts', 'src/eligibility/describeDifference.ts'],
    tests: unit('eligibility/difference'),
  },
};

/** Mutates one part and says which slips nobody noticed. */
async function mutate(part: string, files: readonly string[], tests: readonly string[]): Promise<boolean> {
  process.env.MUTATION_TESTS = tests.join(' ');
  const results = await new Stryker({ mutate: [...files] }).runMutationTest();
  // What Stryker leaves out of its score: slips marked as equivalent, and those with which the tests do not even load.
  const valid = results.filter(({ status }) => status !== 'Ignored' && status !== 'RuntimeError');
  const unnoticed = valid.filter(({ status }) => status !== 'Killed' && status !== 'Timeout');
  const noticed = valid.length - unnoticed.length;
  for (const { fileName, location, mutatorName, replacement = '', status } of unnoticed)
    console.log(
      `  ${relative('.', fileName)}:${location.start.line + 1}:${location.start.column + 1} ${status} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`,
    );
  const share = valid.length === 0 ? 0 : noticed / valid.length;
  console.log(`${part.padEnd(12)}${noticed} of ${valid.length} noticed, ${(100 * share).toFixed(1)} %`);
  return share >= SHARE;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0)
  throw new Error(`There is no part "${unknown.join(', ')}": choose from ${Object.keys(PARTS).join(', ')}.`);
for (const [part, { files, tests }] of Object.entries(PARTS))
  if ((asked.length === 0 || asked.includes(part)) && !(await mutate(part, files, tests))) process.exitCode = 1;
