import type { Locale } from '../../config/locales.ts';
import { addressOf } from '../../eligibility/address.ts';
import type { Decision } from '../../eligibility/table.ts';
import { fill } from '../fill.ts';
import { messageView } from '../messages.ts';
import { resultView, type QuotedFact, type Statement } from '../result.ts';
import { absolute, formatDate, site, url, wordsOf } from '../site.ts';
import { CUT } from '../text/ticket.ts';
import { blocks, bullets, link, literal, numbered, section } from './markdown.ts';
import { sourceLines } from './sources.ts';

/** A statement with who does it and, on pages that know no answers, for which answers it holds. */
const stated = (locale: Locale, { text, who, onlyFor }: Statement): string => {
  const doer = who.length === 0 ? '' : `**${literal(who.join(' + '))}:** `;
  const only =
    onlyFor === undefined ? '' : ` (${literal(fill(wordsOf(locale).interface.outcome.onlyIf, { answers: onlyFor }))})`;
  return doer + literal(text) + only;
};

/** Steps, limits, notes and newer facts of a result or an outcome. */
export const statedSections = (
  locale: Locale,
  view: Pick<ReturnType<typeof resultView>, 'headings' | 'steps' | 'doesNot' | 'notes' | 'today'>,
): readonly string[] => {
  const words = wordsOf(locale).interface.result;
  const list = (statements: readonly Statement[]) => statements.map((statement) => stated(locale, statement));
  return [
    section(view.headings.steps, numbered(list(view.steps))),
    section(words.doesNot, bullets(list(view.doesNot))),
    section(words.notes, bullets(list(view.notes))),
    // Each of these sentences says itself since when it holds and where it was read.
    section(words.today, bullets(view.today.map(({ text }) => literal(text)))),
  ];
};

/** Why an outcome is given, where it says so itself. */
export const reasonsSection = (
  locale: Locale,
  { headings, reasons }: Pick<ReturnType<typeof resultView>, 'headings' | 'reasons'>,
): string => section(headings.reasons, bullets(reasons.map((reason) => stated(locale, reason))));

/** The sentences behind a page, each with the article that states it and its id. */
export const factsSection = (locale: Locale, facts: readonly QuotedFact[], lead: string): string => {
  const words = wordsOf(locale).interface.result;
  return section(
    words.facts,
    ...(facts.length === 0
      ? []
      : [
          literal(lead),
          numbered(
            facts.map(({ id, text, article, href }) => `${literal(text)} ${link(article, absolute(href))} \`${id}\``),
          ),
        ]),
  );
};

/** Where facts were read, with dates. */
export const sourcesSection = (locale: Locale, facts: readonly string[], every: boolean): string =>
  section(wordsOf(locale).tickets.copy.sources, bullets(sourceLines(locale, facts, every).map(literal)));

/** Revision, address in all languages, and what the site is. */
export const ending = (locale: Locale, path: string): string => {
  const words = wordsOf(locale).interface;
  const { revision, date } = site().revision;
  return blocks(
    literal(fill(words.result.revision, { revision, date: formatDate(locale, date) })),
    `<${absolute(url(path))}>`,
    literal(`${words.site.independence} ${words.site.notADecision}`),
  );
};

/**
 * The Markdown twin of a result page. Down to its rule it is what goes into a ticket; below stand what would change it,
 * the sentences behind it and the messages.
 * @param path the answers that lead to it
 */
export function resultTwin(locale: Locale, path: readonly string[], node: Decision): string {
  const view = resultView(site(), locale, path, node);
  const { interface: words, tickets } = wordsOf(locale);
  const { result } = words;
  const forTicket = blocks(
    `# ${literal(view.title)}`,
    literal(view.path),
    section(
      result.yourAnswers,
      bullets(view.given.map(({ label, answer }) => `${literal(label)}: ${literal(answer)}`)),
    ),
    reasonsSection(locale, view),
    ...view.depends.map(({ title, possibilities, separatedBy }) =>
      section(
        result.itDepends,
        `${literal(title)} ${literal(result.itDependsLead)}`,
        bullets(
          possibilities.map(
            ({ answer, outcomes }) => `${literal(answer)}: ${literal(outcomes.map(({ label }) => label).join(', '))}`,
          ),
        ),
        separatedBy === undefined ? '' : literal(`${result.separatedBy} ${separatedBy.text}`),
      ),
    ),
    section(
      result.because,
      view.because.length === 0 ? literal(result.becauseAny) : literal(result.becauseLead),
      bullets(view.because.map(({ label, answer }) => `${literal(label)}: **${literal(answer)}**`)),
    ),
    section(
      result.gates,
      view.gates
        .map(({ check, ifNot }) => `- [ ] ${literal(check)}\n  - ${literal(`${result.ifNot}: ${ifNot}`)}`)
        .join('\n'),
    ),
    ...statedSections(locale, view),
    sourcesSection(locale, [...node.facts, ...view.today.map(({ id }) => id)], false),
    ending(locale, ['wizard', ...addressOf({ path, node })].join('/')),
  );
  const further = blocks(
    section(
      result.whatWouldChange,
      bullets(
        view.changes.map(
          ({ question, answers, leadsTo, sameOutcome }) =>
            `${literal(question)}: ${answers.map(({ label, href }) => link(label, absolute(href))).join(', ')} → ${literal(leadsTo)}${sameOutcome ? ` (${literal(result.sameOutcome)})` : ''}`,
        ),
      ),
    ),
    factsSection(locale, view.facts, `${result.factsLead} ${view.documented}`),
    sourcesSection(
      locale,
      [...view.facts, ...view.today].map(({ id }) => id),
      true,
    ),
    section(
      tickets.messages.title,
      ...view.messages.flatMap(({ id }) => {
        const { title, subject, body } = messageView(locale, id);
        return [`### ${literal(title)}`, literal(`${tickets.messages.subject}: ${subject}`), literal(body)];
      }),
    ),
  );
  return `${[forTicket, further].filter((part) => part !== '').join(CUT)}\n`;
}
