import { fetchFile } from '../lib/fetchFile.ts';
import type { WizardFile } from '../lib/wizard/file.ts';
import { nearestSaved } from '../offline/nearest.ts';

// Says on the page that stands in for one that is not saved which one that is, what is saved near it, and when the
// connection is back. Nothing is loaded again by itself.
const page = document.querySelector<HTMLElement>('.offline');

async function explain(place: HTMLElement) {
  const { root = '/', locale = '', known = '', tree: file = '', saved = 'none', wizards = '' } = place.dataset;
  if (saved === 'none') return;
  const [asked, nearest] = [place.querySelector<HTMLElement>('.asked'), place.querySelector<HTMLElement>('.nearest')];
  const name = asked?.querySelector('strong');
  if (asked !== null && name != null) {
    name.textContent = location.pathname + location.search;
    asked.hidden = false;
  }
  // Not the folder it stands in, as without script.
  place.querySelector('.button')?.setAttribute('href', location.pathname + location.search + location.hash);
  for (const other of place.querySelectorAll<HTMLElement>('[data-other]'))
    if (!saved.split(' ').includes(other.dataset['other'] ?? '')) other.remove();
  const wizard = wizards.split(' ').includes(locale);
  const show = (part: string, shown: boolean) => {
    const element = place.querySelector<HTMLElement>(part);
    if (element !== null) element.hidden = !shown;
  };
  show('.kept', true);
  show('.others', place.querySelector('[data-other]') !== null);
  show('.part', !wizard);
  show('.whole', wizard);
  const tree = await fetchFile(file)
    .then((answer) => answer.json())
    .then((data: WizardFile) => data.tree)
    .catch(() => undefined);
  const path = location.pathname.slice(root.length - 1);
  const segments = nearestSaved(path, { tree, pages: known.split(' '), wizard: wizard && tree !== undefined });
  const link = nearest?.querySelector('a');
  if (segments.length === 0 || nearest === null || link == null) return;
  link.href = `${root}${[locale, ...segments].map(encodeURIComponent).join('/')}/`;
  link.textContent = `/${[locale, ...segments].join('/')}/`;
  nearest.hidden = false;
}

if (page !== null) {
  void explain(page);
  addEventListener('online', () => {
    const status = page.querySelector<HTMLElement>('[data-back]');
    if (status !== null) status.textContent = status.dataset['back'] ?? '';
  });
}
