// Finds or installs the Chromium the browser tests run in.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Folders in which Playwright keeps the browsers it downloads, by platform. */
const DOWNLOADS = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache', 'ms-playwright'),
  join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  join(homedir(), 'AppData', 'Local', 'ms-playwright'),
];
const INSIDE = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win64', 'chrome.exe'],
  ['chrome-win', 'chrome.exe'],
];

const downloaded = () => {
  const folders = DOWNLOADS.filter((folder) => folder !== undefined && existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .map((name) => join(folder, name)),
  );
  return folders.flatMap((folder) => INSIDE.map((parts) => join(folder, ...parts))).find((file) => existsSync(file));
};

/** The path of an installed Chromium, or undefined: the one named in CHROMIUM_PATH, one on the PATH, one of Playwright's. */
export function installedChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return onPath.find((file) => existsSync(file)) ?? downloaded();
}

/**
 * Installs a Chromium: Playwright's own, else Debian's.
 * @param run runs a command line and returns its exit status
 * @returns its path, or undefined when neither could be had
 */
export function installChromium(run) {
  if (run('playwright install chromium') === 0) return installedChromium();
  const apt = process.getuid?.() === 0 ? 'apt-get' : 'sudo -n apt-get';
  if (process.platform === 'linux' && run(`${apt} update -qq && ${apt} install -y -qq chromium`) === 0)
    return installedChromium();
  return undefined;
}
