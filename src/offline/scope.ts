// What TypeScript's library for pages does not know of a service worker.

/** An event whose work may go on after its listener has returned. */
export interface WorkerEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** A request that a page makes. */
export interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  /** the answer to a navigation that the browser asked for while the worker started */
  readonly preloadResponse?: Promise<Response | undefined>;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/** The global object of a service worker. */
export interface WorkerScope {
  readonly addEventListener: ((type: 'install' | 'activate', listener: (event: WorkerEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void);
  readonly skipWaiting: () => Promise<void>;
  readonly registration: Pick<ServiceWorkerRegistration, 'scope' | 'navigationPreload'>;
  readonly navigator: {
    readonly languages: readonly string[];
    readonly connection?: { readonly saveData?: boolean };
  };
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (options: {
      readonly type: 'window';
      readonly includeUncontrolled: true;
    }) => Promise<readonly { readonly url: string }[]>;
  };
}
