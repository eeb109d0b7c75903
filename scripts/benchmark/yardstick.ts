import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A cold load of a page. */
export interface Load {
  readonly bytes: number;
  readonly requests: number;
  readonly kinds: Readonly<Record<'html' | 'css' | 'js' | 'other', number>>;
  readonly lcp: number;
  readonly errors: readonly string[];
  /** bytes, status and address of each request */
  readonly list: readonly string[];
}

interface Part {
  readonly bytes: number;
  readonly requests: number;
}

/** A query, from focus to the first result. */
export interface Query {
  readonly open: Part;
  readonly type: Part;
  readonly firstResultMs: number;
}

/** How the search of a site is used. */
export interface SearchUse {
  /** what opens the box; nothing where it is always there */
  readonly open: string | null;
  readonly input: string;
  readonly result: string;
  readonly queries: readonly string[];
}

/** A served folder. */
export interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** A command that builds a site, with what is deleted before each run. */
export interface BuildUse {
  readonly cwd: string;
  readonly command: string;
  readonly clean?: readonly string[];
  readonly runs?: number;
}

/** What a build took: the median of its runs. Memory is that of its largest process. */
export interface Built {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakRssMiB: number;
}

interface Tools {
  readonly serve: (folder: string) => Promise<Served>;
  readonly measurePage: (
    url: string,
    options: { runs: number },
  ) => Promise<Readonly<Record<'desktop' | 'mobileSlow4g', Load>>>;
  readonly measureSearch: (
    server: Served,
    url: string,
    search: SearchUse,
    options: { runs: number },
  ) => Promise<Readonly<Record<string, Readonly<Record<'typed' | 'pasted' | 'typedSlow' | 'pastedSlow', Query>>>>>;
  readonly measureBuild: (build: BuildUse) => Built;
}

/** The scripts that measure any site, and the folder they live in, with a Starlight site to compare with. */
export interface Yardstick extends Tools {
  readonly folder: string;
}

/** Where the yardstick stands beside the project. */
const BESIDE = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'measure');

const isReady = (folder: string): boolean =>
  ['node_modules', 'build.mjs', 'starlight/dist/index.html'].every((path) => existsSync(join(folder, path)));

function folderOf(named: string | undefined): string {
  const folder = resolve(named ?? join(tmpdir(), 'measure'));
  if (isReady(folder)) return folder;
  if (named !== undefined)
    throw new Error(`${folder} is no yardstick that is ready: run its setup.sh, or leave --yardstick out.`);
  const setup = join(BESIDE, 'setup.sh');
  if (!existsSync(setup))
    throw new Error(
      `The yardstick is missing: put its folder at ${BESIDE}, or name one that is ready with --yardstick.`,
    );
  console.log('\n> Making the yardstick ready: its tools and a Starlight site, about two minutes');
  if (spawnSync('sh', [setup, folder], { stdio: 'inherit' }).status !== 0 || !isReady(folder))
    throw new Error('The yardstick could not be made ready: see its message above, and run the command again.');
  return folder;
}

/** GNU time, with which the yardstick measures builds. */
function ensureTime(): void {
  const isThere = () =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, 'time')));
  if (isThere()) return;
  const apt = process.getuid?.() === 0 ? 'apt-get' : 'sudo -n apt-get';
  spawnSync(`${apt} update -qq && ${apt} install -y -qq time`, { shell: true, stdio: 'inherit' });
  if (!isThere()) throw new Error('GNU time is missing, with which builds are measured: install the package "time".');
}

/**
 * Makes the yardstick ready and loads it.
 * @param named a folder in which its setup.sh has run; without one it is set up in the folder for temporary files
 * @throws {Error} when it is missing or cannot be set up, saying what to do
 */
export async function loadYardstick(named: string | undefined): Promise<Yardstick> {
  const folder = folderOf(named);
  ensureTime();
  const load = (name: string): Promise<Partial<Tools>> =>
    import(pathToFileURL(join(folder, name)).href).then((module: Partial<Tools>) => module);
  const { serve } = await load('lib/serve.mjs');
  const { measurePage } = await load('page.mjs');
  const { measureSearch } = await load('search.mjs');
  const { measureBuild } = await load('build.mjs');
  if (serve === undefined || measurePage === undefined || measureSearch === undefined || measureBuild === undefined)
    throw new Error(`The yardstick in ${folder} is another one than this command knows: delete the folder.`);
  return { folder, serve, measurePage, measureSearch, measureBuild };
}
