import { isLocale, type Locale } from '../config/locales.ts';

/** What an address of the site asks for. */
export interface Asked {
  /** nothing for an address without a language */
  readonly locale: Locale | undefined;
  /** address below the locale with a slash at the end; empty for the home page */
  readonly page: string;
}

/**
 * Reads the path of an address, with or without the slash or the `index.html` that hosts forgive.
 * @param root the base of the site, with a slash at the end
 * @param pathname a path below it, not decoded
 */
export function readAddress(root: string, pathname: string): Asked {
  const segments = pathname
    .slice(root.length)
    .replace(/(?:^|\/)index\.html$/, '')
    .split('/')
    .filter(Boolean);
  const [first] = segments;
  const locale = isLocale(first) ? first : undefined;
  const below = locale === undefined ? segments : segments.slice(1);
  return { locale, page: below.map((segment) => `${segment}/`).join('') };
}

/** Whether a page belongs to the wizard behind its first question. */
export const isInWizard = (page: string): boolean => /^wizard\/./.test(page);
