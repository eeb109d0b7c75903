import type { DecisionTable } from '../../eligibility/table.ts';

/** A field as it stands in a CSV file (RFC 4180): in quotation marks only where it must be. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const several = (ids: readonly string[]): string => ids.join('|');

/**
 * The rows of the decision table as CSV (RFC 4180): a header, then one line a row with its answers to each question,
 * none where the row does not ask, and its outcome, notes and facts. Several ids in a field are parted by `|`.
 */
export function decisionCsv({ order, rows }: DecisionTable): string {
  const lines = rows.map(({ row, when, outcome, notes, facts }) => [
    row,
    ...order.map((question) => several(when[question] ?? [])),
    outcome,
    several(notes),
    several(facts),
  ]);
  return [['row', ...order, 'outcome', 'notes', 'facts'], ...lines]
    .map((line) => `${line.map(field).join(',')}\r\n`)
    .join('');
}
