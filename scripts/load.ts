// Asks nginx on this machine for pages of the built site, as fast as it answers, with wrk:
//   node scripts/load.ts [seconds for each address]
// Both share the machine: nginx has one process, wrk one thread.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { builtFiles } from '../src/lib/builtFiles.ts';
import { openNginx } from '../src/lib/hosting/nginxProcess.ts';
import { servedSite } from '../src/lib/hosting/site.ts';

const SECONDS = Math.min(Number(process.argv[2] ?? 5), 30);
const CONNECTIONS = 32;

const stop = (text: string): never => {
  console.error(text);
  process.exit(1);
};
if (spawnSync('wrk', ['-v']).error !== undefined) stop('wrk is not installed (Debian: apt-get install wrk)');
if (!existsSync('dist/index.html.br')) stop('the compressed files are missing: npx astro build && npm run compress');

const { base, versioned } = servedSite('dist/');
const [result] = builtFiles('dist/ru/wizard/', 'index.html').toSorted((a, b) => b.length - a.length);
const [script] = builtFiles('dist/_astro/', '.js').filter((file) => file.startsWith('box-'));
const addresses = {
  home: `${base}ru/`,
  article: `${base}ru/multichannel/`,
  result: `${base}ru/wizard/${(result ?? '').replace('index.html', '')}`,
  'wizard file': versioned.find((address) => address.includes('/ru/wizard.json')) ?? '',
  script: `${base}_astro/${script ?? ''}`,
};

const part = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? '?';

const host = await openNginx('dist');
try {
  console.log(
    `${['', '', 'requests/s', 'sent/s', '50 %', '99 %', 'failed'].map((head) => head.padStart(12)).join('')}\n`,
  );
  for (const [name, address] of Object.entries(addresses))
    for (const encoding of ['identity', 'br']) {
      const { stdout } = spawnSync(
        'wrk',
        [
          '-t1',
          `-c${CONNECTIONS}`,
          `-d${SECONDS}s`,
          '--latency',
          '-H',
          `Accept-Encoding: ${encoding}`,
          host.origin + address,
        ],
        { encoding: 'utf8' },
      );
      const row = [
        name,
        encoding,
        part(stdout, /Requests\/sec:\s+([\d.]+)/),
        part(stdout, /Transfer\/sec:\s+(\S+)/),
        part(stdout, /50%\s+(\S+)/),
        part(stdout, /99%\s+(\S+)/),
        String(Number(part(stdout, /Non-2xx or 3xx responses: (\d+)/)) || 0),
      ];
      console.log(row.map((cell) => cell.padStart(12)).join(''));
    }
} finally {
  await host.close();
}
