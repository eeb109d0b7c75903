import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/eligibility/compile.ts';
import { besideFaults, goldenFaults, parseGolden, parseGoldenBeside } from '../../../src/eligibility/golden.ts';
import { shownResults } from '../../../src/eligibility/shown.ts';
import type { DecisionTable } from '../../../src/eligibility/table.ts';
import { surroundings, table, tree } from './realTable.ts';
import { weatherQuestions } from './weather.ts';

const record = parseGoldenBeside(readFileSync('src/content/decision/golden-beside.txt', 'utf8'));

describe('the golden record of what shows beside results', () => {
  test('is fulfilled: at each result the gates and newer facts of its one line, on each outcome those of all its lines', () => {
    expect(besideFaults(record, table, tree)).toEqual([]);
  });

  test.each(record.map(({ line, why }) => [line, why] as const))(
    'line %i rests on facts of the ledger: %s',
    (_, why) => {
      const facts = /\(([^()]*)\)$/.exec(why)?.[1]?.split(', ') ?? [];
      expect(facts.filter((id) => !surroundings.facts.has(id))).toEqual([]);
      expect(facts.length).toBeGreaterThan(0);
    },
  );
});

describe('the golden decisions', () => {
  const golden = parseGolden(readFileSync('src/content/decision/golden.txt', 'utf8'));

  test('are fulfilled', () => {
    expect(goldenFaults(golden, tree)).toEqual([]);
  });
});

/** Sun: walk in shoes. Rain: stay, or walk in boots, which is newer. */
const weather: DecisionTable = {
  ...weatherQuestions,
  rows: [
    { row: 'sun', when: { sky: ['sun'] }, outcome: 'walk', notes: [], facts: ['fact'] },
    { row: 'straw', when: { sky: ['rain'], hat: ['straw'] }, outcome: 'stay', notes: ['wet'], facts: ['fact'] },
    { row: 'felt', when: { sky: ['rain'], hat: ['felt'] }, outcome: 'walk', notes: [], facts: ['fact'] },
  ],
  notes: { wet: [] },
  gates: { shoes: { asks: '', facts: ['fact'] }, boots: { asks: '', facts: ['fact'] } },
  gatesShown: [
    { outcomes: ['walk'], when: {}, gates: ['shoes'] },
    { outcomes: ['walk'], when: { hat: ['felt'] }, gates: ['boots', 'shoes'] },
  ],
  today: [
    { outcomes: [], when: { sky: ['rain'] }, facts: ['newer.rain'] },
    { outcomes: ['walk'], when: { sky: ['rain'] }, facts: ['newer.boots', 'newer.rain'] },
  ],
};

test('a result shows what the answers in its address bring along, each once', () => {
  expect(
    shownResults(weather, compile(weather)).map(({ path, questions, gates, today }) => [path, questions, gates, today]),
  ).toEqual([
    ['sun', ['sky'], ['shoes'], []],
    ['rain/straw', ['sky', 'hat'], [], ['newer.rain']],
    ['rain/felt', ['sky', 'hat'], ['shoes', 'boots'], ['newer.rain', 'newer.boots']],
  ]);
});

describe('a record of what shows', () => {
  const lines = [
    'gates: walk sun -> [shoes] ; why',
    'gates: walk rain -> [shoes boots] ; why',
    'gates: stay -> [] ; why',
    'today: walk sun -> [] ; why',
    'today: {stay,gone} {rain,snow} {felt,straw} -> [newer.rain] ; why',
    'today: walk felt -> [newer.rain newer.boots] ; why',
  ];
  const faults = (...changed: readonly string[]) =>
    besideFaults(parseGoldenBeside(changed.join('\n')), weather, compile(weather)).map(({ line, address, message }) =>
      [line ?? '-', address ?? '-', message].join(' '),
    );
  const instead = (index: number, ...line: readonly string[]) => lines.toSpliced(index, 1, ...line);

  test('has no fault where each result shows what its one line says', () => {
    expect(faults(...lines)).toEqual([]);
  });

  test.each([
    ['gates: walk rain -> [shoes] ; why', '2 rain/felt gates: shows [shoes boots]; the record says [shoes]'],
    [
      'gates: walk rain -> [boots shoes] ; why',
      '2 rain/felt gates: shows [shoes boots]; the record says [boots shoes]',
    ],
  ])('is not fulfilled with other gates, or in another order: %s', (line, fault) => {
    expect(faults(...instead(1, line))).toEqual([fault]);
  });

  test('is not fulfilled with other newer facts, at the result and on the page of the outcome', () => {
    expect(faults(...instead(5, 'today: walk felt -> [newer.rain] ; why'))).toEqual([
      '6 rain/felt today: shows [newer.rain newer.boots]; the record says [newer.rain]',
      '- - the page of walk: shows [newer.boots newer.rain]; the record says [newer.rain]',
    ]);
  });

  test('speaks of every result in one line of each sort, and of nothing else', () => {
    expect(faults(...instead(2))).toEqual(['- rain/straw gates: no line speaks of it']);
    expect(faults(...lines, 'gates: {walk,stay} rain -> [] ; why')).toEqual([
      '- rain/straw gates: several lines speak of it',
      '- rain/felt gates: several lines speak of it',
    ]);
    expect(faults(...lines, 'gates: walk straw -> [] ; why')).toEqual(['7 - no result meets the line']);
  });

  test('reads outcome, alternatives and reason, and passes over comments', () => {
    expect(parseGoldenBeside('# gates: a -> [] ; why\n\ngates: {a,b} x {y,z} -> [one two] ; why ; and (fact)')).toEqual(
      [
        {
          line: 3,
          shows: 'gates',
          outcomes: ['a', 'b'],
          answers: [['x'], ['y', 'z']],
          ids: ['one', 'two'],
          why: 'why ; and (fact)',
        },
      ],
    );
  });

  test.each(['gate: a -> [] ; why', 'gates: a [] ; why', 'gates:  -> [] ; why', 'today: a -> [] ;', 'a -> [] ; why'])(
    'refuses "%s", with its number',
    (line) => {
      expect(() => parseGoldenBeside(`# first\n${line}`)).toThrow(SyntaxError);
      expect(() => parseGoldenBeside(`# first\n${line}`)).toThrow(`line 2 is not "gates: outcome answer`);
    },
  );
});

describe('golden decisions part from a table', () => {
  const golden = ['sun -> walk [] ; why', 'rain/straw -> stay [wet] ; why', 'rain/felt -> walk [] ; why'];
  const faults = (...lines: readonly string[]) =>
    goldenFaults(parseGolden(lines.join('\n')), compile(weather)).map(({ line, address, message }) =>
      [line ?? '-', address, message].join(' '),
    );

  test.each([
    ['nowhere where they say the same', golden, []],
    ['by an outcome', golden.with(0, 'sun -> stay [] ; why'), ['1 sun leads to walk []; the line says stay []']],
    [
      'by a note',
      golden.with(1, 'rain/straw -> stay [] ; why'),
      ['2 rain/straw leads to stay [wet]; the line says stay []'],
    ],
    [
      'by an address that is a question',
      [...golden, 'rain -> walk [] ; why'],
      ['4 rain leads to the question hat; the line says walk []'],
    ],
    [
      'by an address that does not exist',
      [...golden, 'snow -> walk [] ; why', 'sun/straw -> walk [] ; why'],
      [
        '4 snow does not exist: before its end stands the question sky; the line says walk []',
        '5 sun/straw does not exist: before its end stands walk []; the line says walk []',
      ],
    ],
    ['by a result without a line', golden.slice(1), ['- sun stands under 0 lines instead of one']],
    ['by a result with two', [...golden, 'sun -> walk [] ; why'], ['- sun stands under 2 lines instead of one']],
  ])('%s', (_, lines, expected) => {
    expect(faults(...lines)).toEqual(expected);
  });
});
