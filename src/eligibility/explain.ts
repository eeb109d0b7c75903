import { changes, type Change } from './change.ts';
import type { DecisionTree } from './compile.ts';
import { combinations, isNotSure, type Answers, type Decision, type DecisionTable } from './table.ts';
import { isQuestion, nextNode, results, stepsAlong, type Place, type TreeNode } from './tree.ts';

/** An answer that helps to force a result, with the facts that stand behind it. */
export interface Reason {
  readonly question: string;
  readonly answer: string;
  readonly facts: readonly string[];
}

/** One complete combination of answers with what it leads to. */
export interface Case {
  readonly answers: Answers;
  readonly decision: Decision;
}

/** Every combination of the table with its decision. Made once for many calls of `because`. */
export const casesOf = (table: DecisionTable, tree: DecisionTree): readonly Case[] =>
  [...combinations(table)].map((answers) => ({ answers, decision: decide(tree, answers) }));

/**
 * What the compiled tree decides for a complete combination of answers; those it does not ask for do not matter.
 * @throws {RangeError} when an answer it asks for is missing or unknown
 */
export function decide(tree: DecisionTree, answers: Answers): Decision {
  let node = tree;
  while (isQuestion(node)) {
    const next = nextNode(node, answers[node.question] ?? '');
    if (next === undefined) throw new RangeError(`the question ${node.question} has no valid answer`);
    node = next;
  }
  return node;
}

function* subsets<Item>(items: readonly Item[], size: number, from = 0): Generator<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++) {
    const item = items[index];
    if (item === undefined) continue;
    for (const rest of subsets(items, size - 1, index + 1)) yield [item, ...rest];
  }
}

/** How many facts stand behind one answer at most: the reader finds all of them further down. */
const FACTS_PER_REASON = 2;

/**
 * The smallest set of the reader's answers that forces the outcome, whatever the other answers are: the earliest
 * questions on a tie. Behind each answer stand the facts of the result that speak of it most: those cited for the fewest
 * answers of its question, and among these first the ones that do not stand behind an earlier answer already.
 * @param cases all combinations, from `casesOf`
 * @param path the answers that lead to a result
 */
export function because(tree: DecisionTree, cases: readonly Case[], path: readonly string[]): readonly Reason[] {
  const steps = stepsAlong(tree, path);
  const result = decide(tree, Object.fromEntries(steps.map(({ question, answer }) => [question, answer])));
  // Answers force the outcome when every case that is decided otherwise differs in one of them. The ways in which cases
  // differ are few, however many cases there are: one bit for each step.
  const otherwise = cases.filter(({ decision }) => decision.outcome !== result.outcome);
  const bitsOf = (differs: (step: (typeof steps)[number]) => boolean) =>
    steps.reduce((bits, step, index) => (differs(step) ? bits | (1 << index) : bits), 0);
  const differing = [
    ...new Set(otherwise.map(({ answers }) => bitsOf(({ question, answer }) => answers[question] !== answer))),
  ];
  const forces = (chosen: readonly (typeof steps)[number][]) => {
    const bits = bitsOf((step) => chosen.includes(step));
    return differing.every((different) => (different & bits) !== 0);
  };
  for (let size = 0; size <= steps.length; size++)
    for (const chosen of subsets(steps, size)) {
      if (!forces(chosen)) continue;
      const shown = new Set<string>();
      return chosen.map(({ question, answer }) => {
        const facts = speakingOf(cases, result.facts, question, shown);
        for (const fact of facts) shown.add(fact);
        return { question, answer, facts };
      });
    }
  return [];
}

/** The facts that are cited for the fewest answers of a question; those shown already only where no other is left. */
function speakingOf(cases: readonly Case[], facts: readonly string[], question: string, shown: ReadonlySet<string>) {
  const breadth = new Map(
    facts.map((fact) => {
      const citing = cases.filter(({ decision }) => decision.facts.includes(fact));
      return [fact, new Set(citing.map(({ answers }) => answers[question])).size];
    }),
  );
  const narrowest = Math.min(...breadth.values());
  const speaking = facts.filter((fact) => breadth.get(fact) === narrowest);
  const fresh = speaking.filter((fact) => !shown.has(fact));
  return (fresh.length > 0 ? fresh : speaking).slice(0, FACTS_PER_REASON);
}

const sameDecision = (a: Decision, b: Decision): boolean =>
  JSON.stringify([a.outcome, a.notes, a.facts]) === JSON.stringify([b.outcome, b.notes, b.facts]);

/**
 * What would change a result: each single answer that leads elsewhere, with where it leads. A change after which a
 * further question is open leads to that question.
 * @param path the answers that lead to the result
 */
export function whatWouldChange(tree: DecisionTree, path: readonly string[]): readonly Change<Decision>[] {
  const here = stepsAlong(tree, path).at(-1);
  const result = here === undefined ? tree : nextNode(here.at, here.answer);
  if (result === undefined || isQuestion(result)) return [];
  return changes(tree, path).filter(({ place: { node } }) => isQuestion(node) || !sameDecision(node, result));
}

/** A way on from a "not sure" answer. */
export interface Possibility {
  readonly answer: string;
  readonly place: Place<Decision>;
  /** the outcomes this answer can still lead to, in the order of the wizard */
  readonly outcomes: readonly string[];
}

/** Where a "not sure" answer leaves the reader: what is still possible, and the fact that separates the possibilities. */
export interface Dependence {
  readonly question: string;
  readonly answer: string;
  readonly possibilities: readonly Possibility[];
  readonly separatedBy: string | undefined;
}

/**
 * For each "not sure" answer on a path: what each other answer would lead to, and the one fact that separates them. That
 * is the first fact cited here that stands behind some of the possible results and not behind all; where none does, the
 * first fact behind the possible results that belongs to a single one of the answers.
 * @param path the answers that lead to a result
 */
export function itDepends(tree: DecisionTree, path: readonly string[]): readonly Dependence[] {
  const steps = stepsAlong(tree, path);
  const last = steps.at(-1);
  const here = last === undefined ? undefined : nextNode(last.at, last.answer);
  if (here === undefined || isQuestion(here)) return [];
  const all = changes(tree, path);
  return steps
    .filter(({ answer }) => isNotSure(answer))
    .map(({ question, answer }) => {
      const ways = all
        .filter((change) => change.question === question && !isNotSure(change.to))
        .map(({ to, place }) => ({ to, place, results: [...results(place.node)].map(({ node }) => node) }));
      const possible = ways.flatMap((way) => way.results);
      const separates = (fact: string) => {
        const count = possible.filter(({ facts }) => facts.includes(fact)).length;
        return count > 0 && count < possible.length;
      };
      const belongsToOne = (fact: string) =>
        ways.filter((way) => way.results.some(({ facts }) => facts.includes(fact))).length === 1;
      return {
        question,
        answer,
        possibilities: ways.map((way) => ({
          answer: way.to,
          place: way.place,
          outcomes: [...new Set(way.results.map(({ outcome }) => outcome))],
        })),
        separatedBy: here.facts.find(separates) ?? possible.flatMap(({ facts }) => facts).find(belongsToOne),
      };
    });
}

/** Answers that lead to an outcome: one or more for each question that matters, in question order. */
export interface Situation {
  readonly conditions: readonly { readonly question: string; readonly answers: readonly string[] }[];
  /** the deepest page of the wizard that all cases of this situation pass */
  readonly place: Place<Decision>;
}

/**
 * The situations that lead to an outcome, as few as the tree allows: answers that lead to the same situations are joined,
 * and a question is left out where every answer leads there.
 */
export function situations(tree: DecisionTree, outcome: string): readonly Situation[] {
  type Conditions = Situation['conditions'];
  const leading = (node: TreeNode<Decision>): readonly Conditions[] => {
    if (!isQuestion(node)) return node.outcome === outcome ? [[]] : [];
    const groups = new Map<string, { answers: string[]; behind: readonly Conditions[] }>();
    for (const [answer, next] of Object.entries(node.next)) {
      const behind = leading(next);
      const key = JSON.stringify(behind);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { answers: [answer], behind });
      else group.answers.push(answer);
    }
    const [only] = groups.values();
    if (groups.size === 1 && only !== undefined) return only.behind;
    return [...groups.values()].flatMap(({ answers, behind }) =>
      behind.map((conditions) => [{ question: node.question, answers }, ...conditions]),
    );
  };
  return leading(tree).map((conditions) => ({ conditions, place: commonPlace(tree, conditions) }));
}

/** The deepest page that every combination meeting the conditions passes. */
function commonPlace(tree: DecisionTree, conditions: Situation['conditions']): Place<Decision> {
  let node = tree;
  const path: string[] = [];
  while (isQuestion(node)) {
    const here = node;
    const answers = conditions.find(({ question }) => question === here.question)?.answers;
    const [answer, ...others] = answers ?? [];
    const next = answer === undefined || others.length > 0 ? undefined : nextNode(here, answer);
    if (answer === undefined || next === undefined) break;
    path.push(answer);
    node = next;
  }
  return { path, node };
}
