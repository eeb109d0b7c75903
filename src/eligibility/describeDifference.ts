import {
  affectedOutcomes,
  nothingMoves,
  type Difference,
  type Example,
  type Group,
  type Ids,
  type OneSided,
  type Outdated,
  type Shift,
} from './difference.ts';
import type { GoldenFault } from './golden.ts';

/** A line of a golden record that the table of after does not fulfil. */
export interface GoldenChange {
  /** the file of the record */
  readonly record: string;
  readonly fault: GoldenFault;
  /** whether the record of after still has the line */
  readonly stated: boolean;
}

/** What stands around a table and may have to follow when it changes. */
export interface Around {
  readonly golden: readonly GoldenChange[];
  readonly outdated: readonly Outdated[];
  /** outcomes with other steps or statements */
  readonly described: readonly string[];
  /** texts and the outcomes they name */
  readonly texts: readonly { readonly text: string; readonly outcomes: readonly string[] }[];
  /** ids without words, by locale; nothing where no words belong to the table */
  readonly missing: ReadonlyMap<string, readonly string[]> | undefined;
}

const ASPECT_TITLES = {
  questions: 'Questions that the wizard asks before the same outcome',
  notes: 'Notes',
  facts: 'Facts cited',
  gates: 'Gates shown',
  today: 'Newer facts shown',
} as const satisfies Record<Shift['aspect'], string>;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const wizard = (address: string): string => `/wizard/${address}/`;

const exampleText = ({ before, after }: Example): string =>
  [before, after === before ? undefined : after]
    .filter((address) => address !== undefined)
    .map(wizard)
    .join(' now ');

/** One group: what happens, how often, and where. */
const groupText = (what: string, { combinations, addresses, examples }: Group): readonly string[] => [
  `- ${what}: ${counted(combinations, 'combination')}, ${counted(addresses, 'address', 'addresses')}`,
  ...examples.map((example) => `  - ${exampleText(example)}`),
  ...(addresses > examples.length ? [`  - and ${addresses - examples.length} more`] : []),
];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

const signed = ({ added, removed }: Ids): string =>
  [
    ...(removed.length === 0 ? [] : [`without ${removed.join(', ')}`]),
    ...(added.length === 0 ? [] : [`with ${added.join(', ')}`]),
  ].join('; ');

const shiftText = ({ aspect, added, removed, outcomes, ...group }: Shift): readonly string[] => {
  const change = added.length + removed.length === 0 ? `other order of ${aspect}` : signed({ added, removed });
  return groupText(`${change} (${outcomes.join(', ')})`, group);
};

const oneSidedText = ({
  side,
  question,
  answer,
  offeredElsewhere,
  outcomes,
  ...group
}: OneSided): readonly string[] => {
  const when = { new: 'before', gone: 'now' }[side];
  const why = offeredElsewhere ? `${when} not offered there` : `${when} no answer of the question`;
  const lead = outcomes.length === 0 ? '' : ` to ${outcomes.join(', ')}`;
  return groupText(`${question}: ${answer} (${why})${lead}`, group);
};

const outdatedText = ({ path, promised, now }: Outdated): string => {
  const address = `- ${wizard(`${path}/${promised}`)} promised ${promised}`;
  switch (now.kind) {
    case 'other-outcome':
      return `${address}; its answers now lead to ${now.outcome}`;
    case 'decided-earlier':
      return `${address}; ${now.outcome} is now decided before its last answer`;
    case 'asks-more':
      return `${address}; now ${now.question} is asked there`;
    case 'answer-gone':
      return `${address}; the answer ${now.answer} is no longer offered there`;
  }
};

const idsText = (name: string, ids: Ids): readonly string[] =>
  ids.added.length + ids.removed.length === 0 ? [] : [`- ${name}: ${signed(ids)}`];

/**
 * Where the table of after parts from a golden record of before, and whether the record of after still says so.
 * @param record the file
 * @param faults what the table of after makes of the record of before
 */
export function goldenChanges<Line extends { readonly line: number; readonly why: string }>(
  record: string,
  before: readonly Line[],
  after: readonly Line[],
  faults: readonly GoldenFault[],
): readonly GoldenChange[] {
  const content = (line: Line) => JSON.stringify({ ...line, line: 0, why: '' });
  const stated = new Set(after.map(content));
  return faults.map((fault) => ({
    record,
    fault,
    stated: before.some((each) => each.line === fault.line && stated.has(content(each))),
  }));
}

/** One item for each line of a record, and for each sort of fault beside the lines. */
const goldenText = (changes: readonly GoldenChange[]): readonly string[] =>
  [
    ...Map.groupBy(changes, ({ record, fault: { line, message } }) =>
      JSON.stringify([record, line ?? message]),
    ).values(),
  ].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { line, address, message } = first.fault;
    const place = line === undefined ? '' : `, line ${line}, ${first.stated ? 'to be rewritten' : 'rewritten'}`;
    const where = address === undefined ? '' : `${address} `;
    const more = others.length === 0 ? '' : ` (and ${others.length} more of its kind)`;
    return [`- ${first.record}${place}: ${where}${message}${more}`];
  });

/**
 * A difference in words, as Markdown that a terminal and a pull request show well.
 * @param names what the sides are called
 * @param around the texts that may have to follow
 */
export function describeDifference(
  names: { readonly before: string; readonly after: string },
  difference: Difference,
  { golden, outdated, described, texts, missing }: Around,
): string {
  const { before, after, pairs, alike, moves, shifts, oneSided } = difference;
  const affected = affectedOutcomes(difference);
  const sum = (groups: readonly Group[]) => groups.reduce((total, { combinations }) => total + combinations, 0);
  const sided = (side: OneSided['side']) => oneSided.filter((group) => group.side === side);
  const lines = [
    `# Decisions: ${names.before} -> ${names.after}`,
    '',
    `${counted(before, 'combination')} before, ${after} after.`,
    nothingMoves(difference)
      ? 'Nothing moves: every combination of answers leads to the same outcome, with the same notes, facts, gates and newer facts.'
      : `Of ${pairs} compared, ${sum(moves)} lead to another outcome, ${pairs - alike - sum(moves)} to the same with something else beside it; ${sum(sided('new'))} are new, ${sum(sided('gone'))} gone.`,
    ...section(
      'Another outcome',
      moves.flatMap(({ from, to, ...group }) => groupText(`${from} -> ${to}`, group)),
    ),
    ...section('New combinations', sided('new').flatMap(oneSidedText)),
    ...section('Combinations gone', sided('gone').flatMap(oneSidedText)),
    ...Object.entries(ASPECT_TITLES).flatMap(([aspect, title]) =>
      section(title, shifts.filter((shift) => shift.aspect === aspect).flatMap(shiftText)),
    ),
    ...section('Besides', [
      ...idsText('questions', difference.questions),
      ...idsText('answers', difference.answers),
      ...idsText('outcomes reached', difference.outcomes),
      ...described.map((id) => `- outcome ${id} has other steps or statements`),
      ...difference.resting.map((id) => `- ${id} rests on other facts`),
    ]),
    ...section('Published addresses that mean something else', outdated.map(outdatedText)),
    ...section('Golden decisions that no longer hold', goldenText(golden)),
    ...section(
      'Texts that name an affected outcome',
      texts.flatMap(({ text, outcomes }) => {
        const named = outcomes.filter((outcome) => affected.has(outcome));
        return named.length === 0 ? [] : [`- ${text}: ${named.join(', ')}`];
      }),
    ),
    ...section(
      'Words missing',
      [...(missing ?? [])].flatMap(([locale, ids]) => (ids.length === 0 ? [] : [`- ${locale}: ${ids.join(', ')}`])),
    ),
  ];
  return lines.join('\n');
}
