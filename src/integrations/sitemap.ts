import sitemap from '@astrojs/sitemap';
import { isLocale, LOCALES, locales } from '../config/locales.ts';
import { contentOfBuild } from './content.ts';

/** The segments of an address below the base of the site. */
const segmentsOf = (page: string, base: string): readonly string[] =>
  new URL(page).pathname.slice(base.length).split('/').filter(Boolean);

/**
 * The map of the site for search engines: guidance, outcomes and reference in every language, each with its counterparts.
 * Question pages, results, search and pages that only send the reader on stay out.
 * @param base where the site is served, such as `/`
 */
export const siteMap = (base: string): ReturnType<typeof sitemap> => {
  const root = base.replace(/\/?$/, '/');
  const outcomes = new Set(Object.keys(contentOfBuild().outcomes));
  return sitemap({
    filter: (page) => {
      const [locale, first, second, third] = segmentsOf(page, root);
      if (!isLocale(locale) || first === 'search' || first === 'offline' || third !== undefined) return false;
      if (first === 'wizard') return second === undefined;
      return first !== 'outcomes' || second === undefined || outcomes.has(second);
    },
    i18n: {
      defaultLocale: 'en',
      locales: Object.fromEntries(locales.map((locale) => [locale, LOCALES[locale].lang])),
    },
    serialize: (item) => {
      const [locale = '', ...rest] = segmentsOf(item.url, root);
      const neutral = new URL(root + rest.map((segment) => `${segment}/`).join(''), item.url).href;
      return locale === '' ? item : { ...item, links: [...(item.links ?? []), { lang: 'x-default', url: neutral }] };
    },
  });
};
