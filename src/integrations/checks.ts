import type { AstroIntegration } from 'astro';
import { checkContent, describeReport } from '../lib/content/check.ts';
import { loadContent } from '../lib/content/load.ts';

/** Stops a build whose content or rules have a problem, and tells which facts have no home yet. */
export const checks = (): AstroIntegration => ({
  name: 'content-checks',
  hooks: {
    'astro:build:start': ({ logger }) => {
      const report = checkContent(loadContent());
      if (report.problems.length > 0)
        throw new Error(
          `the content has ${report.problems.length} problems\n${describeReport({ ...report, notYetPlaced: [] })}`,
        );
      if (report.notYetPlaced.length > 0)
        logger.info(`${report.notYetPlaced.length} facts are not yet placed (npm run check lists them)`);
    },
  },
});
