import { parseAddress } from './address.ts';
import type { DecisionTree } from './compile.ts';
import { shownResults, type ShownResult } from './shown.ts';
import { outcomesBeside, type DecisionTable } from './table.ts';
import { isQuestion, results } from './tree.ts';

/** One golden decision: what must be decided at every address of a class of cases, and why. */
export interface GoldenDecision {
  readonly line: number;
  /** addresses without their outcome, braces expanded */
  readonly addresses: readonly string[];
  readonly outcome: string;
  readonly notes: readonly string[];
  readonly why: string;
}

/** What must show beside a class of results: exactly these gates, or exactly these newer facts, in this order. */
export interface GoldenBeside {
  readonly line: number;
  readonly shows: 'gates' | 'today';
  readonly outcomes: readonly string[];
  /** one of each list stands in the address */
  readonly answers: readonly (readonly string[])[];
  readonly ids: readonly string[];
  readonly why: string;
}

/** Where a table and its golden record part. */
export interface GoldenFault {
  /** the line of the record; nothing where it has none for the address */
  readonly line: number | undefined;
  /** an address without its outcome; nothing where no address meets the line */
  readonly address: string | undefined;
  readonly message: string;
}

const DECISION = /^(\S+) -> (\S+) \[([^\]]*)\] ; (.+)$/;
const BESIDE = /^(gates|today): (\S+(?: \S+)*) -> \[([^\]]*)\] ; (.+)$/;

/** Every string a pattern with `{one,or,the,other}` parts stands for. */
const expand = (pattern: string): readonly string[] => {
  const [braces, choices] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (braces === undefined || choices === undefined) return [pattern];
  return choices.split(',').flatMap((choice) => expand(pattern.replace(braces, choice)));
};

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** The lines of a record with their numbers. Empty lines and lines that begin with `#` are passed over. */
const linesOf = (text: string): readonly (readonly [content: string, line: number])[] =>
  text
    .split('\n')
    .map((content, index) => [content, index + 1] as const)
    .filter(([content]) => content.trim() !== '' && !content.startsWith('#'));

/**
 * Reads golden decisions: a line `address -> outcome [notes] ; why` for each class of cases.
 * @throws {SyntaxError} for a line of another form, with its number
 */
export const parseGolden = (text: string): readonly GoldenDecision[] =>
  linesOf(text).map(([content, line]) => {
    const found = DECISION.exec(content);
    if (found === null)
      throw new SyntaxError(`golden decisions, line ${line} is not "address -> outcome [notes] ; why": ${content}`);
    const [, pattern = '', outcome = '', notes = '', why = ''] = found;
    return { line, addresses: expand(pattern), outcome, notes: words(notes), why };
  });

/**
 * Reads what must show beside results: a line `gates: outcome answer ... -> [gates] ; why` or `today: outcome answer ...
 * -> [facts] ; why` for each class of results. Braces list alternatives.
 * @throws {SyntaxError} for a line of another form, with its number
 */
export const parseGoldenBeside = (text: string): readonly GoldenBeside[] =>
  linesOf(text).map(([content, line]) => {
    const found = BESIDE.exec(content);
    if (found === null)
      throw new SyntaxError(
        `golden record of what shows beside results, line ${line} is not "gates: outcome answer ... -> [gates] ; why" or the same with "today": ${content}`,
      );
    const [, shows, head = '', ids = '', why = ''] = found;
    const [outcomes = [], ...answers] = words(head).map(expand);
    return { line, shows: shows === 'gates' ? 'gates' : 'today', outcomes, answers, ids: words(ids), why };
  });

const decision = (outcome: string, notes: readonly string[]): string => `${outcome} [${notes.join(' ')}]`;

/**
 * Where a compiled table does not decide as the golden decisions say: another outcome or other notes at an address, an
 * address that is no result, a result that not exactly one line names.
 */
export function goldenFaults(golden: readonly GoldenDecision[], tree: DecisionTree): readonly GoldenFault[] {
  const times = new Map<string, number>();
  const wrong = golden.flatMap(({ line, addresses, outcome, notes }) =>
    addresses.flatMap((address): readonly GoldenFault[] => {
      times.set(address, (times.get(address) ?? 0) + 1);
      const { kind, node } = parseAddress(tree, address.split('/'));
      const expected = decision(outcome, notes);
      const found = isQuestion(node) ? `the question ${node.question}` : decision(node.outcome, node.notes);
      if (kind === 'page' && found === expected) return [];
      const place = kind === 'page' ? `leads to ${found}` : `does not exist: before its end stands ${found}`;
      return [{ line, address, message: `${place}; the line says ${expected}` }];
    }),
  );
  const unnamed = [...results(tree)].flatMap(({ path }): readonly GoldenFault[] => {
    const address = path.join('/');
    const count = times.get(address) ?? 0;
    return count === 1 ? [] : [{ line: undefined, address, message: `stands under ${count} lines instead of one` }];
  });
  return [...wrong, ...unnamed];
}

const meets = ({ outcomes, answers }: GoldenBeside, { outcome, path }: ShownResult): boolean =>
  outcomes.includes(outcome) && answers.every((some) => path.split('/').some((answer) => some.includes(answer)));

/**
 * Where other gates or newer facts show than the golden record says: beside a result, or a newer fact on the page of an
 * outcome; also where not exactly one line speaks of a result, and lines that speak of none.
 */
export function besideFaults(
  golden: readonly GoldenBeside[],
  table: DecisionTable,
  tree: DecisionTree,
): readonly GoldenFault[] {
  const results = shownResults(table, tree);
  const differing = (
    line: number | undefined,
    address: string | undefined,
    where: string,
    found: readonly string[],
    expected: readonly string[],
  ): readonly GoldenFault[] =>
    found.join(' ') === expected.join(' ')
      ? []
      : [{ line, address, message: `${where}: shows [${found.join(' ')}]; the record says [${expected.join(' ')}]` }];
  /** Ids that several entries or lines name, in no order. */
  const gathered = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

  const atResults = results.flatMap((result) =>
    (['gates', 'today'] as const).flatMap((shows) => {
      const [line, ...others] = golden.filter((each) => each.shows === shows && meets(each, result));
      if (line !== undefined && others.length === 0)
        return differing(line.line, result.path, shows, result[shows], line.ids);
      const message = `${shows}: ${line === undefined ? 'no line speaks' : 'several lines speak'} of it`;
      return [{ line: undefined, address: result.path, message }];
    }),
  );
  const idle = golden
    .filter((line) => !results.some((result) => meets(line, result)))
    .map(({ line }) => ({ line, address: undefined, message: 'no result meets the line' }));
  const atOutcomes = [...new Set(results.map(({ outcome }) => outcome))].flatMap((outcome) => {
    const found = table.today.filter((entry) => outcomesBeside(table, entry).includes(outcome));
    const expected = golden.filter(({ shows, outcomes }) => shows === 'today' && outcomes.includes(outcome));
    return differing(
      undefined,
      undefined,
      `the page of ${outcome}`,
      gathered(found.flatMap(({ facts }) => facts)),
      gathered(expected.flatMap(({ ids }) => ids)),
    );
  });
  return [...atResults, ...idle, ...atOutcomes];
}
