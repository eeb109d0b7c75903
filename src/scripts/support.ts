import { LOCALES, locales, perLocale, type Locale } from '../config/locales.ts';
import { fetchFile } from '../lib/fetchFile.ts';
import { fillPlural } from '../lib/fill.ts';
import type { PublishedFile } from '../lib/published.ts';
import type { WizardFile } from '../lib/wizard/file.ts';
import { make } from '../search/list.ts';
import type { SupportData } from '../support/data.ts';
import { explainLink } from '../support/explain.ts';
import { explained, type Files } from '../support/explained.ts';
import { matches } from '../support/find.ts';
import { reply, textBox } from '../support/textBox.ts';

// The page for support engineers: explains links, writes what to ask and what to reply, filters the list.

/** How long an engineer waits before they are told that something is on its way, in milliseconds. */
const PATIENCE = 600;

const json = (address: string) => fetchFile(address).then((answer) => answer.json());

const page = document.querySelector<HTMLElement>('.support');

function start(data: SupportData, locale: Locale) {
  const { words } = data;
  const form = document.querySelector<HTMLFormElement>('#explain-form');
  const input = form?.querySelector('input');
  const target = document.querySelector<HTMLElement>('#explained');
  if (form === null || input == null || target === null) return;
  form.hidden = false;
  target.replaceChildren();

  let files: Promise<Files> | undefined;
  const wizard = (other: Locale) => json(data.files.wizard[other]).then((file: WizardFile) => file);
  const loadFiles = async () => {
    const [record, ...files] = await Promise.all([
      json(data.files.published).then((file: PublishedFile) => file),
      ...locales.map(async (other) => [other, await wizard(other)] as const),
    ]);
    const byLocale = new Map(files);
    const wizards = perLocale((other) => {
      const file = byLocale.get(other);
      if (file === undefined) throw new TypeError(`there is no wizard in ${other}`);
      return file;
    });
    return { record, wizards };
  };
  const explain = async () => {
    const say = (text: string) => target.replaceChildren(make('p', { class: 'headline' }, text));
    const timer = setTimeout(() => say(words.loading), PATIENCE);
    try {
      const { wizards, record } = await (files ??= loadFiles());
      const meaning = explainLink(input.value, {
        tree: wizards[locale].tree,
        record: record.results,
        pages: Object.keys(data.pages),
        roots: [new URL(data.base, location.origin).href, data.root],
      });
      target.replaceChildren(...explained(data, { wizards, record }, locale, meaning));
    } catch {
      files = undefined;
      say(words.unavailable);
    } finally {
      clearTimeout(timer);
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void explain();
  });
  // A pasted link needs no press.
  input.addEventListener('paste', () => setTimeout(() => void explain()));

  for (const details of document.querySelectorAll<HTMLDetailsElement>('[data-reply]'))
    details.addEventListener(
      'toggle',
      () => {
        const box = textBox(reply(data, details.dataset.reply ?? ''));
        if (box !== undefined) details.querySelector('.twins')?.replaceWith(box);
      },
      { once: true },
    );
}

function filterList(data: SupportData) {
  const box = document.querySelector<HTMLElement>('#filter-box');
  const input = box?.querySelector('input');
  const status = box?.querySelector('[role="status"]');
  if (box === null || input == null || status == null) return;
  box.hidden = false;
  const entries = [...document.querySelectorAll<HTMLElement>('[data-find]')];
  const groups = [...document.querySelectorAll<HTMLElement>('.group')];
  input.addEventListener('input', () => {
    for (const entry of entries) entry.hidden = !matches(entry.dataset.find ?? '', input.value);
    for (const group of groups) group.hidden = group.querySelector('[data-find]:not([hidden])') === null;
    const shown = entries.filter(({ hidden }) => !hidden).length;
    status.textContent = shown === 0 ? data.words.filterNone : fillPlural(data.words.shown, data.lang, shown);
  });
}

if (page !== null)
  void json(page.dataset.file ?? '')
    .then((data: SupportData) => {
      const locale = locales.find((each) => LOCALES[each].lang === data.lang) ?? 'en';
      start(data, locale);
      filterList(data);
    })
    .catch(() => {
      // The list works without the file; what needs it stays away.
      const text = make('p', { class: 'headline' }, page.dataset.unavailable ?? '');
      document.querySelector('#explained')?.replaceChildren(text);
    });
