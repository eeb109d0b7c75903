import type { Locale } from '../../config/locales.ts';
import { LOCALES } from '../../config/locales.ts';
import { either } from '../fill.ts';
import { outcomeView, situationsView } from '../result.ts';
import { absolute, site, wordsOf } from '../site.ts';
import { CUT } from '../text/ticket.ts';
import { blocks, bullets, link, literal, section } from './markdown.ts';
import { ending, factsSection, reasonsSection, sourcesSection, statedSections } from './result.ts';

/** The situations that lead to an outcome, each a link to the page of the wizard they share. */
export const situationLines = (locale: Locale, outcome: string): readonly string[] =>
  situationsView(site(), locale, outcome).map(({ parts, href }) =>
    link(
      parts.map(({ label, answers }) => `${label}: ${either(LOCALES[locale].lang, answers)}`).join(' · '),
      absolute(href),
    ),
  );

/** The facts on which the rows with this outcome rest. */
const rowFacts = (outcome: string): readonly string[] => [
  ...new Set(site().table.rows.flatMap((row) => (row.outcome === outcome ? row.facts : []))),
];

/**
 * The Markdown twin of an outcome page. Down to its rule it is what goes into a ticket; below stand the situations that
 * lead to it and the sentences behind it.
 */
export function outcomeTwin(locale: Locale, outcome: string): string {
  const view = outcomeView(site(), locale, outcome);
  const { interface: words } = wordsOf(locale);
  const forTicket = blocks(
    `# ${literal(view.title)}`,
    literal(view.path),
    reasonsSection(locale, view),
    ...statedSections(locale, view),
    sourcesSection(locale, rowFacts(outcome), false),
    ending(locale, `outcomes/${outcome}`),
  );
  const further = blocks(
    section(words.outcome.situations, bullets(situationLines(locale, outcome))),
    factsSection(locale, view.facts, `${words.result.factsLead} ${view.documented}`),
    sourcesSection(
      locale,
      [...view.facts, ...view.today].map(({ id }) => id),
      true,
    ),
  );
  return `${[forTicket, further].join(CUT)}\n`;
}
