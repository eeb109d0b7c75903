import { LOCALES, type Locale } from '../config/locales.ts';
import { addressOf } from '../eligibility/address.ts';
import { because, itDepends, whatWouldChange } from '../eligibility/explain.ts';
import {
  gatesOf,
  holds,
  outcomesBeside,
  standsOn,
  todayOf,
  type Answers,
  type Condition,
  type Decision,
  type Row,
} from '../eligibility/table.ts';
import { isQuestion, stepsAlong } from '../eligibility/tree.ts';
import { editionsDisagree } from './content/facts.ts';
import type { InterfaceWords, OutcomeDescription } from './content/schemas.ts';
import { either } from './fill.ts';
import { factUrl, url, type Site } from './site.ts';
import { givenAnswers, hrefBelow, questionText, type GivenAnswer } from './wizard/view.ts';

/** A fact quoted on a page, with its number there and the address of the sentence in its article. */
export interface QuotedFact {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly article: string;
  readonly href: string;
  readonly disagrees: boolean;
  /** in a few words the answers it is for; only on pages that know no answers */
  readonly onlyFor?: string | undefined;
}

/** A sentence on a result or outcome, with who does it, for which answers, and the quoted facts it rests on. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly who: readonly string[];
  /** in a few words the answers it is for; only on pages that know no answers */
  readonly onlyFor: string | undefined;
  readonly facts: readonly QuotedFact[];
}

/** A gate on a result: what the reader checks, and what to do if it is not so. */
export interface GateView {
  readonly id: string;
  readonly check: string;
  readonly ifNot: string;
  readonly facts: readonly QuotedFact[];
}

/** A link with its name. */
export interface NamedLink {
  readonly label: string;
  readonly href: string;
}

/** What an outcome says, for one set of answers or for all. */
export interface Told {
  readonly kind: OutcomeDescription['kind'];
  readonly title: string;
  readonly path: string;
  readonly description: string;
  /** until when, and by whom, this was documented */
  readonly documented: string;
  /** the headings that fit this kind of outcome */
  readonly headings: { readonly reasons: string; readonly steps: string };
  readonly steps: readonly Statement[];
  readonly doesNot: readonly Statement[];
  readonly reasons: readonly Statement[];
  readonly notes: readonly Statement[];
  /** newer facts that stand beside the documented rule */
  readonly today: readonly QuotedFact[];
  /** the other facts quoted */
  readonly facts: readonly QuotedFact[];
}

/** Single answers of one question that lead to the same outcome, or to the same further question, each to its own page. */
export interface ChangeGroup {
  readonly question: string;
  readonly answers: readonly NamedLink[];
  readonly leadsTo: string;
  /** whether it is the outcome of this page, with other notes or facts */
  readonly sameOutcome: boolean;
}

/** Everything a result page shows. */
export interface ResultView extends Told {
  readonly outcome: string;
  readonly because: readonly {
    readonly label: string;
    readonly answer: string;
    readonly facts: readonly QuotedFact[];
  }[];
  /** what to check before the first step */
  readonly gates: readonly GateView[];
  readonly depends: readonly {
    readonly title: string;
    readonly possibilities: readonly {
      readonly answer: string;
      readonly href: string;
      readonly outcomes: readonly NamedLink[];
    }[];
    readonly separatedBy: QuotedFact | undefined;
  }[];
  readonly changes: readonly ChangeGroup[];
  /** the messages that can be sent, each with the facts it rests on */
  readonly messages: readonly { readonly id: string; readonly facts: readonly QuotedFact[] }[];
  readonly given: readonly GivenAnswer[];
}

/** Numbers facts in the order in which they are first asked for. */
function quoter({ homes, facts, articles }: Site, locale: Locale) {
  const quoted = new Map<string, QuotedFact>();
  const quote = (ids: readonly string[]): readonly QuotedFact[] =>
    ids.flatMap((id) => {
      const home = homes.get(id);
      if (home === undefined) return [];
      const fact = quoted.get(id) ?? {
        id,
        number: quoted.size + 1,
        text: home.text[locale],
        article: articles[locale].get(home.article)?.title ?? home.article,
        href: factUrl(locale, home.article, id),
        disagrees: editionsDisagree(facts.get(id)),
      };
      quoted.set(id, fact);
      return [fact];
    });
  return { quote, all: () => [...quoted.values()] };
}

/** A condition in a few words: its answers, alternatives joined as the language joins them. */
function shortly({ table, wording }: Site, locale: Locale, when: Condition): string | undefined {
  const conditions = table.order.flatMap((question) => {
    const answers = when[question];
    return answers === undefined
      ? []
      : [
          either(
            LOCALES[locale].lang,
            answers.map((id) => wording[locale].answers[id]?.short ?? id),
          ),
        ];
  });
  return conditions.length === 0 ? undefined : conditions.join(' · ');
}

/** What an outcome says where these answers were given; without answers, everything it says and for whom. */
function tell(
  site: Site,
  locale: Locale,
  outcome: string,
  quote: (ids: readonly string[]) => readonly QuotedFact[],
  answers?: Answers,
): Omit<Told, 'facts' | 'notes' | 'today'> {
  const { outcomes, wording } = site;
  const words = wording[locale];
  const text = words.outcomes[outcome];
  const description = outcomes[outcome];
  if (text === undefined || description === undefined) throw new RangeError(`there is no outcome ${outcome}`);
  const say = (part: 'steps' | 'doesNot' | 'reasons'): readonly Statement[] =>
    description[part]
      .filter((item) => answers === undefined || holds(item.when ?? {}, answers))
      .map((item) => ({
        id: item.id,
        text: text[part][item.id] ?? item.id,
        who: (item.who ?? []).map((who) => words.interface.who[who]),
        onlyFor: answers === undefined && item.when !== undefined ? shortly(site, locale, item.when) : undefined,
        facts: quote(item.facts),
      }));
  return {
    kind: description.kind,
    title: text.title,
    path: text.path,
    description: text.description,
    documented:
      answers?.cloud === '21vianet' || description.group === '21vianet'
        ? words.interface.article.documentedFor21Vianet
        : words.interface.article.documented,
    headings: headingsOf(words.interface.result, description.kind, outcome),
    steps: say('steps'),
    doesNot: say('doesNot'),
    reasons: say('reasons'),
  };
}

/** The messages that can be sent where these answers led to this outcome. */
export const messagesOf = ({ messages }: Pick<Site, 'messages'>, outcome: string, answers: Answers) =>
  messages.filter((message) => standsOn(message, outcome, answers));

/** Splits what a page quotes into what stands under Today, which is what the table puts there, and all else. */
function apart(today: readonly QuotedFact[], all: readonly QuotedFact[]) {
  const listed = new Set(today.map(({ id }) => id));
  return { today: [...new Set(today)], facts: all.filter(({ id }) => !listed.has(id)) };
}

const headingsOf = (
  words: InterfaceWords['result'],
  kind: OutcomeDescription['kind'],
  outcome: string,
): Told['headings'] => ({
  reasons: kind === 'ask' ? words.missing : outcome === 'not-covered-here' ? words.topics : words.reasons,
  steps: kind === 'stop' ? words.insteadSteps : kind === 'done' ? words.doneSteps : words.steps,
});

const notesOf = (
  { table, wording }: Site,
  locale: Locale,
  ids: readonly string[],
  quote: (ids: readonly string[]) => readonly QuotedFact[],
  onlyFor: (id: string) => string | undefined = () => undefined,
): readonly Statement[] =>
  ids.map((id) => ({
    id,
    text: wording[locale].notes[id] ?? id,
    who: [],
    onlyFor: onlyFor(id),
    facts: quote(table.notes[id] ?? []),
  }));

/** A condition without what every row of an outcome meets anyway. */
const telling = (when: Condition, rows: readonly Row[]): Condition =>
  Object.fromEntries(
    Object.entries(when).filter(([question, answers]) =>
      rows.some((row) => row.when[question]?.every((answer) => answers.includes(answer)) !== true),
    ),
  );

/** The answers to a question that these rows are for; nothing where one of them does not ask for it. */
const answersOf = (rows: readonly Row[], question: string): readonly string[] | undefined =>
  rows.every(({ when }) => when[question] !== undefined)
    ? [...new Set(rows.flatMap(({ when }) => when[question] ?? []))]
    : undefined;

/** The answers without which an outcome does not carry a note. */
function conditionOf(rows: readonly Row[], note: string): Condition {
  const carrying = rows.filter(({ notes }) => notes.includes(note));
  const questions = [...new Set(carrying.flatMap(({ when }) => Object.keys(when)))];
  const common = questions.flatMap((question) => {
    const answers = answersOf(carrying, question);
    return answers === undefined ? [] : [[question, answers] as const];
  });
  return telling(Object.fromEntries(common), rows);
}

/**
 * What a result page shows.
 * @param path the answers that lead to it
 * @throws {RangeError} when the path does not lead to a result
 */
export function resultView(site: Site, locale: Locale, path: readonly string[], node: Decision): ResultView {
  const { tree, cases, wording, wizard } = site;
  const words = wording[locale];
  const file = wizard[locale];
  const href = hrefBelow(url(locale, 'wizard'));
  const steps = stepsAlong(tree, path);
  const answers = Object.fromEntries(steps.map(({ question, answer }) => [question, answer]));
  const short = (id: string) => words.answers[id]?.short ?? id;
  const name = (outcome: string) => words.outcomes[outcome]?.title ?? outcome;
  const { quote, all } = quoter(site, locale);

  const reasons = because(tree, cases, path).map(({ question, answer, facts }) => ({
    label: words.questions[question]?.label ?? question,
    answer: short(answer),
    facts: quote(facts),
  }));
  const gates = gatesOf(site.table, node.outcome, answers).map((id) => ({
    id,
    check: words.gates[id]?.check ?? id,
    ifNot: words.gates[id]?.ifNot ?? id,
    facts: quote(site.table.gates[id]?.facts ?? []),
  }));
  quote(node.facts);
  const told = tell(site, locale, node.outcome, quote, answers);
  const notes = notesOf(site, locale, node.notes, quote);
  const today = quote(todayOf(site.table, node.outcome, answers));
  const messages = messagesOf(site, node.outcome, answers).map(({ id, facts }) => ({ id, facts: quote(facts) }));
  const depends = itDepends(tree, path).map(({ question, possibilities, separatedBy }) => ({
    title: questionText(file, question, path).title,
    possibilities: possibilities.map(({ answer, place, outcomes }) => ({
      answer: short(answer),
      href: href(addressOf(place)),
      outcomes: outcomes.map((outcome) => ({ label: name(outcome), href: url(locale, 'outcomes', outcome) })),
    })),
    separatedBy: quote(separatedBy === undefined ? [] : [separatedBy])[0],
  }));
  return {
    ...told,
    outcome: node.outcome,
    notes,
    because: reasons,
    gates,
    messages,
    depends,
    changes: grouped(
      whatWouldChange(tree, path).map(({ question, to, place }) => ({
        question: words.questions[question]?.label ?? question,
        answers: [{ label: short(to), href: href(addressOf(place)) }],
        leadsTo: isQuestion(place.node)
          ? questionText(file, place.node.question, place.path).title
          : name(place.node.outcome),
        sameOutcome: !isQuestion(place.node) && place.node.outcome === node.outcome,
      })),
    ),
    given: givenAnswers(file, tree, path, href),
    ...apart(today, all()),
  };
}

/** Joins the answers of one question that lead to the same. */
function grouped(changes: readonly ChangeGroup[]): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const key = JSON.stringify([change.question, change.leadsTo]);
    const before = groups.get(key);
    groups.set(key, before === undefined ? change : { ...before, answers: [...before.answers, ...change.answers] });
  }
  return [...groups.values()];
}

/** What an outcome page shows: everything the outcome can say, and the situations that lead to it. */
export interface OutcomeView extends Told {
  readonly situations: readonly SituationView[];
}

/** A situation in words, with the page of the wizard that it shares. */
export interface SituationView {
  readonly parts: readonly { readonly label: string; readonly answers: readonly string[] }[];
  readonly href: string;
}

/** The situations that lead to an outcome, in the reader's words. */
export function situationsView(
  { situations, wording }: Site,
  locale: Locale,
  outcome: string,
): readonly SituationView[] {
  const words = wording[locale];
  const href = hrefBelow(url(locale, 'wizard'));
  return (situations.get(outcome) ?? []).map(({ conditions, place }) => ({
    parts: conditions.map(({ question, answers }) => ({
      label: words.questions[question]?.label ?? question,
      answers: answers.map((id) => words.answers[id]?.short ?? id),
    })),
    href: href(addressOf(place)),
  }));
}

/** What an outcome page shows. */
export function outcomeView(site: Site, locale: Locale, outcome: string): OutcomeView {
  const { quote, all } = quoter(site, locale);
  const told = tell(site, locale, outcome, quote);
  const rows = site.table.rows.filter((row) => row.outcome === outcome);
  const ids = Object.keys(site.table.notes).filter((id) => rows.some(({ notes }) => notes.includes(id)));
  const notes = notesOf(site, locale, ids, quote, (id) => shortly(site, locale, conditionOf(rows, id)));
  const entries = site.table.today.filter((entry) => outcomesBeside(site.table, entry).includes(outcome));
  const today = quote([...new Set(entries.flatMap(({ facts }) => facts))]).map((fact) => {
    const [first, ...others] = entries.filter(({ facts }) => facts.includes(fact.id));
    // A fact put there for several reasons needs none of them.
    const onlyFor = others.length > 0 ? undefined : shortly(site, locale, telling(first?.when ?? {}, rows));
    return { ...fact, onlyFor };
  });
  return { ...told, notes, situations: situationsView(site, locale, outcome), ...apart(today, all()) };
}
