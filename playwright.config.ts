import { defineConfig, devices } from '@playwright/test';
import { installedChromium } from './scripts/chromium.mjs';

const port = Number(process.env.TEST_PORT ?? 4399);
const executablePath = installedChromium();

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
        // A page made ready that is never opened is work for nothing.
        '--disable-features=Prerender2',
      ],
    },
  },
  webServer: {
    command: `astro preview --ignore-lock --port ${port}`,
    url: `http://localhost:${port}/en/`,
    reuseExistingServer: process.env.CI === undefined,
  },
});
