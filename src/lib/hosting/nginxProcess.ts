import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { nginxBrotli, nginxServer, nginxSnippet } from './nginx.ts';
import { servedSite } from './site.ts';

/** The program, or nothing where it is not installed. Debian keeps it where only administrators look. */
export const nginxProgram = (): string | undefined =>
  ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
    existsSync(path),
  );

/** The module that sends files compressed with brotli, or nothing where it is not installed. */
export const brotliModule = (): string | undefined =>
  ['/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'].find((path) => existsSync(path));

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string' ? failed(new Error('no port')) : found(address.port),
      );
    });
  });

/** nginx with the site's own configuration. */
export interface NginxHost {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts nginx as an ordinary process with a folder of its own, and waits until it answers.
 * @param dist the built site
 * @param workers how many processes answer
 * @throws {Error} when it does not start, with what it says
 */
export async function openNginx(dist: string, workers = 1): Promise<NginxHost> {
  const program = nginxProgram();
  if (program === undefined) throw new Error('nginx is not installed');
  const site = servedSite(`${resolve(dist)}/`);
  const prefix = mkdtempSync(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  for (const folder of ['snippets', 'temporary', 'www']) mkdirSync(join(prefix, folder));
  // The site stands in a folder named by its base.
  const root = site.base === '/' ? resolve(dist) : join(prefix, 'www');
  if (site.base !== '/') {
    const folder = join(root, site.base.replace(/\/$/, ''));
    mkdirSync(join(folder, '..'), { recursive: true });
    symlinkSync(resolve(dist), folder);
  }
  const module = brotliModule();
  const write = (file: string, content: string) => writeFileSync(join(prefix, file), content);
  write('site.conf', nginxServer(site, { listen: `127.0.0.1:${port}`, name: '_', root }));
  write('snippets/partner-paths.conf', nginxSnippet(site));
  if (module !== undefined) write('snippets/partner-paths-brotli.conf', nginxBrotli());
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${prefix}/temporary/${name};`,
  );
  write(
    'nginx.conf',
    `${module === undefined ? '' : `load_module ${module};\n`}daemon off;
${process.getuid?.() === 0 ? 'user root;\n' : ''}worker_processes ${workers};
pid ${prefix}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000;
    ${temporary.join('\n    ')}
    include ${prefix}/site.conf;
}
`,
  );
  const options = ['-p', prefix, '-c', join(prefix, 'nginx.conf'), '-e', 'stderr'];
  const check = spawnSync(program, ['-t', ...options], { encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`nginx refuses its configuration: ${check.stderr}`);
  const running = spawn(program, options, { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  const close = () =>
    new Promise<void>((closed) => {
      running.once('exit', () => {
        rmSync(prefix, { recursive: true });
        closed();
      });
      running.kill('SIGTERM');
    });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(origin);
      return { origin, close };
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  await close();
  throw new Error('nginx does not answer');
}
