import { isLocale, LOCALES, locales, matchingLocale, type Locale } from '../config/locales.ts';
import type { InterfaceWords } from '../lib/content/schemas.ts';
import { remember, remembered } from '../lib/remember.ts';
import { make } from '../search/list.ts';
import suggestionSheet from '../styles/suggestion.css?url';

// Offers the page in the reader's language, in that language, at the lower edge where it moves nothing. Once refused, it is
// offered nowhere again: whoever answers tickets opens pages in other languages on purpose.
const words = import.meta.glob<InterfaceWords['suggestion']>('../content/wording/*/interface.json', {
  import: 'suggestion',
  eager: true,
});

const page = locales.find((locale) => LOCALES[locale].lang === document.documentElement.lang);
const chosen = remembered('locale');
const reader = isLocale(chosen) ? chosen : matchingLocale(navigator.languages);

function offer(here: Locale, locale: Locale, counterpart: HTMLAnchorElement) {
  const own = words[`../content/wording/${locale}/interface.json`];
  if (own === undefined) return;
  const { label, available, read, stay } = own;
  const { lang, dir } = LOCALES[locale];
  const link = make('a', { href: counterpart.href, hreflang: lang, 'data-locale': locale }, read);
  const button = make('button', { type: 'button' }, stay[here]);
  const status = make('p', { role: 'status' });
  const bar = make('section', { class: 'suggestion no-print', lang, dir, 'aria-label': label }, status, link, button);

  link.addEventListener('click', () => {
    // The switch knows where the reader is by now.
    link.href = counterpart.href;
    remember('locale', locale);
  });
  const root = document.documentElement;
  const makeRoom = () => {
    const height = bar.isConnected ? `${bar.offsetHeight}px` : '';
    root.style.paddingBlockEnd = height;
    root.style.scrollPaddingBlockEnd = height;
    // Another bar at the lower edge stands above it.
    root.style.setProperty('--room', height || '0px');
  };
  button.addEventListener('click', () => {
    remember('suggestion', 'no');
    bar.remove();
    makeRoom();
  });

  const sheet = make('link', { rel: 'stylesheet', href: suggestionSheet });
  sheet.addEventListener('load', () => {
    document.body.append(bar);
    makeRoom();
    // Words that come into a status are spoken; those that are there already are not.
    requestAnimationFrame(() => (status.textContent = available));
    addEventListener('resize', makeRoom);
  });
  document.head.append(sheet);
}

const own = document.querySelector<HTMLAnchorElement>(`.languages a[data-locale="${reader ?? ''}"]`);
if (
  page !== undefined &&
  reader !== undefined &&
  reader !== page &&
  own !== null &&
  remembered('suggestion') === undefined &&
  navigator.onLine
)
  offer(page, reader, own);
