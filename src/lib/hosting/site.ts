import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { ALWAYS, FOR_GOOD, NAMED_BY_CONTENT, RULES, type Headers, type Rule } from '../../config/headers.ts';
import { builtFiles } from '../builtFiles.ts';
import { allowedBy, policyText, union } from '../policy/page.ts';

/** A built site, as those need to know it who serve it. */
export interface ServedSite {
  /** where it is served, with a slash at the end */
  readonly base: string;
  /** with every answer */
  readonly always: Headers;
  readonly rules: readonly Rule[];
  /** addresses with a query that name what is in the file now, and may be kept for good */
  readonly versioned: readonly string[];
}

/** What the service worker of a built site knows of it, as far as it is asked here. */
const manifest = z.object({
  root: z.string(),
  languages: z.record(z.string(), z.object({ files: z.array(z.object({ address: z.string() })) })),
});

function manifestOf(dist: string): z.infer<typeof manifest> {
  const text = /^const MANIFEST=(.*);$/m.exec(readFileSync(`${dist}sw.js`, 'utf8'))?.[1];
  if (text === undefined) throw new Error(`${dist}sw.js has no manifest: build the site first`);
  return manifest.parse(JSON.parse(text));
}

/** The policy for all pages and pictures of a site at once. Each page has a narrower one of its own, and both hold. */
function policyOf(dist: string): string {
  const markup = [...builtFiles(dist, '.html'), ...builtFiles(dist, '.svg')];
  const all = union([
    { scripts: [], styles: [], wasm: true },
    ...markup.map((file) => allowedBy(readFileSync(dist + file, 'utf8'))),
  ]);
  return `${policyText(all)};frame-ancestors 'none'`;
}

/**
 * Reads from a built site what those need who serve it.
 * @param dist its folder, with a slash at the end
 * @throws {Error} when it is not built
 */
export function servedSite(dist: string): ServedSite {
  const { root, languages } = manifestOf(dist);
  const named = builtFiles(dist, '').filter((file) => NAMED_BY_CONTENT.test(file));
  return {
    base: root,
    always: { ...ALWAYS, 'Content-Security-Policy': policyOf(dist) },
    rules: [...RULES, { paths: named, headers: { 'Cache-Control': FOR_GOOD } }],
    versioned: Object.values(languages).flatMap(({ files }) => files.map(({ address }) => address)),
  };
}
