import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UndecidedCase } from '../../../src/eligibility/compile.ts';
import { describeDifference, goldenChanges } from '../../../src/eligibility/describeDifference.ts';
import {
  affectedOutcomes,
  decided,
  difference,
  nothingMoves,
  outdated,
  type Difference,
  type Ids,
} from '../../../src/eligibility/difference.ts';
import { goldenFaults, parseGolden } from '../../../src/eligibility/golden.ts';
import type { Condition, DecisionTable, Row } from '../../../src/eligibility/table.ts';
import { randomTable } from './randomTable.ts';
import { table as real } from './realTable.ts';
import { weatherQuestions } from './weather.ts';

const row = (name: string, when: Condition, outcome: string, more: Partial<Row> = {}): Row => ({
  row: name,
  when,
  outcome,
  notes: [],
  facts: ['fact.one'],
  ...more,
});

/** Cloud: sun or rain. Under rain a hat: straw or felt. Sun: walk. Rain and straw: stay. Rain and felt: walk, wet. */
const weather: DecisionTable = {
  ...weatherQuestions,
  rows: [
    row('sun', { sky: ['sun'] }, 'walk'),
    row('straw', { sky: ['rain'], hat: ['straw'] }, 'stay'),
    row('felt', { sky: ['rain'], hat: ['felt'] }, 'walk', { notes: ['wet', 'cold'] }),
  ],
  notes: { wet: ['fact.one'], cold: ['fact.one'] },
  gates: { shoes: { asks: 'Shoes?', facts: ['fact.one'] } },
  gatesShown: [{ outcomes: ['walk'], when: {}, gates: ['shoes'] }],
  today: [{ outcomes: [], when: { sky: ['rain'] }, facts: ['newer.rain'] }],
};

const withRow = (name: string, changed: Partial<Row>): DecisionTable => ({
  ...weather,
  rows: weather.rows.map((each) => (each.row === name ? { ...each, ...changed } : each)),
});

const fog: DecisionTable = {
  ...weather,
  questions: { ...weather.questions, sky: ['sun', 'rain', 'fog'] },
  asked: [
    { question: 'sky', when: {}, answers: ['sun', 'rain', 'fog'] },
    { question: 'hat', when: { sky: ['rain', 'fog'] }, answers: ['straw', 'felt'] },
  ],
  rows: [...weather.rows, row('fog', { sky: ['fog'] }, 'wait')],
};

/** The season asked between the two: in winter the felt hat is for hiding. */
const season: DecisionTable = {
  ...weather,
  questions: { ...weather.questions, season: ['summer', 'winter'] },
  order: ['sky', 'season', 'hat'],
  asked: [...weather.asked, { question: 'season', when: { sky: ['rain'] }, answers: ['summer', 'winter'] }],
  rows: [
    ...weather.rows.slice(0, 2),
    row('felt', { sky: ['rain'], hat: ['felt'], season: ['summer'] }, 'walk', { notes: ['wet', 'cold'] }),
    row('winter', { sky: ['rain'], hat: ['felt'], season: ['winter'] }, 'hide'),
  ],
};

const between = (before: DecisionTable, after: DecisionTable) => difference(decided(before), decided(after));

const brief = ({ moves, shifts, oneSided }: Difference) => ({
  moves: moves.map(({ from, to, combinations, examples }) => [
    `${from} -> ${to}`,
    combinations,
    ...examples.map((each) => `${each.before ?? ''} > ${each.after ?? ''}`),
  ]),
  shifts: shifts.map(({ aspect, removed, added, combinations, addresses, outcomes }) => [
    aspect,
    `-${removed.join()}`,
    `+${added.join()}`,
    combinations,
    addresses,
    outcomes.join(),
  ]),
  oneSided: oneSided.map(({ side, question, answer, offeredElsewhere, combinations, addresses, outcomes }) => [
    side,
    question,
    answer,
    offeredElsewhere,
    combinations,
    addresses,
    outcomes.join(),
  ]),
});

const nothing = { moves: [], shifts: [], oneSided: [] };

describe('the difference of two tables', () => {
  test('is empty where nothing changed, whatever the order of the rows', () => {
    const found = between(weather, { ...weather, rows: weather.rows.toReversed() });
    expect(brief(found)).toEqual(nothing);
    expect(found).toMatchObject({ before: 3, after: 3, pairs: 3, alike: 3 });
    expect(nothingMoves(found)).toBe(true);
  });

  test('names an outcome that changed, from which to which, with both addresses', () => {
    const found = between(weather, withRow('straw', { outcome: 'hide' }));
    expect(brief(found)).toEqual({ ...nothing, moves: [['stay -> hide', 1, 'rain/straw/stay > rain/straw/hide']] });
    expect(found.outcomes).toEqual({ added: ['hide'], removed: ['stay'] });
    expect([...affectedOutcomes(found)]).toEqual(['stay', 'hide']);
    expect(found).toMatchObject({ pairs: 3, alike: 2 });
  });

  test.each([
    ['a note gone', withRow('felt', { notes: ['wet'] }), ['notes', '-cold', '+', 1, 1, 'walk']],
    ['notes in another order', withRow('felt', { notes: ['cold', 'wet'] }), ['notes', '-', '+', 1, 1, 'walk']],
    ['another fact', withRow('straw', { facts: ['fact.two'] }), ['facts', '-fact.one', '+fact.two', 1, 1, 'stay']],
    ['a gate no longer shown', { ...weather, gatesShown: [] }, ['gates', '-shoes', '+', 2, 2, 'walk']],
    ['a newer fact no longer shown', { ...weather, today: [] }, ['today', '-newer.rain', '+', 2, 2, 'stay,walk']],
  ])('keeps the outcome apart from %s', (_, after, shift) => {
    const found = between(weather, after);
    expect(brief(found)).toEqual({ ...nothing, shifts: [shift] });
    expect(nothingMoves(found)).toBe(false);
    expect(affectedOutcomes(found).size).toBe(0);
  });

  test('counts a combination that shifts in two ways once', () => {
    const found = between(weather, withRow('felt', { notes: [], facts: ['fact.two'] }));
    expect(found.shifts.map(({ aspect }) => aspect)).toEqual(['notes', 'facts']);
    expect(found).toMatchObject({ pairs: 3, alike: 2 });
  });

  test('joins the combinations behind a new answer, with the pages that only one side has', () => {
    const found = between(weather, fog);
    expect(brief(found)).toEqual({ ...nothing, oneSided: [['new', 'sky', 'fog', false, 2, 1, 'wait']] });
    expect(found.oneSided[0]?.examples).toEqual([{ before: undefined, after: 'fog/wait' }]);
    expect(found.answers).toEqual({ added: ['fog'], removed: [] });
    expect([...affectedOutcomes(found)]).toEqual(['wait']);
  });

  test('joins the combinations behind an answer removed', () => {
    const found = between(fog, weather);
    expect(brief(found)).toEqual({ ...nothing, oneSided: [['gone', 'sky', 'fog', false, 2, 1, 'wait']] });
    expect(found.outcomes).toEqual({ added: [], removed: ['wait'] });
  });

  test('tells an answer that is no longer offered there from one that no longer exists', () => {
    const rarely = {
      ...fog,
      asked: [
        ...weather.asked.slice(1),
        { question: 'sky', when: {}, answers: ['sun', 'rain', 'fog'] },
        { question: 'hat', when: { sky: ['fog'] }, answers: ['felt'] },
      ],
    };
    expect(brief(between(fog, rarely))).toEqual({
      ...nothing,
      oneSided: [['gone', 'hat', 'straw', true, 1, 0, '']],
    });
  });

  test('pairs a combination with all that answer an inserted question, and says what moves with it', () => {
    const found = between(weather, season);
    expect(brief(found)).toEqual({
      moves: [['walk -> hide', 1, 'rain/felt/walk > rain/winter/felt/hide']],
      shifts: [['questions', '-', '+season', 3, 3, 'stay,walk']],
      oneSided: [],
    });
    expect(found).toMatchObject({ before: 3, after: 5, pairs: 5, alike: 1 });
    expect(found.questions).toEqual({ added: ['season'], removed: [] });
  });

  test('pairs them the other way round where the question is removed', () => {
    const found = between(season, weather);
    expect(brief(found)).toMatchObject({
      moves: [['hide -> walk', 1, 'rain/winter/felt/hide > rain/felt/walk']],
      shifts: [['questions', '-season', '+', 3, 3, 'stay,walk']],
      oneSided: [],
    });
  });

  test('sees notes and gates that rest on other facts', () => {
    const gates = { shoes: { asks: 'Shoes?', facts: ['fact.two'] } };
    const found = between(weather, { ...weather, gates, notes: { ...weather.notes, wet: ['fact.two'] } });
    expect(nothingMoves(found)).toBe(true);
    expect(found.resting).toEqual(['note wet', 'gate shoes']);
  });

  test('is refused where a case is not decided', () => {
    expect(() => decided({ ...weather, rows: weather.rows.slice(1) })).toThrow(UndecidedCase);
  });
});

describe('the difference of any sound tables', () => {
  const pairOfTables = fc.tuple(randomTable, randomTable);

  test('is empty for a table and itself', () => {
    fc.assert(
      fc.property(randomTable, ({ table, cases }) => {
        const found = between(table, table);
        expect(brief(found)).toEqual(nothing);
        expect(found).toMatchObject({ pairs: cases.length, alike: cases.length });
      }),
    );
  });

  test('has counts that add up, and leaves no combination out', () => {
    fc.assert(
      fc.property(pairOfTables, ([{ table: before }, { table: after }]) => {
        const found = between(before, after);
        const sum = (groups: readonly { readonly combinations: number }[]) =>
          groups.reduce((total, { combinations }) => total + combinations, 0);
        const shifts = sum(found.shifts);
        const shifted = found.pairs - found.alike - sum(found.moves);
        expect(shifted).toBeGreaterThanOrEqual(shifts / 5);
        expect(shifted).toBeLessThanOrEqual(shifts);
        const apart = (side: string) => sum(found.oneSided.filter((group) => group.side === side));
        expect(found.before - apart('gone')).toBeLessThanOrEqual(found.pairs);
        expect(found.after - apart('new')).toBeLessThanOrEqual(found.pairs);
        for (const { combinations, addresses, examples } of [...found.moves, ...found.shifts, ...found.oneSided]) {
          expect(addresses).toBeLessThanOrEqual(combinations);
          expect(examples).toHaveLength(Math.min(addresses, 5));
        }
      }),
    );
  });

  test('is the same backwards, with the sides exchanged', () => {
    fc.assert(
      fc.property(pairOfTables, ([{ table: before }, { table: after }]) => {
        const [there, back] = [between(before, after), between(after, before)];
        const moves = (found: Difference, way: (from: string, to: string) => string) =>
          found.moves.map(({ from, to, combinations }) => `${way(from, to)} ${combinations}`).sort();
        expect(moves(back, (from, to) => `${to} ${from}`)).toEqual(moves(there, (from, to) => `${from} ${to}`));
        expect(back).toMatchObject({ pairs: there.pairs, alike: there.alike, before: there.after });
      }),
    );
  });
});

describe('published results', () => {
  const published = new Map([
    ['sun', 'walk'],
    ['rain/straw', 'stay'],
    ['rain/felt', 'walk'],
  ]);

  test('that still mean the same are not named', () => {
    expect(outdated(published, decided(weather).tree)).toEqual([]);
  });

  test('are named with what stands at their answers now', () => {
    const now = (after: DecisionTable) => outdated(published, decided(after).tree).map((each) => [each.path, each.now]);
    expect(now(withRow('straw', { outcome: 'hide' }))).toEqual([
      ['rain/straw', { kind: 'other-outcome', outcome: 'hide' }],
    ]);
    expect(now(season)).toEqual([
      ['rain/straw', { kind: 'answer-gone', answer: 'straw' }],
      ['rain/felt', { kind: 'answer-gone', answer: 'felt' }],
    ]);
    const rain = [row('sun', { sky: ['sun'] }, 'walk'), row('rain', { sky: ['rain'] }, 'stay')];
    expect(now({ ...weather, rows: rain })).toEqual([
      ['rain/straw', { kind: 'decided-earlier', outcome: 'stay' }],
      ['rain/felt', { kind: 'decided-earlier', outcome: 'stay' }],
    ]);
    expect(outdated(new Map([['rain', 'walk']]), decided(weather).tree)[0]?.now).toEqual({
      kind: 'asks-more',
      question: 'hat',
    });
  });
});

describe('a difference in words', () => {
  const around = { golden: [], outdated: [], described: [], texts: [], missing: undefined };
  const names = { before: 'then', after: 'now' };
  const text = (after: DecisionTable, more: Partial<Parameters<typeof describeDifference>[2]> = {}) =>
    describeDifference(names, between(weather, after), { ...around, ...more });

  test('says so when nothing moves', () => {
    expect(text(weather)).toBe(
      '# Decisions: then -> now\n\n3 combinations before, 3 after.\nNothing moves: every combination of answers leads to the same outcome, with the same notes, facts, gates and newer facts.',
    );
  });

  test('counts what moves, with the addresses before and after', () => {
    const said = text(season);
    expect(said).toContain(
      'Of 5 compared, 1 lead to another outcome, 3 to the same with something else beside it; 0 are new, 0 gone.',
    );
    expect(said).toContain(
      '## Another outcome\n\n- walk -> hide: 1 combination, 1 address\n  - /wizard/rain/felt/walk/ now /wizard/rain/winter/felt/hide/\n',
    );
    expect(said).toContain('- with season (stay, walk): 3 combinations, 3 addresses');
    expect(said).toContain('- questions: with season');
  });

  test('gives five addresses of a group, each once, and counts the others', () => {
    const [before, after] = [
      real,
      { ...real, gatesShown: real.gatesShown.filter(({ gates }) => !gates.includes('term')) },
    ];
    const [group] = between(before, after).shifts;
    expect(group).toMatchObject({ aspect: 'gates', combinations: 10, addresses: 10 });
    const said = describeDifference(names, between(before, after), around);
    expect(said).toMatch(/, 10 addresses\n( {2}- \/wizard\/[^ ]+\/\n){5} {2}- and 5 more\n/);
  });

  test('says which texts name an affected outcome, and which words are missing', () => {
    const texts = [
      { text: 'message one', outcomes: ['walk'] },
      { text: 'message two', outcomes: ['hide', 'walk'] },
    ];
    const missing = new Map([
      ['en', []],
      ['es', ['outcome hide']],
    ]);
    const said = text(withRow('straw', { outcome: 'hide' }), { texts, missing, described: ['walk'] });
    expect(said).toContain('## Texts that name an affected outcome\n\n- message two: hide\n');
    expect(said).toContain('## Words missing\n\n- es: outcome hide');
    expect(said).toContain('- outcome walk has other steps or statements');
  });

  test('says which golden decisions no longer hold, and whether they are rewritten', () => {
    const lines = ['sun -> walk [] ; why', 'rain/straw -> stay [] ; why', 'rain/felt -> walk [wet cold] ; why'];
    const golden = parseGolden(lines.join('\n'));
    const rewritten = parseGolden(lines.join('\n').replace('stay', 'hide'));
    const after = withRow('straw', { outcome: 'hide' });
    const faults = goldenFaults(golden, decided(after).tree);
    const said = (now: typeof golden) => text(after, { golden: goldenChanges('golden.txt', golden, now, faults) });
    const found = 'rain/straw leads to hide []; the line says stay []';
    expect(said(golden)).toContain(`- golden.txt, line 2, to be rewritten: ${found}`);
    expect(said(rewritten)).toContain(`- golden.txt, line 2, rewritten: ${found}`);
  });

  test('says what published addresses mean now', () => {
    const after = withRow('straw', { outcome: 'hide' });
    const said = text(after, { outdated: outdated(new Map([['rain/straw', 'stay']]), decided(after).tree) });
    expect(said).toContain('- /wizard/rain/straw/stay/ promised stay; its answers now lead to hide');
  });
});

test('a difference of every sort is told in whole sentences, each sort under its heading', () => {
  const once = (before: string | undefined, after: string | undefined) => ({
    combinations: 1,
    addresses: 1,
    examples: [{ before, after }],
  });
  const none: Ids = { added: [], removed: [] };
  const all: Difference = {
    before: 8,
    after: 9,
    pairs: 7,
    alike: 1,
    moves: [
      {
        from: 'walk',
        to: 'hide',
        combinations: 3,
        addresses: 2,
        examples: [{ before: 'sun/walk', after: 'sun/hide' }],
      },
      { from: 'stay', to: 'hide', ...once('rain/stay', 'rain/hide') },
    ],
    shifts: [
      { aspect: 'questions', outcomes: ['walk'], added: ['season'], removed: [], ...once('a/walk', 'a/winter/walk') },
      {
        aspect: 'notes',
        outcomes: ['walk', 'stay'],
        added: ['wet', 'cold'],
        removed: ['dry'],
        ...once('b/walk', 'b/walk'),
      },
      { aspect: 'facts', outcomes: ['stay'], added: [], removed: [], ...once('c/stay', 'c/stay') },
      { aspect: 'gates', outcomes: ['walk'], added: [], removed: ['shoes', 'boots'], ...once('d/walk', 'd/walk') },
      { aspect: 'today', outcomes: ['walk'], added: ['newer.rain'], removed: [], ...once('e/walk', 'e/walk') },
    ],
    oneSided: [
      {
        side: 'new',
        question: 'sky',
        answer: 'fog',
        offeredElsewhere: false,
        outcomes: ['wait'],
        ...once(undefined, 'fog/wait'),
      },
      {
        side: 'new',
        question: 'hat',
        answer: 'felt',
        offeredElsewhere: true,
        outcomes: [],
        ...once(undefined, 'sun/felt/walk'),
      },
      {
        side: 'gone',
        question: 'sky',
        answer: 'snow',
        offeredElsewhere: false,
        outcomes: ['stay', 'wait'],
        ...once('snow/stay', undefined),
      },
      {
        side: 'gone',
        question: 'hat',
        answer: 'straw',
        offeredElsewhere: true,
        outcomes: [],
        ...once('sun/straw/walk', undefined),
      },
    ],
    questions: { added: ['season'], removed: ['hour'] },
    answers: { added: ['fog'], removed: [] },
    outcomes: { added: [], removed: ['stay'] },
    resting: ['note wet', 'gate shoes'],
  };
  const fault = (line: number | undefined, address: string | undefined, message: string, stated = true) => ({
    record: 'golden.txt',
    fault: { line, address, message },
    stated,
  });
  const said = describeDifference({ before: 'then', after: 'now' }, all, {
    golden: [
      fault(2, 'rain', 'leads to hide'),
      fault(2, 'snow', 'leads to hide'),
      fault(3, undefined, 'no result meets the line', false),
      fault(undefined, 'fog', 'stands under 0 lines instead of one'),
      fault(undefined, 'mist', 'stands under 0 lines instead of one'),
      fault(undefined, 'hail', 'stands under 2 lines instead of one'),
    ],
    outdated: [
      { path: 'sun', promised: 'walk', now: { kind: 'other-outcome', outcome: 'hide' } },
      { path: 'rain/felt', promised: 'walk', now: { kind: 'decided-earlier', outcome: 'hide' } },
      { path: 'rain', promised: 'stay', now: { kind: 'asks-more', question: 'hat' } },
      { path: 'snow', promised: 'stay', now: { kind: 'answer-gone', answer: 'snow' } },
    ],
    described: ['hide'],
    texts: [
      { text: 'message one', outcomes: ['walk', 'rest', 'hide'] },
      { text: 'message two', outcomes: ['rest'] },
    ],
    missing: new Map([
      ['en', []],
      ['es', ['answer fog', 'outcome hide']],
    ]),
  });
  expect(said).toBe(
    `# Decisions: then -> now

8 combinations before, 9 after.
Of 7 compared, 4 lead to another outcome, 2 to the same with something else beside it; 2 are new, 2 gone.

## Another outcome

- walk -> hide: 3 combinations, 2 addresses
  - /wizard/sun/walk/ now /wizard/sun/hide/
  - and 1 more
- stay -> hide: 1 combination, 1 address
  - /wizard/rain/stay/ now /wizard/rain/hide/

## New combinations

- sky: fog (before no answer of the question) to wait: 1 combination, 1 address
  - /wizard/fog/wait/
- hat: felt (before not offered there): 1 combination, 1 address
  - /wizard/sun/felt/walk/

## Combinations gone

- sky: snow (now no answer of the question) to stay, wait: 1 combination, 1 address
  - /wizard/snow/stay/
- hat: straw (now not offered there): 1 combination, 1 address
  - /wizard/sun/straw/walk/

## Questions that the wizard asks before the same outcome

- with season (walk): 1 combination, 1 address
  - /wizard/a/walk/ now /wizard/a/winter/walk/

## Notes

- without dry; with wet, cold (walk, stay): 1 combination, 1 address
  - /wizard/b/walk/

## Facts cited

- other order of facts (stay): 1 combination, 1 address
  - /wizard/c/stay/

## Gates shown

- without shoes, boots (walk): 1 combination, 1 address
  - /wizard/d/walk/

## Newer facts shown

- with newer.rain (walk): 1 combination, 1 address
  - /wizard/e/walk/

## Besides

- questions: without hour; with season
- answers: with fog
- outcomes reached: without stay
- outcome hide has other steps or statements
- note wet rests on other facts
- gate shoes rests on other facts

## Published addresses that mean something else

- /wizard/sun/walk/ promised walk; its answers now lead to hide
- /wizard/rain/felt/walk/ promised walk; hide is now decided before its last answer
- /wizard/rain/stay/ promised stay; now hat is asked there
- /wizard/snow/stay/ promised stay; the answer snow is no longer offered there

## Golden decisions that no longer hold

- golden.txt, line 2, to be rewritten: rain leads to hide (and 1 more of its kind)
- golden.txt, line 3, rewritten: no result meets the line
- golden.txt: fog stands under 0 lines instead of one (and 1 more of its kind)
- golden.txt: hail stands under 2 lines instead of one

## Texts that name an affected outcome

- message one: walk, hide

## Words missing

- es: answer fog, outcome hide`,
  );
  expect(
    describeDifference(
      { before: 'then', after: 'now' },
      { ...all, answers: none },
      {
        golden: [],
        outdated: [],
        described: [],
        texts: [],
        missing: undefined,
      },
    ),
  ).not.toContain('- answers');
});
