import { resume } from './change.ts';
import type { DecisionTree } from './compile.ts';
import type { Decision } from './table.ts';
import { isQuestion, nextNode, places, results, type Leaf, type Place, type TreeNode } from './tree.ts';

/** A revision that was published, with its date (YYYY-MM-DD). */
export interface Published {
  readonly revision: string;
  readonly date: string;
}

/** What a release added to the record: results that are new or decided otherwise, and those that are no more. */
export interface Release extends Published {
  /** by the answers that lead there, joined by "/" */
  readonly results: Readonly<Record<string, Decision>>;
  readonly gone: readonly string[];
}

/** A result address that was published: what it promised, from which release on, and until which other. */
export interface Promised {
  readonly path: readonly string[];
  /** as it was decided when last promised */
  readonly decision: Decision;
  readonly since: Published;
  /** the release with which it ceased; nothing while it stands on record */
  readonly until: Published | undefined;
}

const publishedIn = ({ revision, date }: Published): Published => ({ revision, date });

/** Every result address on record, in the order in which they were first published. */
export function promises(releases: readonly Release[]): readonly Promised[] {
  const all = new Map<string, Promised>();
  const standing = new Map<string, string>();
  for (const release of releases) {
    const end = (path: string) => {
      const key = standing.get(path);
      const before = key === undefined ? undefined : all.get(key);
      if (key !== undefined && before !== undefined) all.set(key, { ...before, until: publishedIn(release) });
      standing.delete(path);
    };
    for (const path of release.gone) end(path);
    for (const [path, decision] of Object.entries(release.results)) {
      const key = `${path}/${decision.outcome}`;
      if (standing.get(path) !== key) end(path);
      const since = all.get(key)?.since ?? publishedIn(release);
      all.set(key, { path: path.split('/'), decision, since, until: undefined });
      standing.set(path, key);
    }
  }
  return [...all.values()];
}

/** The record as it stands after these releases: what each result that still exists was last published as. */
export function standing(releases: readonly Release[]): ReadonlyMap<string, Decision> {
  const all = new Map<string, Decision>();
  for (const { results: decided, gone } of releases) {
    for (const path of gone) all.delete(path);
    for (const [path, decision] of Object.entries(decided)) all.set(path, decision);
  }
  return all;
}

const same = (one: Decision | undefined, other: Decision): boolean =>
  JSON.stringify([one?.outcome, one?.notes, one?.facts]) === JSON.stringify([other.outcome, other.notes, other.facts]);

/** What a release of this tree adds to the record. */
export function releaseOf(tree: DecisionTree, releases: readonly Release[], published: Published): Release {
  const before = standing(releases);
  const now = new Map([...results(tree)].map(({ path, node }) => [path.join('/'), node] as const));
  return {
    ...publishedIn(published),
    results: Object.fromEntries(
      [...now]
        .filter(([path, decision]) => !same(before.get(path), decision))
        .map(([path, { outcome, notes, facts }]) => [path, { outcome, notes, facts }]),
    ),
    gone: [...before.keys()].filter((path) => !now.has(path)),
  };
}

/** What has become of answers that once led somewhere. */
export interface Fate<Result extends Leaf = Decision> {
  readonly kind:
    /** they still lead to a result: with a promise, to another one than promised */
    | 'changed'
    /** they still lead to the result promised, but its address is another one */
    | 'address'
    /** an answer does not exist any more, or not there */
    | 'answer-gone'
    /** a question has been added that they do not answer */
    | 'asks-more';
  /** where they lead now */
  readonly place: Place<Result>;
  /** the answers that do not exist any more or, where they lead to a result, no longer count */
  readonly lost: readonly string[];
  /** where a question has been added: each of its answers with the page behind it and the other answers */
  readonly ways: readonly { readonly answer: string; readonly place: Place<Result> }[];
}

function offers<Result extends Leaf>(node: TreeNode<Result>, answer: string): boolean {
  return isQuestion(node) && Object.entries(node.next).some(([id, next]) => id === answer || offers(next, answer));
}

/**
 * Follows answers that were published as far as today's wizard knows them. Nothing throws, whatever they are.
 * @param outcome what they promised; nothing for the answers of a question page
 */
export function fateOf<Result extends Leaf>(
  tree: TreeNode<Result>,
  path: readonly string[],
  outcome?: string,
): Fate<Result> {
  const place = resume({ path: [], node: tree }, path);
  const { node } = place;
  const lost = path.filter((answer) => !place.path.includes(answer));
  if (!isQuestion(node)) return { kind: node.outcome === outcome ? 'address' : 'changed', place, lost, ways: [] };
  // Answers given after one that is gone may be asked for again behind the nearest question.
  const gone = lost.filter((answer) => !offers(node, answer));
  if (gone.length > 0) return { kind: 'answer-gone', place, lost: gone, ways: [] };
  const ways = Object.keys(node.next).flatMap((answer) => {
    const next = nextNode(node, answer);
    return next === undefined ? [] : [{ answer, place: resume({ path: [...place.path, answer], node: next }, lost) }];
  });
  return { kind: 'asks-more', place, lost: [], ways };
}

/** A published address of the wizard that is no page of its own any more. */
export interface Moved {
  /** the segments behind `/wizard/` */
  readonly address: readonly string[];
  /** nothing for the address of a question */
  readonly promised: Promised | undefined;
  /** the release since which it leads elsewhere; nothing where that is not yet on record */
  readonly since: Published | undefined;
  readonly fate: Fate;
}

/** The latest of some releases; nothing where one has not come to an end. */
const last = (releases: readonly (Published | undefined)[]): Published | undefined =>
  releases.reduce((latest, each) =>
    latest === undefined || each === undefined ? undefined : each.date > latest.date ? each : latest,
  );

/** The answers, joined by "/", after which a question was asked on the way to these results; none before the first. */
export const questionsOn = (onRecord: readonly Promised[]): ReadonlySet<string> =>
  new Set(onRecord.flatMap(({ path }) => path.map((_, index) => path.slice(0, index).join('/'))));

/** Every published address of the wizard, questions on the way to a result included, at which today's has no page. */
export function movedAddresses(tree: DecisionTree, releases: readonly Release[]): readonly Moved[] {
  const pages = new Map(
    [...places(tree)].map(({ path, node }) => [path.join('/'), isQuestion(node) ? undefined : node.outcome] as const),
  );
  const onRecord = promises(releases);
  const moved = onRecord
    .filter(({ path, decision }) => pages.get(path.join('/')) !== decision.outcome)
    .map((promised) => ({
      address: [...promised.path, promised.decision.outcome],
      promised,
      since: promised.until,
      fate: fateOf(tree, promised.path, promised.decision.outcome),
    }));
  const unasked = [...questionsOn(onRecord)]
    // A question page and a result never share an address: a result ends with its outcome.
    .filter((path) => path !== '' && (!pages.has(path) || pages.get(path) !== undefined))
    .map((path) => ({
      address: path.split('/'),
      promised: undefined,
      since: last(onRecord.filter((each) => each.path.join('/').startsWith(`${path}/`)).map(({ until }) => until)),
      fate: fateOf(tree, path.split('/')),
    }));
  return [...moved, ...unasked];
}

/**
 * The facts because of which answers lead elsewhere than promised: those behind what applies now and not behind the
 * promise. Where another question decides, those that stand behind some of its answers and not behind all.
 */
export function reasonsOf({ promised, fate: { place, ways } }: Moved): readonly string[] {
  const known = promised?.decision.facts ?? [];
  if (!isQuestion(place.node)) {
    const { facts } = place.node;
    const added = facts.filter((fact) => !known.includes(fact));
    return added.length > 0 ? added : known.filter((fact) => !facts.includes(fact));
  }
  const behind = ways.map((way) => new Set([...results(way.place.node)].flatMap(({ node }) => node.facts)));
  const all = new Set(behind.flatMap((facts) => [...facts]));
  return [...all].filter((fact) => !known.includes(fact) && !behind.every((facts) => facts.has(fact)));
}
