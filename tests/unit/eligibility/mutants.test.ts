import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../src/eligibility/check.ts';
import { compile } from '../../../src/eligibility/compile.ts';
import { decided, difference } from '../../../src/eligibility/difference.ts';
import { parseGolden, parseGoldenBeside } from '../../../src/eligibility/golden.ts';
import {
  firstDifference,
  judge,
  MUTANT_KINDS,
  mutants,
  type Defence,
  type Mutant,
} from '../../../src/eligibility/mutants.ts';
import type { DecisionTable } from '../../../src/eligibility/table.ts';
import { randomTable } from './randomTable.ts';
import { surroundings, table as real } from './realTable.ts';

/** Under rain or snow a hat, not the same hats; a newer fact for those who stay, and shoes for those who walk. */
const weather: DecisionTable = {
  questions: { sky: ['sun', 'rain', 'snow'], hat: ['straw', 'felt', 'hat-unknown'] },
  order: ['sky', 'hat'],
  asked: [
    { question: 'sky', when: {}, answers: ['sun', 'rain', 'snow'] },
    { question: 'hat', when: { sky: ['rain'] }, answers: ['straw', 'hat-unknown'] },
    { question: 'hat', when: { sky: ['snow'] }, answers: ['felt'] },
  ],
  rows: [
    { row: 'sun', when: { sky: ['sun'] }, outcome: 'walk', notes: [], facts: ['fact'] },
    { row: 'straw', when: { hat: ['straw'] }, outcome: 'stay', notes: ['wet', 'cold', 'dark'], facts: ['fact'] },
    { row: 'other', when: { sky: ['rain'], hat: ['hat-unknown'] }, outcome: 'walk', notes: [], facts: ['fact'] },
    { row: 'snow', when: { sky: ['snow'] }, outcome: 'stay', notes: [], facts: ['fact'] },
  ],
  notes: { wet: [], cold: [], dark: [] },
  gates: { shoes: { asks: '', facts: ['fact'] }, boots: { asks: '', facts: ['fact'] } },
  gatesShown: [
    { outcomes: ['walk'], when: {}, gates: ['shoes', 'boots'] },
    { outcomes: ['walk', 'stay'], when: { sky: ['rain'] }, gates: ['boots'] },
  ],
  today: [{ outcomes: ['stay'], when: { sky: ['rain', 'sun'] }, facts: ['newer.one', 'newer.two'] }],
};

const described = ({ at, change }: Mutant) => `${at}: ${change}`;

describe('the mutants of a table', () => {
  const all = [...mutants(weather)];
  test.each([
    [
      'cell: answer removed',
      ['sun: sky -sun', 'straw: hat -straw', 'other: sky -rain', 'other: hat -hat-unknown', 'snow: sky -snow'],
    ],
    [
      'cell: answer added',
      ['sun: sky +rain', 'sun: sky +snow', 'straw: hat +felt', 'straw: hat +hat-unknown']
        .concat('other: sky +sun', 'other: sky +snow', 'other: hat +straw', 'other: hat +felt')
        .concat('snow: sky +sun', 'snow: sky +rain'),
    ],
    ['cell: condition dropped', ['sun: sky', 'straw: hat', 'other: sky', 'other: hat', 'snow: sky']],
    [
      'cell: condition added',
      [
        'sun: hat straw',
        'sun: hat felt',
        'sun: hat hat-unknown',
        'straw: sky sun',
        'straw: sky rain',
        'straw: sky snow',
      ].concat('snow: hat straw', 'snow: hat felt', 'snow: hat hat-unknown'),
    ],
    [
      'row: outcome replaced',
      ['sun: walk by stay', 'straw: stay by walk', 'other: walk by stay', 'snow: stay by walk'],
    ],
    ['row: note removed', ['straw: wet', 'straw: cold', 'straw: dark']],
    [
      'row: note added',
      ['sun: wet', 'sun: cold', 'sun: dark', 'other: wet', 'other: cold', 'other: dark'].concat(
        'snow: wet',
        'snow: cold',
        'snow: dark',
      ),
    ],
    ['row: notes swapped', ['straw: wet, cold', 'straw: wet, dark', 'straw: cold, dark']],
    [
      'asked: answer removed',
      ['asked 1: sky: -sun', 'asked 1: sky: -rain', 'asked 1: sky: -snow'].concat(
        'asked 2: hat: -straw',
        'asked 2: hat: -hat-unknown',
        'asked 3: hat: -felt',
      ),
    ],
    ['asked: answer added', ['asked 2: hat: +felt', 'asked 3: hat: +straw', 'asked 3: hat: +hat-unknown']],
    ['asked: condition answer removed', ['asked 2: hat: sky -rain', 'asked 3: hat: sky -snow']],
    [
      'asked: condition answer added',
      ['asked 2: hat: sky +sun', 'asked 2: hat: sky +snow', 'asked 3: hat: sky +sun', 'asked 3: hat: sky +rain'],
    ],
    ['gates: gate removed', ['gatesShown 1: shoes', 'gatesShown 1: boots', 'gatesShown 2: boots']],
    ['gates: outcome removed', ['gatesShown 1: walk', 'gatesShown 2: walk', 'gatesShown 2: stay']],
    ['gates: condition answer removed', ['gatesShown 2: sky -rain']],
    ['today: fact removed', ['today 1: newer.one', 'today 1: newer.two']],
    ['today: outcome removed', ['today 1: stay']],
    ['today: condition answer removed', ['today 1: sky -rain', 'today 1: sky -sun']],
  ])('%s', (kind, expected) => {
    expect(all.filter((mutant) => mutant.kind === kind).map(described)).toEqual(expected);
  });

  test('are of the kinds above, each a table of its own that differs in one place', () => {
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(Object.keys(MUTANT_KINDS)));
    const tables = new Set(all.map(({ table }) => JSON.stringify(table)));
    expect(tables.size).toBe(all.length);
    expect(tables).not.toContain(JSON.stringify(weather));
  });

  test.each([
    ['straw: wet, dark', ['rows', 1, 'notes'], ['dark', 'cold', 'wet']],
    ['straw: cold', ['rows', 1, 'notes'], ['wet', 'dark']],
    ['sun: hat felt', ['rows', 0, 'when'], { sky: ['sun'], hat: ['felt'] }],
    ['other: hat', ['rows', 2, 'when'], { sky: ['rain'] }],
    ['sun: dark', ['rows', 0, 'notes'], ['dark']],
    ['asked 2: hat: +felt', ['asked', 1, 'answers'], ['straw', 'felt', 'hat-unknown']],
    ['asked 2: hat: sky +sun', ['asked', 1, 'when'], { sky: ['rain', 'sun'] }],
    ['gatesShown 1: walk', ['gatesShown', 0, 'outcomes'], []],
    ['today 1: newer.two', ['today', 0, 'facts'], ['newer.one']],
  ])('%s does what it says', (name, part, expected) => {
    expect(all.find((mutant) => described(mutant) === name)?.table).toHaveProperty(part, expected);
  });
});

describe('judging a mutant', () => {
  const golden = [
    'sun -> walk [] ; why',
    'rain/straw -> stay [wet cold dark] ; why',
    'snow -> stay [] ; why',
    'rain/hat-unknown -> walk [] ; why',
  ];
  const beside = ['gates: walk sun -> [shoes boots] ; why', 'gates: walk rain -> [shoes boots] ; why']
    .concat('gates: stay rain -> [boots] ; why', 'gates: stay snow -> [] ; why', 'today: walk -> [] ; why')
    .concat('today: stay rain -> [newer.one newer.two] ; why', 'today: stay snow -> [] ; why');
  const defence: Defence = {
    original: decided(weather),
    surroundings: {
      outcomes: new Set(['walk', 'stay']),
      facts: new Set(['fact', 'newer.one', 'newer.two']),
    },
    golden: parseGolden(golden.join('\n')),
    beside: parseGoldenBeside(beside.join('\n')),
  };
  const verdicts = new Map(
    [...mutants(weather)].map((mutant) => {
      const verdict = judge(mutant, defence);
      const differs = verdict.caught === undefined ? firstDifference(verdict.differs) : undefined;
      return [described(mutant), verdict.caught ?? `not caught, differs at ${differs ?? 'nothing'}`];
    }),
  );

  test.each([
    ['sun: sky -sun', 'checks'],
    ['sun: sky +rain', 'checks'],
    ['straw: hat +felt', 'checks'],
    ['other: hat +felt', 'not caught, differs at nothing'],
    ['other: sky', 'not caught, differs at nothing'],
    ['straw: sky rain', 'not caught, differs at nothing'],
    ['snow: hat felt', 'not caught, differs at nothing'],
    ['snow: hat straw', 'checks'],
    ['straw: hat +hat-unknown', 'checks'],
    ['sun: walk by stay', 'golden'],
    ['straw: wet, dark', 'golden'],
    ['asked 2: hat: -straw', 'golden'],
    ['asked 2: hat: sky +sun', 'checks'],
    ['asked 3: hat: sky +rain', 'checks'],
    ['asked 3: hat: sky +sun', 'not caught, differs at nothing'],
    ['gatesShown 1: shoes', 'golden'],
    ['gatesShown 2: walk', 'not caught, differs at nothing'],
    ['gatesShown 2: stay', 'golden'],
    ['today 1: newer.one', 'golden'],
    ['today 1: sky -sun', 'not caught, differs at nothing'],
  ])('%s: %s', (name, expected) => {
    expect(verdicts.get(name)).toBe(expected);
  });

  test.each([
    ['sun: walk by stay', 'sun/walk now sun/stay'],
    ['gatesShown 2: stay', 'rain/straw/stay'],
    ['asked 1: sky: -sun', 'sun/walk'],
    ['asked 3: hat: sky +sun', undefined],
  ])('where nothing catches %s, the address %s is told', (name, address) => {
    const mutant = [...mutants(weather)].find((each) => described(each) === name);
    expect(firstDifference(difference(defence.original, decided(mutant?.table ?? weather)))).toBe(address);
  });
});

describe('any sound table', () => {
  const mutated = fc.tuple(randomTable, fc.nat()).map(([random, place]) => {
    const all = [...mutants(random.table)];
    return { random, some: all.filter((_, index) => index % 7 === place % 7) };
  });

  test('has no mutant that does not compile and yet passes the checks', () => {
    fc.assert(
      fc.property(mutated, ({ random: { surroundings: around }, some }) => {
        for (const { table, kind, at, change } of some)
          if (checkTable(table, around).length === 0)
            expect(() => compile(table), `${kind} ${at} ${change}`).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  test('has golden decisions that catch every other outcome and note', () => {
    fc.assert(
      fc.property(randomTable, ({ table, surroundings: around }) => {
        const original = decided(table);
        const results = [...new Set(original.cases.map(({ result }) => result))].filter(({ path }) => path !== '');
        const golden = results.map(({ path, outcome, notes }) => `${path} -> ${outcome} [${notes.join(' ')}] ; why`);
        fc.pre(golden.length > 0);
        const defence = { original, surroundings: around, golden: parseGolden(golden.join('\n')), beside: [] };
        for (const mutant of mutants(table))
          if (mutant.kind.startsWith('row: ')) expect(judge(mutant, defence).caught, described(mutant)).toBe('golden');
      }),
      { numRuns: 40 },
    );
  });
});

describe('the real table', () => {
  // The whole, which takes minutes, is for `npm run mutate`.
  const defence: Defence = {
    original: decided(real),
    surroundings,
    golden: parseGolden(readFileSync('src/content/decision/golden.txt', 'utf8')),
    beside: parseGoldenBeside(readFileSync('src/content/decision/golden-beside.txt', 'utf8')),
  };
  const all = [...mutants(real)];

  test.each([
    ['cell: ', 31],
    ['row: ', 31],
    ['asked: ', 5],
    ['gates: ', 1],
    ['today: ', 1],
  ])(
    'has no mutant of "%s" that decides, asks or shows something else and is not caught (one in %i)',
    (kind, every) => {
      const judged = all.filter(({ kind: id }) => id.startsWith(kind)).filter((_, index) => index % every === 0);
      const undefended = judged.filter((mutant) => {
        const verdict = judge(mutant, defence);
        return verdict.caught === undefined && firstDifference(verdict.differs) !== undefined;
      });
      expect(judged.length).toBeGreaterThan(40);
      expect(undefended.map(described)).toEqual([]);
    },
  );
});
