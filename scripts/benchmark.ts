import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureColdBuild, measureScale } from './benchmark/builds.ts';
import { measureTables } from './benchmark/decisions.ts';
import { tableOf, type Figure } from './benchmark/figures.ts';
import { measureGuidance, measureSearches, measureWizardPage } from './benchmark/pages.ts';
import { measureWizardSteps } from './benchmark/wizardStep.ts';
import { loadYardstick, type Yardstick } from './benchmark/yardstick.ts';

// Measures the site beside a Starlight site and against its budgets, with a yardstick that knows neither, and prints one
// table. Figures of different machines or runs do not compare.

/** A part of what is measured. */
interface Part {
  readonly title: string;
  /** whether it looks at the built site */
  readonly needsSite: boolean;
  /** @param counts how many guidance pages the larger sites have */
  readonly measure: (yardstick: Yardstick, counts: readonly number[]) => readonly Figure[] | Promise<readonly Figure[]>;
}

const PARTS: Readonly<Record<string, Part>> = {
  build: { title: 'The whole site, built cold three times', needsSite: false, measure: measureColdBuild },
  page: { title: 'A guidance page', needsSite: true, measure: measureGuidance },
  search: { title: 'Search', needsSite: true, measure: measureSearches },
  wizard: {
    title: 'The wizard',
    needsSite: true,
    measure: async (yardstick) => [...(await measureWizardPage(yardstick)), ...(await measureWizardSteps(yardstick))],
  },
  table: { title: 'Larger decision tables', needsSite: false, measure: measureTables },
  scale: { title: 'Sites with more guidance, built cold: several minutes', needsSite: false, measure: measureScale },
};

/** The command line: what to measure, with which yardstick, and where the table goes. */
function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      yardstick: { type: 'string' },
      out: { type: 'string' },
      pages: { type: 'string', default: '2000,10000' },
    },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined)
    throw new Error(`There is no part "${unknown}": choose from ${Object.keys(PARTS).join(', ')}.`);
  const counts = values.pages.split(',').map(Number);
  if (counts.some((count) => !Number.isInteger(count) || count < 100))
    throw new Error('--pages takes numbers of guidance pages, all languages together, such as 2000,10000.');
  const parts = Object.entries(PARTS).filter(([name]) => positionals.length === 0 || positionals.includes(name));
  return { ...values, parts: new Map(parts), counts: counts.sort((a, b) => a - b) };
}

async function run(): Promise<void> {
  const { parts, counts, yardstick: folder, out } = asked();
  const yardstick = await loadYardstick(folder);
  if (!parts.has('build') && [...parts.values()].some(({ needsSite }) => needsSite)) {
    console.log('\n> Building the site');
    if (spawnSync('astro build --silent', { shell: true, stdio: 'inherit' }).status !== 0)
      throw new Error('The site does not build: the message above says what to mend.');
  }
  const figures: Figure[] = [];
  for (const { title, measure } of parts.values()) {
    console.log(`\n> ${title}`);
    figures.push(...(await measure(yardstick, counts)));
  }
  const table = tableOf(figures);
  console.log(`\n${table}`);
  if (out !== undefined) writeFileSync(out, `${table}\n`);
}

try {
  await run();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
