import { ASK, isText, MISSING, REDIRECTS, TRANSPORT, TYPES, type Headers } from '../../config/headers.ts';
import type { ServedSite } from './site.ts';

/** `staticwebapp.config.json`, as far as this site uses it. */
interface AzureConfiguration {
  readonly trailingSlash: 'always';
  readonly routes: readonly {
    readonly route: string;
    readonly headers?: Headers;
    readonly redirect?: string;
    readonly statusCode?: 301;
  }[];
  readonly responseOverrides: { readonly 404: { readonly rewrite: string } };
  readonly globalHeaders: Headers;
  readonly mimeTypes: Headers;
}

/** A pattern as Azure wants it: an ending stands in braces. */
const route = (path: string): string => path.replace(/^\*\.(\w+)$/, '*.{$1}');

/**
 * The configuration for Azure Static Web Apps. The first route that fits is taken, so each path has one with all its headers;
 * they come before those for all files. Queries cannot be told apart there.
 */
export function azureConfiguration({ base, always, rules }: ServedSite): AzureConfiguration {
  const merged = new Map<string, Headers>();
  for (const { paths, headers } of rules)
    for (const path of paths) merged.set(path, { ...merged.get(path), ...headers });
  const exactFirst = [...merged].sort(([one], [other]) => Number(one.includes('*')) - Number(other.includes('*')));
  return {
    trailingSlash: 'always',
    routes: [
      ...REDIRECTS.map(({ from, to }) => ({ route: base + from, redirect: base + to, statusCode: 301 as const })),
      ...exactFirst.map(([path, headers]) => ({ route: base + route(path), headers })),
    ],
    responseOverrides: { 404: { rewrite: base + MISSING } },
    globalHeaders: { ...TRANSPORT, ...always, 'Cache-Control': ASK },
    mimeTypes: Object.fromEntries(
      Object.entries(TYPES).map(([ending, type]) => [`.${ending}`, isText(type) ? `${type}; charset=utf-8` : type]),
    ),
  };
}
