import { z } from 'astro/zod';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/eligibility/explain.ts';
import { combinations } from '../../../../src/eligibility/table.ts';
import { decisionCsv } from '../../../../src/lib/programs/csv.ts';
import { table, tree } from '../../eligibility/realTable.ts';

/** Reads CSV as any program would: a record a line, its fields by the names in the header. */
const read = (csv: string) =>
  z.array(z.record(z.string(), z.string())).parse(parse(csv, { columns: true, record_delimiter: '\r\n' }));

const ids = (field: string | undefined) => (field ?? '').split('|').filter(Boolean);

describe('the decision table as CSV, read back by another program', () => {
  const csv = decisionCsv(table);
  const lines = read(csv);

  test('decides every combination of answers by exactly one line, as the site does', () => {
    const combos = [...combinations(table)];
    expect(combos).toHaveLength(586);
    for (const answers of combos) {
      const fitting = lines.filter((line) =>
        table.order.every((question) => line[question] === '' || ids(line[question]).includes(answers[question] ?? '')),
      );
      const decisions = fitting.map(({ outcome, notes, facts }) => ({ outcome, notes: ids(notes), facts: ids(facts) }));
      expect(decisions, Object.values(answers).join('/')).toEqual([decide(tree, answers)]);
    }
  });

  test('has a line for each row, under a header, each ended as RFC 4180 says', () => {
    const [header, ...rest] = csv.split('\r\n');
    expect(header).toBe('row,cloud,goal,served,origin,service,offer,lost,tenant,role,outcome,notes,facts');
    expect(lines.map(({ row }) => row)).toEqual(table.rows.map(({ row }) => row));
    expect(rest).toHaveLength(table.rows.length + 1);
    expect(rest.at(-1)).toBe('');
  });

  test.each(['a, b', 'so "called"', 'two\r\nlines', 'one\nline feed', '"', ''])('keeps the text %j', (text) => {
    const [row] = table.rows;
    if (row === undefined) throw new Error('the table is empty');
    const [line] = read(decisionCsv({ ...table, rows: [{ ...row, row: text }] }));
    expect(line).toMatchObject({ row: text, outcome: row.outcome });
  });

  test('quotes only what needs it', () => {
    expect(csv).not.toContain('"');
  });
});
