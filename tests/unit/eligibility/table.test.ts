import { describe, expect, test } from 'vitest';
import {
  combinations,
  gatesOf,
  holds,
  isNotSure,
  offered,
  outcomesBeside,
  todayOf,
  type DecisionTable,
} from '../../../src/eligibility/table.ts';

const row = (when: DecisionTable['rows'][number]['when'], outcome: string) => ({
  row: outcome,
  when,
  outcome,
  notes: [],
  facts: [],
});

/** Whoever buys by use is asked which offer; by licence nothing more is asked. */
const table: DecisionTable = {
  questions: { service: ['license', 'usage', 'service-unknown'], offer: ['legacy', 'plan'] },
  order: ['service', 'offer'],
  asked: [
    { question: 'service', when: {}, answers: ['license', 'usage'] },
    { question: 'offer', when: { service: ['usage'] }, answers: ['legacy', 'plan'] },
  ],
  rows: [
    row({ service: ['license'] }, 'wait'),
    row({ service: ['usage'], offer: ['legacy'] }, 'switch'),
    row({ service: ['usage'], offer: ['plan'] }, 'transfer'),
  ],
  notes: {},
  gates: {},
  gatesShown: [
    { outcomes: ['switch'], when: {}, gates: ['one', 'two'] },
    { outcomes: [], when: { service: ['usage'] }, gates: ['two', 'three'] },
  ],
  today: [
    { outcomes: [], when: { offer: ['plan'] }, facts: ['newer'] },
    { outcomes: ['wait'], when: {}, facts: ['older'] },
  ],
};

describe('a condition', () => {
  test.each([
    [{}, {}, true],
    [{ service: ['usage'] }, { service: 'usage' }, true],
    [{ service: ['usage'] }, { service: 'license' }, false],
    [{ service: ['usage'] }, {}, false],
    [{ service: ['usage'], offer: ['plan'] }, { service: 'usage' }, false],
    [{ service: ['license', 'usage'], offer: ['plan'] }, { service: 'usage', offer: 'plan' }, true],
  ])('%j with the answers %j holds: %s', (when, answers, expected) => {
    expect(holds(when, answers)).toBe(expected);
  });
});

describe('the table', () => {
  test('asks a question only where a rule asks it', () => {
    expect(offered(table, 'offer', { service: 'usage' })).toEqual(['legacy', 'plan']);
    expect(offered(table, 'offer', { service: 'license' })).toBeUndefined();
    expect(offered(table, 'nothing', {})).toBeUndefined();
  });

  test('has every combination of the answers it offers, in the order of its questions', () => {
    expect([...combinations(table)]).toEqual([
      { service: 'license' },
      { service: 'usage', offer: 'legacy' },
      { service: 'usage', offer: 'plan' },
    ]);
  });

  test.each([
    ['service-unknown', true],
    ['unknown', false],
    ['-unknown-service', false],
    ['license', false],
  ])('%s is "not sure": %s', (answer, expected) => {
    expect(isNotSure(answer)).toBe(expected);
  });

  test('shows each gate once, those of an entry without outcomes on all', () => {
    expect(gatesOf(table, 'switch', { service: 'usage', offer: 'legacy' })).toEqual(['one', 'two', 'three']);
    expect(gatesOf(table, 'transfer', { service: 'usage', offer: 'plan' })).toEqual(['two', 'three']);
    expect(gatesOf(table, 'wait', { service: 'license' })).toEqual([]);
  });

  test('puts newer facts beside the results that its entries name', () => {
    expect(todayOf(table, 'transfer', { service: 'usage', offer: 'plan' })).toEqual(['newer']);
    expect(todayOf(table, 'wait', { service: 'license' })).toEqual(['older']);
    expect(todayOf(table, 'switch', { service: 'usage', offer: 'legacy' })).toEqual([]);
  });

  test.each([
    ['the outcomes named', { outcomes: ['wait', 'switch'], when: {} }, ['wait', 'switch']],
    ['all outcomes', { outcomes: [], when: {} }, ['wait', 'switch', 'transfer']],
    ['those of rows that name the answer', { outcomes: [], when: { offer: ['plan'] } }, ['transfer']],
    [
      'those of rows that meet all of it',
      { outcomes: [], when: { service: ['usage'], offer: ['legacy'] } },
      ['switch'],
    ],
    [
      'those of rows with one of the answers',
      { outcomes: [], when: { service: ['usage', 'x'] } },
      ['switch', 'transfer'],
    ],
  ])('an entry stands beside %s', (_, entry, expected) => {
    expect(outcomesBeside(table, { ...entry, facts: [] })).toEqual(expected);
  });
});
