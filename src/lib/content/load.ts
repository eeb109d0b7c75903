import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'astro/zod';
import { articleSlugs, type ArticleSlug } from '../../config/articles.ts';
import { locales, perLocale, type Locale } from '../../config/locales.ts';
import type { DecisionTable } from '../../eligibility/table.ts';
import { parseArticle, type ParsedArticle } from './article.ts';
import type { ContentProblem } from './checks/problem.ts';
import * as schemas from './schemas.ts';

/** The words of one language. */
export interface Wording {
  readonly interface: schemas.InterfaceWords;
  readonly questions: schemas.QuestionWords['questions'];
  readonly answers: schemas.QuestionWords['answers'];
  readonly outcomes: Readonly<Record<string, schemas.OutcomeWords>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly gates: schemas.GateWords;
  readonly compare: schemas.ComparisonWords;
  readonly disagreements: schemas.DisagreementWords;
  readonly messages: schemas.MessageWords;
  readonly tickets: schemas.TicketWords;
  readonly glossary: schemas.Glossary;
  readonly search: schemas.SearchWords;
}

/** A release on record. */
export interface StoredRelease extends schemas.ReleaseFile {
  readonly file: string;
  readonly hash: string;
}

/** Everything that is written in `src/content`, read and validated, but not yet checked against each other. */
export interface Content {
  readonly table: DecisionTable;
  readonly outcomes: Readonly<Record<string, schemas.OutcomeDescription>>;
  readonly revision: { readonly revision: string; readonly date: string };
  readonly facts: ReadonlyMap<string, schemas.Fact>;
  readonly editions: ReadonlyMap<string, schemas.Edition>;
  /** date, certainty and sources of each newer fact */
  readonly newer: ReadonlyMap<string, schemas.NewerFact>;
  /** where newer facts were read, by code of the source */
  readonly newerSources: z.infer<typeof schemas.newerSourcesSchema>;
  /** the known disagreements, in the order of the register */
  readonly disagreements: z.infer<typeof schemas.disagreementsSchema>;
  readonly comparison: schemas.Comparison;
  /** the messages to send, in the order in which results show them */
  readonly messages: readonly schemas.Message[];
  readonly wording: Readonly<Record<Locale, Wording>>;
  /** articles by locale and slug; one that does not exist is missing */
  readonly articles: Readonly<Record<Locale, ReadonlyMap<ArticleSlug, ParsedArticle>>>;
  /** files in the folder of articles that are none, below `src/content/articles` */
  readonly strayArticles: readonly string[];
  /** what was published, release after release, each with its file and the hash the next one names */
  readonly releases: readonly StoredRelease[];
  /** which English text each text of a locale was written from, by key; English has no entry */
  readonly translation: Readonly<Record<Locale, schemas.TranslationRecord>>;
  /** the golden decisions, as written */
  readonly golden: string;
  /** what must show beside the results, as written */
  readonly goldenBeside: string;
}

/** The golden decisions, below `src/content`. */
export const GOLDEN = 'decision/golden.txt';
/** What must show beside the results, below `src/content`. */
export const GOLDEN_BESIDE = 'decision/golden-beside.txt';

/** Files of `src/content` that are missing or do not have the form they should have, each with its remedy. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(({ file, message, remedy }) => `${file} ${message}: ${remedy}`).join('\n'));
    this.problems = problems;
  }
}

const FOLDER = join(process.cwd(), 'src', 'content');

/** A file below `src/content`, and the form of what it holds. */
type JsonFile<Schema extends z.ZodType = z.ZodType> = readonly [file: string, schema: Schema];

const FILES = {
  questions: ['decision/questions.json', schemas.questionsFileSchema],
  rows: ['decision/rows.json', z.array(schemas.rowSchema)],
  notes: ['decision/notes.json', schemas.notesFileSchema],
  gates: ['decision/gates.json', schemas.gatesFileSchema],
  today: ['decision/today.json', z.array(schemas.todaySchema)],
  outcomes: ['decision/outcomes.json', z.record(z.string(), schemas.outcomeSchema)],
  revision: ['decision/revision.json', schemas.revisionSchema],
  messages: ['decision/messages.json', z.array(schemas.messageSchema)],
  facts: ['facts/facts.json', z.array(schemas.factSchema)],
  editions: ['facts/editions.json', z.array(schemas.editionSchema)],
  newer: ['facts/newer.json', z.array(schemas.newerFactSchema)],
  newerSources: ['facts/newer-sources.json', schemas.newerSourcesSchema],
  disagreements: ['facts/disagreements.json', schemas.disagreementsSchema],
  comparison: ['compare/comparison.json', schemas.comparisonSchema],
} as const;

const wordingFiles = (locale: Locale) =>
  ({
    interface: [`wording/${locale}/interface.json`, schemas.interfaceSchema],
    questions: [`wording/${locale}/questions.json`, schemas.questionWordsSchema],
    outcomes: [`wording/${locale}/outcomes.json`, z.record(z.string(), schemas.outcomeWordsSchema)],
    notes: [`wording/${locale}/notes.json`, z.record(z.string(), z.string().min(1))],
    gates: [`wording/${locale}/gates.json`, schemas.gateWordsSchema],
    compare: [`wording/${locale}/compare.json`, schemas.comparisonWordsSchema],
    disagreements: [`wording/${locale}/disagreements.json`, schemas.disagreementWordsSchema],
    messages: [`wording/${locale}/messages.json`, schemas.messageWordsSchema],
    tickets: [`wording/${locale}/tickets.json`, schemas.ticketsSchema],
    glossary: [`glossary/${locale}.json`, schemas.glossarySchema],
    search: [`wording/${locale}/search.json`, schemas.searchWordsSchema],
  }) as const;

const translationFile = (locale: Locale) => [`translation/${locale}.json`, schemas.translationSchema] as const;

function readText(file: string): string {
  try {
    return readFileSync(join(FOLDER, file), 'utf8');
  } catch {
    const remedy = 'create it, or remove what needs it';
    throw new ContentError([{ cause: 'file: missing', file: `src/content/${file}`, message: 'is missing', remedy }]);
  }
}

/** A place inside the data of a file, with the id of each entry of a list that has one. */
function placeIn(data: unknown, path: readonly PropertyKey[]): string {
  let entry = data;
  const names = path.map((key) => {
    entry = entry instanceof Object ? Reflect.get(entry, key) : undefined;
    const ids = ['id', 'row', 'fact', 'code'].map((name): unknown =>
      entry instanceof Object ? Reflect.get(entry, name) : undefined,
    );
    const id = ids.find((value) => typeof value === 'string');
    return typeof key === 'number' && id !== undefined ? id : String(key);
  });
  return names.length === 0 ? 'the top' : names.join(' > ');
}

function parseJson<Schema extends z.ZodType>(file: string, json: string, schema: Schema): z.infer<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    const remedy = 'mend it where the message says';
    throw new ContentError([{ cause: 'file: no JSON', file, message: `is not JSON (${String(error)})`, remedy }]);
  }
  return validated(file, data, schema);
}

function validated<Schema extends z.ZodType>(file: string, data: unknown, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  throw new ContentError(
    read.error.issues.map(({ path, message }) => ({
      cause: 'file: form',
      file,
      message: `does not have the form it should have at ${placeIn(data, path)} (${message})`,
      remedy: 'give it the form that src/lib/content/schemas.ts describes',
    })),
  );
}

const readJson = <Schema extends z.ZodType>([file, schema]: JsonFile<Schema>): z.infer<Schema> =>
  parseJson(`src/content/${file}`, readText(file), schema);

const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [key(item), item]));

const readWording = (locale: Locale): Wording => {
  const files = wordingFiles(locale);
  const { questions, answers } = readJson(files.questions);
  return {
    interface: readJson(files.interface),
    questions,
    answers,
    outcomes: readJson(files.outcomes),
    notes: readJson(files.notes),
    gates: readJson(files.gates),
    compare: readJson(files.compare),
    disagreements: readJson(files.disagreements),
    messages: readJson(files.messages),
    tickets: readJson(files.tickets),
    glossary: readJson(files.glossary),
    search: readJson(files.search),
  };
};

const articleFile = (locale: Locale, slug: string) => `articles/${locale}/${slug}.mdx`;

/** The articles of a locale; the checks say which are missing. */
const readArticles = (locale: Locale): ReadonlyMap<ArticleSlug, ParsedArticle> =>
  new Map(
    articleSlugs
      .filter((slug) => existsSync(join(FOLDER, articleFile(locale, slug))))
      .map((slug) => [slug, parseArticle(readText(articleFile(locale, slug)))]),
  );

/** Files among the articles that no locale and slug claims. */
function strayArticles(): readonly string[] {
  const known = new Set(locales.flatMap((locale) => articleSlugs.map((slug) => articleFile(locale, slug))));
  return readdirSync(join(FOLDER, 'articles'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !known.has(file));
}

/**
 * The revision that belongs to a table and ledger: eight hexadecimal digits of a hash over both.
 * It changes with every change of either, whatever the wording.
 */
export const revisionOf = ({ table, outcomes, facts }: Pick<Content, 'table' | 'outcomes' | 'facts'>): string =>
  createHash('sha256')
    .update(JSON.stringify([table, outcomes, [...facts.values()]]))
    .digest('hex')
    .slice(0, 8);

/** The folder with the record of what was published. Another one shows what the pages for old addresses look like. */
export const publishedFolder = (): string => process.env.PUBLISHED_FOLDER ?? join('src', 'content', 'published');

/** The hash by which a release names the one before it. */
const hashOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16);

const recordedWords = z.looseObject({
  outcomes: z.record(z.string(), z.looseObject({ en: z.unknown() })),
  answers: z.record(z.string(), z.looseObject({ en: z.unknown() })),
});

/** A release with words for every locale: those that were added after it had the English ones. */
function inAllLocales(release: unknown): unknown {
  const { data } = recordedWords.safeParse(release);
  if (data === undefined) return release;
  const complete = (words: Readonly<Record<string, { readonly en: unknown }>>) =>
    Object.fromEntries(Object.entries(words).map(([id, own]) => [id, { ...perLocale(() => own.en), ...own }]));
  return { ...data, outcomes: complete(data.outcomes), answers: complete(data.answers) };
}

/** The releases on record, the oldest first. */
const readReleases = (): readonly StoredRelease[] =>
  readdirSync(publishedFolder())
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = join(publishedFolder(), name).replaceAll('\\', '/');
      const json = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      const release = inAllLocales(parseJson(file, json, z.unknown()));
      return { ...validated(file, release, schemas.releaseSchema), file, hash: hashOf(json) };
    });

/** What is wrong with the files, each read for itself. */
function problemsOfFiles(): readonly ContentProblem[] {
  const reads = [
    ...[
      ...Object.values(FILES),
      ...locales.flatMap((locale) => Object.values(wordingFiles(locale))),
      ...locales.filter((locale) => locale !== 'en').map(translationFile),
    ].map((file: JsonFile) => () => readJson(file)),
    () => readText(GOLDEN),
    () => readText(GOLDEN_BESIDE),
    readReleases,
  ];
  return reads.flatMap((read) => {
    try {
      read();
      return [];
    } catch (error) {
      if (error instanceof ContentError) return error.problems;
      throw error;
    }
  });
}

const readContent = (): Content => ({
  table: {
    ...readJson(FILES.questions),
    rows: readJson(FILES.rows),
    notes: readJson(FILES.notes),
    ...readJson(FILES.gates),
    today: readJson(FILES.today),
  },
  outcomes: readJson(FILES.outcomes),
  revision: readJson(FILES.revision),
  golden: readText(GOLDEN),
  goldenBeside: readText(GOLDEN_BESIDE),
  facts: byKey(readJson(FILES.facts), ({ id }) => id),
  editions: byKey(readJson(FILES.editions), ({ code }) => code),
  newer: byKey(readJson(FILES.newer), ({ fact }) => fact),
  newerSources: readJson(FILES.newerSources),
  disagreements: readJson(FILES.disagreements),
  messages: readJson(FILES.messages),
  comparison: readJson(FILES.comparison),
  wording: perLocale(readWording),
  articles: perLocale(readArticles),
  strayArticles: strayArticles(),
  releases: readReleases(),
  translation: perLocale((locale) => (locale === 'en' ? {} : readJson(translationFile(locale)))),
});

/**
 * Reads and validates everything in `src/content`.
 * @throws {ContentError} naming every file that is missing or malformed, and what is wrong with it
 */
export function loadContent(): Content {
  try {
    return readContent();
  } catch (error) {
    throw error instanceof ContentError ? new ContentError(problemsOfFiles()) : error;
  }
}
