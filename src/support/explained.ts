import type { Locale } from '../config/locales.ts';
import { addressOf } from '../eligibility/address.ts';
import type { Published } from '../eligibility/published.ts';
import { isQuestion, results, stepsAlong, type Place } from '../eligibility/tree.ts';
import { formatDate } from '../lib/dates.ts';
import { fill, fillPlural } from '../lib/fill.ts';
import type { PublishedFile } from '../lib/published.ts';
import type { LightResult, WizardFile } from '../lib/wizard/file.ts';
import { questionText } from '../lib/wizard/view.ts';
import { make } from '../search/list.ts';
import { askText } from './ask.ts';
import type { SupportData } from './data.ts';
import type { Meaning } from './explain.ts';
import { reply, textBox } from './textBox.ts';

/** What is fetched when the first link is explained: the wizard in each language, and the record. */
export interface Files {
  readonly wizards: Readonly<Record<Locale, WizardFile>>;
  readonly record: PublishedFile;
}

/** The value of a key that may be any string. */
const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const named = (heading: string, ...content: readonly (Node | string)[]) =>
  make('div', {}, make('h3', {}, heading), ...content);

/** What a link means, as elements for the page. What was pasted stands in them as text only. */
export function explained(
  data: SupportData,
  { wizards, record }: Files,
  locale: Locale,
  meaning: Meaning<LightResult>,
): readonly Node[] {
  const { words, moved } = data;
  const file = wizards[locale];
  // What is given no more is named in the words of its time.
  const name = (outcome: string) =>
    own(file.outcomes, outcome) ?? own(record.outcomes, outcome)?.[locale].title ?? outcome;
  const short = (answer: string) => own(file.answers, answer)?.short ?? own(record.answers, answer)?.[locale] ?? answer;
  const stamp = (text: string, { revision, date }: Published) =>
    fill(text, { revision, date: formatDate(locale, date) });
  const line = (text: string) => make('p', {}, text);
  const headline = (text: string) => make('p', { class: 'headline' }, text);
  const title = ({ path, node }: Place<LightResult>) =>
    isQuestion(node) ? questionText(file, node.question, path).title : name(node.outcome);
  const ticketLink = (path: string) =>
    named(data.link, make('p', { class: 'address' }, make('a', { href: data.base + path }, data.root + path)));
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
                make('dd', {}, short(answer)),
              ),
            ),
          ),
    );

  /** A page of the wizard as it is now, with what can be done from there. */
  const wizardPage = (place: Place<LightResult>): readonly Node[] => {
    const { path, node } = place;
    const link = segmentsOf(place);
    const about = [ticketLink(link), answers(path)];
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
      return [headline(fill(kind === 'page' ? words.page : words.missing, page)), ticketLink(address)];
    }
    case 'wizard': {
      const { place, since } = meaning;
      return [
        headline(sentence(place)),
        // The address of a question promises nothing, even where its answers decide by now.
        ...(since === undefined ? [] : [line(`${words.same} ${stamp(moved.published, since)}`)]),
        ...wizardPage(place),
      ];
    }
    case 'moved': {
      const { promised, fate } = meaning;
      const says = {
        changed: moved.changed,
        address: moved.same,
        'answer-gone': fill(moved.gone, { answer: fate.lost.map(short).join(', ') }),
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
        line(name(meaning.named)),
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
