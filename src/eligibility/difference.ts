import { parseAddress } from './address.ts';
import { resume } from './change.ts';
import { compile, type DecisionTree } from './compile.ts';
import { shownResults, type ShownResult } from './shown.ts';
import { combinations, type Answers, type DecisionTable } from './table.ts';
import { isQuestion } from './tree.ts';

/** A decision table together with what it decides and shows for every combination of answers. */
export interface Decided {
  readonly table: DecisionTable;
  readonly tree: DecisionTree;
  readonly cases: readonly { readonly answers: Answers; readonly result: ShownResult }[];
}

/**
 * Decides every combination of a table.
 * @throws {UndecidedCase} for the first combination that no row, or more than one, decides
 */
export function decided(table: DecisionTable): Decided {
  const tree = compile(table);
  const byPath = new Map(shownResults(table, tree).map((result) => [result.path, result]));
  const cases = [...combinations(table)].flatMap((answers) => {
    const result = byPath.get(resume({ path: [], node: tree }, Object.values(answers)).path.join('/'));
    return result === undefined ? [] : [{ answers, result }];
  });
  return { table, tree, cases };
}

/** The address of a result under `/wizard/` in both tables; nothing where a table does not have the combination. */
export interface Example {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Combinations with which the same happens. */
export interface Group {
  readonly combinations: number;
  /** how many different addresses, or pairs of one before and one after, they stand at */
  readonly addresses: number;
  /** the first of these */
  readonly examples: readonly Example[];
}

/** Combinations that lead to another outcome. */
export interface Move extends Group {
  readonly from: string;
  readonly to: string;
}

/** What can differ at a result that keeps its outcome. */
export const ASPECTS = ['questions', 'notes', 'facts', 'gates', 'today'] as const;

/** Combinations that keep their outcome, but not what is asked before it, or what stands on its page. */
export interface Shift extends Group {
  readonly aspect: (typeof ASPECTS)[number];
  readonly outcomes: readonly string[];
  /** what only one side has; where both lists are empty, the order differs */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Combinations that only one side has, by the first answer that the other side does not know there. Their addresses and
 * outcomes are those that the other side does not have: where the wizard does not show the question, they share a page.
 */
export interface OneSided extends Group {
  readonly side: 'new' | 'gone';
  readonly question: string;
  readonly answer: string;
  /** whether the other side has the answer at all, and only does not offer it there */
  readonly offeredElsewhere: boolean;
  readonly outcomes: readonly string[];
}

/** Ids that only one side has. */
export interface Ids {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** How two decision tables differ for those who answer their questions. */
export interface Difference {
  /** how many combinations each side has */
  readonly before: number;
  readonly after: number;
  /**
   * pairs of a combination before and one after that give no question two answers. Both sides of a pair are equal where
   * the questions are; one meets several where a question is asked on one side alone.
   */
  readonly pairs: number;
  /** pairs with the same outcome, questions, notes, facts, gates and newer facts */
  readonly alike: number;
  readonly moves: readonly Move[];
  readonly shifts: readonly Shift[];
  readonly oneSided: readonly OneSided[];
  readonly questions: Ids;
  readonly answers: Ids;
  /** outcomes that some combination leads to */
  readonly outcomes: Ids;
  /** notes and gates that rest on other facts */
  readonly resting: readonly string[];
}

const EXAMPLES = 5;

const address = ({ path, outcome }: ShownResult): string => (path === '' ? outcome : `${path}/${outcome}`);

const same = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);

const only = (before: Iterable<string>, after: Iterable<string>): Ids => {
  const [old, now] = [new Set(before), new Set(after)];
  return { added: [...now.difference(old)], removed: [...old.difference(now)] };
};

const compatible = (a: Answers, b: Answers): boolean =>
  Object.entries(a).every(([question, answer]) => (b[question] ?? answer) === answer);

const inOrder = ({ order }: DecisionTable, answers: Answers): readonly (readonly [string, string])[] =>
  order.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : [[question, answer] as const];
  });

/** Gathers what belongs together, with its examples. */
function gather<Item, Grouped extends Group>(
  items: readonly Item[],
  key: (item: Item) => unknown,
  example: (item: Item) => Example | undefined,
  make: (items: readonly [Item, ...Item[]], group: Group) => Grouped,
): readonly Grouped[] {
  return [...Map.groupBy(items, (item) => JSON.stringify(key(item))).values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const examples = new Map(
        [first, ...others].flatMap((item) => {
          const each = example(item);
          return each === undefined ? [] : [[JSON.stringify(each), each] as const];
        }),
      );
      return make([first, ...others], {
        combinations: others.length + 1,
        addresses: examples.size,
        examples: [...examples.values()].slice(0, EXAMPLES),
      });
    })
    .sort((a, b) => b.combinations - a.combinations);
}

/** The combinations of one side that the other does not have, by what the other does not know. */
function oneSided(side: OneSided['side'], here: Decided, lonely: Decided['cases'], other: Decided) {
  const known = (path: readonly (readonly [string, string])[]) =>
    other.cases.some(({ answers }) => compatible(Object.fromEntries(path), answers));
  const unknown = lonely.map(({ answers, result }) => {
    const path = inOrder(here.table, answers);
    const [question, answer] = path.find((_, index) => !known(path.slice(0, index + 1))) ?? ['', ''];
    return { question, answer, result };
  });
  const elsewhere = new Set(other.cases.map(({ result }) => address(result)));
  return gather(
    unknown,
    ({ question, answer }) => [question, answer],
    ({ result }) => {
      const own = address(result);
      if (elsewhere.has(own)) return undefined;
      return side === 'gone' ? { before: own, after: undefined } : { before: undefined, after: own };
    },
    (items, group): OneSided => ({
      ...group,
      side,
      question: items[0].question,
      answer: items[0].answer,
      offeredElsewhere: other.table.questions[items[0].question]?.includes(items[0].answer) === true,
      outcomes: [...new Set(items.flatMap(({ result }) => (elsewhere.has(address(result)) ? [] : [result.outcome])))],
    }),
  );
}

/** The notes and gates of both sides whose facts are others. */
const restingOnOthers = (before: DecisionTable, after: DecisionTable): readonly string[] => [
  ...Object.entries(before.notes)
    .filter(([id, facts]) => !same(facts, after.notes[id] ?? facts))
    .map(([id]) => `note ${id}`),
  ...Object.entries(before.gates)
    .filter(([id, { facts }]) => !same(facts, after.gates[id]?.facts ?? facts))
    .map(([id]) => `gate ${id}`),
];

/**
 * How two tables differ: which combinations of answers lead to another outcome, keep it with other questions, notes,
 * facts, gates or newer facts, or exist on one side alone. The largest groups come first.
 */
export function difference(before: Decided, after: Decided): Difference {
  // A combination that both sides have agrees with no other, so only the rest is compared with everything.
  const key = ({ answers }: Decided['cases'][number]) => JSON.stringify(Object.entries(answers).sort());
  const known = new Map(after.cases.map((each) => [key(each), each]));
  const pairs = before.cases.flatMap((old) => {
    const equal = known.get(key(old));
    const partners =
      equal === undefined ? after.cases.filter(({ answers }) => compatible(old.answers, answers)) : [equal];
    return partners.map((now) => ({ old, now }));
  });
  const [paired, met] = [new Set(pairs.map(({ old }) => old)), new Set(pairs.map(({ now }) => now))];
  const example = ({ old, now }: (typeof pairs)[number]): Example => ({
    before: address(old.result),
    after: address(now.result),
  });

  const moved = pairs.filter(({ old, now }) => old.result.outcome !== now.result.outcome);
  const stayed = pairs.filter(({ old, now }) => old.result.outcome === now.result.outcome);
  const shifted = ASPECTS.flatMap((aspect) =>
    stayed
      .filter(({ old, now }) => !same(old.result[aspect], now.result[aspect]))
      .map((pair) => ({ pair, aspect, ...only(pair.old.result[aspect], pair.now.result[aspect]) })),
  );
  const answersOf = ({ questions }: DecisionTable) => Object.values(questions).flat();
  const outcomesOf = ({ cases }: Decided) => cases.map(({ result }) => result.outcome);
  return {
    before: before.cases.length,
    after: after.cases.length,
    pairs: pairs.length,
    alike: stayed.length - new Set(shifted.map(({ pair }) => pair)).size,
    moves: gather(
      moved,
      ({ old, now }) => [old.result.outcome, now.result.outcome],
      example,
      ([{ old, now }], group): Move => ({ ...group, from: old.result.outcome, to: now.result.outcome }),
    ),
    shifts: gather(
      shifted,
      ({ aspect, added, removed }) => [aspect, added, removed],
      ({ pair }) => example(pair),
      (items, group): Shift => ({
        ...group,
        aspect: items[0].aspect,
        outcomes: [...new Set(items.map(({ pair }) => pair.now.result.outcome))],
        removed: items[0].removed,
        added: items[0].added,
      }),
    ),
    oneSided: [
      ...oneSided(
        'new',
        after,
        after.cases.filter((each) => !met.has(each)),
        before,
      ),
      ...oneSided(
        'gone',
        before,
        before.cases.filter((each) => !paired.has(each)),
        after,
      ),
    ],
    questions: only(before.table.order, after.table.order),
    answers: only(answersOf(before.table), answersOf(after.table)),
    outcomes: only(outcomesOf(before), outcomesOf(after)),
    resting: restingOnOthers(before.table, after.table),
  };
}

/** Whether no combination moves, shifts, appears or disappears. */
export const nothingMoves = ({ moves, shifts, oneSided: apart }: Difference): boolean =>
  moves.length + shifts.length + apart.length === 0;

/** The outcomes at addresses that come, go, or lead elsewhere: those whose texts should be read again. */
export const affectedOutcomes = ({ moves, oneSided: apart }: Difference): ReadonlySet<string> =>
  new Set([...moves.flatMap(({ from, to }) => [from, to]), ...apart.flatMap(({ outcomes }) => outcomes)]);

/** A published result whose address no longer says what it promised. */
export interface Outdated {
  readonly path: string;
  readonly promised: string;
  /** what stands at its answers now */
  readonly now:
    | { readonly kind: 'other-outcome' | 'decided-earlier'; readonly outcome: string }
    | { readonly kind: 'asks-more'; readonly question: string }
    | { readonly kind: 'answer-gone'; readonly answer: string };
}

/**
 * The published results that mean something else in a table, in the order in which they were published.
 * @param published the outcome promised at each path of answers, joined by slashes
 */
export const outdated = (published: ReadonlyMap<string, string>, tree: DecisionTree): readonly Outdated[] =>
  [...published].flatMap(([path, promised]): readonly Outdated[] => {
    const place = parseAddress(tree, path.split('/').filter(Boolean));
    const { node } = place;
    if (isQuestion(node)) {
      const answer = place.kind === 'broken' ? place.rest[0] : undefined;
      const now =
        answer === undefined
          ? ({ kind: 'asks-more', question: node.question } as const)
          : ({ kind: 'answer-gone', answer } as const);
      return [{ path, promised, now }];
    }
    const { outcome } = node;
    if (place.kind === 'broken') return [{ path, promised, now: { kind: 'decided-earlier', outcome } }];
    return outcome === promised ? [] : [{ path, promised, now: { kind: 'other-outcome', outcome } }];
  });
