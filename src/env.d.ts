/// <reference types="astro/client" />

// Trusted Types, as far as the site uses them: TypeScript's library does not know them.

/** The address of a script that a policy has approved. */
interface TrustedScriptURL {
  readonly toJSON: () => string;
}

interface TrustedTypePolicy {
  readonly createScriptURL: (input: string) => TrustedScriptURL;
}

interface TrustedTypePolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (input: string) => string },
  ) => TrustedTypePolicy;
}

interface Window {
  /** missing in browsers that have no Trusted Types */
  readonly trustedTypes?: TrustedTypePolicyFactory;
}

interface ServiceWorkerContainer {
  register(scriptURL: TrustedScriptURL | string, options?: RegistrationOptions): Promise<ServiceWorkerRegistration>;
}
