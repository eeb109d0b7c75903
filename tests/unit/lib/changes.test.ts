import { describe, expect, test } from 'vitest';
import { locales } from '../../../src/config/locales.ts';
import { changeOf, changesInTime } from '../../../src/lib/changes.ts';
import type { Fact, NewerFact } from '../../../src/lib/content/schemas.ts';
import { site } from '../../../src/lib/site.ts';

const fact = (id: string): Fact => ({
  id,
  layer: 'newer',
  topic: 'Newer',
  sentence: 'It is.',
  clouds: 'global',
  cloudIds: ['global'],
  statedIn: 'N1',
  disagreement: null,
  newer: null,
});

type Dates = Pick<NewerFact, 'since' | 'until' | 'changed' | 'documented'>;

/** The changes among facts that stand in the ledger in this order; `null` stands for a documented fact. */
const ordered = (ledger: Readonly<Record<string, Dates | null>>, described = Object.keys(ledger)) => {
  const newer = described.flatMap((id): readonly (readonly [string, NewerFact])[] => {
    const dates = ledger[id];
    return dates == null ? [] : [[id, { fact: id, certainty: 'copy', sources: ['N1'], ...dates }]];
  });
  return changesInTime({
    facts: new Map(Object.keys(ledger).map((id) => [id, fact(id)])),
    newer: new Map(newer),
  });
};

describe('changes in order of time', () => {
  test('begin with the newest', () => {
    const { dated } = ordered({
      spring: { since: '2021-05-13' },
      latest: { since: '2026-08' },
      year: { since: '2024' },
      winter: { documented: '2023-12-29' },
    });
    expect(dated).toEqual(['latest', 'year', 'winter', 'spring']);
  });

  test('put a month or year where it begins', () => {
    const { dated } = ordered({
      year: { since: '2024' },
      second: { since: '2024-01-02' },
      before: { since: '2023-12-31' },
      month: { since: '2024-02' },
    });
    expect(dated).toEqual(['month', 'second', 'year', 'before']);
  });

  test('put a span by its beginning, and a fact by when it began or was changed rather than when it was written', () => {
    const { dated } = ordered({
      changed: { changed: '2024-06', documented: '2020-02' },
      span: { since: '2023-09', until: '2023-11' },
      inside: { since: '2023-10-09' },
      rule: { since: '2022-01-01', documented: '2025-04' },
    });
    expect(dated).toEqual(['changed', 'inside', 'span', 'rule']);
  });

  test('of one day stand in the order of the ledger, whatever the order they are described in', () => {
    const ledger = { first: { since: '2023-05-01' }, second: { documented: '2023-05' }, third: { since: '2023-05' } };
    expect(ordered(ledger).dated).toEqual(['first', 'second', 'third']);
    expect(ordered(ledger, ['third', 'first', 'second']).dated).toEqual(['first', 'second', 'third']);
  });

  test('without a date stand apart, in the order of the ledger', () => {
    const { dated, undated } = ordered({ b: {}, a: { since: '2024' }, c: {}, documented: null, d: {} });
    expect([dated, undated]).toEqual([['a'], ['b', 'c', 'd']]);
  });

  test('are none where nothing is newer', () => {
    expect(ordered({ one: null })).toEqual({ dated: [], undated: [] });
  });
});

describe('the changes of the site', () => {
  test('are the 28 newer facts, 13 of them dated', () => {
    const { dated, undated } = changesInTime(site());
    expect(dated).toEqual([
      'newer.ea-billing-ownership', // changed in August 2026
      'newer.extended-service-term', // 4 May 2026
      'newer.previous-partner-keeps-rbac', // 29 December 2025
      'newer.ea-narrowing', // January 2025
      'newer.license-transfer-between-partners', // 2024
      'newer.dap-not-with-relationship', // autumn 2023
      'newer.gdap-replaces-dap', // May 2023
      'newer.azure-leaving-csp', // 29 March 2023
      'newer.azure-legacy-only', // 25 October 2022
      'newer.open-license-retired', // 1 January 2022
      'newer.germany-closed', // 29 October 2021
      'newer.advisor-legacy', // 13 May 2021
      '21v.mccl-is-not-21v', // May 2021
    ]);
    expect(undated).toHaveLength(15);
    expect(new Set([...dated, ...undated]).size).toBe(28);
  });

  test('name the documented facts they concern, as the ledger refers to them', () => {
    const concerns = (id: string) => changeOf(site(), 'en', id).concerns;
    expect(concerns('newer.multi-partner-two-steps')).toEqual([
      'multi-partner.needs-delegated-privileges',
      'relationship.adds-privileges-only',
    ]);
    expect(concerns('newer.gdap-no-ea')).toEqual(['license.multi-channel-needs-permission']);
    expect(concerns('newer.nce-seven-day-cancel').toSorted()).toEqual([
      'license.manual-move-expire-or-cancel',
      'license.wait-term-end-or-cancel-first',
    ]);
    expect(concerns('newer.gov-customer-starts')).toEqual([]);
  });

  test('do not name another change among the documented facts, even where the ledger refers to it', () => {
    const other = { ...fact('newer.other'), newer: 'See also `newer.gdap-no-ea`.' };
    const facts = new Map([...site().facts, ['newer.other', other]]);
    expect(changeOf({ ...site(), facts }, 'en', 'newer.gdap-no-ea').concerns).toEqual([
      'license.multi-channel-needs-permission',
    ]);
  });

  test('name the outcomes beside which they are shown', () => {
    const outcomes = (id: string) => changeOf(site(), 'en', id).outcomes;
    expect(outcomes('newer.azure-legacy-only')).toEqual(['azure-switch']);
    expect(outcomes('newer.germany-closed')).toEqual(['germany-closed']);
    expect(outcomes('newer.license-transfer-between-partners').toSorted()).toEqual([
      'azure-plan-transfer',
      'direct-to-indirect',
      'license-wait-or-cancel',
      'rebuy-through-provider',
    ]);
  });

  test('say where each was read, and of what kind each page is', () => {
    expect(changeOf(site(), 'ru', 'newer.license-transfer-between-partners').read.slice(0, 2)).toEqual([
      { kind: 'copy', where: 'video2.skills-academy.com/en-us/partner-center/customers/transfer-subscriptions' },
      { kind: 'microsoft', where: 'learn.microsoft.com/partner-center/customers/transfer-subscriptions' },
    ]);
    // An edition of an article is Microsoft's own.
    expect(changeOf(site(), 'ru', 'newer.advisor-legacy').read).toEqual([
      { kind: 'microsoft', where: 'partner-center/advisors-no-csp.md, 2021-05-13' },
    ]);
    for (const id of site().newer.keys()) expect([id, changeOf(site(), 'en', id).read]).not.toEqual([id, []]);
  });

  test.each(locales)('are told in %s in the sentence of their home, which is named', (locale) => {
    for (const id of site().newer.keys()) {
      const { home, text } = changeOf(site(), locale, id);
      expect([id, home, text]).toEqual([id, site().homes.get(id)?.article, site().homes.get(id)?.text[locale]]);
      expect(text.length).toBeGreaterThan(40);
    }
    expect(changeOf(site(), locale, 'newer.gdap-lifetime').home).toBe('revoke-reinstate-csp');
  });

  test.each(['multi-partner.purpose', 'newer.rumour'])('do not hold %s, which is not newer', (id) => {
    expect(() => changeOf(site(), 'en', id)).toThrow(RangeError);
  });

  test('do not hold a newer fact without a home', () => {
    expect(() => changeOf({ ...site(), homes: new Map() }, 'en', 'newer.gdap-lifetime')).toThrow(RangeError);
  });
});
