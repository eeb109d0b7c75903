import { LOCALES } from '../config/locales.ts';
import { fill, fillPlural } from '../lib/fill.ts';
import { excerpt, make } from './list.ts';
import type { Found } from './pagefind.ts';
import { openSession } from './session.ts';

// The search page: results of ?q= by section, with a filter by cloud. It lists every page until there is a query, and
// when there is no index.
const MOST = 60;

const form = document.querySelector<HTMLFormElement>('form.search');
const input = form?.querySelector('input');
const target = document.querySelector<HTMLElement>('#search-results');
const pages = document.querySelector<HTMLElement>('#search-pages');

async function show(query: string) {
  if (form === null || target === null || pages === null) return;
  const { file, search, locale } = await openSession(form);
  const { words, clouds } = file;
  if (query === '') {
    target.replaceChildren(make('p', {}, words.empty));
    return;
  }
  if (search === undefined) {
    target.replaceChildren(make('p', {}, words.unavailable));
    return;
  }
  const found = await search.find(query, MOST);
  const results = make('div');
  const count = make('p', { role: 'status' });
  const filter = make('select', { id: 'cloud' }, make('option', { value: '' }, words.anyCloud));
  const present = Object.entries(clouds).filter(([cloud]) => found.some((page) => page.clouds.includes(cloud)));
  filter.append(...present.map(([cloud, name]) => make('option', { value: cloud }, name)));

  const list = () => {
    const shown = found.filter((page) => filter.value === '' || page.clouds.includes(filter.value));
    count.textContent =
      shown.length === 0 ? fill(words.none, { query }) : fillPlural(words.count, LOCALES[locale].lang, shown.length);
    const sections = Object.entries(file.kinds).flatMap(([kind, title]) => {
      const members = shown.filter((page) => page.kind === kind);
      return members.length === 0 ? [] : [{ kind, title, members }];
    });
    // The section of the best result comes first.
    const best = sections.filter(({ kind }) => kind === shown[0]?.kind);
    const ordered = [...best, ...sections.filter((section) => !best.includes(section))];
    results.replaceChildren(
      ...ordered.flatMap(({ title, members }) => [
        make('h2', {}, title),
        make('ol', { class: 'results', role: 'list' }, ...members.map(item)),
      ]),
    );
    pages.hidden = shown.length > 0;
  };
  filter.addEventListener('change', list);
  list();
  const choice = make('p', { class: 'filter' }, make('label', { for: 'cloud' }, words.filter), ' ', filter);
  target.replaceChildren(count, ...(present.length > 1 ? [choice] : []), results);
}

const item = (page: Found): HTMLElement =>
  make('li', {}, make('a', { href: page.url }, page.title), make('p', {}, excerpt(page)));

const query = (new URLSearchParams(location.search).get('q') ?? '').trim().slice(0, 200);
if (input != null) input.value = query;
if (target !== null) show(query).catch(() => undefined);
