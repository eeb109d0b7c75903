import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { ARTICLES } from '../src/config/articles.ts';
import { locales } from '../src/config/locales.ts';
import {
  describeDifference,
  goldenChanges,
  type Around,
  type GoldenChange,
} from '../src/eligibility/describeDifference.ts';
import { decided, difference, outdated, type Decided } from '../src/eligibility/difference.ts';
import { besideFaults, goldenFaults, parseGolden, parseGoldenBeside } from '../src/eligibility/golden.ts';
import type { DecisionTree } from '../src/eligibility/compile.ts';
import type { DecisionTable } from '../src/eligibility/table.ts';
import * as schemas from '../src/lib/content/schemas.ts';

// What a change of the rules changes for those who ask:
//   npm run diff -- <before> [<after>]
// Each is a revision of git or a saved /decision.json; without <after>, the files as they are now.

const CONTENT = 'src/content';

/** An argument that cannot be read, or that has no table to decide with. */
class Unreadable extends Error {}

/** The content of one side. */
interface Source {
  /** a file as text; nothing where it does not exist */
  readonly read: (file: string) => string | undefined;
  /** the names of the files in a folder */
  readonly list: (folder: string) => readonly string[];
}

interface Side {
  readonly name: string;
  readonly decided: Decided;
  readonly outcomes: Readonly<Record<string, schemas.OutcomeDescription>>;
  /** nothing for a saved /decision.json, which holds the table alone */
  readonly source: Source | undefined;
}

const outcomesSchema = z.record(z.string(), schemas.outcomeSchema);
const savedSchema = z.object({
  outcomes: outcomesSchema,
  ...schemas.questionsFileSchema.shape,
  rows: z.array(schemas.rowSchema),
  notes: schemas.notesFileSchema,
  ...schemas.gatesFileSchema.shape,
  today: z.array(schemas.todaySchema),
});
const wordsSchema = z.record(z.string(), z.unknown());
const questionWordsSchema = z.object({ questions: wordsSchema, answers: wordsSchema });
const publishedSchema = z.object({
  results: z.record(z.string(), z.object({ outcome: z.string() })),
  gone: z.array(z.string()).default([]),
});

const git = (...parameters: readonly string[]): string | undefined => {
  try {
    return execFileSync('git', parameters, { encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 });
  } catch {
    return undefined;
  }
};

function parse<Schema extends z.ZodType>(name: string, text: string | undefined, schema: Schema): z.infer<Schema> {
  if (text === undefined) throw new Unreadable(`${name} does not exist.`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Unreadable(`${name} is not JSON.`);
  }
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const problem = `${issue?.path.map(String).join(' > ') ?? ''}: ${issue?.message ?? ''}`;
  throw new Unreadable(`${name} does not have the form it should have (${problem}).`);
}

function side(name: string, table: DecisionTable, outcomes: Side['outcomes'], source?: Source): Side {
  try {
    return { name, decided: decided(table), outcomes, source };
  } catch (error) {
    throw new Unreadable(`The table of ${name} does not decide every case: ${String(error)}. Run "npm run check".`);
  }
}

function sideFrom(name: string, source: Source): Side {
  const file = <Schema extends z.ZodType>(path: string, schema: Schema) =>
    parse(`${path} of ${name}`, source.read(path), schema);
  const table = {
    ...file('decision/questions.json', schemas.questionsFileSchema),
    rows: file('decision/rows.json', z.array(schemas.rowSchema)),
    notes: file('decision/notes.json', schemas.notesFileSchema),
    ...file('decision/gates.json', schemas.gatesFileSchema),
    today: file('decision/today.json', z.array(schemas.todaySchema)),
  };
  return side(name, table, file('decision/outcomes.json', outcomesSchema), source);
}

const workingFiles: Source = {
  read: (file) => {
    const path = join(CONTENT, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  },
  list: (folder) => {
    const path = join(CONTENT, folder);
    return existsSync(path) ? readdirSync(path) : [];
  },
};
const workingTree = (): Side => sideFrom('working tree', workingFiles);

function sideOf(argument: string): Side {
  if (statSync(argument, { throwIfNoEntry: false })?.isFile() === true) {
    const { outcomes, ...table } = parse(argument, readFileSync(argument, 'utf8'), savedSchema);
    return side(argument, table, outcomes);
  }
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${argument}^{commit}`)?.trim();
  if (commit === undefined) throw new Unreadable(`"${argument}" is neither a file nor a revision of this repository.`);
  return sideFrom(argument, {
    read: (file) => git('show', `${commit}:./${CONTENT}/${file}`),
    list: (folder) => git('ls-tree', '--name-only', `${commit}:./${CONTENT}/${folder}`)?.split('\n') ?? [],
  });
}

/** Where the table of after parts from a golden record: that of before or, where it has none, its own. */
function goldenOf<Line extends { readonly line: number; readonly why: string }>(
  record: string,
  before: Side,
  after: Side,
  read: (text: string) => readonly Line[],
  faults: (lines: readonly Line[], table: DecisionTable, tree: DecisionTree) => ReturnType<typeof goldenFaults>,
): readonly GoldenChange[] {
  const lines = ({ name, source }: Side) => {
    const text = source?.read(`decision/${record}`);
    try {
      return text === undefined ? undefined : read(text);
    } catch (error) {
      throw new Unreadable(`${record} of ${name} cannot be read: ${String(error)}.`);
    }
  };
  const own = lines(after);
  const stated = lines(before) ?? own;
  if (stated === undefined) return [];
  const { table, tree } = after.decided;
  return goldenChanges(record, stated, own ?? stated, faults(stated, table, tree));
}

/** What a locale has no words for. */
function wordless({ name, decided: { table }, outcomes }: Side, { read }: Source, locale: string): readonly string[] {
  const words = (file: string) => {
    const path = `wording/${locale}/${file}.json`;
    return parse(`${path} of ${name}`, read(path) ?? '{}', wordsSchema);
  };
  const path = `wording/${locale}/questions.json`;
  const { questions, answers } = parse(
    `${path} of ${name}`,
    read(path) ?? '{"questions": {}, "answers": {}}',
    questionWordsSchema,
  );
  const without = (sort: string, ids: Iterable<string>, known: object) =>
    [...ids].filter((id) => !Object.hasOwn(known, id)).map((id) => `${sort} ${id}`);
  return [
    ...without('question', table.order, questions),
    ...without('answer', Object.values(table.questions).flat(), answers),
    ...without(
      'outcome',
      new Set([...Object.keys(outcomes), ...table.rows.map((row) => row.outcome)]),
      words('outcomes'),
    ),
    ...without('note', Object.keys(table.notes), words('notes')),
    ...without('gate', Object.keys(table.gates), words('gates')),
  ];
}

/** The texts that name outcomes: messages, columns of the comparison, situations of articles. */
function textsNaming(name: string, { read }: Source): Around['texts'] {
  const messages = read('decision/messages.json');
  const comparison = read('compare/comparison.json');
  return [
    ...parse(`messages.json of ${name}`, messages ?? '[]', z.array(schemas.messageSchema)).map(({ id, outcomes }) => ({
      text: `message ${id}`,
      outcomes,
    })),
    ...(comparison === undefined
      ? []
      : [
          {
            text: 'columns of the comparison',
            outcomes: parse(`comparison.json of ${name}`, comparison, schemas.comparisonSchema).paths,
          },
        ]),
    ...Object.entries(ARTICLES).map(([slug, { outcomes }]) => ({ text: `situations of article ${slug}`, outcomes })),
  ];
}

/** Every result published before that had not ended: what the last file that has it promises. */
function publishedResults({ read, list }: Source): ReadonlyMap<string, string> {
  const published = new Map<string, string>();
  const files = list('published').filter((file) => file.endsWith('.json'));
  for (const file of files.toSorted()) {
    const { results, gone } = parse(file, read(`published/${file}`), publishedSchema);
    for (const path of gone) published.delete(path);
    for (const [path, { outcome }] of Object.entries(results)) published.set(path, outcome);
  }
  return published;
}

function compare(before: Side, after: Side): string {
  const { tree } = after.decided;
  const { source } = after;
  return describeDifference({ before: before.name, after: after.name }, difference(before.decided, after.decided), {
    golden: [
      ...goldenOf('golden.txt', before, after, parseGolden, (lines) => goldenFaults(lines, tree)),
      ...goldenOf('golden-beside.txt', before, after, parseGoldenBeside, besideFaults),
    ],
    outdated: outdated(publishedResults(before.source ?? workingFiles), tree),
    described: Object.keys(after.outcomes).filter(
      (id) => id in before.outcomes && JSON.stringify(after.outcomes[id]) !== JSON.stringify(before.outcomes[id]),
    ),
    texts: source === undefined ? [] : textsNaming(after.name, source),
    missing: source && new Map(locales.map((locale) => [locale, wordless(after, source, locale)])),
  });
}

const [before, after, ...others] = process.argv.slice(2);
try {
  if (before === undefined || others.length > 0)
    throw new Unreadable(
      'Say what to compare: npm run diff -- <revision or decision.json> [<revision or decision.json>]',
    );
  console.log(compare(sideOf(before), after === undefined ? workingTree() : sideOf(after)));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
