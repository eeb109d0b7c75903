import { LOCALES } from '../config/locales.ts';
import { fill, fillPlural } from '../lib/fill.ts';
import { addressOf, trimmed, type Answer, type Found } from './find.ts';
import { carry, cloudNames, make, marked, whenOf } from './list.ts';
import { openSession, type Session } from './session.ts';
import type { PageText, Passage } from './text/pagefind.ts';

// The search page: results as the reader types, by kind of page and with their sections, a filter by cloud, and an address
// that keeps all of it. It lists every page until there is a query, when nothing is found and when search is missing.

const MOST = 30;
const MOST_SECTIONS = 3;
/** Of how many pages the full text is fetched: each is a request. */
const MOST_TEXTS = 5;
/** From when on a reader is told that search is still loading, in milliseconds. */
const SLOW = 400;
/** How long typing must pause before the address follows and the full text is asked, in milliseconds. */
const PAUSE = 250;

interface Target {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly results: HTMLElement;
  readonly pages: HTMLElement;
}

/** The sections shown of a page: those with passages of the text first, then those whose headings or search words match. */
function sectionsOf(page: Found, base: string, passages: readonly Passage[]) {
  const told = passages.filter(({ id }) => id !== '');
  const others = page.sections.filter(({ id }) => !told.some((passage) => passage.id === id));
  return [
    ...told.map(({ id, title, text }) => ({ title, text, url: addressOf(base, page.path, id) })),
    ...others.map((section) => ({ ...section, text: '' })),
  ].slice(0, MOST_SECTIONS);
}

function item(page: Found, { words, mark }: Answer, { file, base }: Session, text: PageText | undefined): HTMLElement {
  const title = page.at === undefined ? page.title : `${page.title}: ${page.at}`;
  const sections = page.path.includes('#') ? [] : sectionsOf(page, base, text?.passages ?? []);
  const notes = [cloudNames(page, file), whenOf(page, file)].filter(Boolean);
  return make(
    'li',
    {},
    carry(make('a', { href: page.url }, title), words),
    make('p', {}, ...marked(page.text)),
    ...notes.map((note) => make('p', { class: 'note' }, note)),
    ...(sections.length === 0
      ? []
      : [
          make(
            'ul',
            { role: 'list' },
            ...sections.map(({ url, title, text }) =>
              make('li', {}, carry(make('a', { href: url }, title), words), make('p', {}, ...marked(mark(text)))),
            ),
          ),
        ]),
  );
}

/** Pages that only the full text has, as if quick search had found them. */
const fromText = (texts: readonly PageText[], pages: readonly Found[], { file, base }: Session): readonly Found[] =>
  texts.flatMap(({ path }): Found[] => {
    const entry = file.entries.find((one) => one.path === path);
    if (entry === undefined || pages.some((page) => page.path === path)) return [];
    const { kind, title, clouds = [], when = [] } = entry;
    const text = [{ text: entry.text, marked: false }];
    return [{ path, url: addressOf(base, path), title, at: undefined, kind, clouds, when, text, sections: [] }];
  });

function start({ form, input, results, pages }: Target): void {
  const status = make('p', { role: 'status' });
  const note = make('p', { class: 'note' });
  const filter = make('select', { id: 'cloud' });
  const choice = make('p', { class: 'filter' });
  const lists = make('div');
  results.replaceChildren(status, note, choice, lists);

  const parameters = () => new URLSearchParams(location.search);
  let exact = parameters().has('exact');
  let cloud = parameters().get('cloud') ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = '';

  const remember = () => {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries({ q: trimmed(input.value), cloud, exact: exact ? '1' : '' }))
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    if (address.href === location.href) return;
    history.replaceState(history.state, '', address);
    document.dispatchEvent(new Event('moved'));
  };

  const say = (sentence: string, ...more: readonly (Node | string)[]) => {
    if (status.textContent !== sentence) status.textContent = sentence;
    note.replaceChildren(...more);
    note.hidden = more.length === 0;
  };

  const link = (text: string, address: string) => make('a', { href: address }, text);

  const offerClouds = (found: readonly Found[], { file }: Session) => {
    const present = Object.entries(file.clouds).filter(
      ([id]) => id === cloud || found.some(({ clouds }) => clouds.some((one) => one === id)),
    );
    filter.replaceChildren(
      make('option', { value: '' }, file.words.anyCloud),
      ...present.map(([id, name]) => make('option', { value: id }, name)),
    );
    filter.value = cloud;
    choice.replaceChildren(make('label', { for: 'cloud' }, file.words.filter), ' ', filter);
    choice.hidden = present.length < 2;
  };

  /** Shows what was found, with the passages of the full text once they are there. */
  const show = (answer: Answer, session: Session, texts: readonly PageText[], missing: boolean) => {
    const { file, locale, base } = session;
    const { words, kinds } = file;
    const query = trimmed(input.value);
    const found = [...answer.pages, ...fromText(texts, answer.pages, session)].slice(0, MOST);
    offerClouds(found, session);
    const shown = found.filter(({ clouds }) => cloud === '' || clouds.some((one) => one === cloud));
    const { corrected, unknown } = answer.query;
    const again = (name: string) => `${form.action}?q=${encodeURIComponent(query)}${name}`;
    const more: (Node | string)[] = [];
    if (corrected !== undefined)
      more.push(
        fill(words.corrected, { query, corrected }),
        ' ',
        link(fill(words.exactly, { query }), again('&exact=1')),
      );
    else if (shown.length > 0 && unknown.length > 0) more.push(fill(words.unknown, { words: unknown.join(', ') }));
    if (shown.length === 0 && locale !== 'en')
      more.push(link(words.inEnglish, again('').replace(base, base.replace(`/${locale}/`, '/en/'))));
    if (missing) more.push(' ', words.noText);
    say(
      shown.length === 0 ? fill(words.none, { query }) : fillPlural(words.count, LOCALES[locale].lang, shown.length),
      ...more,
    );
    const order = [...new Set(shown.map(({ kind }) => kind))];
    lists.replaceChildren(
      ...order.flatMap((kind) => [
        make('h2', {}, kinds[kind]),
        make(
          'ol',
          { class: 'results', role: 'list' },
          ...shown
            .filter((page) => page.kind === kind)
            .map((page) =>
              item(
                page,
                answer,
                session,
                texts.find(({ path }) => path === page.path),
              ),
            ),
        ),
      ]),
    );
    pages.hidden = shown.length > 0;
  };

  const nothing = (sentence: string) => {
    say(sentence);
    choice.hidden = true;
    lists.replaceChildren();
    pages.hidden = false;
  };

  const search = async (pause: number) => {
    const query = trimmed(input.value);
    latest = query;
    clearTimeout(timer);
    timer = setTimeout(remember, pause);
    const slow = setTimeout(() => nothing(form.dataset.loading ?? ''), SLOW);
    const session = await openSession(form).finally(() => clearTimeout(slow));
    if (query !== latest) return;
    if (query === '') {
      nothing(session.file.words.empty);
      return;
    }
    const answer = session.find(query, exact);
    show(answer, session, [], false);
    if (answer.query.wanted.length === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      remember();
      void complete(query, answer, session);
    }, pause);
  };

  const complete = async (query: string, answer: Answer, session: Session) => {
    const fullText = await session.fullText();
    const texts = await fullText?.find(answer.asked, MOST_TEXTS).catch(() => undefined);
    if (query === latest) show(answer, session, texts ?? [], texts === undefined);
  };

  const failed = () => nothing(form.dataset.failed ?? '');
  input.addEventListener('input', () => {
    exact = false;
    search(PAUSE).catch(failed);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search(0).catch(failed);
  });
  filter.addEventListener('change', () => {
    cloud = filter.value;
    search(0).catch(failed);
  });
  addEventListener('popstate', () => {
    input.value = parameters().get('q') ?? '';
    search(0).catch(failed);
  });

  // A reload keeps in the field what was typed there; the address is what counts.
  input.value = trimmed(parameters().get('q') ?? '');
  nothing('');
  search(0).catch(failed);
}

const form = document.querySelector<HTMLFormElement>('form.search');
const input = form?.querySelector('input');
const results = document.querySelector<HTMLElement>('#search-results');
const pages = document.querySelector<HTMLElement>('#search-pages');
if (form !== null && input != null && results !== null && pages !== null) start({ form, input, results, pages });
