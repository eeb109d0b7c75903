import { defineConfig, devices } from '@playwright/test';
import { installedChromium } from './scripts/chromium.mjs';

const port = Number(process.env.TEST_PORT ?? 4399);
const executablePath = installedChromium();

/** What Chromium does for nobody: pages made ready that are never opened, and windows of its own under each test. */
const IDLE_WORK = [
  'Prerender2',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // What Playwright switches off itself; of two lists Chromium takes the last.
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
];

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['dot'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    // A worker that answers from its copy would hide what a page asks for; offline.spec.ts lets it.
    serviceWorkers: 'block',
    // Passing from page to page takes time and shows nothing a test looks at; everyone.spec.ts looks at motion.
    contextOptions: { reducedMotion: 'reduce' },
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${IDLE_WORK.join(',')}`,
      ],
    },
  },
  webServer: {
    command: `astro preview --ignore-lock --port ${port}`,
    url: `http://localhost:${port}/en/`,
    reuseExistingServer: process.env.CI === undefined,
  },
});
