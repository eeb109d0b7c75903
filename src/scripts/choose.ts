import { isLocale, preferredLocale } from '../config/locales.ts';
import { remembered } from '../lib/remember.ts';

// A page without a language sends the reader to the one remembered or preferred, keeping query and section.
const known = remembered('locale');
const locale = isLocale(known) ? known : preferredLocale(navigator.languages);
const link = document.querySelector<HTMLAnchorElement>(`a[data-locale="${locale}"]`);
if (link !== null) location.replace(link.pathname + location.search + location.hash);
