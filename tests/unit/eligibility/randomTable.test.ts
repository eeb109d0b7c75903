import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, parseAddress } from '../../../src/eligibility/address.ts';
import { checkTable, type ProblemKind, type Surroundings } from '../../../src/eligibility/check.ts';
import { compile, UndecidedCase } from '../../../src/eligibility/compile.ts';
import { decide } from '../../../src/eligibility/explain.ts';
import {
  combinations,
  holds,
  type Answers,
  type Condition,
  type DecisionTable,
  type Row,
} from '../../../src/eligibility/table.ts';
import { isQuestion, places } from '../../../src/eligibility/tree.ts';
import { pick, randomTable, type RandomTable } from './randomTable.ts';

const address = (answers: Answers) => Object.values(answers).join('/');
const sorted = (items: readonly string[]) => [...items].sort();

/** Runs a property on random tables, each with a number to pick by. */
const onTables = (property: (random: RandomTable, place: number) => void) =>
  fc.assert(fc.property(randomTable, fc.nat(), property), { numRuns: 300 });

describe('any sound table', () => {
  test('has no problem', () => {
    onTables(({ table, surroundings }) => {
      expect(checkTable(table, surroundings)).toEqual([]);
    });
  });

  test('allows exactly the combinations its author meant, and compiles to a tree that decides each as meant', () => {
    onTables(({ table, cases }) => {
      expect([...combinations(table)]).toEqual(cases.map(({ answers }) => answers));
      const tree = compile(table);
      for (const { answers, decision } of cases) expect(decide(tree, answers), address(answers)).toEqual(decision);
    });
  });

  test('compiles to the same pages in whatever order its rows stand', () => {
    const reordered = randomTable.chain(({ table }) =>
      fc.tuple(fc.constant(table), fc.shuffledSubarray([...table.rows], { minLength: table.rows.length })),
    );
    fc.assert(
      fc.property(reordered, ([table, rows]) => {
        expect(JSON.stringify(compile({ ...table, rows }))).toBe(JSON.stringify(compile(table)));
      }),
    );
  });

  test('compiles to the same pages however its rows are split', () => {
    onTables(({ table, unsplit }) => {
      expect(JSON.stringify(compile({ ...table, rows: unsplit }))).toBe(JSON.stringify(compile(table)));
    });
  });

  test('compiles to pages with one address each, which parses back to the page, its answers in the order of the table', () => {
    onTables(({ table }) => {
      const tree = compile(table);
      const addresses = new Set<string>();
      for (const place of places(tree)) {
        const segments = addressOf(place);
        expect(segments).toEqual([...place.path, ...(isQuestion(place.node) ? [] : [place.node.outcome])]);
        expect(parseAddress(tree, segments)).toEqual({ kind: 'page', ...place });
        addresses.add(segments.join('/'));
        const asked = place.path.map((answer) => table.order.findIndex((id) => table.questions[id]?.includes(answer)));
        expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b));
      }
      expect(addresses.size).toBe([...places(tree)].length);
    });
  });

  test('compiles to question pages whose answers do not all lead to the same', () => {
    onTables(({ table }) => {
      for (const { node } of places(compile(table)))
        if (isQuestion(node))
          expect(new Set(Object.values(node.next).map((next) => JSON.stringify(next))).size).toBeGreaterThan(1);
    });
  });
});

describe('a row too few or too many', () => {
  test('without any one row, each case it decided is a gap and compiling stops at one of them', () => {
    onTables(({ table, surroundings, cases }, place) => {
      const gone = pick(table.rows, place);
      const without = { ...table, rows: table.rows.filter((row) => row !== gone) };
      const orphans = cases.filter(({ answers }) => holds(gone.when, answers)).map(({ answers }) => address(answers));
      const gaps = checkTable(without, surroundings).filter(({ kind }) => kind === 'gap');
      expect(sorted(gaps.map(({ at }) => at))).toEqual(sorted(orphans));
      expect(orphans.length).toBeGreaterThan(0);
      expect(() => compile(without)).toThrow(UndecidedCase);
      expect(() => compile(without)).toThrow(new RegExp(`^no row decides (${orphans.join('|')})$`));
    });
  });

  test('with any row twice, each case it decides is an overlap that names both, and compiling stops', () => {
    onTables(({ table, surroundings, cases }, place) => {
      const row = pick(table.rows, place);
      const doubled = { ...table, rows: [...table.rows, { ...row, row: 'twin' }] };
      const torn = cases.filter(({ answers }) => holds(row.when, answers)).map(({ answers }) => address(answers));
      const overlaps = checkTable(doubled, surroundings).filter(({ kind }) => kind === 'overlap');
      expect(sorted(overlaps.map(({ at }) => at))).toEqual(sorted(torn));
      for (const { message } of overlaps) expect(message).toContain(`${row.row}, twin`);
      expect(() => compile(doubled)).toThrow(`rows ${row.row}, twin all decide`);
    });
  });
});

/** What a maintainer may get wrong: the broken table and the id that must be named. */
interface Slip {
  readonly table: DecisionTable;
  readonly id: string;
  readonly surroundings?: Surroundings;
}

const withRow = (table: DecisionTable, changed: Row): DecisionTable => ({
  ...table,
  rows: table.rows.map((row) => (row.row === changed.row ? changed : row)),
});

/** The table with an answer or outcome called otherwise wherever it stands. */
function renamed(table: DecisionTable, from: string, to: string): DecisionTable {
  const each = (ids: readonly string[]) => ids.map((id) => (id === from ? to : id));
  const cells = (when: Condition) =>
    Object.fromEntries(Object.entries(when).map(([id, answers]) => [id, each(answers)]));
  return {
    ...table,
    questions: cells(table.questions),
    asked: table.asked.map((rule) => ({ ...rule, when: cells(rule.when), answers: each(rule.answers) })),
    rows: table.rows.map((row) => ({
      ...row,
      when: cells(row.when),
      outcome: row.outcome === from ? to : row.outcome,
    })),
    gatesShown: table.gatesShown.map((entry) => ({
      ...entry,
      when: cells(entry.when),
      outcomes: each(entry.outcomes),
    })),
    today: table.today.map((entry) => ({ ...entry, when: cells(entry.when), outcomes: each(entry.outcomes) })),
  };
}

/** A condition on two questions that no combination of answers meets; passes over a table in which all can be combined. */
function neverMet({ table, cases }: RandomTable, place: number) {
  const given = cases.map(({ answers }) => new Set(Object.values(answers)));
  const pairs = table.order.flatMap((one, index) =>
    table.order
      .slice(index + 1)
      .flatMap((other) =>
        (table.questions[one] ?? []).flatMap((a) =>
          (table.questions[other] ?? [])
            .filter((b) => !given.some((answers) => answers.has(a) && answers.has(b)))
            .map((b) => ({ [one]: [a], [other]: [b] })),
        ),
      ),
  );
  fc.pre(pairs.length > 0);
  return pick(pairs, place);
}

const slips: readonly (readonly [string, ProblemKind, (random: RandomTable, place: number) => Slip])[] = [
  [
    'an unknown answer in a condition',
    'unknown-answer',
    ({ table }, place) => {
      const row = pick(table.rows, place);
      return {
        table: withRow(table, { ...row, when: { ...row.when, q1: [...(row.when['q1'] ?? []), 'nowhere'] } }),
        id: 'nowhere',
      };
    },
  ],
  [
    'an answer offered twice',
    'duplicate',
    ({ table }, place) => {
      const rule = pick(table.asked, place);
      const id = pick(rule.answers, 0);
      const asked = table.asked.map((each) => (each === rule ? { ...rule, answers: [id, ...rule.answers] } : each));
      return { table: { ...table, asked }, id };
    },
  ],
  [
    'an answer id used by two questions',
    'duplicate',
    ({ table }) => {
      const id = pick(table.questions['q1'] ?? [], 0);
      return { table: renamed(table, pick(table.questions['q2'] ?? [], 0), id), id };
    },
  ],
  [
    'an answer id that is also an outcome',
    'duplicate',
    ({ table, surroundings }, place) => {
      const outcome = pick([...surroundings.outcomes], place);
      return { table: renamed(table, pick(table.questions['q1'] ?? [], place), outcome), id: outcome };
    },
  ],
  [
    'an unknown fact',
    'unknown-fact',
    ({ table }, place) => {
      const row = pick(table.rows, place);
      return { table: withRow(table, { ...row, facts: [...row.facts, 'seed.none'] }), id: 'seed.none' };
    },
  ],
  [
    'an unknown note',
    'unknown-note',
    ({ table }, place) => {
      const row = pick(table.rows, place);
      return { table: withRow(table, { ...row, notes: [...row.notes, 'note-none'] }), id: 'note-none' };
    },
  ],
  [
    'an unknown outcome',
    'unknown-outcome',
    ({ table }, place) => ({
      table: withRow(table, { ...pick(table.rows, place), outcome: 'path-none' }),
      id: 'path-none',
    }),
  ],
  [
    'a row that can never be met',
    'unused-row',
    (random, place) => {
      const row = { ...pick(random.table.rows, place), row: 'idle', when: neverMet(random, place) };
      return { table: { ...random.table, rows: [...random.table.rows, row] }, id: 'idle' };
    },
  ],
  [
    'a gate that no entry shows',
    'unused-gate',
    ({ table }) => ({
      table: { ...table, gates: { ...table.gates, idle: { asks: 'Idle?', facts: ['seed.one'] } } },
      id: 'idle',
    }),
  ],
  [
    'a gate whose only entry nobody meets',
    'unused-gate',
    (random, place) => {
      const [everywhere] = random.table.gatesShown;
      if (everywhere === undefined) throw new Error('a random table shows a gate everywhere');
      const gatesShown = [everywhere, { outcomes: [], when: neverMet(random, place), gates: ['here'] }];
      return { table: { ...random.table, gatesShown }, id: 'here' };
    },
  ],
  [
    'a today entry nobody meets',
    'unused-entry',
    (random, place) => {
      const today = [...random.table.today, { outcomes: [], when: neverMet(random, place), facts: ['seed.one'] }];
      return { table: { ...random.table, today }, id: 'today 2' };
    },
  ],
  [
    'an answer id that cannot stand in an address',
    'bad-id',
    ({ table }, place) => ({
      table: renamed(table, pick(table.questions['q1'] ?? [], place), 'Bad id'),
      id: 'Bad id',
    }),
  ],
  [
    'an outcome id that cannot stand in an address',
    'bad-id',
    ({ table, surroundings: { outcomes, facts } }, place) => {
      const outcome = pick([...outcomes], place);
      const bad = new Set([...outcomes].map((id) => (id === outcome ? 'path_5' : id)));
      return { table: renamed(table, outcome, 'path_5'), id: 'path_5', surroundings: { outcomes: bad, facts } };
    },
  ],
];

test('a row that can never be met changes no page of any table', () => {
  onTables((random, place) => {
    const row = { ...pick(random.table.rows, place), row: 'idle', when: neverMet(random, place) };
    const more = { ...random.table, rows: [row, ...random.table.rows] };
    expect(JSON.stringify(compile(more))).toBe(JSON.stringify(compile(random.table)));
  });
});

describe('any slip in a sound table is reported with its kind and the id', () => {
  test.each(slips)('%s', (_, kind, slip) => {
    onTables((random, place) => {
      const { table, id, surroundings = random.surroundings } = slip(random, place);
      const named = checkTable(table, surroundings).filter(
        ({ at, message }) => at.includes(id) || message.includes(`"${id}"`),
      );
      expect(named.map((problem) => problem.kind)).toContain(kind);
    });
  });
});
