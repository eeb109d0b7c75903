import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['unit', 'content', 'built', 'hosting'].map((kind) => `tests/${kind}/**/*.test.ts`),
    environment: 'node',
    testTimeout: 60_000,
  },
});
