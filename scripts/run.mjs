// The commands of the README, for a machine that has Node 20 and npm and nothing else:
//   node scripts/run.mjs start | dev | test [step ...] | benchmark [part ...]
// Installs what is missing, tells what it is doing, and says in one sentence what to do if it cannot.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { installedChromium, installChromium } from './chromium.mjs';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);

const tell = (text) => console.log(`\n> ${text}`);
const stop = (text) => {
  console.error(`\n${text}`);
  process.exit(1);
};

const bin = join(root, 'node_modules', '.bin');
/** The programs of the project first, among them the Node it needs. */
const environment = () => ({
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
});
const run = (command, env = {}) =>
  spawnSync(command, { shell: true, stdio: 'inherit', env: { ...environment(), ...env } }).status ?? 1;

const isInstalled = () => {
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
    const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    );
  } catch {
    return false;
  }
};

function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop('This needs Node 20 or newer: install it, then run the command again.');
  if (isInstalled()) return;
  tell('Installing the dependencies (npm ci), about half a minute');
  if (run('npm ci --no-audit --no-fund --loglevel=error') !== 0)
    stop(
      'npm ci did not succeed: see its message above, check that this machine reaches an npm registry, and run the command again.',
    );
}

function ensureChromium() {
  const found = installedChromium();
  if (found !== undefined) return found;
  tell('Looking for a Chromium to test with: none is installed, so one is fetched');
  const installed = installChromium(run);
  if (installed === undefined)
    stop(
      'No Chromium could be installed: install one yourself, or set CHROMIUM_PATH to it, and run the command again.',
    );
  return installed;
}

function build() {
  tell('Building the site');
  if (run('astro build --silent') !== 0) stop('The site does not build: the message above says what to mend.');
}

/** The steps of the test command: what is run, and where a test runner leaves its figures. */
const STEPS = {
  types: { title: 'Types', command: 'astro check --silent' },
  lint: { title: 'Lint', command: 'eslint . --max-warnings 0' },
  format: { title: 'Format', command: 'prettier --check --log-level warn .' },
  build: { title: 'Build', command: 'astro build --silent' },
  unit: {
    title: 'Unit and content tests',
    command: 'vitest run --reporter=dot --reporter=json --outputFile.json=test-results/unit.json',
    figures: 'test-results/unit.json',
    count: ({ numPassedTests, numFailedTests, numTotalTestSuites, numFailedTestSuites }) => ({
      passed: numPassedTests,
      // A file that does not even load has no failed test, only a failed suite.
      failed: numFailedTests === 0 && numTotalTestSuites > 0 ? numFailedTestSuites : numFailedTests,
    }),
  },
  browser: {
    title: 'Browser tests',
    command: 'playwright test',
    figures: 'test-results/browser.json',
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
};

function test(names) {
  const unknown = names.find((name) => !(name in STEPS));
  if (unknown !== undefined) stop(`There is no step "${unknown}": choose from ${Object.keys(STEPS).join(', ')}.`);
  const steps = names.length === 0 ? Object.keys(STEPS) : names;
  const chromium = steps.includes('browser') ? ensureChromium() : undefined;
  const total = { passed: 0, failed: 0 };
  for (const { title, command, figures, count } of steps.map((name) => STEPS[name])) {
    tell(title);
    if (figures !== undefined) rmSync(figures, { force: true });
    const status = run(command, chromium === undefined ? {} : { CHROMIUM_PATH: chromium });
    const result =
      figures === undefined || !existsSync(figures)
        ? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
        : count(JSON.parse(readFileSync(figures, 'utf8')));
    // A runner that ends badly without a failed test has failed all the same.
    if (status !== 0 && result.failed === 0) result.failed = 1;
    total.passed += result.passed;
    total.failed += result.failed;
    if (title === 'Build' && status !== 0) break;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

const [command, ...rest] = process.argv.slice(2);
ensureDependencies();
if (command === 'start') {
  build();
  tell('Serving the site; stop it with Ctrl C');
  process.exitCode = run('astro preview --ignore-lock');
} else if (command === 'dev') process.exitCode = run(`astro dev ${rest.join(' ')}`);
else if (command === 'test') test(rest);
else if (command === 'benchmark') {
  const chromium = ensureChromium();
  process.exitCode = run(`node scripts/benchmark.ts ${rest.join(' ')}`, {
    CHROMIUM_PATH: chromium,
    // The name under which the yardstick looks for it.
    CHROME_PATH: chromium,
  });
} else stop(`There is no command "${command ?? ''}": use start, dev, test or benchmark.`);
