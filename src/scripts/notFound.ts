import { isLocale, preferredLocale } from '../config/locales.ts';
import { nearestPage } from '../lib/nearest.ts';
import type { WizardFile } from '../lib/wizard/file.ts';

// Offers the nearest page that exists, and puts the reader's language first. Without script the page already says what is
// missing in four languages.
const missing = document.querySelector<HTMLElement>('.missing');

async function offer(list: HTMLElement) {
  const root = list.dataset.root ?? '/';
  const path = location.pathname.slice(root.length - 1);
  const first = path.split('/')[1];
  const locale = isLocale(first) ? first : preferredLocale(navigator.languages);
  const section = list.querySelector<HTMLElement>(`[data-locale="${locale}"]`);
  if (section === null) return;
  list.prepend(section);
  document.documentElement.lang = section.lang;

  const tree = await fetch(`${root}${locale}/wizard.json`)
    .then((response) => (response.ok ? response.json() : undefined))
    .then((file: WizardFile | undefined) => file?.tree)
    .catch(() => undefined);
  const known = (list.dataset.known ?? '').split(' ');
  const { segments, inWizard } = nearestPage(path, tree, known);
  const [nearest, note] = [
    section.querySelector<HTMLElement>('.nearest'),
    section.querySelector<HTMLElement>('.in-wizard'),
  ];
  const link = nearest?.querySelector('a');
  if (segments.length === 0 || nearest == null || link == null) return;
  link.href = `${root}${[locale, ...segments].map(encodeURIComponent).join('/')}/`;
  link.textContent = `/${[locale, ...segments].join('/')}/`;
  nearest.hidden = false;
  if (inWizard && note !== null) note.hidden = false;
}

if (missing !== null) void offer(missing);
