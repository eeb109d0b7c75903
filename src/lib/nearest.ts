import { isLocale, matchingLocale, type Locale } from '../config/locales.ts';
import { addressOf, parseAddress } from '../eligibility/address.ts';
import type { Leaf, TreeNode } from '../eligibility/tree.ts';

/** The page closest to an address that does not exist. */
export interface Nearest {
  /** the locale the address names, if it names one */
  readonly locale: Locale | undefined;
  /** the segments below the locale of the closest page; empty for the start page */
  readonly segments: readonly string[];
  readonly inWizard: boolean;
}

/** Whether a segment looks like a language, such as `pt`, `en-us` or `ES`. */
const isLanguage = (segment: string): boolean => /^[a-z]{2}(-[a-z]{2,4})?$/i.test(segment);

/**
 * Finds the page closest to an address: in the wizard the longest valid run of answers, elsewhere the longest beginning
 * that is an address, in capitals or not. A language this site writes otherwise, such as `pt-PT`, is taken for its own, and
 * one it does not have for none. Any string may come in.
 * @param path the address below the base of the site, not decoded
 * @param tree the wizard, if it could be loaded
 * @param known addresses below the locale that exist, such as `multipartner`
 */
export function nearestPage(path: string, tree: TreeNode<Leaf> | undefined, known: readonly string[]): Nearest {
  const segments = path
    .split('/')
    .flatMap((segment) => decode(segment).split('/'))
    .filter(Boolean);
  const [first = ''] = segments;
  const locale = isLocale(first) ? first : isLanguage(first) ? matchingLocale([first]) : undefined;
  const below = (isLocale(first) || isLanguage(first) ? segments.slice(1) : segments).map((segment) =>
    segment.replace(/\.(?:html?|md)$/, ''),
  );
  if (below[0] === 'wizard')
    return {
      locale,
      segments: ['wizard', ...(tree === undefined ? [] : addressOf(parseAddress(tree, below.slice(1))))],
      inWizard: true,
    };
  for (let length = below.length; length > 0; length--) {
    const beginning = below.slice(0, length).map((segment) => segment.toLowerCase());
    if (known.includes(beginning.join('/'))) return { locale, segments: beginning, inWizard: false };
  }
  return { locale, segments: [], inWizard: false };
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
