import searchSheet from '../styles/search.css?url';
import { fill, fillPlural } from '../lib/fill.ts';
import { LOCALES } from '../config/locales.ts';
import { trimmed, type Found } from './find.ts';
import { carry, cloudNames, make, marked, whenOf } from './list.ts';
import { openSession, type Session } from './session.ts';

/** How long typing must pause before results are announced, in milliseconds; they are shown at once. */
const PAUSE = 600;
/** From when on a reader is told that search is still loading. */
const SLOW = 400;
const MOST = 6;

/**
 * Turns the search field of a page into a combobox: results below it as the reader types, arrow keys, Enter, Escape, and
 * the count spoken. Enter without a choice goes to the search page.
 */
function attach(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = make('div', {
    role: 'listbox',
    id: 'search-list',
    'aria-label': input.labels?.[0]?.textContent.trim() ?? '',
  });
  const message = make('p');
  const keys = make('p', { class: 'keys' });
  // A box that scrolls would take the focus on Tab.
  const popup = make('div', { class: 'search-popup', tabindex: '-1', hidden: '' }, message, list, keys);
  const status = make('p', { class: 'visually-hidden', role: 'status' });
  document.head.append(make('link', { rel: 'stylesheet', href: searchSheet }));
  form.append(popup, status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-controls': 'search-list',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(name, value);

  let active = -1;
  let asked = '';
  let speaking: ReturnType<typeof setTimeout> | undefined;
  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];

  const expand = (open: boolean) => {
    popup.hidden = !open;
    active = -1;
    input.setAttribute('aria-expanded', String(open && !list.hidden));
    input.removeAttribute('aria-activedescendant');
  };
  const close = () => expand(false);

  /** Shows options, or words where there is none or where they need explaining; `said` is what is spoken. */
  const present = (items: readonly HTMLElement[], text: string, said: string) => {
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    message.textContent = text;
    message.hidden = text === '';
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      status.textContent = said;
    }, PAUSE);
    expand(true);
  };

  const choose = (index: number) => {
    const all = options();
    active = all.length === 0 ? -1 : (index + all.length) % all.length;
    for (const [place, option] of all.entries()) {
      option.setAttribute('aria-selected', String(place === active));
      if (place !== active) continue;
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    }
  };

  const option = (index: number, url: string, ...children: readonly (Node | string)[]) => {
    const attributes = { role: 'option', id: `search-option-${index}`, 'aria-selected': 'false', tabindex: '-1' };
    return make('a', { href: url, ...attributes }, ...children);
  };

  const result = (page: Found, index: number, { file }: Session) => {
    const kind = [file.kinds[page.kind], cloudNames(page, file)].filter(Boolean).join(' · ');
    const when = whenOf(page, file);
    return option(
      index,
      page.url,
      make('strong', {}, page.at === undefined ? page.title : `${page.title}: ${page.at}`),
      ' ',
      make('span', { class: 'kind' }, kind),
      ' ',
      make('span', { class: 'excerpt' }, ...marked(page.text)),
      ...(when === '' ? [] : [' ', make('span', { class: 'excerpt' }, when)]),
    );
  };

  const show = (session: Session, query: string) => {
    const { file, locale } = session;
    const { words } = file;
    const { pages, query: understood, words: found } = session.find(query);
    const corrected =
      understood.corrected === undefined ? '' : fill(words.corrected, { query, corrected: understood.corrected });
    if (pages.length === 0) {
      const none = fill(words.none, { query });
      present([], none, none);
      return;
    }
    const shown = pages.slice(0, MOST);
    const all = `${form.action}?q=${encodeURIComponent(query)}`;
    const items = shown.map((page, index) => carry(result(page, index, session), found));
    if (corrected !== '') items.push(option(items.length, `${all}&exact`, fill(words.exactly, { query })));
    items.push(option(items.length, all, fill(words.all, { query })));
    const count = fillPlural(words.count, LOCALES[locale].lang, shown.length);
    present(items, corrected, [corrected, count].filter(Boolean).join(' '));
    keys.textContent = words.keys;
  };

  const typed = () => {
    asked = trimmed(input.value);
    clearTimeout(speaking);
    if (asked === '') {
      close();
      status.textContent = '';
      return;
    }
    const query = asked;
    const { loading, failed } = form.dataset;
    const slow = setTimeout(() => present([], loading ?? '', loading ?? ''), SLOW);
    openSession(form)
      .then((session) => {
        if (query === asked) show(session, query);
      })
      .catch(() => {
        if (query === asked) present([], failed ?? '', failed ?? '');
      })
      .finally(() => clearTimeout(slow));
  };

  input.addEventListener('input', typed);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (popup.hidden) input.value = '';
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (popup.hidden && asked !== '') typed();
      if (popup.hidden || list.hidden) return;
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === 'Enter') {
      const chosen = options()[active];
      if (chosen === undefined) return;
      event.preventDefault();
      chosen.click();
    }
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close();
  });
  // A press on a result must not take the focus away and close the list before the click arrives.
  popup.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });

  void openSession(form).catch(() => undefined);
  if (input.value !== '') typed();
}

const form = document.querySelector<HTMLFormElement>('form.search');
const field = form?.querySelector('input');
// The search page shows its results itself.
if (form !== null && field != null && document.querySelector('#search-results') === null) attach(form, field);
