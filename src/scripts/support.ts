import { isLocale, LOCALES, locales, type Locale } from '../config/locales.ts';
import { addressOf } from '../eligibility/address.ts';
import type { Published } from '../eligibility/published.ts';
import { isQuestion, results, stepsAlong, type Place } from '../eligibility/tree.ts';
import { fill, fillPlural } from '../lib/fill.ts';
import type { PublishedFile } from '../lib/published.ts';
import { toClipboard } from '../lib/text/clipboard.ts';
import { ticketText, upToCut } from '../lib/text/ticket.ts';
import type { LightResult, WizardFile } from '../lib/wizard/file.ts';
import { questionText } from '../lib/wizard/view.ts';
import { make } from '../search/list.ts';
import { askText } from '../support/ask.ts';
import type { SupportData } from '../support/data.ts';
import { explainLink, type Meaning } from '../support/explain.ts';
import { matches } from '../support/find.ts';

// The page for support engineers: explains links, writes what to ask and what to reply, filters the list. What is pasted
// is only ever shown as text.

type Wizards = Readonly<Record<Locale, WizardFile>>;

const template = document.querySelector<HTMLTemplateElement>('#text-box');

/**
 * A box that shows a text in one or two languages and copies it.
 * @param write the text in a language, as Markdown
 */
function textBox(write: (locale: Locale) => Promise<string>): HTMLElement | undefined {
  const box = template?.content.firstElementChild?.cloneNode(true);
  if (!(box instanceof HTMLElement)) return undefined;
  const selects = [...box.querySelectorAll('select')];
  const text = async (format: 'text' | 'markdown') => {
    const wanted = [...new Set(selects.map(({ value }) => value))].filter(isLocale);
    return ticketText(await Promise.all(wanted.map(write)), [], format);
  };
  const preview = box.querySelector('textarea');
  const show = async () => {
    if (preview !== null) preview.value = await text('text').catch(() => box.dataset.failed ?? '');
  };
  for (const select of selects) select.addEventListener('change', () => void show());
  box.addEventListener('click', ({ target }) => {
    const kind = target instanceof HTMLElement ? target.dataset.copy : undefined;
    if (kind !== undefined) void toClipboard(box, text(kind === 'markdown' ? 'markdown' : 'text'));
  });
  void show();
  return box;
}

/** Reads a file of this site as text; it fails where the site does not answer. */
async function read(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

/** What a reply about an outcome or a result says: its text for tickets between two sentences for the partner. */
const reply = (data: SupportData, path: string) => async (locale: Locale) => {
  const { replyLead, replyEnd } = data.replies[locale];
  const twin = upToCut(await read(`${data.files.twins[locale]}${path}/index.md`));
  return [replyLead, twin, replyEnd, `<${data.root}wizard/>`].join('\n\n');
};

const named = (heading: string, ...content: readonly (Node | string)[]) =>
  make('div', {}, make('h3', {}, heading), ...content);

/** Shows what a link means. */
function explained(
  data: SupportData,
  wizards: Wizards,
  locale: Locale,
  meaning: Meaning<LightResult>,
): readonly Node[] {
  const { words, moved } = data;
  const file = wizards[locale];
  const name = (outcome: string) =>
    (Object.hasOwn(file.outcomes, outcome) ? file.outcomes[outcome] : undefined) ?? outcome;
  const stamp = (text: string, { revision, date }: Published) =>
    fill(text, {
      revision,
      date: new Intl.DateTimeFormat(LOCALES[locale].dates, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(date),
      ),
    });
  const line = (text: string) => make('p', {}, text);
  const headline = (text: string) => make('p', { class: 'headline' }, text);
  const title = ({ path, node }: Place<LightResult>) =>
    isQuestion(node) ? questionText(file, node.question, path).title : name(node.outcome);
  const linkTo = (path: string) => {
    const address = data.root + path;
    return [make('a', { href: data.base + path }, address)] as const;
  };
  const segmentsOf = (place: Place<LightResult>) => ['wizard', ...addressOf(place)].map((each) => `${each}/`).join('');
  const answers = (path: readonly string[]) =>
    named(
      words.answers,
      path.length === 0
        ? line(words.noAnswers)
        : make(
            'dl',
            { class: 'because' },
            ...stepsAlong(file.tree, path).map(({ question, answer }) =>
              make(
                'div',
                {},
                make('dt', {}, file.questions[question]?.label ?? question),
                make('dd', {}, file.answers[answer]?.short ?? answer),
              ),
            ),
          ),
    );

  /** A page of the wizard as it is now, with what can be done from there. */
  const wizardPage = (place: Place<LightResult>): readonly Node[] => {
    const { path, node } = place;
    const link = segmentsOf(place);
    const about = [named(data.link, make('p', { class: 'address' }, ...linkTo(link))), answers(path)];
    const twin = link.replace(/\/$/, '');
    if (!isQuestion(node)) {
      const box = textBox(reply(data, twin));
      return [...about, named(words.reply, ...(box === undefined ? [] : [box]))];
    }
    const possible = [...new Set([...results(node)].map(({ node: { outcome } }) => outcome))];
    const box = textBox((other) =>
      Promise.resolve(askText(wizards[other], place, data.replies[other], data.root + link)),
    );
    return [
      ...about,
      named(words.askTitle, ...(box === undefined ? [] : [box])),
      make(
        'details',
        {},
        make('summary', {}, fillPlural(words.resultsCount, data.lang, possible.length)),
        make(
          'ul',
          {},
          ...possible.map((outcome) =>
            make('li', {}, make('a', { href: `${data.base}${locale}/outcomes/${outcome}/` }, name(outcome))),
          ),
        ),
      ),
    ];
  };
  const sentence = (place: Place<LightResult>) =>
    isQuestion(place.node)
      ? fill(words.question, { question: title(place) })
      : fill(words.result, { outcome: title(place) });

  switch (meaning.kind) {
    case 'empty':
      return [headline(words.empty)];
    case 'not-ours':
      return [headline(fill(words.notOurs, { example: `${data.root}wizard/` }))];
    case 'page':
    case 'missing': {
      const { path, kind } = meaning;
      const page = { title: data.pages[path] ?? path };
      const address = path === '' || path.includes('.') ? path : `${path}/`;
      return [
        headline(fill(kind === 'page' ? words.page : words.missing, page)),
        named(data.link, make('p', { class: 'address' }, ...linkTo(address))),
      ];
    }
    case 'wizard': {
      const { place, since } = meaning;
      return [
        headline(sentence(place)),
        ...(isQuestion(place.node)
          ? []
          : [line([words.same, ...(since === undefined ? [] : [stamp(moved.published, since)])].join(' '))]),
        ...wizardPage(place),
      ];
    }
    case 'moved': {
      const { promised, fate } = meaning;
      const says = {
        changed: moved.changed,
        address: moved.same,
        'answer-gone': fill(moved.gone, { answer: fate.lost.map((id) => file.answers[id]?.short ?? id).join(', ') }),
        'asks-more': moved.more,
      }[fate.kind];
      return [
        headline(says),
        named(moved.promised, line(name(promised.outcome)), line(stamp(moved.published, promised.since))),
        named(
          moved.now,
          line(sentence(fate.place)),
          ...(promised.until === undefined ? [] : [line(stamp(moved.since, promised.until))]),
        ),
        ...wizardPage(fate.place),
      ];
    }
    case 'never-published':
      return [
        headline(words.neverPublished),
        named(moved.promised, line(name(meaning.named))),
        named(moved.now, line(sentence(meaning.place))),
        ...wizardPage(meaning.place),
      ];
    case 'unknown-answer':
      return [
        headline(fill(words.unknown, { segment: meaning.segment })),
        line(sentence(meaning.place)),
        ...wizardPage(meaning.place),
      ];
    case 'goes-on':
      return [headline(words.goesOn), line(sentence(meaning.place)), ...wizardPage(meaning.place)];
  }
}

const page = document.querySelector<HTMLElement>('.support');

function start(data: SupportData, locale: Locale) {
  const { words } = data;
  const form = document.querySelector<HTMLFormElement>('#explain-form');
  const input = form?.querySelector('input');
  const target = document.querySelector<HTMLElement>('#explained');
  if (form === null || input == null || target === null) return;
  form.hidden = false;

  let files: Promise<{ wizards: Wizards; record: PublishedFile }> | undefined;
  const json = (address: string) =>
    fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    });
  const wizard = (other: Locale) => json(data.files.wizard[other]).then((file: WizardFile) => file);
  const loadFiles = async () => {
    const [record, en, es, ru, ptBr] = await Promise.all([
      json(data.files.published).then((file: PublishedFile) => file),
      wizard('en'),
      wizard('es'),
      wizard('ru'),
      wizard('pt-br'),
    ]);
    return { record, wizards: { en, es, ru, 'pt-br': ptBr } };
  };
  const explain = async () => {
    try {
      const { wizards, record } = await (files ??= loadFiles());
      const meaning = explainLink(input.value, {
        tree: wizards[locale].tree,
        record: record.results,
        pages: Object.keys(data.pages),
        roots: [new URL(data.base, location.origin).href, data.root],
      });
      target.replaceChildren(...explained(data, wizards, locale, meaning));
    } catch {
      files = undefined;
      target.replaceChildren(make('p', { class: 'headline' }, words.unavailable));
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
  void fetch(page.dataset.file ?? '')
    .then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    })
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
