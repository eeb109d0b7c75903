import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'astro/zod';
import { articleSlugs, type ArticleSlug } from '../../config/articles.ts';
import { locales, perLocale, type Locale } from '../../config/locales.ts';
import type { DecisionTable } from '../../eligibility/table.ts';
import { parseArticle, type ParsedArticle } from './article.ts';
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
}

/** A file of `src/content` that is missing or does not have the form it should have. */
export class ContentError extends Error {
  override name = 'ContentError';
}

const FOLDER = join(process.cwd(), 'src', 'content');

function readText(file: string): string {
  try {
    return readFileSync(join(FOLDER, file), 'utf8');
  } catch {
    throw new ContentError(`src/content/${file} is missing: create it, or remove what needs it`);
  }
}

function parseJson<Schema extends z.ZodType>(file: string, json: string, schema: Schema): z.infer<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    throw new ContentError(`${file} is not JSON: ${String(error)}`);
  }
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `  ${path.map(String).join(' > ')}: ${message}`);
  throw new ContentError(`${file} does not have the form it should have:\n${problems.join('\n')}`);
}

const readJson = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> =>
  parseJson(`src/content/${file}`, readText(file), schema);

const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [key(item), item]));

const readWording = (locale: Locale): Wording => {
  const folder = `wording/${locale}`;
  const { questions, answers } = readJson(`${folder}/questions.json`, schemas.questionWordsSchema);
  return {
    interface: readJson(`${folder}/interface.json`, schemas.interfaceSchema),
    questions,
    answers,
    outcomes: readJson(`${folder}/outcomes.json`, z.record(z.string(), schemas.outcomeWordsSchema)),
    notes: readJson(`${folder}/notes.json`, z.record(z.string(), z.string().min(1))),
    gates: readJson(`${folder}/gates.json`, schemas.gateWordsSchema),
    compare: readJson(`${folder}/compare.json`, schemas.comparisonWordsSchema),
    disagreements: readJson(`${folder}/disagreements.json`, schemas.disagreementWordsSchema),
    messages: readJson(`${folder}/messages.json`, schemas.messageWordsSchema),
    tickets: readJson(`${folder}/tickets.json`, schemas.ticketsSchema),
    glossary: readJson(`glossary/${locale}.json`, schemas.glossarySchema),
    search: readJson(`${folder}/search.json`, schemas.searchWordsSchema),
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

/** The releases on record, the oldest first. */
const readReleases = (): readonly StoredRelease[] =>
  readdirSync(publishedFolder())
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = join(publishedFolder(), name).replaceAll('\\', '/');
      const json = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      return { ...parseJson(file, json, schemas.releaseSchema), file, hash: hashOf(json) };
    });

/**
 * Reads and validates everything in `src/content`.
 * @throws {ContentError} for a file that is missing or malformed, naming it and what is wrong
 */
export function loadContent(): Content {
  return {
    table: {
      ...readJson('decision/questions.json', schemas.questionsFileSchema),
      rows: readJson('decision/rows.json', z.array(schemas.rowSchema)),
      notes: readJson('decision/notes.json', schemas.notesFileSchema),
      ...readJson('decision/gates.json', schemas.gatesFileSchema),
      today: readJson('decision/today.json', z.array(schemas.todaySchema)),
    },
    outcomes: readJson('decision/outcomes.json', z.record(z.string(), schemas.outcomeSchema)),
    revision: readJson('decision/revision.json', schemas.revisionSchema),
    golden: readText('decision/golden.txt'),
    facts: byKey(readJson('facts/facts.json', z.array(schemas.factSchema)), ({ id }) => id),
    editions: byKey(readJson('facts/editions.json', z.array(schemas.editionSchema)), ({ code }) => code),
    newer: byKey(readJson('facts/newer.json', z.array(schemas.newerFactSchema)), ({ fact }) => fact),
    newerSources: readJson('facts/newer-sources.json', schemas.newerSourcesSchema),
    disagreements: readJson('facts/disagreements.json', schemas.disagreementsSchema),
    messages: readJson('decision/messages.json', z.array(schemas.messageSchema)),
    comparison: readJson('compare/comparison.json', schemas.comparisonSchema),
    wording: perLocale(readWording),
    articles: perLocale(readArticles),
    strayArticles: strayArticles(),
    releases: readReleases(),
    translation: perLocale((locale) =>
      locale === 'en' ? {} : readJson(`translation/${locale}.json`, schemas.translationSchema),
    ),
  };
}
