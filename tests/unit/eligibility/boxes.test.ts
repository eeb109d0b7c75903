import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesOf, IMPOSSIBLE, NOT_ASKED, valuesOf, type Box } from '../../../src/eligibility/boxes.ts';
import { holds, type Answers, type DecisionTable } from '../../../src/eligibility/table.ts';
import { randomTable } from './randomTable.ts';
import { table } from './realTable.ts';

/** Every point of the space of all answers. */
const points = (random: DecisionTable): readonly Answers[] =>
  random.order.reduce<Answers[]>(
    (some, question) =>
      some.flatMap((point) => valuesOf(random, question).map((value) => ({ ...point, [question]: value }))),
    [{}],
  );

/** A combination of answers as a point: each question with its answer, or `not-asked`. */
const pointOf = ({ order }: DecisionTable, answers: Answers): string =>
  order.map((question) => answers[question] ?? 'not-asked').join('/');

test('what stands for no answer and no outcome keeps its name: programs elsewhere read it', () => {
  expect([NOT_ASKED, IMPOSSIBLE]).toEqual(['not-asked', 'impossible']);
});

describe('the boxes of any sound table', () => {
  test('hold every point exactly once: decided as meant where it can occur, else impossible', () => {
    fc.assert(
      fc.property(randomTable, (random) => {
        const boxes = boxesOf(random.table);
        const meant = new Map(random.cases.map(({ answers, decision }) => [pointOf(random.table, answers), decision]));
        for (const point of points(random.table)) {
          const [box, ...others] = boxes.filter(({ when }) => holds(when, point));
          const name = pointOf(random.table, point);
          if (box === undefined || others.length > 0) throw new Error(`${name} lies in ${others.length + 1} boxes`);
          if ('row' in box) expect(box.row, name).toMatchObject({ ...meant.get(name) });
          expect('row' in box, name).toBe(meant.has(name));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('name no question of which any value will do, and each value once', () => {
    fc.assert(
      fc.property(randomTable, (random) => {
        for (const { when } of boxesOf(random.table))
          for (const [question, values] of Object.entries(when)) {
            const all = valuesOf(random.table, question);
            expect(values).toEqual(all.filter((value) => values.includes(value)));
            expect(values.length).toBeLessThan(all.length);
          }
      }),
    );
  });
});

describe('the boxes of the decision table', () => {
  const boxes = boxesOf(table);
  const wide = ({ when }: Box, question: string) => when[question] ?? valuesOf(table, question);
  const size = (box: Box) => table.order.reduce((product, question) => product * wide(box, question).length, 1);

  test('are few', () => {
    expect(boxes.filter((box) => 'row' in box)).toHaveLength(163);
    expect(boxes.filter((box) => !('row' in box))).toHaveLength(74);
  });

  test('never overlap, and together are as large as the whole space', () => {
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const apart = table.order.some(
          (question) => !wide(box, question).some((value) => wide(other, question).includes(value)),
        );
        expect(apart, JSON.stringify([box, other])).toBe(true);
      }
    const space = table.order.reduce((product, question) => product * valuesOf(table, question).length, 1);
    expect(space).toBe(9_072_000);
    expect(boxes.reduce((sum, box) => sum + size(box), 0)).toBe(space);
  });

  test('give every row, in the order of the table, and nothing else the answers that can occur', () => {
    const decided = boxes.filter((box) => 'row' in box);
    expect([...new Set(decided.map(({ row }) => row))]).toEqual(table.rows);
    expect(decided.reduce((sum, box) => sum + size(box), 0)).toBe(586);
  });

  test.each([
    [
      'a question not asked after the answers before it',
      { cloud: 'germany', goal: 'manage' },
      { question: 'goal', offered: [] },
    ],
    [
      'a question that must be asked',
      { cloud: 'global', goal: 'restore-access' },
      {
        question: 'lost',
        offered: ['lost-privileges', 'lost-azure-role', 'lost-both', 'lost-relationship', 'lost-unknown'],
      },
    ],
    [
      'an answer not offered there',
      { cloud: 'us-gov', goal: 'leave-customer', role: '21v-indirect-partner' },
      { question: 'role', offered: ['billed-by-microsoft', 'indirect-reseller'] },
    ],
  ])('say of answers that cannot occur together which comes first: %s', (_, answers: Answers, conflict) => {
    const point = Object.fromEntries(table.order.map((question) => [question, answers[question] ?? 'not-asked']));
    expect(boxes.find(({ when }) => holds(when, point))).toMatchObject(conflict);
  });
});
