import { defineConfig } from 'vitest/config';

/** The tests that `scripts/mutateCode.ts` runs for one part of the code. */
export default defineConfig({
  test: { include: (process.env.MUTATION_TESTS ?? '').split(' '), environment: 'node', testTimeout: 60_000 },
});
