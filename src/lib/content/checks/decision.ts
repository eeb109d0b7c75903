import { checkTable } from '../../../eligibility/check.ts';
import { combinations, holds, matchingRows } from '../../../eligibility/table.ts';
import { revisionOf, type Content } from '../load.ts';
import type { OutcomeItem } from '../schemas.ts';
import { difference, type Report } from './problem.ts';

/** The parts of an outcome whose words each locale states by id. */
export const OUTCOME_PARTS = ['steps', 'doesNot', 'reasons'] as const;

/**
 * Checks the decision table, its revision, and what the outcomes rest on.
 * @returns whether the table is sound enough to be compiled
 */
export function checkDecision(content: Content, report: Report): boolean {
  const { table, outcomes, messages, facts } = content;
  const surroundings = { outcomes: new Set(Object.keys(outcomes)), facts: new Set(facts.keys()) };
  const unsound = checkTable(table, surroundings);
  for (const { kind, at, message, remedy } of unsound)
    report(`decision table: ${kind}`, 'src/content/decision', `${at}: ${message}`, remedy);
  const revision = revisionOf(content);
  if (content.revision.revision !== revision)
    report(
      'revision',
      'src/content/decision/revision.json',
      `table or facts have changed: they are revision ${revision}, the file says ${content.revision.revision}`,
      'Run "npm run revise", which writes the new revision with the date of today.',
    );

  // The outcomes: each statement rests on known facts, shows on some result, and each result has something to say
  const cases = [...combinations(table)].map((answers) => ({
    answers,
    outcome: matchingRows(table, answers)[0]?.outcome,
  }));
  for (const [id, description] of Object.entries(outcomes)) {
    const file = 'src/content/decision/outcomes.json';
    const reached = cases.filter(({ outcome }) => outcome === id);
    for (const part of OUTCOME_PARTS) {
      const seen = new Set<string>();
      for (const item of description[part]) {
        const at = `${id} > ${part} > ${item.id}`;
        if (seen.has(item.id))
          report('outcome: doubled id', file, `${at} stands twice`, 'Give each statement an id of its own.');
        seen.add(item.id);
        for (const fact of difference(item.facts, facts.keys()))
          report(
            'outcome: unknown fact',
            file,
            `${at} rests on "${fact}"`,
            'Correct the id, or add the fact to the ledger.',
          );
        if (!reached.some(({ answers }) => holds(item.when ?? {}, answers)))
          report(
            'outcome: never shown',
            file,
            `${at}: no result of the outcome meets its condition`,
            'Correct "when", or delete it.',
          );
        if (part === 'steps' && item.who === undefined)
          report('outcome: nobody', file, `${at} does not say who does it`, 'Name who does the step in "who".');
      }
    }
    const must = description.kind === 'path' || description.kind === 'done' ? 'steps' : 'reasons';
    for (const { answers } of reached)
      if (!description[must].some((item: OutcomeItem) => holds(item.when ?? {}, answers)))
        report(
          'outcome: says nothing',
          file,
          `${id} has no ${must} for ${Object.values(answers).join('/')}`,
          `Add one to "${must}".`,
        );
  }

  // The messages: each names known outcomes, rests on known facts and shows on some result
  const messagesFile = 'src/content/decision/messages.json';
  for (const [index, { id, outcomes: beside, when, facts: rests }] of messages.entries()) {
    if (messages.findIndex((other) => other.id === id) !== index)
      report('message: doubled id', messagesFile, `${id} stands twice`, 'Give each message an id of its own.');
    for (const fact of difference(rests, facts.keys()))
      report('message: unknown fact', messagesFile, `${id} rests on "${fact}"`, 'Correct the id, or add the fact.');
    for (const outcome of beside)
      if (!Object.hasOwn(outcomes, outcome))
        report('message: unknown outcome', messagesFile, `${id}: there is no outcome "${outcome}"`, 'Correct the id.');
      else if (!cases.some((each) => each.outcome === outcome && holds(when, each.answers)))
        report(
          'message: never shown',
          messagesFile,
          `${id}: no result with the outcome "${outcome}" meets its condition`,
          'Correct "when", or take the outcome out.',
        );
  }
  return unsound.length === 0;
}
