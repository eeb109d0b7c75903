import { isLocale, type Locale } from '../config/locales.ts';
import { addressOf, parseAddress } from '../eligibility/address.ts';
import { fateOf, type Fate, type Published } from '../eligibility/published.ts';
import type { Leaf, Place, TreeNode } from '../eligibility/tree.ts';
import { nearestPage } from '../lib/nearest.ts';

/** What was promised at a result address, and when: the answers joined by "/", then each outcome ever published there. */
export type PublishedRecord = Readonly<Record<string, readonly PublishedOutcome[]>>;

/** An outcome as it was published at an address. */
export interface PublishedOutcome {
  readonly outcome: string;
  readonly since: Published;
  readonly until?: Published | undefined;
}

/** What is needed to explain a link. */
export interface Known<Result extends Leaf> {
  readonly tree: TreeNode<Result>;
  readonly record: PublishedRecord;
  /** addresses below the locale of pages outside the wizard */
  readonly pages: readonly string[];
  /** addresses of this site, up to and with the slash behind its base: as it is served, and as it names itself */
  readonly roots: readonly string[];
}

/** What a link means. */
export type Meaning<Result extends Leaf> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-ours' }
  /** a page outside the wizard, or the nearest one that exists */
  | { readonly kind: 'page' | 'missing'; readonly locale: Locale | undefined; readonly path: string }
  /** a page of the wizard, as it is now */
  | { readonly kind: 'wizard'; readonly place: Place<Result>; readonly since: Published | undefined }
  /** a result that was published and leads elsewhere now */
  | { readonly kind: 'moved'; readonly promised: PublishedOutcome; readonly fate: Fate<Result> }
  /** answers that lead to another result than the link names, though that was never published */
  | { readonly kind: 'never-published'; readonly named: string; readonly place: Place<Result> }
  /** a segment that the wizard does not know there; `place` is what stands before it */
  | { readonly kind: 'unknown-answer' | 'goes-on'; readonly segment: string; readonly place: Place<Result> };

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** The addresses in a text: those that begin with a scheme, else the words with a slash. A full stop behind one ends the sentence. */
const addressesIn = (text: string): readonly string[] => {
  const words = text.split(/[\s<>"'`|()[\]“”„«»‘’]/).map((word) => word.replace(/[.,;:!?…]+$/, ''));
  const whole = words.filter((word) => /^https?:\/\//i.test(word));
  return whole.length > 0 ? whole : words.filter((word) => word.includes('/'));
};

const SCHEME = /^https?:\/\//i;

/** The part of an address below the root of this site, with scheme, without or only as a path; nothing for one elsewhere. */
function below(address: string, roots: readonly string[]): string | undefined {
  const own = roots.map((root) => root.replace(SCHEME, ''));
  const named = SCHEME.test(address) || own.some((root) => `${address}/`.startsWith(root));
  // What has no scheme and begins like a host is a link of another site.
  if (!named && /^[^/]+\.[^/]+\//.test(address)) return undefined;
  let url: URL;
  try {
    url = named ? new URL(`https://${address.replace(SCHEME, '')}`) : new URL(address, roots[0]);
  } catch {
    return undefined;
  }
  const whole = url.host + url.pathname;
  const mine = own.find((root) => whole.startsWith(root) || `${whole}/` === root);
  return mine === undefined ? undefined : whole.slice(mine.length);
}

/**
 * What a link of this site means now, and what it promised. Any string may come in; nothing throws.
 * @param text what was pasted: a link, with words around it or without, whole or only its path
 */
export function explainLink<Result extends Leaf>(
  text: string,
  { tree, record, pages, roots }: Known<Result>,
): Meaning<Result> {
  if (text.trim() === '') return { kind: 'empty' };
  const path = addressesIn(text)
    .map((address) => below(address, roots))
    .find((each) => each !== undefined);
  if (path === undefined) return { kind: 'not-ours' };
  const segments = path
    .split('/')
    .flatMap((segment) => decode(segment).split('/'))
    .filter(Boolean);
  const locale = isLocale(segments[0]) ? segments[0] : undefined;
  const rest = locale === undefined ? segments : segments.slice(1);
  if (rest[0] !== 'wizard') {
    const nearest = nearestPage(`/${path}`, tree, pages).segments.join('/');
    return { kind: nearest === rest.join('/') ? 'page' : 'missing', locale, path: nearest };
  }
  const parsed = parseAddress(tree, rest.slice(1));
  const { path: answers, node } = parsed;
  const place = { path: answers, node };
  const promisedAt = (behind: readonly string[]) => {
    const outcome = behind.at(-1) ?? '';
    const key = behind.slice(0, -1).join('/');
    return Object.hasOwn(record, key) ? record[key]?.find((each) => each.outcome === outcome) : undefined;
  };
  if (parsed.kind === 'page') return { kind: 'wizard', place, since: promisedAt(addressOf(place))?.since };
  const promised = promisedAt(rest.slice(1));
  if (promised !== undefined)
    return { kind: 'moved', promised, fate: fateOf(tree, rest.slice(1, -1), promised.outcome) };
  const segment = parsed.rest[0] ?? '';
  if (parsed.fault === 'other-outcome') return { kind: 'never-published', named: segment, place };
  return { kind: parsed.fault === 'goes-on-after-result' ? 'goes-on' : 'unknown-answer', segment, place };
}
