import searchSheet from '../styles/search.css?url';
import { fill, fillPlural } from '../lib/fill.ts';
import { LOCALES } from '../config/locales.ts';
import { excerpt, make } from './list.ts';
import type { Found } from './pagefind.ts';
import { openSession, type Session } from './session.ts';

/** How long typing must pause before a search starts, in milliseconds. */
const PAUSE = 50;
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
  // A box that scrolls would take the focus on Tab.
  const popup = make('div', { class: 'search-popup', tabindex: '-1', hidden: '' }, message, list);
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
  let timer: ReturnType<typeof setTimeout> | undefined;
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
    status.textContent = said;
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

  const show = ({ file, locale }: Session, found: readonly Found[], query: string) => {
    const { words } = file;
    const all = `${form.action}?q=${encodeURIComponent(query)}`;
    const items = found.map((page, index) =>
      option(
        index,
        page.url,
        make('strong', {}, page.title),
        make('span', { class: 'kind' }, Object.entries(file.kinds).find(([kind]) => kind === page.kind)?.[1] ?? ''),
        excerpt(page),
      ),
    );
    const none = fill(words.none, { query });
    if (items.length === 0) present([], none, none);
    else {
      items.push(option(items.length, all, fill(words.all, { query })));
      present(items, '', fillPlural(words.count, LOCALES[locale].lang, found.length));
    }
  };

  const showPages = ({ file: { pages, words } }: Session) => {
    present(
      pages.map(({ title, url }, index) => option(index, url, title)),
      words.unavailable,
      words.unavailable,
    );
  };

  const run = async (query: string) => {
    const session = await openSession(form);
    if (query !== asked) return;
    if (session.search === undefined) {
      showPages(session);
      return;
    }
    const found = await session.search.find(query, MOST);
    if (query === asked && query !== '') show(session, found, query);
  };

  const typed = () => {
    asked = input.value.trim();
    clearTimeout(timer);
    if (asked === '') {
      close();
      status.textContent = '';
      return;
    }
    void openSession(form)
      .then(({ search }) => search?.prepare(asked))
      .catch(() => undefined);
    // Without even the words there is nothing to say; Enter still leads to the search page with its list.
    timer = setTimeout(() => {
      run(asked).catch(close);
    }, PAUSE);
  };

  input.addEventListener('input', typed);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (!popup.hidden) event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
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
if (form !== null && field != null) attach(form, field);
