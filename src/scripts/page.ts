import alongsideScript from './alongside.ts?worker&url';
import boxScript from '../search/box.ts?worker&url';
import embedScript from './embed.tsx?worker&url';
import foundScript from '../search/found.ts?worker&url';

// What every page does with script: keeps language links true to where the reader is, remembers the language chosen, and
// loads search and the embedded wizard when they are about to be used.

const remember = (locale: string) => {
  try {
    localStorage.setItem('locale', locale);
  } catch {
    // Storage is refused: the choice lasts for this page.
  }
};

const switches = [...document.querySelectorAll<HTMLAnchorElement>('.languages a[data-locale]')];
const here = switches.find((link) => link.ariaCurrent === 'true');
const prefix = here?.pathname.slice(0, here.pathname.indexOf(`/${here.dataset.locale ?? ''}/`)) ?? '';

/** Points each language link at the page and section the reader is on now. */
const aim = () => {
  const below = location.pathname.slice(`${prefix}/${here?.dataset.locale ?? ''}/`.length);
  for (const link of switches)
    link.href = `${prefix}/${link.dataset.locale ?? ''}/${below}${location.search}${location.hash}`;
};

if (here !== undefined) {
  aim();
  addEventListener('hashchange', aim);
  document.addEventListener('moved', aim);
  for (const link of switches)
    link.addEventListener('click', () => {
      remember(link.dataset.locale ?? '');
    });
}

// An open language list closes with Escape or a click elsewhere, as readers expect of a menu.
const languages = document.querySelector<HTMLDetailsElement>('.languages');
document.addEventListener('click', ({ target }) => {
  if (languages?.open === true && target instanceof Node && !languages.contains(target)) languages.open = false;
});
languages?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  languages.open = false;
  languages.querySelector('summary')?.focus();
});

// Search and the wizard inside an article are scripts of their own that attach themselves. Loading them as script elements,
// not by import(), keeps the bundler's preload helper, a request of its own, off every page.
const load = (address: string) => {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
};

// A second language beside the text: when its switch is pressed, or was on another page.
const alongside = document.querySelector<HTMLElement>('.alongside');
if (alongside !== null) {
  const bring = (locale: string, pressed: boolean) => {
    // A press counts also while the script is on its way; once it runs, it no longer looks here.
    const onItsWay = 'wanted' in alongside.dataset;
    alongside.dataset.wanted = locale;
    if (pressed) alongside.dataset.pressed = '';
    if (!onItsWay) load(alongsideScript);
  };
  alongside.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) bring(target.dataset.alongside ?? '', true);
  });
  try {
    const remembered = localStorage.getItem('alongside');
    if (remembered !== null) bring(remembered, false);
  } catch {
    // Storage is refused: nothing is remembered.
  }
}

// A link to a sentence inside a folded note opens the note.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  const note = target?.closest('details');
  if (target === null || !(note instanceof HTMLDetailsElement)) return;
  note.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', unfold);
unfold();

document.querySelector('.embedded-wizard')?.addEventListener('toggle', () => load(embedScript), { once: true });

// A search led here: what was looked for is marked.
if (location.search.includes('found=')) load(foundScript);

const input = document.querySelector<HTMLInputElement>('form.search input');
if (input !== null) {
  input.addEventListener('focus', () => load(boxScript), { once: true });
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
    const wanted =
      (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) ||
      (event.key === 'k' && (event.ctrlKey || event.metaKey));
    if (!wanted) return;
    event.preventDefault();
    input.focus();
  });
}
