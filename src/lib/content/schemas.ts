import { z } from 'astro/zod';
import { ARTICLE_GROUPS, CLOUDS } from '../../config/articles.ts';
import { locales, perLocale } from '../../config/locales.ts';
import { THEMES } from '../../config/site.ts';

const text = z.string().trim().min(1);
const ids = z.array(text);
const condition = z.record(text, ids);

/** Front matter of an article: a field a line. */
export const articleSchema = z.strictObject({
  title: text,
  description: text.max(170),
  written: z.iso.date(),
});

/** One fact of the ledger. */
export const factSchema = z.strictObject({
  id: text,
  layer: z.enum(['seed', 'linked', 'newer']),
  topic: text,
  sentence: text,
  clouds: text,
  cloudIds: z.array(z.enum(CLOUDS)),
  statedIn: text,
  disagreement: text.nullable(),
  newer: text.nullable(),
});

/** One edition of an article of Microsoft's that was read. */
export const editionSchema = z.strictObject({
  code: text,
  article: text,
  date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  dateKind: z.enum(['handoff', 'commit', 'author']),
  /** in which it was read; empty where that was not recorded */
  languages: ids,
  translation: z.enum(['human', 'machine']).nullable(),
  startedFrom: z.literal(true).optional(),
});

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** How surely a newer fact is known: read on Microsoft's own pages, on a copy of one, or on a partner's or press page. */
export const CERTAINTIES = ['microsoft', 'copy', 'partner'] as const;

/** What is known about a newer fact besides its sentence. */
export const newerFactSchema = z.strictObject({
  fact: text,
  /** since when it holds, as exactly as the sources say */
  since: date.optional(),
  /** the other end where sources give different beginnings */
  until: date.optional(),
  /** when what already held was changed */
  changed: date.optional(),
  /** the date of the material, where it does not say since when */
  documented: date.optional(),
  certainty: z.enum(CERTAINTIES),
  sources: ids.min(1),
  /** Microsoft's current page, behind the language segment of its address */
  current: text.optional(),
});

/** Where newer facts were read, by the code of the source. */
export const newerSourcesSchema = z.record(
  text,
  z.array(z.strictObject({ kind: z.enum(CERTAINTIES), where: text })).min(1),
);

/** The known disagreements between editions, clouds or languages, in the order of the register. */
export const disagreementsSchema = z.array(z.strictObject({ id: text, facts: ids.min(1) }));

/** A disagreement in words: what it is about, what each side says, what to rely on. */
export const disagreementWordsSchema = z.record(
  text,
  z.strictObject({ title: text, readings: z.array(text).min(1), advice: text }),
);

/** The table that sets the paths side by side: the outcomes in columns, the questions in rows, the facts behind each cell. */
export const comparisonSchema = z.strictObject({
  paths: ids.min(2),
  rows: z.array(z.strictObject({ id: text, cells: z.record(text, ids.min(1)) })).min(1),
});

/** The words of the comparison; a cell without facts has none. */
export const comparisonWordsSchema = z.strictObject({
  rows: z.record(text, text),
  cells: z.record(text, z.record(text, text)),
});

/** The term base in one language. */
export const glossarySchema = z.strictObject({
  terms: z.record(
    text,
    z.strictObject({
      /** the recommended form, as it stands in running text */
      name: text,
      meaning: text,
      /** regular expression that finds the term in its inflected forms */
      find: text,
      /** what not to write instead, and why; with a pattern the check looks for it */
      avoid: z.array(z.strictObject({ form: text, why: text, pattern: text.optional() })),
    }),
  ),
  /** what is never written in this language, whatever the term: register, spelling, blunders of published translations */
  rules: z.array(z.strictObject({ pattern: text, why: text, right: text })),
});

/** Who does a step. */
export const WHO = [
  'partner',
  'customer',
  'current-partner',
  'provider',
  'an-indirect-provider',
  'indirect-partner',
  'buyer',
  'microsoft',
] as const;

/** What sort of answer an outcome is. */
export const OUTCOME_KINDS = ['path', 'done', 'stop', 'open', 'ask'] as const;

/** The families in which outcomes are listed, in that order. */
export const OUTCOME_GROUPS = [
  'multi-partner',
  'multi-channel',
  'licences',
  'azure',
  'restore',
  'sale',
  'between-partners',
  'indirect',
  'ending',
  '21vianet',
  'open',
  'ask',
  'closed',
] as const;

const item = z.strictObject({ id: text, who: z.array(z.enum(WHO)).optional(), when: condition.optional(), facts: ids });

/** What an outcome tells, apart from the words: its steps and statements, who does them, for which answers, on which facts. */
export const outcomeSchema = z.strictObject({
  kind: z.enum(OUTCOME_KINDS),
  group: z.enum(OUTCOME_GROUPS),
  steps: z.array(item),
  doesNot: z.array(item),
  reasons: z.array(item),
});

/** The files of the decision table. */
export const questionsFileSchema = z.strictObject({
  order: ids,
  questions: z.record(text, ids),
  asked: z.array(z.strictObject({ question: text, when: condition, answers: ids })),
});
export const rowSchema = z.strictObject({ row: text, when: condition, outcome: text, notes: ids, facts: ids });
export const notesFileSchema = z.record(text, ids);
export const gatesFileSchema = z.strictObject({
  gates: z.record(text, z.strictObject({ asks: text, facts: ids })),
  gatesShown: z.array(z.strictObject({ outcomes: ids, when: condition, gates: ids })),
});
export const todaySchema = z.strictObject({ outcomes: ids, when: condition, facts: ids });
export const revisionSchema = z.strictObject({ revision: z.string().regex(/^[0-9a-f]{8}$/), date: z.iso.date() });

/** The form of a record with a value of the same form for each locale. */
export const inEveryLocale = <Schema extends z.ZodType>(schema: Schema) => z.strictObject(perLocale(() => schema));

/** Which English text each text of a locale was written from: the hash of its words, by key; `missing` before it
 * where the English text stands in for one that is not yet written. */
export const translationSchema = z.record(text, z.string().regex(/^(?:missing )?[0-9a-f]{12}$/));

/** What was published with a release: addresses that are new or decided otherwise, and the words promised there. */
export const releaseSchema = z.strictObject({
  revision: revisionSchema.shape.revision,
  date: z.iso.date(),
  /** hash of the file of the release before, so that none can be lost or rewritten unseen */
  after: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  /** addresses of pages below a locale that are new, results and questions aside */
  pages: ids.readonly(),
  results: z.record(text, z.strictObject({ outcome: text, notes: ids.readonly(), facts: ids.readonly() })).readonly(),
  /** results that are no more, by the answers that led to them */
  gone: ids.readonly(),
  /** title and path of outcomes that are new or worded otherwise */
  outcomes: z.record(text, inEveryLocale(z.strictObject({ title: text, path: text }))),
  /** answers, in a few words, that are new or worded otherwise */
  answers: z.record(text, inEveryLocale(text)),
});

/** The words for questions and answers. A question may be worded otherwise under a cloud. */
export const questionWordsSchema = z.strictObject({
  questions: z.record(
    text,
    z.strictObject({
      title: text,
      label: text,
      hint: text.optional(),
      in: z.record(text, z.strictObject({ title: text, hint: text.optional() })).optional(),
    }),
  ),
  answers: z.record(text, z.strictObject({ label: text, short: text, hint: text.optional() })),
});

const said = z.record(text, text).default({});

/** The words for a gate: what is so when all is well, and what to do if it is not. */
export const gateWordsSchema = z.record(text, z.strictObject({ check: text, ifNot: text }));

/** The words for an outcome. */
export const outcomeWordsSchema = z.strictObject({
  title: text,
  path: text,
  description: text.max(170),
  steps: said,
  doesNot: said,
  reasons: said,
});

/** What readers of one language type: words without meaning in a query, groups of words with one meaning, words for pages. */
export const searchWordsSchema = z.strictObject({
  stop: ids.min(1),
  same: z.array(ids.min(2)),
  /** by address below the locale, with `#` and the id for a section or a term */
  keywords: z.record(text, ids.min(1)),
});

const plural = z.strictObject({ one: text, few: text, many: text, other: text });
const points = z.strictObject({ title: text, items: z.array(text).min(1) });
const way = z.strictObject({ title: text, text });
const named = <const Key extends string>(keys: readonly Key[]) => z.record(z.enum(keys), text);

/** Which message can be sent where these outcomes were given, and the facts it rests on. */
export const messageSchema = z.strictObject({ id: text, outcomes: ids.min(1), when: condition, facts: ids.min(1) });

/** A message in words: what it is, its subject line, and its paragraphs; a line that begins with "- " is an item of a list. */
export const messageWordsSchema = z.record(
  text,
  z.strictObject({ title: text, subject: text, body: z.array(text).min(1) }),
);

/** The words for what goes into tickets: copied texts, messages, old links, the support page, the map, files. */
export const ticketsSchema = z.strictObject({
  copy: named([
    'title',
    'lead',
    'link',
    'copyLink',
    'copyText',
    'copyMarkdown',
    'language',
    'second',
    'none',
    'copied',
    'refused',
    'selected',
    'loading',
    'failed',
    'markdown',
    'sources',
    'editions',
  ]),
  messages: named(['title', 'lead', 'language', 'subject', 'copy']),
  moved: named([
    'changed',
    'address',
    'answerGone',
    'asksMore',
    'questionGone',
    'outcomeGone',
    'promised',
    'published',
    'now',
    'since',
    'because',
    'because0',
    'same',
    'gone',
    'more',
    'possible',
    'nearest',
    'openNow',
    'outcomes',
  ]),
  support: z.strictObject({
    title: text,
    nav: text,
    lead: text,
    explainTitle: text,
    explainLabel: text,
    explainHint: text,
    explain: text,
    needsScript: text,
    loading: text,
    unavailable: text,
    empty: text,
    notOurs: text,
    page: text,
    missing: text,
    question: text,
    result: text,
    same: text,
    neverPublished: text,
    unknown: text,
    goesOn: text,
    answers: text,
    noAnswers: text,
    resultsCount: plural,
    askTitle: text,
    askIntro: text,
    askChoose: text,
    askLink: text,
    listTitle: text,
    listLead: text,
    filter: text,
    shown: plural,
    filterNone: text,
    reply: text,
    replyLead: text,
    replyEnd: text,
  }),
  map: named([
    'title',
    'nav',
    'lead',
    'list',
    'listLead',
    'picture',
    'pictureLead',
    'alternative',
    'failed',
    'openPicture',
    'size',
    'fit',
    'readable',
    'large',
    'legend',
    'question',
    'start',
    'here',
    'onMap',
  ]),
  programs: named(['title', 'lead', 'decision', 'csv', 'dmn', 'facts', 'published', 'llms', 'sitemap', 'schema']),
});

/** The words of the interface. A missing key does not build. */
export const interfaceSchema = z.strictObject({
  site: z.strictObject({ tagline: text, independence: text, notADecision: text }),
  nav: named([
    'skip',
    'wizard',
    'articles',
    'outcomes',
    'compare',
    'glossary',
    'changes',
    'sources',
    'language',
    'contents',
    'main',
    'more',
    'home',
    'trail',
    'display',
    'previous',
    'next',
    'ways',
    'accessibility',
  ]),
  theme: named(['title', ...THEMES]),
  articleGroups: named(ARTICLE_GROUPS),
  home: z.strictObject({
    title: text,
    lead: text,
    range: plural,
    articlesTitle: text,
    articlesLead: text,
    outcomesTitle: text,
    outcomesLead: text,
    ways: z.strictObject({ articles: way, support: way, compare: way, outcomes: way }),
  }),
  wizard: named([
    'scope',
    'answersSoFar',
    'change',
    'changeAnswer',
    'drops',
    'startAgain',
    'back',
    'embedSummary',
    'embedLead',
    'openFull',
  ]),
  result: z.strictObject({
    kind: named(OUTCOME_KINDS),
    because: text,
    becauseLead: text,
    becauseAny: text,
    gates: text,
    gatesLead: text,
    ifNot: text,
    steps: text,
    insteadSteps: text,
    doneSteps: text,
    doesNot: text,
    missing: text,
    reasons: text,
    topics: text,
    itDepends: text,
    itDependsLead: text,
    separatedBy: text,
    notes: text,
    today: text,
    todayLead: text,
    whatWouldChange: text,
    whatWouldChangeLead: text,
    sameOutcome: text,
    facts: text,
    factsLead: text,
    yourAnswers: text,
    checkAnother: text,
    about: text,
    revision: text,
    editionsDisagree: text,
    printedFrom: text,
  }),
  who: named(WHO),
  outcome: z.strictObject({
    situations: text,
    situationsLead: text,
    situationsCount: plural,
    onlyIf: text,
    start: text,
  }),
  article: z.strictObject({
    appliesTo: text,
    drawnFrom: text,
    drawnFromLead: text,
    written: text,
    documented: text,
    documentedFor21Vianet: text,
    currentPage: text,
    disagreement: text,
    translation: text,
    human: text,
    machine: text,
    dateKind: named(['handoff', 'commit', 'author']),
  }),
  newer: z.strictObject({
    since: text,
    between: text,
    changed: text,
    documented: text,
    undated: text,
    certainty: named(CERTAINTIES),
    current: text,
  }),
  alongside: named(['label', 'switch', 'open', 'loading', 'failed']),
  term: named(['glossary']),
  glossary: named(['title', 'lead', 'languages', 'avoid', 'usedIn', 'jump']),
  compare: named(['title', 'lead', 'choose', 'criterion', 'notStated', 'today', 'todayLink', 'article']),
  changes: named([
    'title',
    'lead',
    'description',
    'undated',
    'undatedLead',
    'feed',
    'feedText',
    'more',
    'overrides',
    'shown',
    'readAt',
    'home',
  ]),
  sources: z.strictObject({
    title: text,
    lead: text,
    licenceTitle: text,
    licence: text,
    disagreementsTitle: text,
    disagreementsLead: text,
    rely: text,
    editionsTitle: text,
    editionsLead: text,
    edition: text,
    language: text,
    date: text,
    startedFrom: text,
    unknown: text,
    restingFacts: plural,
    newerTitle: text,
    newerLead: text,
  }),
  clouds: named(['global', 'us-gov', '21vianet', 'germany']),
  cloudsShort: named(['global', 'us-gov', '21vianet', 'germany']),
  groups: named(OUTCOME_GROUPS),
  search: z.strictObject({
    label: text,
    placeholder: text,
    title: text,
    count: plural,
    none: text,
    all: text,
    articles: text,
    outcomes: text,
    filter: text,
    anyCloud: text,
    unavailable: text,
    needsScript: text,
    empty: text,
    corrected: text,
    exactly: text,
    unknown: text,
    keys: text,
    loading: text,
    failed: text,
    when: text,
    inEnglish: text,
    noText: text,
    marked: text,
    place: text,
    next: text,
    previous: text,
    clear: text,
  }),
  accessibility: z.strictObject({
    title: text,
    lead: text,
    aim: text,
    tested: points,
    ways: points,
    limits: points,
    report: text,
    reportText: text,
    contact: text,
    checked: text,
  }),
  translation: z.strictObject({
    title: text,
    lead: text,
    texts: text,
    current: text,
    older: text,
    missing: text,
    source: text,
    allCurrent: text,
    listTitle: text,
    listLead: text,
    english: text,
    leftOut: text,
    where: text,
    olderHere: plural,
    missingHere: plural,
    mark: text,
  }),
  notFound: named(['title', 'text', 'nearest', 'home', 'wizard', 'wizardText']),
  offline: named([
    'title',
    'text',
    'asked',
    'nearest',
    'again',
    'back',
    'saved',
    'wizardSaved',
    'wizardPart',
    'others',
    'notice',
  ]),
  suggestion: z.strictObject({
    label: text,
    available: text,
    read: text,
    /** by the language of the page */
    stay: named(locales),
  }),
});

export type TranslationRecord = z.infer<typeof translationSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Edition = z.infer<typeof editionSchema>;
export type OutcomeDescription = z.infer<typeof outcomeSchema>;
export type OutcomeItem = z.infer<typeof item>;
export type GateWords = z.infer<typeof gateWordsSchema>;
export type QuestionWords = z.infer<typeof questionWordsSchema>;
export type SearchWords = z.infer<typeof searchWordsSchema>;
export type OutcomeWords = z.infer<typeof outcomeWordsSchema>;
export type InterfaceWords = z.infer<typeof interfaceSchema>;
export type ReleaseFile = z.infer<typeof releaseSchema>;
export type Message = z.infer<typeof messageSchema>;
export type MessageWords = z.infer<typeof messageWordsSchema>;
export type TicketWords = z.infer<typeof ticketsSchema>;
export type Certainty = (typeof CERTAINTIES)[number];
export type NewerFact = z.infer<typeof newerFactSchema>;
export type Glossary = z.infer<typeof glossarySchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparisonWords = z.infer<typeof comparisonWordsSchema>;
export type DisagreementWords = z.infer<typeof disagreementWordsSchema>;
