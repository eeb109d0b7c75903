import { compile } from '../../eligibility/compile.ts';
import { checkArticles } from './checks/articles.ts';
import { checkDecision } from './checks/decision.ts';
import { checkGolden } from './checks/golden.ts';
import { checkLanguage } from './checks/language.ts';
import type { ContentProblem, Report } from './checks/problem.ts';
import { checkPublished } from './checks/published.ts';
import { checkProvenance } from './checks/provenance.ts';
import { checkSearch } from './checks/search.ts';
import { checkTranslation } from './checks/translation.ts';
import { checkWording } from './checks/wording.ts';
import { placeFacts } from './facts.ts';
import type { Content } from './load.ts';

/**
 * Checks everything in `src/content` against everything else: the table, the golden decisions, the words of each locale, the
 * facts and their places, the articles and their links, the sources, the record of what was published, how each language is
 * written, and from which English text.
 */
export function checkContent(content: Content): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report: Report = (cause, file, message, remedy) => {
    problems.push({ cause, file, message, remedy });
  };
  const sound = checkDecision(content, report);
  checkWording(content, report);
  const tree = sound ? compile(content.table) : undefined;
  checkArticles(content, tree, report);
  if (tree !== undefined) {
    checkGolden(content, tree, report);
    checkPublished(content, tree, report);
  }
  for (const { cause, file, message, remedy } of placeFacts(content).problems) report(cause, file, message, remedy);
  checkSearch(content, report);
  checkProvenance(content, report);
  checkLanguage(content, report);
  checkTranslation(content, report);
  return problems;
}

/** The problems as text for a terminal: grouped by cause, at most `most` of each, then what to do about those shown. */
export function describeProblems(problems: readonly ContentProblem[], most = 8): string {
  const causes = Map.groupBy(problems, ({ cause }) => cause);
  return [...causes]
    .flatMap(([cause, list]) => [
      `${cause} (${list.length})`,
      ...list.slice(0, most).map(({ file, message }) => `  ${file}: ${message}`),
      ...(list.length > most ? [`  and ${list.length - most} more`] : []),
      ...[...new Set(list.slice(0, most).map(({ remedy }) => `  -> ${remedy}`))],
    ])
    .join('\n');
}
