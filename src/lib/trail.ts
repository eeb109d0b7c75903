import { articleConfig, isArticle } from '../config/articles.ts';
import type { Locale } from '../config/locales.ts';
import { PAGES } from '../config/site.ts';
import { pageNames, site, url, wordsOf } from './site.ts';

/** A step of the way from the home page to a page; the last may be the page itself, which is no link. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/**
 * The way from the home page to a page.
 * @param path the address of the page below its locale
 * @returns no step for the home page and for questions, whose way is the answers so far
 */
export function trailOf(locale: Locale, path: string): readonly Crumb[] {
  const { nav, articleGroups, groups } = wordsOf(locale).interface;
  const home = { label: nav.home, href: url(locale) };
  if (isArticle(path)) {
    const { group } = articleConfig(path);
    return [
      home,
      { label: nav.articles, href: `${url(locale)}#articles` },
      { label: articleGroups[group], href: `${url(locale)}#guidance-${group}` },
    ];
  }
  const page = PAGES.find((name) => name === path);
  if (page !== undefined) return [home, { label: pageNames(locale, page).label }];
  const [first, outcome] = path.split('/');
  if (first !== 'outcomes') return [];
  if (outcome === undefined) return [home, { label: nav.outcomes }];
  const group = site().outcomes[outcome]?.group;
  const all = { label: nav.outcomes, href: url(locale, 'outcomes') };
  return [home, all, ...(group === undefined ? [] : [{ label: groups[group], href: `${all.href}#outcomes-${group}` }])];
}
