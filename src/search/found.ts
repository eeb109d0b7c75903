import searchSheet from '../styles/found.css?url';
import { isLocale } from '../config/locales.ts';
import { fetchFile } from '../lib/fetchFile.ts';
import { fill } from '../lib/fill.ts';
import type { FoundWords } from './file.ts';
import { make } from './list.ts';
import { placesOf } from './words/found.ts';
import { loadStemmer } from './words/stem.ts';

// Marks on a page what the reader had searched for, without a change to its text, and offers to go from one to the next.

const NAME = 'found';
/** Words that are not the text of the page: menus, what assistive technology alone is told, what cannot be seen. */
const APART = 'nav, script, style, form, [hidden], .visually-hidden, .found-bar, [popover]';

/** Takes the words out of the address, so that no copied link and no other language carries them. */
function takeWords(): string {
  const address = new URL(location.href);
  const words = (address.searchParams.get(NAME) ?? '').slice(0, 300);
  address.searchParams.delete(NAME);
  history.replaceState(history.state, '', address);
  document.dispatchEvent(new Event('moved'));
  return words;
}

async function mark(words: string, main: HTMLElement, base: string): Promise<void> {
  const locale = document.documentElement.lang.toLowerCase();
  const [stem, text] = await Promise.all([
    loadStemmer(isLocale(locale) ? locale : 'en'),
    fetchFile(`${base}found.json`)
      .then((answer) => answer.json())
      .then((read: FoundWords) => read),
  ]);
  const nodes = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(APART) === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const ranges: Range[] = [];
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode())
    for (const [from, to] of placesOf(node.nodeValue ?? '', words, stem)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  if (ranges.length > 0) show(words, ranges, main, text);
}

function show(words: string, ranges: readonly Range[], main: HTMLElement, text: FoundWords): void {
  document.head.append(make('link', { rel: 'stylesheet', href: searchSheet }));
  CSS.highlights.set(NAME, new Highlight(...ranges));
  const place = make('span', { role: 'status' });
  const button = (label: string) => make('button', { type: 'button' }, label);
  const [previous, next, clear] = [button(text.previous), button(text.next), button(text.clear)];
  const bar = make(
    'section',
    { class: 'found-bar no-print', 'aria-label': fill(text.marked, { words }) },
    make('span', { class: 'words' }, fill(text.marked, { words })),
    ' ',
    place,
    previous,
    next,
    clear,
  );
  main.append(bar);

  // The reader goes on from what is in view.
  let at = Math.max(
    0,
    ranges.findIndex((range) => range.getBoundingClientRect().bottom > 0),
  );
  const go = (step: number) => {
    at = (at + step + ranges.length) % ranges.length;
    const range = ranges[at];
    if (range === undefined) return;
    // A mark inside folded notes is no use unseen.
    for (let note = range.startContainer.parentElement?.closest('details'); note != null;) {
      note.open = true;
      note = note.parentElement?.closest('details');
    }
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    CSS.highlights.set(`${NAME}-here`, new Highlight(range));
    place.textContent = fill(text.place, { place: at + 1, count: ranges.length });
  };
  const end = () => {
    CSS.highlights.delete(NAME);
    CSS.highlights.delete(`${NAME}-here`);
    const inside = bar.contains(document.activeElement);
    bar.remove();
    removeEventListener('keydown', escape);
    if (!inside) return;
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) end();
  };
  previous.addEventListener('click', () => go(-1));
  next.addEventListener('click', () => go(1));
  clear.addEventListener('click', end);
  addEventListener('keydown', escape);
  const [first] = ranges;
  const note = first?.startContainer.parentElement?.closest('details');
  if (note != null) note.open = true;
  place.textContent = fill(text.place, { place: at + 1, count: ranges.length });
}

const words = takeWords();
const main = document.querySelector('main');
const base = document.querySelector<HTMLFormElement>('form.search')?.dataset.base;
if (words !== '' && main !== null && base !== undefined && 'highlights' in CSS)
  mark(words, main, base).catch(() => undefined);
