import { describe, expect, test } from 'vitest';
import { checkTable, type ProblemKind, type Surroundings } from '../../../src/eligibility/check.ts';
import { compile } from '../../../src/eligibility/compile.ts';
import type { AskedRule, DecisionTable, GatesShown, Row, TodayRule } from '../../../src/eligibility/table.ts';
import { isQuestion } from '../../../src/eligibility/tree.ts';
import { surroundings, table } from './realTable.ts';

/** What a maintainer did to the real table or around it, and where the problem must be reported. */
type Slip = readonly [did: string, at: string, table: Partial<DecisionTable>, surroundings?: Partial<Surroundings>];

const germany = table.rows.find(({ row }) => row === 'D1');
if (germany === undefined) throw new Error('row D1 decides for Germany');

const row = (changed: Partial<Row>) => ({
  rows: table.rows.map((each) => (each === germany ? { ...each, ...changed } : each)),
});
const oneMoreRow = (more: Row) => ({ rows: [...table.rows, more] });
const rule = (question: string, changed: Partial<AskedRule>) => ({
  asked: table.asked.map((each) => (each.question === question ? { ...each, ...changed } : each)),
});
const oneMoreRule = (more: AskedRule) => ({ asked: [...table.asked, more] });
const question = (id: string, answers: readonly string[]) => ({ questions: { ...table.questions, [id]: answers } });
const gate = (id: string, facts: readonly string[]) => ({ gates: { ...table.gates, [id]: { asks: 'Ready?', facts } } });
const shown = (more: Partial<GatesShown>) => ({
  gatesShown: [...table.gatesShown, { outcomes: [], when: {}, gates: ['region'], ...more }],
});
const today = (more: Partial<TodayRule>) => ({
  today: [...table.today, { outcomes: [], when: {}, facts: ['newer.germany-closed'], ...more }],
});
const newEntry = { shown: `gatesShown ${table.gatesShown.length + 1}`, today: `today ${table.today.length + 1}` };
const tenants = table.questions['tenant'] ?? [];
const clouds = table.questions['cloud'] ?? [];
const outcomes = (...more: readonly string[]) => ({ outcomes: new Set([...surroundings.outcomes, ...more]) });
const facts = (gone: string) => ({ facts: new Set([...surroundings.facts].filter((id) => id !== gone)) });
const nobody = { outcomes: ['germany-closed'], when: { cloud: ['global'] } };
const twiceAsked = { question: 'tenant', when: { cloud: ['global'], goal: ['between-partners'] }, answers: tenants };

const slips: Readonly<Record<ProblemKind, readonly Slip[]>> = {
  gap: [
    ['deleted the row for Germany', 'germany', { rows: table.rows.filter((each) => each !== germany) }],
    [
      'offered what no row knows',
      'mars',
      { ...question('cloud', ['mars', ...clouds]), ...rule('cloud', { answers: ['mars', ...clouds] }) },
    ],
  ],
  overlap: [['copied the row for Germany', 'germany', oneMoreRow({ ...germany, row: 'D2' })]],
  'unused-row': [
    [
      'asked for a goal in Germany',
      'D2',
      oneMoreRow({ ...germany, row: 'D2', when: { cloud: ['germany'], goal: ['manage'] } }),
    ],
  ],
  'unused-answer': [['offered an answer nowhere', 'mars', question('cloud', [...clouds, 'mars'])]],
  'unused-outcome': [['described an outcome no row gives', 'nowhere', {}, outcomes('nowhere')]],
  'unused-note': [['described a note no row names', 'idle', { notes: { ...table.notes, idle: [] } }]],
  'unused-gate': [
    ['showed a gate nowhere', 'idle', gate('idle', ['license.same-region'])],
    [
      'showed a gate where nobody comes',
      'idle',
      { ...gate('idle', ['license.same-region']), ...shown({ ...nobody, gates: ['idle'] }) },
    ],
  ],
  'unused-entry': [
    ['showed gates where nobody comes', newEntry.shown, shown(nobody)],
    ['put a newer fact where nobody comes', newEntry.today, today(nobody)],
  ],
  'no-fact': [
    ['left a row without facts', 'D1', row({ facts: [] })],
    ['left a gate without facts', 'gate region', gate('region', [])],
    ['left a today entry without facts', 'today', today({ facts: [] })],
  ],
  'unknown-fact': [
    ['cited an unknown fact in a row', 'D1', row({ facts: ['de.unheard'] })],
    [
      'cited an unknown fact for a note',
      'note open-retired',
      { notes: { ...table.notes, 'open-retired': ['de.unheard'] } },
    ],
    ['cited an unknown fact for a gate', 'gate region', gate('region', ['de.unheard'])],
    ['cited an unknown fact as of today', 'today', today({ facts: ['de.unheard'] })],
    ['deleted a fact from the ledger', 'D1', {}, facts('de.migrate-first')],
  ],
  'unknown-question': [
    ['named an unknown question in a row', 'D1', row({ when: { cloud: ['germany'], colour: ['red'] } })],
    ['named an unknown question in "order"', 'colour', { order: [...table.order, 'colour'] }],
    ['asked an unknown question', 'asked: colour', oneMoreRule({ question: 'colour', when: {}, answers: ['red'] })],
    ['showed gates after an unknown question', newEntry.shown, shown({ when: { colour: ['red'] } })],
  ],
  'unknown-answer': [
    ['named an unknown answer in a row', 'D1', row({ when: { cloud: ['germany', 'mars'] } })],
    ['named the answer of another question in a row', 'D1', row({ when: { cloud: ['germany', 'manage'] } })],
    ['left a cell empty', 'D1', row({ when: { cloud: [] } })],
    ['offered an unknown answer', 'asked: cloud', rule('cloud', { answers: [...clouds, 'mars'] })],
    ['offered no answer', 'asked: cloud', rule('cloud', { answers: [] })],
    ['asked after an unknown answer', 'asked: tenant', rule('tenant', { when: { goal: ['between-planets'] } })],
    ['put a newer fact after an unknown answer', newEntry.today, today({ when: { cloud: ['global', 'mars'] } })],
  ],
  'unknown-outcome': [
    ['gave a row an unknown outcome', 'D1', row({ outcome: 'nowhere' })],
    ['showed gates with an unknown outcome', newEntry.shown, shown({ outcomes: ['germany-closed', 'nowhere'] })],
    ['put a newer fact beside an unknown outcome', newEntry.today, today({ outcomes: ['germany-closed', 'nowhere'] })],
  ],
  'unknown-note': [['named an unknown note', 'D1', row({ notes: ['unheard'] })]],
  'unknown-gate': [['showed an unknown gate', newEntry.shown, shown({ gates: ['region', 'unheard'] })]],
  duplicate: [
    ['used the answer of one question in another', 'germany', question('tenant', ['germany', ...tenants])],
    ['called an outcome like an answer', 'germany', {}, outcomes('germany')],
    ['called two rows the same', 'D1', oneMoreRow(germany)],
    ['listed an answer twice in a cell', 'D1', row({ when: { cloud: ['germany', 'germany'] } })],
    ['offered an answer twice', 'asked: tenant', rule('tenant', { answers: ['csp-tenant', ...tenants] })],
    ['named a note twice', 'D1', row({ notes: ['open-retired', 'open-retired'] })],
    ['cited a fact twice', 'D1', row({ facts: ['de.migrate-first', 'de.migrate-first'] })],
    ['asked twice at once', 'asked: tenant after global/between-partners', oneMoreRule(twiceAsked)],
  ],
  order: [
    ['left a question out of "order"', 'tenant', { order: table.order.filter((id) => id !== 'tenant') }],
    ['listed a question twice in "order"', 'tenant', { order: [...table.order, 'tenant'] }],
    ['asked depending on a later question', 'asked: goal', rule('goal', { when: { role: ['indirect-reseller'] } })],
    ['asked depending on the question itself', 'asked: tenant', rule('tenant', { when: { tenant: ['csp-tenant'] } })],
  ],
  'bad-id': [
    ['used a capital and a space in an answer', 'From Mars', question('cloud', [...clouds, 'From Mars'])],
    ['used an underscore in an outcome', 'no_where', {}, outcomes('no_where')],
    ['used a letter beyond ASCII in a question', 'größe', question('größe', [])],
    ['ended an answer with a hyphen', 'mars-', question('cloud', [...clouds, 'mars-'])],
  ],
  'not-sure-last': [
    ['offered "not sure" first', 'asked: tenant', rule('tenant', { answers: tenants.toReversed() })],
    [
      'offered "not sure" last but one',
      'asked: tenant',
      rule('tenant', { answers: [...tenants.slice(1), 'csp-tenant'] }),
    ],
  ],
};

const problemsAfter = ([, , changed, around = {}]: Slip) =>
  checkTable({ ...table, ...changed }, { ...surroundings, ...around });

describe('checking the decision table', () => {
  test('finds nothing wrong with the table the site is built from', () => {
    expect(checkTable(table, surroundings)).toEqual([]);
  });

  test.each(Object.entries(slips).flatMap(([kind, each]) => each.map((slip) => [kind, slip[0], slip] as const)))(
    'reports %s where a maintainer %s',
    (kind, _, slip) => {
      const reported = problemsAfter(slip).filter((problem) => problem.kind === kind && problem.at === slip[1]);
      expect(reported).toHaveLength(1);
      for (const { message, remedy } of reported) {
        expect(message).not.toBe('');
        expect(remedy).toMatch(/^[A-Z].+\.$/);
      }
    },
  );

  test('tells the maintainer something else to do for each kind of problem', () => {
    const remedies = new Map(
      Object.values(slips)
        .flat()
        .flatMap(problemsAfter)
        .map(({ kind, remedy }) => [kind, remedy]),
    );
    expect([...remedies.keys()].sort()).toEqual(Object.keys(slips).sort());
    expect(new Set(remedies.values()).size).toBe(remedies.size);
  });

  test('names both rows of an overlap', () => {
    const problems = checkTable({ ...table, ...oneMoreRow({ ...germany, row: 'D2' }) }, surroundings);
    expect(problems.find(({ kind }) => kind === 'overlap')?.message).toBe('rows D1, D2 match these answers');
  });
});

/** A table of one question with two answers, to call things by the worst names the check lets pass. */
const tiny = (id: string, answers: readonly [string, string]): DecisionTable => ({
  questions: { [id]: answers },
  order: [id],
  asked: [{ question: id, when: {}, answers }],
  rows: answers.map((answer, place) => ({
    row: `r${place}`,
    when: { [id]: [answer] },
    outcome: `path-${place}`,
    notes: [],
    facts: ['seed.one'],
  })),
  notes: {},
  gates: {},
  gatesShown: [],
  today: [],
});

describe('what the check notices as well', () => {
  const tinySurroundings = { outcomes: new Set(['path-0', 'path-1']), facts: new Set(['seed.one']) };

  test('an answer offered only by a rule that never applies is never used', () => {
    const dead = {
      question: 'lost',
      when: { goal: ['take-over'], served: ['served-elsewhere'] },
      answers: ['lost-patience'],
    };
    const broken = {
      ...table,
      ...oneMoreRule(dead),
      ...question('lost', [...(table.questions['lost'] ?? []), 'lost-patience']),
    };
    expect(checkTable(broken, surroundings)).not.toEqual([]);
  });

  test('an id of digits alone is moved to the front of its page by JavaScript', () => {
    const broken = tiny('q', ['office', '365']);
    const compiled = compile(broken);
    const order = isQuestion(compiled) ? Object.keys(compiled.next) : [];
    expect(checkTable(broken, tinySurroundings).length > 0 || order.join() === 'office,365').toBe(true);
  });

  test('a table without problems compiles, even if a question is called "constructor" and not asked everywhere', () => {
    const sound = tiny('q', ['a', 'b']);
    const broken: DecisionTable = {
      ...sound,
      questions: { ...sound.questions, constructor: ['x', 'y'] },
      order: ['q', 'constructor'],
      asked: [...sound.asked, { question: 'constructor', when: { q: ['a'] }, answers: ['x', 'y'] }],
    };
    if (checkTable(broken, tinySurroundings).length === 0) compile(broken);
  });

  test('a gate listed twice in one entry would show twice', () => {
    expect(checkTable({ ...table, ...shown({ gates: ['region', 'region'] }) }, surroundings)).not.toEqual([]);
  });

  test('a question called like an answer is not unique, as the remedy demands', () => {
    expect(checkTable(tiny('license', ['license', 'usage']), tinySurroundings)).not.toEqual([]);
  });

  const decided = tiny('q', ['a', 'b']);
  const withGate: DecisionTable = {
    ...decided,
    gates: { shoes: { asks: 'Shoes?', facts: ['seed.one'] } },
    gatesShown: [{ outcomes: ['path-0'], when: {}, gates: ['shoes'] }],
  };

  test.each([
    ['gap', withGate.rows.slice(1)],
    ['overlap', withGate.rows.flatMap((each) => [each, { ...each, row: `${each.row}-twin` }])],
  ] as const)('where there is a %s, what would show on its results is not called unused', (kind, rows) => {
    expect(checkTable(withGate, tinySurroundings)).toEqual([]);
    const kinds = checkTable({ ...withGate, rows }, tinySurroundings).map((problem) => problem.kind);
    expect(kinds).toContain(kind);
    expect(kinds.filter((each) => each === 'unused-entry' || each === 'unused-gate')).toEqual([]);
  });

  test('what shows on no result is unused, the entry and its gate', () => {
    const gatesShown = [{ outcomes: ['path-0'], when: { q: ['b'] }, gates: ['shoes'] }];
    expect(checkTable({ ...withGate, gatesShown }, tinySurroundings).map(({ kind, at }) => [kind, at])).toEqual([
      ['unused-entry', 'gatesShown 1'],
      ['unused-gate', 'shoes'],
    ]);
  });

  test('an entry for nothing is named with its condition', () => {
    const problems = checkTable(
      { ...withGate, today: [{ outcomes: [], when: { q: ['a'] }, facts: [] }] },
      tinySurroundings,
    );
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      ['no-fact', 'an entry for {"q":["a"]} cites no fact'],
    ]);
  });
});
