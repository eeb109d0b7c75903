import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { articleSlugs, type ArticleSlug } from '../../config/articles.ts';
import type { Locale } from '../../config/locales.ts';
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
}

/** Everything that is written in `src/content`, read and validated, but not yet checked against each other. */
export interface Content {
  readonly table: DecisionTable;
  readonly outcomes: Readonly<Record<string, schemas.OutcomeDescription>>;
  readonly revision: { readonly revision: string; readonly date: string };
  readonly facts: ReadonlyMap<string, schemas.Fact>;
  readonly editions: ReadonlyMap<string, schemas.Edition>;
  readonly wording: Readonly<Record<Locale, Wording>>;
  /** articles by locale and slug; one that does not exist is missing */
  readonly articles: Readonly<Record<Locale, ReadonlyMap<ArticleSlug, ParsedArticle>>>;
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

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof ContentError) throw error;
    throw new ContentError(`src/content/${file} is not JSON: ${String(error)}`);
  }
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `  ${path.map(String).join(' > ')}: ${message}`);
  throw new ContentError(`src/content/${file} does not have the form it should have:\n${problems.join('\n')}`);
}

const perLocale = <Value>(make: (locale: Locale) => Value): Record<Locale, Value> => ({
  en: make('en'),
  es: make('es'),
  ru: make('ru'),
  'pt-br': make('pt-br'),
});

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
  };
};

const readArticles = (locale: Locale): ReadonlyMap<ArticleSlug, ParsedArticle> =>
  new Map(articleSlugs.map((slug) => [slug, parseArticle(readText(`articles/${locale}/${slug}.mdx`))]));

/**
 * The revision that belongs to a table and ledger: eight hexadecimal digits of a hash over both.
 * It changes with every change of either, whatever the wording.
 */
export const revisionOf = ({ table, outcomes, facts }: Pick<Content, 'table' | 'outcomes' | 'facts'>): string =>
  createHash('sha256')
    .update(JSON.stringify([table, outcomes, [...facts.values()]]))
    .digest('hex')
    .slice(0, 8);

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
    wording: perLocale(readWording),
    articles: perLocale(readArticles),
  };
}
