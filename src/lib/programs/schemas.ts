import { z } from 'astro/zod';
import { articleSlugs, CLOUDS } from '../../config/articles.ts';
import { locales } from '../../config/locales.ts';
import type { SupportData } from '../../support/data.ts';
import type { PublishedFile } from '../published.ts';
import type { SearchFile } from '../../search/file.ts';
import {
  factSchema,
  gatesFileSchema,
  inEveryLocale,
  interfaceSchema,
  notesFileSchema,
  outcomeSchema,
  questionsFileSchema,
  questionWordsSchema,
  releaseSchema,
  revisionSchema,
  rowSchema,
  searchWordsSchema,
  ticketsSchema,
  todaySchema,
} from '../content/schemas.ts';
import type { WizardFile } from '../wizard/file.ts';

const text = z.string().min(1);
const ids = z.array(text);

const CONDITION =
  'A condition ("when") names questions and, for each, the answers that meet it; it holds when every question it names was answered with one of them. An empty condition always holds.';

const { gates, gatesShown } = gatesFileSchema.shape;
const { order, questions, asked } = questionsFileSchema.shape;

const decision = z
  .strictObject({
    revision: z
      .strictObject({ revision: revisionSchema.shape.revision, date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) })
      .describe(
        'Which state of the table this is. It changes with the table, the outcomes and the facts, not with the wording.',
      ),
    questions: questions.describe('The answers of each question, by its id.'),
    order: order.describe('The questions in the order in which they are asked.'),
    asked: asked.describe(
      'When a question is asked, and which of its answers are offered then. A question that no rule asks after the answers before it is not asked there; never do two rules ask it.',
    ),
    rows: z
      .array(rowSchema)
      .describe(
        'The rows that decide. Exactly one holds for each combination of answers that can occur; their order does not matter.',
      ),
    outcomes: z
      .record(text, outcomeSchema)
      .describe('What each outcome tells apart from the words: its kind, its steps and statements, and their facts.'),
    notes: notesFileSchema.describe('The facts behind each note.'),
    gates: gates.describe('What a reader checks before starting, in English, with its facts.'),
    gatesShown: gatesShown.describe('Which gates stand on which results. No outcomes means every outcome.'),
    today: z
      .array(todaySchema)
      .describe('Which newer facts stand beside which results. No outcomes means every outcome.'),
    paths: z
      .record(
        z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/),
        z.strictObject({ outcome: text, notes: ids, facts: ids }).describe('What is decided there.'),
      )
      .describe(
        'Every result by the answers that lead to it, those that matter, in the order of the questions: "global/manage/from-ea/license". Its page is /{locale}/wizard/{answers}/{outcome}/.',
      ),
  })
  .meta({ title: 'The decision table of Partner Paths (/decision.json)', description: CONDITION });

const facts = z
  .record(
    text,
    z.strictObject({
      layer: factSchema.shape.layer.describe(
        'seed: the articles of the start; linked: articles they link to; newer: later material, which may override the others.',
      ),
      clouds: factSchema.shape.cloudIds.describe('The clouds it is about.'),
      sources: ids.describe('Where it was read.'),
      page: z.enum(articleSlugs).describe('The article that states it: /{locale}/{page}/, where its id is an anchor.'),
      text: z.record(z.enum(locales), text).describe('Its sentence in each language, as plain text.'),
    }),
  )
  .meta({
    title: 'The facts of Partner Paths (/facts.json)',
    description: 'Every fact on which guidance and decisions rest, by its id.',
  });

const result = z.strictObject({ outcome: text }).describe('A result, which has a page of its own.');

const question = z
  .strictObject({
    question: text,
    get next() {
      return z.record(text, z.union([question, result]));
    },
  })
  .meta({
    id: 'question',
    description: 'A question, and where each answer leads, in the order in which they are offered.',
  });

const wizard = z
  .strictObject({
    tree: z.union([question, result]).describe('The wizard from its first question.'),
    questions: questionWordsSchema.shape.questions.describe(
      'The words of each question. "in" has other words where an answer given before, such as the cloud, is its key.',
    ),
    answers: questionWordsSchema.shape.answers.describe('The words of each answer.'),
    outcomes: z.record(text, text).describe('The name of each outcome.'),
    labels: z
      .record(z.enum(['answersSoFar', 'change', 'changeAnswer', 'drops', 'startAgain', 'back']), text)
      .describe('Words of the interface; {question} and {answers} are filled in.'),
    unfinished: ids
      .optional()
      .describe('Pieces of texts that are older than their English source or not yet translated, where there are any.'),
  })
  .meta({
    title: 'The wizard of Partner Paths in one language (/{locale}/wizard.json)',
    description: 'The questions in their order, only where their answers can still change the result, and their words.',
  }) satisfies z.ZodType<WizardFile>;

const kind = z.enum(['article', 'outcome', 'glossary', 'page']);
const keywords = ids.optional().describe('What readers type for it.');

const search = z
  .strictObject({
    words: interfaceSchema.shape.search.describe('Words of the search box and its page.'),
    kinds: z.record(kind, text).describe('What each kind of page is called.'),
    clouds: interfaceSchema.shape.cloudsShort.describe('What each cloud is called.'),
    stop: searchWordsSchema.shape.stop.describe('Words that mean nothing in a query.'),
    same: searchWordsSchema.shape.same.describe('Groups of words with one meaning.'),
    entries: z
      .array(
        z.strictObject({
          path: text.describe('The address below the locale, without a slash at the end; "#" and an id for a term.'),
          kind,
          title: text,
          text: text.describe('What it says in a sentence: of an outcome the answer.'),
          when: ids.optional().describe('Of an outcome: what must have been answered.'),
          clouds: z.array(z.enum(CLOUDS)).optional(),
          keywords,
          sections: z.array(z.strictObject({ id: text, title: text, keywords })).optional(),
        }),
      )
      .describe('Everything that can be found.'),
    text: z
      .record(text, z.array(z.number().int().min(0)))
      .describe(
        'One form of each word of the texts, with the places where it stands: entries and their sections, counted in their order.',
      ),
  })
  .meta({
    title: 'The search of Partner Paths in one language (/{locale}/search.json)',
    description: 'What search needs beside the index of the full text.',
  }) satisfies z.ZodType<SearchFile>;

const release = z.strictObject({
  revision: revisionSchema.shape.revision,
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

const published = z
  .strictObject({
    releases: z.array(release).describe('What was published, the oldest first.'),
    results: z
      .record(
        text,
        z.array(
          z.strictObject({
            outcome: text,
            since: release.describe('The release with which it was first promised.'),
            until: release.optional().describe('The release with which it ceased; it stands while there is none.'),
          }),
        ),
      )
      .describe(
        'Each outcome ever promised, by the answers: its page was and is /{locale}/wizard/{answers}/{outcome}/.',
      ),
    outcomes: releaseSchema.shape.outcomes.describe('Title and path of each outcome as last published.'),
    answers: releaseSchema.shape.answers.describe('Each answer in a few words, as last published.'),
  })
  .meta({
    title: 'What Partner Paths has published (/published.json)',
    description: 'The record of every result address ever released. It only grows.',
  }) satisfies z.ZodType<PublishedFile>;

const support = z
  .strictObject({
    lang: text.describe('The language, as a BCP 47 tag.'),
    root: text.describe('The address of the site as it names itself, with the slash behind its base.'),
    base: text,
    files: z
      .strictObject({ published: text, wizard: inEveryLocale(text), twins: inEveryLocale(text) })
      .describe('Where the files lie that explain links.'),
    pages: z.record(z.string(), text).describe('Titles of the pages outside the wizard, by address below a locale.'),
    words: ticketsSchema.shape.support,
    moved: ticketsSchema.shape.moved,
    link: text,
    copyLink: text,
    replies: inEveryLocale(
      ticketsSchema.shape.support.pick({
        askIntro: true,
        askChoose: true,
        askLink: true,
        replyLead: true,
        replyEnd: true,
      }),
    ).describe('Words of replies, in the language of the partner.'),
  })
  .meta({
    title: 'The support page of Partner Paths in one language (/{locale}/support.json)',
    description: 'What explains links and writes texts for tickets.',
  }) satisfies z.ZodType<SupportData>;

/** The form of each file the site publishes as JSON, by the name of its schema. */
const forms = { decision, facts, published, wizard, search, support } satisfies Record<string, z.ZodType>;

/** The JSON Schema (draft 2020-12) of each file the site publishes as JSON, by name. They allow no further keys. */
export const jsonSchemas: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(forms).map(([name, form]) => [
    name,
    { $id: `urn:partner-paths:schema:${name}`, ...z.toJSONSchema(form) },
  ]),
);
