import alongsideScript from './alongside.ts?worker&url';
import contentsScript from './contents.ts?worker&url';
import boxScript from '../search/box.ts?worker&url';
import embedScript from './embed.tsx?worker&url';
import foundScript from '../search/found.ts?worker&url';
import languagesScript from './languages.ts?worker&url';
import suggestScript from './suggest.ts?worker&url';

// What every page does with script: keeps language links true to where the reader is, remembers the language chosen, and
// loads search and the embedded wizard when they are about to be used.

// Like lib/remember.ts, which would make this script a file of its own with another beside it, were it imported here.
const remember = (locale: string) => {
  try {
    localStorage.setItem('locale', locale);
  } catch {
    // Storage is refused: nothing is remembered.
  }
};

// It ends in a slash: see astro.config.mjs.
const root = import.meta.env.BASE_URL;
const switches = document.querySelectorAll<HTMLAnchorElement>('.languages a[data-locale]');

/** Points each language link at the page and section the reader is on now, whatever language its address begins with. */
const aim = () => {
  const below = location.pathname.slice(root.length).replace(/^[^/]*\//, '');
  for (const link of switches)
    link.href = `${root}${link.dataset.locale ?? ''}/${below}${location.search}${location.hash}`;
};

aim();
addEventListener('hashchange', aim);
document.addEventListener('moved', aim);
for (const link of switches)
  link.addEventListener('click', () => {
    remember(link.dataset.locale ?? '');
  });

/**
 * Runs a script of its own that attaches itself; without it the page stays as it is, or does what is said here. The bundler
 * wraps imports of addresses written out in a helper, a request of its own on every page, so the address comes from a
 * variable.
 */
const load = (address: string, lost: () => void = () => undefined) => {
  import(/* @vite-ignore */ address).catch(lost);
};

// The list of languages, with the look of the site.
document.querySelector('.languages')?.addEventListener('toggle', () => load(languagesScript), { once: true });

/** Has the site kept for reading without a connection. Where the browser refuses, it works without. */
const keep = async () => {
  const worker = `${root}sw.js`;
  try {
    // The only policy that a page may make (lib/policy/page.ts) knows one address and ignores what it is asked.
    const policy = window.trustedTypes?.createPolicy('worker', { createScriptURL: () => worker });
    await navigator.serviceWorker.register(policy?.createScriptURL('') ?? worker);
  } catch {
    return;
  }
};

addEventListener('load', () => {
  // Whoever reads none of their own languages here is offered one.
  const { lang } = document.documentElement;
  if (!navigator.languages.some((tag) => lang.startsWith(tag.slice(0, 2)))) load(suggestScript);
  if (import.meta.env.PROD) void keep();
});

// A second language beside the text: when its switch is pressed, or was on another page.
const alongside = document.querySelector<HTMLElement>('.alongside');
if (alongside !== null) {
  let pressed: HTMLButtonElement | undefined;
  const bring = (locale: string) => {
    // A press counts also while the script is on its way; once it runs, it no longer looks here.
    const onItsWay = 'wanted' in alongside.dataset;
    alongside.dataset.wanted = locale;
    if (onItsWay) return;
    load(alongsideScript, () => {
      // Where the script is lost, a switch is a link to the page in that language, as it is without script.
      delete alongside.dataset.wanted;
      if (pressed !== undefined) location.href = pressed.value;
    });
  };
  alongside.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    pressed = target;
    alongside.dataset.pressed = '';
    bring(target.dataset.alongside ?? '');
  });
  try {
    const remembered = localStorage.getItem('alongside');
    if (remembered !== null) bring(remembered);
  } catch {
    // Storage is refused: nothing is remembered.
  }
}

// A link to a sentence inside a folded note opens the note.
const unfold = () => {
  const target = document.getElementById(location.hash.replaceAll(/#|=.*/g, ''));
  const note = target?.closest('details');
  if (target === null || !(note instanceof HTMLDetailsElement)) return;
  note.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', unfold);
unfold();

if (document.querySelector('.contents') !== null)
  addEventListener('scroll', () => load(contentsScript), { once: true, passive: true });

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
      (event.code === 'KeyK' && (event.ctrlKey || event.metaKey));
    if (!wanted) return;
    event.preventDefault();
    input.focus();
  });
}
