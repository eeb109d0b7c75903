import { DIGEST_LENGTH, type Entry } from './manifest.ts';

/** Marks a copy that has everything it is meant to have. */
const COMPLETE = 'complete';

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The beginning of the SHA-256 of a content, in hexadecimal. */
const digestOf = async (content: ArrayBuffer): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', content)).slice(0, DIGEST_LENGTH);

/**
 * Fetches a file and looks whether it is the one meant: while a site is being replaced, its host may give another build's.
 * @param init how to fetch
 * @throws when it cannot be had, or is another
 */
export async function fetchVerified(address: string, digest: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(address, init);
  const content = await answer.clone().arrayBuffer();
  if (!answer.ok || (await digestOf(content)) !== digest) throw new Error(`${address} is not the file of this build`);
  return answer;
}

/** The copies of one build, and of those before it, in the caches of this site. */
export interface Store {
  /** saves files of this build that are not saved yet; when it fails, what is saved stays and is not fetched again */
  readonly save: (entries: readonly Entry[]) => Promise<void>;
  /** whether all of these are saved with this build */
  readonly has: (entries: readonly Entry[]) => Promise<boolean>;
  /** a file saved with this build */
  readonly file: (address: string) => Promise<Response | undefined>;
  /** a file saved with any build: only for addresses that name their content */
  readonly fileOfAnyBuild: (address: string) => Promise<Response | undefined>;
  /** the addresses saved with the newest complete build other than this one */
  readonly before: () => Promise<readonly string[]>;
  readonly complete: () => Promise<void>;
  /** deletes what is neither of this build nor of the newest complete one before it, whose pages may still be open */
  readonly tidy: () => Promise<void>;
}

/**
 * @param scope tells the caches of this site from those of others on the same host
 * @param build names this build
 */
export function openStore(scope: string, build: string): Store {
  const prefix = `${scope} `;
  const own = `${prefix}${build}`;
  const cache = () => caches.open(own);
  const ours = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));

  const fileOfAnyBuild = async (address: string) => {
    for (const cacheName of [own, ...(await ours())]) {
      const found = await caches.match(address, { cacheName });
      if (found !== undefined) return found;
    }
    return undefined;
  };

  /** What another build has saved at an address, if it is the same. */
  const copyOf = async (address: string, digest: string) => {
    const copy = await fileOfAnyBuild(address);
    const content = await copy?.clone().arrayBuffer();
    return content !== undefined && (await digestOf(content)) === digest ? copy : undefined;
  };

  const previous = async (): Promise<string | undefined> => {
    for (const cacheName of (await ours()).toReversed())
      if (cacheName !== own && (await caches.match(COMPLETE, { cacheName })) !== undefined) return cacheName;
    return undefined;
  };

  const has = async (entries: readonly Entry[]) => {
    const store = await cache();
    const found = await Promise.all(entries.map(({ address }) => store.match(address)));
    return found.every((file) => file !== undefined);
  };

  return {
    has,
    fileOfAnyBuild,
    file: async (address) => (await cache()).match(address),
    save: async (entries) => {
      const store = await cache();
      await Promise.all(
        entries.map(async ({ address, digest }) => {
          if (await has([{ address, digest }])) return;
          const file =
            (await copyOf(address, digest)) ??
            (await fetchVerified(address, digest, { cache: 'no-cache', priority: 'low' }));
          const headers = {
            'content-type': file.headers.get('content-type') ?? '',
            date: new Date().toUTCString(),
          };
          await store.put(address, new Response(await file.blob(), { headers }));
        }),
      );
    },
    before: async () => {
      const name = await previous();
      if (name === undefined) return [];
      const requests = await (await caches.open(name)).keys();
      return requests.map(({ url }) => new URL(url).pathname);
    },
    complete: async () => {
      await (await cache()).put(COMPLETE, new Response());
    },
    tidy: async () => {
      const kept = [own, await previous()];
      for (const name of await ours()) if (!kept.includes(name)) await caches.delete(name);
    },
  };
}
