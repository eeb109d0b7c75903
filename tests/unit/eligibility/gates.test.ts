import { describe, expect, test } from 'vitest';
import { gatesOf } from '../../../src/eligibility/table.ts';
import { table } from './realTable.ts';

describe('the gates of a result', () => {
  // Read off gatesShown of the shared decision table.
  test.each([
    [
      'an Azure switch asks for the country and the current partner',
      'azure-switch',
      { cloud: 'global', goal: 'take-over', origin: 'from-csp-partner', service: 'usage', offer: 'azure-0145p' },
      ['relationship', 'country', 'customer-admin', 'contract', 'restricted', 'current-partner', 'receives-0145p'],
    ],
    [
      'a transfer under an Azure plan asks for the plan and the thirty days, not for the ticket partner',
      'azure-plan-transfer',
      { cloud: 'global', goal: 'take-over', origin: 'from-csp-partner', service: 'usage', offer: 'azure-plan' },
      [
        'relationship',
        'region',
        'customer-admin',
        'agreement',
        'plan-bought',
        'partner-agreement',
        'plan-partner',
        'azure-owner',
      ],
    ],
    [
      'ending a relationship asks whether anything is active',
      'end-relationship',
      { cloud: 'global', goal: 'leave-customer' },
      ['nothing-active'],
    ],
  ])('%s', (_, outcome, answers, expected) => {
    expect(gatesOf(table, outcome, answers)).toEqual(expected);
  });

  test('are each shown once, though several entries of the table name them', () => {
    const twice = {
      ...table,
      gatesShown: [
        { outcomes: ['x'], when: {}, gates: ['region', 'country'] },
        { outcomes: [], when: { cloud: ['global'] }, gates: ['country', 'contract'] },
      ],
    };
    expect(gatesOf(twice, 'x', { cloud: 'global' })).toEqual(['region', 'country', 'contract']);
    expect(gatesOf(twice, 'x', { cloud: 'us-gov' })).toEqual(['region', 'country']);
    expect(gatesOf(twice, 'y', { cloud: 'us-gov' })).toEqual([]);
  });
});
