import type { AstroIntegration } from 'astro';
import { checkContent, describeProblems } from '../lib/content/check.ts';
import { contentOfBuild } from './content.ts';

/** Stops a build whose content or rules have a problem. */
export const checks = (): AstroIntegration => ({
  name: 'content-checks',
  hooks: {
    'astro:build:start': () => {
      const problems = checkContent(contentOfBuild());
      if (problems.length > 0)
        throw new Error(`the content has ${problems.length} problems\n${describeProblems(problems)}`);
    },
  },
});
