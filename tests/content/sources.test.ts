import { describe, expect, test } from 'vitest';
import { locales } from '../../src/config/locales.ts';
import { loadContent } from '../../src/lib/content/load.ts';
import type { Certainty, NewerFact } from '../../src/lib/content/schemas.ts';

const { facts, newer, newerSources, editions, disagreements, wording, articles } = loadContent();

const newerIds = [...facts.values()].filter(({ layer }) => layer === 'newer').map(({ id }) => id);

/** Everything the ledger says about a fact. */
const ledger = (id: string): string => {
  const fact = facts.get(id);
  return [fact?.sentence, fact?.statedIn, fact?.disagreement].join(' ');
};

/** Since when a newer fact holds, when it was changed or of when its material is, and the words of the ledger that say so. */
const dates: readonly (readonly [
  id: string,
  date: Pick<NewerFact, 'since' | 'until' | 'changed' | 'documented'>,
  ledger: readonly string[],
])[] = [
  ['newer.germany-closed', { since: '2021-10-29' }, ['was closed on 29 October 2021']],
  ['newer.open-license-retired', { since: '2022-01-01' }, ['since 1 January 2022']],
  ['newer.gdap-replaces-dap', { since: '2023-05' }, ['from May 2023 on']],
  ['newer.dap-not-with-relationship', { since: '2023-09', until: '2023-11' }, ['25 Sep 2023', '1 Nov 2023']],
  ['newer.license-transfer-between-partners', { since: '2024' }, ['introduced in 2024']],
  ['newer.ea-narrowing', { since: '2025-01' }, ['From January 2025']],
  ['newer.extended-service-term', { since: '2026-05-04' }, ['Since 4 May 2026']],
  ['newer.ea-billing-ownership', { changed: '2026-08' }, ['Eligibility was widened in August 2026']],
  ['21v.mccl-is-not-21v', { documented: '2021-05' }, ['announcements/2021-may']],
  ['newer.advisor-legacy', { documented: '2021-05-13' }, ['AV21 (2021-05-13)']],
  ['newer.azure-legacy-only', { documented: '2022-10-25' }, ['2022-10-25']],
  ['newer.azure-leaving-csp', { documented: '2023-03-29' }, ['2023-03-29']],
  ['newer.previous-partner-keeps-rbac', { documented: '2025-12-29' }, ['2025-12-29']],
];

/** Newer facts that were not read on a page of Microsoft's, but on a copy of one. */
const readOnCopies = [
  'newer.multi-partner-two-steps',
  'newer.gdap-not-us-gov',
  'newer.multi-channel-rewritten',
  'newer.channel-transfer-ea',
  'newer.syndication-unknown',
  'newer.extended-service-term',
];

/** Newer facts that only partners, distributors or the press tell. */
const toldByPartners = [
  'newer.dap-not-with-relationship',
  'newer.transfer-keeps-term',
  'newer.ea-narrowing',
  'newer.gov-customer-starts',
];

describe('what is known about the newer facts', () => {
  test('covers all 28 of them, each once, and nothing else', () => {
    expect(newerIds).toHaveLength(28);
    expect([...newer.keys()].toSorted()).toEqual(newerIds.toSorted());
    expect([...newer].every(([id, { fact }]) => id === fact)).toBe(true);
  });

  test.each(dates)('dates %s as the ledger does, %o', (id, date, words) => {
    const { since, until, changed, documented } = newer.get(id) ?? {};
    const none = { since: undefined, until: undefined, changed: undefined, documented: undefined };
    expect({ since, until, changed, documented }).toEqual({ ...none, ...date });
    for (const each of words) expect(ledger(id)).toContain(each);
  });

  test('gives no date where the ledger gives none', () => {
    const undated = [...newer.values()].filter(
      ({ since, until, changed, documented }) => (since ?? until ?? changed ?? documented) === undefined,
    );
    const given = new Set(dates.map(([id]) => id));
    expect(undated.map(({ fact }) => fact).toSorted()).toEqual(newerIds.filter((id) => !given.has(id)).toSorted());
  });

  test.each(newerIds)('says how sure %s is', (id) => {
    const expected: Certainty = readOnCopies.includes(id)
      ? 'copy'
      : toldByPartners.includes(id)
        ? 'partner'
        : 'microsoft';
    expect(newer.get(id)?.certainty).toBe(expected);
  });

  test.each(newerIds)('calls %s no surer than the best of its sources', (id) => {
    const kinds = newer.get(id)?.sources.flatMap((code): readonly Certainty[] => {
      expect([code, code in newerSources || editions.has(code)]).toEqual([code, true]);
      return editions.has(code) ? ['microsoft'] : (newerSources[code]?.map(({ kind }) => kind) ?? []);
    });
    expect(kinds).toContain(newer.get(id)?.certainty);
  });

  test.each(newerIds)('names of %s the sources that the ledger names by code', (id) => {
    const codes = /(?<![\w-])N\d+b?(?![\w])/g;
    const named = [...new Set(facts.get(id)?.statedIn.match(codes))];
    const family = (code: string) => code.replace(/-.*/, '');
    expect(newer.get(id)?.sources.map(family)).toEqual(expect.arrayContaining(named));
  });

  test.each(newerIds)('leads from %s to a page of Microsoft’s, by its address behind the language', (id) => {
    const { current } = newer.get(id) ?? {};
    if (current !== undefined) expect(current).toMatch(/^(partner-center|azure)\/[a-z0-9/-]*[a-z0-9]$/);
    else expect(['21v.mccl-is-not-21v', 'newer.germany-closed', ...programmesThatEnd]).toContain(id);
  });

  test('uses every source listed but two', () => {
    const cited = [...newer.values()].flatMap(({ sources }) => sources);
    const unused = Object.keys(newerSources).filter((code) => !cited.includes(code));
    // These say where 21Vianet’s articles were first published and who sells Azure in China: documented facts speak of them.
    expect(unused).toEqual(['N17', 'N18']);
  });

  test.each(locales)('stands in %s under Today, in the article that is its home', (locale) => {
    const stated = [...articles[locale].values()].flatMap((article) => article.facts);
    for (const id of newerIds)
      expect([id, stated.filter((fact) => fact.id === id).map(({ section }) => section)]).toEqual([id, ['today']]);
  });
});

/** Programmes that are closed or narrowed have no current page of their own. */
const programmesThatEnd = ['newer.open-license-retired', 'newer.advisor-legacy', 'newer.ea-narrowing'];

/** The register of disagreements of the ledger, in its order. */
const register: readonly (readonly [id: string, topic: string, fact: string])[] = [
  ['us-gov-request', 'US Gov: can a relationship be requested at all?', 'gov.request-feature-unavailable'],
  ['germany', 'Germany', 'newer.germany-closed'],
  ['multi-channel-purpose', 'Multi-channel purpose', 'multi-channel.purpose'],
  ['wait-or-cancel', 'Scope of "wait or cancel"', 'license.wait-term-end-or-cancel-first'],
  ['syndication', '"… or not a Syndication Partner"', 'multi-channel.applies-third-party'],
  ['what-is-cancelled', 'What is cancelled in usage-based multi-channel', 'usage.cancel-old-services'],
  ['licences-to-another-partner', 'Licence-based to another CSP partner', 'license.cannot-switch-csp-partner'],
  ['who-invites', 'Who may create the invitation', '21v.reseller-cannot-create-invitation'],
  ['one-admin-partner', 'One admin partner per service', 'multi-channel.one-admin-partner'],
  ['geography', 'Geography', 'azure-switch.same-country'],
  ['azure-plan', 'Azure plan', 'azure-switch.not-azure-plan'],
  ['resale-ban', 'Resale ban', 'program.resale-scope-csp-tenant'],
  ['partner-of-record', 'Request makes you partner of record?', 'multi-partner.keeps-partner-of-record'],
  ['support-without-privileges', 'Support tickets without privileges', 'admin.support-after-removal'],
  ['privileges-after-removal', 'Privileges after removing a relationship', 'removal.effects'],
  ['reconciliation-id', 'ID in the reconciliation file after an Azure switch', 'azure-switch.two-ids'],
  ['machine-labelled-human', 'Machine text labelled human', 'clouds.21v-scope'],
  ['untranslated-sentence', 'The sentence left in English', 'license.wait-term-end-or-cancel-first'],
];

describe('the register of disagreements', () => {
  test('has 18 items, in the order of the ledger', () => {
    expect(disagreements.map(({ id }) => id)).toEqual(register.map(([id]) => id));
    expect(disagreements).toHaveLength(18);
  });

  test.each(register)('rests in %s (%s) on %s', (id, _, fact) => {
    expect(disagreements.find((each) => each.id === id)?.facts).toContain(fact);
  });

  test('rests on known facts, each named once an item', () => {
    for (const { id, facts: ids } of disagreements) {
      expect([id, ids.filter((fact) => !facts.has(fact))]).toEqual([id, []]);
      expect([id, new Set(ids).size]).toEqual([id, ids.length]);
    }
  });

  test.each(locales)('says in %s what each side says, and what to rely on', (locale) => {
    const words = wording[locale].disagreements;
    for (const { id } of disagreements) {
      const { readings = [], advice = '' } = words[id] ?? {};
      // The last one has a single side: a sentence that stood untranslated for a week.
      expect([id, readings.length >= (id === 'untranslated-sentence' ? 1 : 2)]).toEqual([id, true]);
      expect([id, new Set(readings).size]).toEqual([id, readings.length]);
      expect([id, advice]).not.toEqual([id, '']);
    }
    expect(new Set(Object.values(words).map(({ title }) => title)).size).toBe(18);
  });
});

describe('the editions', () => {
  test('hold the five the project started from', () => {
    const started = [...editions.values()].filter(({ startedFrom }) => startedFrom === true);
    expect(started.map(({ code, date, languages }) => [code, date, languages.join()]).toSorted()).toEqual([
      ['S000', '2019-03-05', 'es'],
      ['S001', '2019-03-05', 'es'],
      ['S002', '2017-06-09', 'ru'],
      ['S003', '2017-06-09', 'pt-BR'],
      ['S004', '2017-06-09', 'es'],
    ]);
  });

  test('say of those five whether people or a machine translated them', () => {
    const translation = (code: string) => editions.get(code)?.translation;
    expect(['S000', 'S001', 'S002', 'S003', 'S004'].map(translation)).toEqual([
      'machine',
      'machine',
      'human',
      'human',
      'human',
    ]);
  });

  test('do not call a translation human after March 2019, when that label can no longer be trusted', () => {
    const late = [...editions.values()].filter(({ date, translation }) => date > '2019-03' && translation === 'human');
    expect(late.map(({ code }) => code)).toEqual([]);
  });
});
