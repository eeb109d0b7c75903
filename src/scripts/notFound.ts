import { isLocale, LOCALES, preferredLocale } from '../config/locales.ts';
import { fetchFile } from '../lib/fetchFile.ts';
import { nearestPage } from '../lib/nearest.ts';
import { remembered } from '../lib/remember.ts';
import type { WizardFile } from '../lib/wizard/file.ts';

// Offers the nearest page that exists, and puts the reader's language first. Without script the page already says what is
// missing in four languages.
const missing = document.querySelector<HTMLElement>('.missing');

async function offer(list: HTMLElement) {
  const root = list.dataset['root'] ?? '/';
  const path = location.pathname.slice(root.length - 1);
  const known = (list.dataset['known'] ?? '').split(' ');
  const chosen = remembered('locale');
  const { locale: named } = nearestPage(path, undefined, known);
  const locale = named ?? (isLocale(chosen) ? chosen : preferredLocale(navigator.languages));
  const section = list.querySelector<HTMLElement>(`[data-locale="${locale}"]`);
  if (section === null) return;
  list.prepend(section);
  document.documentElement.lang = section.lang;
  document.documentElement.dir = LOCALES[locale].dir;

  // Without the wizard's file the nearest page in it is its first.
  const tree = await fetchFile(section.dataset['tree'] ?? '')
    .then((answer) => answer.json())
    .then((file: WizardFile) => file.tree)
    .catch(() => undefined);
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
  if (inWizard && tree !== undefined && note !== null) note.hidden = false;
}

if (missing !== null) void offer(missing);
