import { locales, matchingLocale, type Locale } from '../config/locales.ts';
import { formatDate } from '../lib/dates.ts';
import { fill } from '../lib/fill.ts';
import { isInWizard, readAddress } from './address.ts';
import type { Entry, Manifest } from './manifest.ts';
import { pageOf, type Pack } from './pack.ts';
import type { Store } from './store.ts';

/** The pages saved with this build. */
export interface SavedPages {
  /** the languages whose pages are saved */
  readonly languages: () => Promise<readonly Locale[]>;
  /** a saved page as it was built */
  readonly html: (locale: Locale, page: string) => Promise<string | undefined>;
  /** what to show for an address when the site does not answer: the saved copy, or nothing when there is none */
  readonly answer: (url: URL) => Promise<Response | undefined>;
  /** the page that says that an address is not saved, or nothing when not even that is */
  readonly missing: (url: URL) => Promise<Response | undefined>;
}

const PAGE = { 'content-type': 'text/html; charset=utf-8' };

/**
 * @param wanted the reader's languages in the order of their preference
 */
export function savedPages({ root, languages: all }: Manifest, store: Store, wanted: readonly string[]): SavedPages {
  // Reading a pack takes some milliseconds; a worker that lives for several pages reads it once.
  const packs = new Map<string, Promise<Pack>>();
  const packAt = async ({ address }: Entry): Promise<Pack | undefined> => {
    const known = packs.get(address);
    if (known !== undefined) return known;
    const file = await store.file(address);
    if (file === undefined) return undefined;
    const pack = file.json().then((read: Pack) => read);
    packs.set(address, pack);
    return pack;
  };

  const packOf = (locale: Locale, page: string): Entry => all[locale][isInWizard(page) ? 'wizard' : 'reading'];

  const html = async (locale: Locale, page: string) => {
    const pack = await packAt(packOf(locale, page));
    return pack === undefined ? undefined : pageOf(pack, page);
  };

  const languages = async () => {
    const saved = await Promise.all(locales.map((locale) => store.has([all[locale].reading])));
    return locales.filter((_, index) => saved[index]);
  };

  /** The language in which to speak to the reader about an address. */
  const languageFor = async (locale: Locale | undefined) => {
    const saved = await languages();
    return saved.find((id) => id === locale) ?? matchingLocale(wanted, saved) ?? saved[0];
  };

  /** Says at the head of a page that it is a copy, and of which date. */
  const marked = async (locale: Locale, page: string, content: string) => {
    const { notice, again } = all[locale];
    const saved = (await store.file(packOf(locale, page).address))?.headers.get('date');
    const date = formatDate(locale, new Date(saved ?? Date.now()));
    const line = `<p class="quiet" role="status" data-kept>${fill(notice, { date })} <a href="">${again}</a></p>`;
    return content.replace(/<main\b[^>]*>/, (main) => main + line);
  };

  return {
    languages,
    html,
    answer: async (url) => {
      const { locale, page } = readAddress(root, url.pathname);
      if (locale === undefined) {
        const language = await languageFor(undefined);
        if (language === undefined || (await html(language, page)) === undefined) return undefined;
        return Response.redirect(`${root}${language}/${page}${url.search}`);
      }
      const content = await html(locale, page);
      return content === undefined ? undefined : new Response(await marked(locale, page, content), { headers: PAGE });
    },
    missing: async (url) => {
      const language = await languageFor(readAddress(root, url.pathname).locale);
      const content = language === undefined ? undefined : await html(language, 'offline/');
      if (content === undefined) return undefined;
      const saved = await languages();
      const wizards = await Promise.all(saved.map((locale) => store.has([all[locale].wizard])));
      const withWizard = saved.filter((_, index) => wizards[index]);
      return new Response(
        content.replace('data-saved="none"', `data-saved="${saved.join(' ')}" data-wizards="${withWizard.join(' ')}"`),
        { status: 503, headers: PAGE },
      );
    },
  };
}
