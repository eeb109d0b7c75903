/** Answers by the id of the question they answer. */
export type Answers = Readonly<Record<string, string>>;

/** A condition holds when every question it names was answered with one of the listed answers. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** When a question is asked, and which of its answers are offered then. */
export interface AskedRule {
  readonly question: string;
  readonly when: Condition;
  readonly answers: readonly string[];
}

/** One sentence of guidance: for these answers this outcome, with these notes, because of these facts. */
export interface Row {
  readonly row: string;
  readonly when: Condition;
  readonly outcome: string;
  readonly notes: readonly string[];
  readonly facts: readonly string[];
}

/** A precondition the reader checks before starting. */
export interface Gate {
  readonly asks: string;
  readonly facts: readonly string[];
}

/** Which gates stand on which results. An empty list of outcomes means every outcome. */
export interface GatesShown {
  readonly outcomes: readonly string[];
  readonly when: Condition;
  readonly gates: readonly string[];
}

/** Which newer facts stand beside which results. An empty list of outcomes means every outcome. */
export interface TodayRule {
  readonly outcomes: readonly string[];
  readonly when: Condition;
  readonly facts: readonly string[];
}

/** The decision table: questions in their order, the rules that decide, and what qualifies a result. */
export interface DecisionTable {
  readonly questions: Readonly<Record<string, readonly string[]>>;
  readonly order: readonly string[];
  readonly asked: readonly AskedRule[];
  readonly rows: readonly Row[];
  readonly notes: Readonly<Record<string, readonly string[]>>;
  readonly gates: Readonly<Record<string, Gate>>;
  readonly gatesShown: readonly GatesShown[];
  readonly today: readonly TodayRule[];
}

/** What one combination of answers leads to. */
export interface Decision {
  readonly outcome: string;
  readonly notes: readonly string[];
  readonly facts: readonly string[];
}

/**
 * Whether a condition holds for the answers given. A question without an answer fails a condition that names it.
 * @param when the condition; an empty one always holds
 * @param answers the answers so far, by question
 */
export const holds = (when: Condition, answers: Answers): boolean =>
  Object.entries(when).every(([question, allowed]) => {
    const answer = answers[question];
    return answer !== undefined && allowed.includes(answer);
  });

/**
 * The answers a question offers after the given answers, or nothing if the question is not asked there.
 * @param table the decision table; `checkTable` makes sure that at most one rule applies
 */
export const offered = (table: DecisionTable, question: string, answers: Answers): readonly string[] | undefined =>
  table.asked.find((rule) => rule.question === question && holds(rule.when, answers))?.answers;

/** By convention of the table a "not sure" answer has an id that ends in `-unknown`. */
export const isNotSure = (answer: string): boolean => answer.endsWith('-unknown');

/** Every combination of answers the table allows, in the order of its questions. */
export function* combinations(table: DecisionTable, answers: Answers = {}, from = 0): Generator<Answers> {
  const question = table.order[from];
  if (question === undefined) {
    yield answers;
    return;
  }
  const choices = offered(table, question, answers);
  if (choices === undefined) {
    yield* combinations(table, answers, from + 1);
    return;
  }
  for (const answer of choices) yield* combinations(table, { ...answers, [question]: answer }, from + 1);
}

/** The rows that match a combination: exactly one in a sound table. */
export const matchingRows = (table: DecisionTable, answers: Answers): readonly Row[] =>
  table.rows.filter((row) => holds(row.when, answers));

/** Whether an entry for outcomes and a condition stands on a result. An empty list of outcomes means every outcome. */
export const standsOn = (
  { outcomes, when }: { readonly outcomes: readonly string[]; readonly when: Condition },
  outcome: string,
  answers: Answers,
): boolean => (outcomes.length === 0 || outcomes.includes(outcome)) && holds(when, answers);

/** What entries for outcomes and conditions put on a result, in their order, each id once. */
const standing = <Entry extends { readonly outcomes: readonly string[]; readonly when: Condition }>(
  entries: readonly Entry[],
  outcome: string,
  answers: Answers,
  ids: (entry: Entry) => readonly string[],
): readonly string[] => [...new Set(entries.filter((entry) => standsOn(entry, outcome, answers)).flatMap(ids))];

/** The gates that stand on a result, in the order in which the table shows them, each once. */
export const gatesOf = ({ gatesShown }: DecisionTable, outcome: string, answers: Answers): readonly string[] =>
  standing(gatesShown, outcome, answers, ({ gates }) => gates);

/** The newer facts that the table puts beside a result, each once. */
export const todayOf = ({ today }: DecisionTable, outcome: string, answers: Answers): readonly string[] =>
  standing(today, outcome, answers, ({ facts }) => facts);

/**
 * The outcomes beside which an entry puts its facts: those it names or, where it names none, all that answers which meet
 * its condition can lead to.
 */
export const outcomesBeside = ({ rows }: DecisionTable, { outcomes, when }: TodayRule): readonly string[] =>
  outcomes.length > 0
    ? outcomes
    : rows
        .filter((row) =>
          Object.entries(when).every(
            ([question, answers]) => row.when[question]?.some((answer) => answers.includes(answer)) === true,
          ),
        )
        .map(({ outcome }) => outcome);
