import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['unit', 'content', 'built', 'hosting'].map((kind) => `tests/${kind}/**/*.test.ts`),
    environment: 'node',
    // All processors: the default leaves one to the reader of the results, which is half of two.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
