import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, parseAddress } from '../../../src/eligibility/address.ts';
import { compile, type DecisionTree } from '../../../src/eligibility/compile.ts';
import {
  fateOf,
  movedAddresses,
  promises,
  reasonsOf,
  releaseOf,
  standing,
  type Moved,
  type Published,
  type Release,
} from '../../../src/eligibility/published.ts';
import type { Decision } from '../../../src/eligibility/table.ts';
import { isQuestion, places, results } from '../../../src/eligibility/tree.ts';
import { randomTable, type RandomTable } from './randomTable.ts';

const decided = (outcome: string, ...facts: readonly string[]): Decision => ({ outcome, notes: [], facts });
const asks = (question: string, next: Readonly<Record<string, DecisionTree>>): DecisionTree => ({ question, next });
const path = (address: string) => address.split('/').filter(Boolean);

const first: Published = { revision: '00000001', date: '2024-01-01' };
const second: Published = { revision: '00000002', date: '2025-01-01' };
const third: Published = { revision: '00000003', date: '2026-01-01' };

const wait = decided('wait', 'f.wait');
const sale = decided('sale', 'f.sale');

/** At first: two clouds, one of them closed; who keeps the subscription is asked, who sold it is not. */
const old = asks('cloud', {
  global: asks('goal', {
    sell: sale,
    keep: asks('kept', { licence: decided('nothing', 'f.none'), azure: decided('nothing', 'f.none') }),
    move: asks('origin', { open: wait, spla: decided('contract', 'f.spla') }),
  }),
  germany: decided('closed', 'f.closed'),
});

/** Then: what came through Open is bought anew. */
const later = asks('cloud', {
  global: asks('goal', {
    sell: sale,
    keep: asks('kept', { licence: decided('nothing', 'f.none'), azure: decided('nothing', 'f.none') }),
    move: asks('origin', { open: decided('buy', 'f.wait', 'f.open-ended'), spla: decided('contract', 'f.spla') }),
  }),
  germany: decided('closed', 'f.closed'),
});

/** Today: selling depends on the role, keeping no longer on anything, and there is no SPLA any more. */
const today = asks('cloud', {
  global: asks('goal', {
    sell: asks('role', { direct: sale, reseller: decided('provider', 'f.provider') }),
    keep: decided('nothing', 'f.none'),
    move: asks('origin', { open: wait, ea: decided('buy', 'f.ea') }),
  }),
  germany: decided('closed', 'f.closed'),
});

/** The record after releases of these trees. */
function recorded(...trees: readonly (readonly [DecisionTree, Published])[]): readonly Release[] {
  const releases: Release[] = [];
  for (const [tree, published] of trees) releases.push(releaseOf(tree, releases, published));
  return releases;
}

const history = recorded([old, first], [later, second], [today, third]);
const moved = new Map(movedAddresses(today, history).map((entry) => [entry.address.join('/'), entry] as const));

/** What stands at a moved address. */
function movedAt(address: string): Moved {
  const entry = moved.get(address);
  if (entry === undefined) throw new Error(`${address} has not moved`);
  return entry;
}

describe('a release', () => {
  test('records the decision of every address when it is the first', () => {
    const [release] = history;
    expect(release).toEqual({
      ...first,
      results: {
        'global/sell': sale,
        'global/keep/licence': decided('nothing', 'f.none'),
        'global/keep/azure': decided('nothing', 'f.none'),
        'global/move/open': wait,
        'global/move/spla': decided('contract', 'f.spla'),
        germany: decided('closed', 'f.closed'),
      },
      gone: [],
    });
  });

  test('records afterwards what is new, what is decided otherwise, and what is no more', () => {
    const [, two, three] = history;
    expect(two).toEqual({
      ...second,
      results: { 'global/move/open': decided('buy', 'f.wait', 'f.open-ended') },
      gone: [],
    });
    expect(three).toEqual({
      ...third,
      results: {
        'global/sell/direct': sale,
        'global/sell/reseller': decided('provider', 'f.provider'),
        'global/keep': decided('nothing', 'f.none'),
        'global/move/open': wait,
        'global/move/ea': decided('buy', 'f.ea'),
      },
      gone: ['global/sell', 'global/keep/licence', 'global/keep/azure', 'global/move/spla'],
    });
  });

  test.each([
    ['its outcome', decided('open', 'f.closed')],
    ['its notes', { ...decided('closed', 'f.closed'), notes: ['ask-first'] }],
    ['its facts', decided('closed', 'f.closed', 'f.law')],
  ])('records a result again when %s changed', (_, germany) => {
    const before = recorded([asks('cloud', { germany: decided('closed', 'f.closed'), global: sale }), first]);
    const release = releaseOf(asks('cloud', { germany, global: sale }), before, second);
    expect(release).toEqual({ ...second, results: { germany }, gone: [] });
  });

  test('of what stands on record already adds nothing', () => {
    expect(releaseOf(today, history, third)).toEqual({ ...third, results: {}, gone: [] });
  });

  test('leaves the record standing as the tree it was made of', () => {
    expect(standing(history)).toEqual(new Map([...results(today)].map(({ path, node }) => [path.join('/'), node])));
  });
});

describe('a promise', () => {
  const promised = new Map(
    promises(history).map(({ path, decision, since, until }) => [
      [...path, decision.outcome].join('/'),
      [since.revision, until?.revision],
    ]),
  );

  test.each([
    ['stands while the answers lead to it', 'germany/closed', first, undefined],
    ['ends with the release that decides otherwise', 'global/move/open/buy', second, third],
    ['ends with the release in which its address is no more', 'global/move/spla/contract', first, third],
    ['begins with the release that gives it first', 'global/sell/reseller/provider', third, undefined],
    ['that is given again stands again, since it was first given', 'global/move/open/wait', first, undefined],
  ])('%s: %s', (_, address, since, until) => {
    expect(promised.get(address)).toEqual([since.revision, until?.revision]);
  });

  test('keeps the decision as last promised', () => {
    const before = asks('cloud', { germany: decided('closed', 'f.closed'), global: sale });
    const after = asks('cloud', { germany: decided('closed', 'f.law'), global: sale });
    const [germany] = promises(recorded([before, first], [after, second]));
    expect(germany).toEqual({
      path: ['germany'],
      decision: decided('closed', 'f.law'),
      since: first,
      until: undefined,
    });
  });

  test('ends with the release after which the answers lead elsewhere, though they lead there still', () => {
    const other = promises(recorded([old, first], [later, second])).find(({ decision }) => decision.outcome === 'wait');
    expect(other?.until).toEqual(second);
  });
});

describe('a promise whose answers were gone for a while', () => {
  test('ended when they went, whatever they lead to since they are back', () => {
    const without = asks('cloud', { global: sale });
    const otherwise = asks('cloud', { global: sale, germany: wait });
    const before = asks('cloud', { global: sale, germany: decided('closed', 'f.closed') });
    const all = promises(recorded([before, first], [without, second], [otherwise, third]));
    expect(all.map(({ decision, since, until }) => [decision.outcome, since, until])).toEqual([
      ['sale', first, undefined],
      ['closed', first, second],
      ['wait', third, undefined],
    ]);
  });
});

describe('the fate of published answers', () => {
  test.each([
    ['changed', 'another outcome', 'global/move/open', 'buy', 'global/move/open/wait', [], []],
    [
      'address',
      'the same outcome at a shorter address',
      'global/keep/azure',
      'nothing',
      'global/keep/nothing',
      ['azure'],
      [],
    ],
    ['answer-gone', 'an answer that is no more', 'global/move/spla', 'contract', 'global/move', ['spla'], []],
    ['answer-gone', 'a first answer that never was', 'moon/keep', 'nothing', '', ['moon'], []],
    [
      'asks-more',
      'a question added at the end',
      'global/sell',
      'sale',
      'global/sell',
      [],
      ['direct: global/sell/direct/sale', 'reseller: global/sell/reseller/provider'],
    ],
    // Which cloud it is about was not asked at first.
    [
      'asks-more',
      'a question added at the start: each of its answers keeps the others',
      'move/open',
      'wait',
      '',
      [],
      ['global: global/move/open/wait', 'germany: germany/closed'],
    ],
  ] as const)('is "%s" for %s: %s', (kind, _, answers, outcome, place, lost, ways) => {
    const fate = fateOf(today, path(answers), outcome);
    expect(fate.kind).toBe(kind);
    expect(addressOf(fate.place)).toEqual(path(place));
    expect(fate.lost).toEqual(lost);
    expect(fate.ways.map(({ answer, place: way }) => `${answer}: ${addressOf(way).join('/')}`)).toEqual(ways);
  });

  test('of anything at all is a page of the wizard', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'global', 'move', 'constructor'))),
        (any) => {
          const { place } = fateOf(today, any, any[0]);
          expect(parseAddress(today, addressOf(place))).toEqual({ kind: 'page', ...place });
        },
      ),
    );
  });
});

describe('moved addresses', () => {
  test('are the published ones that are no page of their own any more, results first', () => {
    expect([...moved.keys()]).toEqual([
      'global/sell/sale',
      'global/keep/licence/nothing',
      'global/keep/azure/nothing',
      'global/move/spla/contract',
      'global/move/open/buy',
      // A question was asked there; today it is a result, whose address goes on with its outcome.
      'global/keep',
    ]);
  });

  test('name what was promised, and nothing for the address of a question', () => {
    expect(movedAt('global/move/open/buy').promised).toMatchObject({ since: second, until: third });
    expect(movedAt('global/keep').promised).toBeUndefined();
    expect(addressOf(movedAt('global/keep').fate.place)).toEqual(['global', 'keep', 'nothing']);
  });

  test('are none while nothing moved', () => {
    expect(movedAddresses(old, recorded([old, first]))).toEqual([]);
  });

  test.each([
    // A result since it was decided otherwise, the answers to a question since the last result behind them ended
    ['global/move/open/buy', third],
    ['global/keep/licence/nothing', third],
    ['global/keep', third],
  ])('%s leads elsewhere since %j', (address, since) => {
    expect(movedAt(address).since).toEqual(since);
    // A release that changes nothing there does not change since when.
    const later = [...history, releaseOf(today, history, { revision: '00000004', date: '2027-01-01' })];
    expect(movedAddresses(today, later).find((each) => each.address.join('/') === address)?.since).toEqual(since);
  });

  test('lead elsewhere since no release where the change is not on record', () => {
    const entries = movedAddresses(today, recorded([old, first], [later, second]));
    expect(entries.find((each) => each.address.join('/') === 'global/keep')?.since).toBeUndefined();
    expect(entries.find((each) => each.address.join('/') === 'global/move/open/wait')?.since).toBeUndefined();
  });
});

describe('a question that is no page any more', () => {
  const hats = (next: Readonly<Record<string, DecisionTree>>) => asks('sky', { rain: asks('hat', next), sun: wait });
  const before = hats({ straw: decided('hide', 'f.1'), felt: decided('walk', 'f.2'), none: decided('stay', 'f.3') });
  const between = hats({ felt: decided('walk', 'f.2') });
  const after = asks('sky', { rain: decided('walk', 'f.2'), sun: wait });
  const question = (releases: readonly Release[]) =>
    movedAddresses(after, releases).find(({ promised }) => promised === undefined);

  test('is none since the last of the results behind it ended', () => {
    const released = recorded([before, first], [between, second], [after, third]);
    expect(question(released)).toMatchObject({ address: ['rain'], since: third });
  });

  test('is none since no release while one of them stands on record', () => {
    expect(question(recorded([before, first], [between, second]))).toMatchObject({
      address: ['rain'],
      since: undefined,
    });
  });

  test('is explained by the facts that decide now', () => {
    const entry = question(recorded([before, first]));
    expect(entry === undefined ? [] : reasonsOf(entry)).toEqual(['f.2']);
  });

  test('is not the first one, which every wizard has, even one that asks nothing', () => {
    expect(movedAddresses(wait, recorded([before, first])).map(({ address }) => address.join('/'))).toEqual([
      'rain/straw/hide',
      'rain/felt/walk',
      'rain/none/stay',
      'sun/wait',
      'rain',
    ]);
  });
});

describe('the facts behind a change', () => {
  test.each([
    ['are those that decide now and did not then', 'global/move/open/wait', later, ['f.open-ended']],
    ['are those that no longer decide, where none was added', 'global/move/open/buy', today, ['f.open-ended']],
    ['are none where the same facts decide', 'global/keep/azure/nothing', today, []],
    ['are none where an answer is no more', 'global/move/spla/contract', today, []],
    [
      'stand behind some ways of a new question, not behind all, and not behind the promise',
      'global/sell/sale',
      today,
      ['f.provider'],
    ],
  ] as const)('%s', (_, address, tree, facts) => {
    const entry = movedAddresses(tree, history).find((each) => each.address.join('/') === address);
    if (entry === undefined) throw new Error(`${address} has not moved`);
    expect(reasonsOf(entry)).toEqual(facts);
  });

  test('behind every way of a new question tell nothing about it', () => {
    const before = recorded([asks('cloud', { global: sale, germany: wait }), first]);
    const after = asks('cloud', {
      global: asks('role', { direct: decided('sale', 'f.both'), reseller: decided('provider', 'f.both', 'f.one') }),
      germany: wait,
    });
    expect(movedAddresses(after, before).map(reasonsOf)).toEqual([['f.one']]);
  });
});

/** Every address of a tree, as it was when it was released. */
const addresses = (tree: DecisionTree) => [...places(tree)].map((place) => addressOf(place).join('/'));

describe('however tables change', () => {
  const tables = fc.array(randomTable, { minLength: 2, maxLength: 4 });

  /** The wizards of tables, one after the other, and the record of their releases. A wizard always asks something. */
  function released(drawn: readonly RandomTable[]) {
    const trees = drawn.map(({ table }) => compile(table)).filter((tree) => isQuestion(tree));
    const dated = (index: number): Published => ({ revision: String(index).padStart(8, '0'), date: '2026-01-01' });
    const releases = recorded(...trees.map((tree, index) => [tree, dated(index)] as const));
    return { trees, releases, last: trees.at(-1) ?? today };
  }

  test('every address ever released is a page of the last wizard or explained as moved, once and never both', () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const { trees, releases, last } = released(drawn);
        const explained = movedAddresses(last, releases).map(({ address }) => address.join('/'));
        const pages = new Set(addresses(last));
        expect([...new Set(trees.flatMap(addresses))].filter((address) => !pages.has(address)).toSorted()).toEqual(
          explained.toSorted(),
        );
      }),
    );
  });

  test('every moved address leads to pages that exist, a result or the question that is open, and has its reasons', () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const { releases, last } = released(drawn);
        for (const entry of movedAddresses(last, releases)) {
          const { place, ways, kind, lost } = entry.fate;
          const led = [place, ...ways.map((way) => way.place)];
          expect(led.map((each) => parseAddress(last, addressOf(each)))).toEqual(
            led.map(({ path, node }) => ({ kind: 'page', path, node })),
          );
          expect(isQuestion(place.node)).toBe(kind === 'answer-gone' || kind === 'asks-more');
          expect(ways.map(({ answer }) => answer)).toEqual(
            kind === 'asks-more' && isQuestion(place.node) ? Object.keys(place.node.next) : [],
          );
          if (kind === 'answer-gone') expect(lost).not.toEqual([]);
          if (entry.promised !== undefined) expect(entry.promised.until).toBeDefined();
          expect(Array.isArray(reasonsOf(entry))).toBe(true);
        }
      }),
    );
  });

  test('the record of all releases says what the last wizard decides', () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const { releases, last, trees } = released(drawn);
        if (trees.length === 0) return;
        const decidedNow = new Map([...results(last)].map(({ path, node }) => [path.join('/'), node] as const));
        expect(standing(releases)).toEqual(decidedNow);
        const open = promises(releases).filter(({ until }) => until === undefined);
        expect(new Map(open.map(({ path, decision }) => [path.join('/'), decision]))).toEqual(decidedNow);
      }),
    );
  });
});
