import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '../../src/config/locales.ts';
import { linkDependencies, makeProject } from '../scale/project.ts';
import type { Figure } from './figures.ts';
import type { Built, BuildUse, Yardstick } from './yardstick.ts';

const RUNS = 3;
const COMMAND = 'astro build --silent';
/** What a build keeps for the next. */
const CACHES = ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'];

const cold = (cwd: string, runs: number): BuildUse => ({ cwd, command: COMMAND, clean: CACHES, runs });

/** The whole site built cold. Starlight's is a site of another size. */
export function measureColdBuild({ measureBuild }: Yardstick): readonly Figure[] {
  const { wallSeconds, cpuSeconds, peakRssMiB } = measureBuild(cold(process.cwd(), RUNS));
  return [
    { what: 'whole site, cold build: time', unit: 's', ours: wallSeconds, most: 15 },
    { what: 'whole site, cold build: processor time', unit: 's', ours: cpuSeconds },
    { what: 'whole site, cold build: memory', unit: 'MiB', ours: peakRssMiB },
  ];
}

/** Does something with a folder that is deleted afterwards. */
function inTemporaryFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'partner-paths-scale-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const buildOurs = ({ measureBuild }: Yardstick, pages: number): Built =>
  inTemporaryFolder((folder) => {
    makeProject(process.cwd(), folder, pages / locales.length);
    return measureBuild(cold(folder, 1));
  });

const buildStarlight = ({ folder: yardstick, measureBuild }: Yardstick, pages: number): Built =>
  inTemporaryFolder((folder) => {
    const source = join(yardstick, 'starlight');
    for (const name of ['astro.config.mjs', 'package.json', 'public', 'src'])
      cpSync(join(source, name), join(folder, name), { recursive: true });
    linkDependencies(source, folder);
    const docs = join(folder, 'src', 'content', 'docs');
    rmSync(docs, { recursive: true, force: true });
    const made = spawnSync(
      process.execPath,
      [join(yardstick, 'fixture', 'generate.mjs'), 'starlight', docs, String(pages / locales.length)],
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`the Starlight site of ${pages} pages cannot be made: ${made.stderr}`);
    return measureBuild(cold(folder, 1));
  });

/**
 * The site with more guidance, built cold, beside a Starlight site with as many pages. What it has besides, its wizard, its
 * results, its Markdown twins and its pages without a language, is built along; growth is what a further page costs.
 * @param counts how many guidance pages, in ascending order, languages together
 */
export function measureScale(yardstick: Yardstick, counts: readonly number[]): readonly Figure[] {
  const written = yardstick.measureBuild(cold(process.cwd(), 1));
  let before = { pages: 0, built: written };
  return counts.flatMap((pages, index) => {
    const built = buildOurs(yardstick, pages);
    // Beyond the first size a Starlight build says nothing new and takes minutes.
    const other = index === 0 ? buildStarlight(yardstick, pages) : undefined;
    const more = pages - before.pages;
    const growth = ((built.wallSeconds - before.built.wallSeconds) / more) * 1000;
    const memory = (built.peakRssMiB - before.built.peakRssMiB) / more;
    before = { pages, built };
    const what = (figure: string) => `${pages.toLocaleString('en')} guidance pages, cold build: ${figure}`;
    return [
      {
        what: what('time'),
        unit: 's',
        ours: built.wallSeconds,
        starlight: other?.wallSeconds,
        most: other?.wallSeconds,
      },
      { what: what('processor time'), unit: 's', ours: built.cpuSeconds, starlight: other?.cpuSeconds },
      {
        what: what('memory'),
        unit: 'MiB',
        ours: built.peakRssMiB,
        starlight: other?.peakRssMiB,
        ...(index === 0 && { most: 1024 }),
      },
      { what: what('time for each further page'), unit: 'ms', ours: growth },
      { what: what('memory for each further page'), unit: 'MiB', ours: memory },
    ] satisfies readonly Figure[];
  });
}
