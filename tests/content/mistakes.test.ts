import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ArticleSlug } from '../../src/config/articles.ts';
import { locales, perLocale, type Locale } from '../../src/config/locales.ts';
import { compile, type DecisionTree } from '../../src/eligibility/compile.ts';
import { isQuestion, nextNode } from '../../src/eligibility/tree.ts';
import type { ParsedArticle } from '../../src/lib/content/article.ts';
import { checkContent, describeProblems } from '../../src/lib/content/check.ts';
import { checkArticles } from '../../src/lib/content/checks/articles.ts';
import type { ContentProblem } from '../../src/lib/content/checks/problem.ts';
import { loadContent, type Content, type Wording } from '../../src/lib/content/load.ts';
import type { NewerFact, OutcomeDescription, OutcomeItem } from '../../src/lib/content/schemas.ts';

const real = loadContent();

/** The words of a locale without the forms that its language forbids. */
const unruled = ({ glossary, ...words }: Wording): Wording => ({
  ...words,
  glossary: {
    terms: Object.fromEntries(Object.entries(glossary.terms).map(([id, term]) => [id, { ...term, avoid: [] }])),
    rules: [],
  },
});

const unread = (articles: ReadonlyMap<ArticleSlug, ParsedArticle>): ReadonlyMap<ArticleSlug, ParsedArticle> =>
  new Map([...articles].map(([slug, article]) => [slug, { ...article, readable: [] }]));

/** The real content. How its sentences are written is left out: that takes longest, and language.test.ts tests it. */
const content: Content = {
  ...real,
  wording: perLocale((locale) => unruled(real.wording[locale])),
  articles: perLocale((locale) => unread(real.articles[locale])),
};
const { table, outcomes, facts, editions, newer, newerSources, comparison, disagreements } = content;

/** What a maintainer did to the real content, how the problem is called, in which file, and what its message names. */
type Mistake = readonly [did: string, cause: string, file: string, names: readonly string[], after: Content];

const ARTICLES = 'src/content/articles';
const COMPARISON = 'src/content/compare/comparison.json';
const DISAGREEMENTS = 'src/content/facts/disagreements.json';
const EDITIONS = 'src/content/facts/editions.json';
const NEWER = 'src/content/facts/newer.json';
const OUTCOMES = 'src/content/decision/outcomes.json';
const TABLE = 'src/content/decision';
const wordsFile = (locale: Locale, name: string) => `src/content/wording/${locale}/${name}.json`;
const glossaryFile = (locale: Locale) => `src/content/glossary/${locale}.json`;
const articleFile = (locale: Locale, slug: ArticleSlug) => `${ARTICLES}/${locale}/${slug}.mdx`;

const without = <Value>(record: Readonly<Record<string, Value>>, id: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));

const worded = (locale: Locale, change: (words: Wording) => Partial<Wording>): Content => {
  const words = content.wording[locale];
  return { ...content, wording: { ...content.wording, [locale]: { ...words, ...change(words) } } };
};

const written = (
  locale: Locale,
  slug: ArticleSlug,
  change: (article: ParsedArticle) => Partial<ParsedArticle>,
  from: Content = content,
): Content => {
  const article = from.articles[locale].get(slug);
  if (article === undefined) throw new Error(`there is no ${articleFile(locale, slug)}`);
  const changed = new Map([...from.articles[locale], [slug, { ...article, ...change(article) }]]);
  return { ...from, articles: { ...from.articles, [locale]: changed } };
};

const outcome = (id: string): OutcomeDescription => {
  const description = outcomes[id];
  if (description === undefined) throw new Error(`there is no outcome ${id}`);
  return description;
};

const described = (id: string, change: (description: OutcomeDescription) => Partial<OutcomeDescription>): Content => {
  const description = outcome(id);
  return { ...content, outcomes: { ...outcomes, [id]: { ...description, ...change(description) } } };
};

/** The content without an article in one locale. */
const missing = (locale: Locale, slug: ArticleSlug): Content => ({
  ...content,
  articles: { ...content.articles, [locale]: new Map([...content.articles[locale]].filter(([id]) => id !== slug)) },
});

/** The first step of multi-partner, otherwise. */
const firstStep = (change: (item: OutcomeItem) => OutcomeItem): Content =>
  described('multi-partner', ({ steps }) => ({
    steps: steps.map((item, index) => (index === 0 ? change(item) : item)),
  }));

/** What is known about one newer fact, otherwise. */
const dated = (id: string, change: (fact: NewerFact) => NewerFact): Content => ({
  ...content,
  newer: new Map([...newer].map(([key, fact]) => [key, key === id ? change(fact) : fact])),
});

const link = (href: string): Content => written('es', 'multichannel', ({ links }) => ({ links: [...links, href] }));

const MULTIPARTNER = 'multipartner';
const PURPOSE = 'multi-partner.purpose';
const DISPUTED = 'multi-partner.keeps-partner-of-record';

const explained = new Set(
  locales.flatMap((locale) => [...content.articles[locale].values()].flatMap(({ terms }) => terms)),
);

/** A term that no article explains in place. */
const [idleTerm = ''] = Object.keys(content.wording.en.glossary.terms).filter((id) => !explained.has(id));

/** A cell of the comparison about which no fact says anything. */
const [emptyCell = { row: '', path: '' }] = comparison.rows.flatMap(({ id, cells }) =>
  comparison.paths.filter((path) => cells[path] === undefined).map((path) => ({ row: id, path })),
);

const mistakes: readonly Mistake[] = [
  // the golden decisions
  [
    'decided otherwise than a golden decision says',
    'golden decisions',
    `${TABLE}/golden.txt`,
    ['line ', 'germany: leads to germany-closed [open-retired]; the line says germany-closed []'],
    {
      ...content,
      table: {
        ...table,
        rows: table.rows.map((row) => (row.row === 'D1' ? { ...row, notes: ['open-retired'] } : row)),
      },
    },
  ],
  [
    'wrote a golden decision in another form',
    'golden decisions: form',
    `${TABLE}/golden.txt`,
    ['germany means closed'],
    { ...content, golden: `${content.golden}germany means closed\n` },
  ],
  [
    'let the golden record of gates speak of no result',
    'golden decisions',
    `${TABLE}/golden-beside.txt`,
    ['line ', 'no result meets the line'],
    { ...content, goldenBeside: `${content.goldenBeside}gates: germany-closed restore-access -> [] ; why\n` },
  ],
  // the table
  [
    'left a case without a row',
    'decision table: gap',
    TABLE,
    ['germany'],
    { ...content, table: { ...table, rows: table.rows.filter(({ row }) => row !== 'D1') } },
  ],
  [
    'let two rows decide a case',
    'decision table: overlap',
    TABLE,
    ['germany', 'D1'],
    {
      ...content,
      table: { ...table, rows: table.rows.flatMap((row) => (row.row === 'D1' ? [row, { ...row, row: 'D2' }] : [row])) },
    },
  ],
  [
    'deleted a fact that a row cites',
    'decision table: unknown-fact',
    TABLE,
    ['de.migrate-first'],
    { ...content, facts: new Map([...facts].filter(([id]) => id !== 'de.migrate-first')) },
  ],
  [
    'deleted the description of an outcome',
    'decision table: unknown-outcome',
    TABLE,
    ['D1', 'germany-closed'],
    { ...content, outcomes: without(outcomes, 'germany-closed') },
  ],
  [
    'described an outcome no row gives',
    'decision table: unused-outcome',
    TABLE,
    ['nirvana'],
    { ...content, outcomes: { ...outcomes, nirvana: outcome('germany-closed') } },
  ],
  [
    'changed the table and not the revision',
    'revision',
    'src/content/decision/revision.json',
    [content.revision.revision],
    { ...content, table: { ...table, rows: table.rows.toReversed() } },
  ],
  [
    'changed a fact and not the revision',
    'revision',
    'src/content/decision/revision.json',
    [content.revision.revision],
    {
      ...content,
      facts: new Map([...facts].map(([id, fact]) => [id, id === PURPOSE ? { ...fact, sentence: 'Otherwise.' } : fact])),
    },
  ],
  [
    'wrote another revision',
    'revision',
    'src/content/decision/revision.json',
    ['00000000', content.revision.revision],
    { ...content, revision: { ...content.revision, revision: '00000000' } },
  ],
  // the outcomes
  [
    'gave two steps one id',
    'outcome: doubled id',
    OUTCOMES,
    ['multi-partner > steps > request'],
    described('multi-partner', ({ steps }) => ({ steps: [...steps, ...steps.slice(0, 1)] })),
  ],
  [
    'gave two reasons one id',
    'outcome: doubled id',
    OUTCOMES,
    ['germany-closed > reasons'],
    described('germany-closed', ({ reasons }) => ({ reasons: [...reasons, ...reasons.slice(0, 1)] })),
  ],
  [
    'let a step rest on an unknown fact',
    'outcome: unknown fact',
    OUTCOMES,
    ['multi-partner > steps > request', 'multi-partner.unheard'],
    firstStep((item) => ({ ...item, facts: ['multi-partner.unheard'] })),
  ],
  [
    'let a step show where the outcome is never reached',
    'outcome: never shown',
    OUTCOMES,
    ['multi-partner > steps > request'],
    firstStep((item) => ({ ...item, when: { cloud: ['germany'] } })),
  ],
  [
    'let a step show for an answer that does not exist',
    'outcome: never shown',
    OUTCOMES,
    ['multi-partner > steps > request'],
    firstStep((item) => ({ ...item, when: { goal: ['travel'] } })),
  ],
  [
    'did not say who does a step',
    'outcome: nobody',
    OUTCOMES,
    ['multi-partner > steps > request'],
    firstStep(({ id, facts: rests }) => ({ id, facts: rests })),
  ],
  [
    'left a path without steps',
    'outcome: says nothing',
    OUTCOMES,
    ['multi-channel-license', 'steps', 'global/manage/from-ea/license/indirect-reseller'],
    described('multi-channel-license', () => ({ steps: [] })),
  ],
  [
    'left a path without steps for some answers only',
    'outcome: says nothing',
    OUTCOMES,
    ['multi-channel-license', 'steps', 'us-gov/manage/from-ea/license/indirect-reseller'],
    described('multi-channel-license', ({ steps }) => ({
      steps: steps.map((item) => ({ ...item, when: { cloud: ['global'] } })),
    })),
  ],
  [
    'left a refusal without reasons',
    'outcome: says nothing',
    OUTCOMES,
    ['germany-closed', 'reasons'],
    described('germany-closed', () => ({ reasons: [] })),
  ],
  // the words
  ...locales.flatMap((locale): readonly Mistake[] => [
    [
      `forgot a question in ${locale}`,
      'wording: question missing',
      wordsFile(locale, 'questions'),
      ['"tenant"'],
      worded(locale, ({ questions }) => ({ questions: without(questions, 'tenant') })),
    ],
    [
      `left a question in ${locale} that is not asked`,
      'wording: question unknown',
      wordsFile(locale, 'questions'),
      ['"colour"'],
      worded(locale, ({ questions }) => ({
        questions: { ...questions, colour: { title: 'Colour', label: 'Colour' } },
      })),
    ],
    [
      `forgot an answer in ${locale}`,
      'wording: answer missing',
      wordsFile(locale, 'questions'),
      ['"from-ea"'],
      worded(locale, ({ answers }) => ({ answers: without(answers, 'from-ea') })),
    ],
    [
      `misspelt an answer in ${locale}`,
      'wording: answer unknown',
      wordsFile(locale, 'questions'),
      ['"from-eu"'],
      worded(locale, ({ answers }) => ({ answers: { ...answers, 'from-eu': { label: 'EU', short: 'EU' } } })),
    ],
    [
      `forgot a note in ${locale}`,
      'wording: note missing',
      wordsFile(locale, 'notes'),
      ['"open-retired"'],
      worded(locale, ({ notes }) => ({ notes: without(notes, 'open-retired') })),
    ],
    [
      `left a note in ${locale} that no row names`,
      'wording: note unknown',
      wordsFile(locale, 'notes'),
      ['"idle"'],
      worded(locale, ({ notes }) => ({ notes: { ...notes, idle: 'Idle.' } })),
    ],
    [
      `forgot an outcome in ${locale}`,
      'wording: outcome missing',
      wordsFile(locale, 'outcomes'),
      ['"multi-partner"'],
      worded(locale, (words) => ({ outcomes: without(words.outcomes, 'multi-partner') })),
    ],
    [
      `wrote search words in ${locale} for a section that does not exist`,
      'search: address unknown',
      wordsFile(locale, 'search'),
      ['"multichannel#nirvana"'],
      worded(locale, ({ search }) => ({
        search: { ...search, keywords: { ...search.keywords, 'multichannel#nirvana': ['k'] } },
      })),
    ],
    [
      `left a page in ${locale} without search words`,
      'search: keywords missing',
      wordsFile(locale, 'search'),
      ['"support"'],
      worded(locale, ({ search }) => ({ search: { ...search, keywords: without(search.keywords, 'support') } })),
    ],
    [
      `left an outcome in ${locale} that does not exist`,
      'wording: outcome unknown',
      wordsFile(locale, 'outcomes'),
      ['"nirvana"'],
      worded(locale, (words) => ({
        outcomes: {
          ...words.outcomes,
          nirvana: { title: 'T', path: 'P.', description: 'D.', steps: {}, doesNot: {}, reasons: {} },
        },
      })),
    ],
    ...(['steps', 'doesNot'] as const).flatMap((part): readonly Mistake[] => {
      const id = { steps: 'request', doesNot: 'nothing-moves' }[part];
      const changed = (change: (said: Readonly<Record<string, string>>) => Record<string, string>) =>
        worded(locale, (words) => {
          const text = words.outcomes['multi-partner'];
          return text === undefined
            ? {}
            : { outcomes: { ...words.outcomes, 'multi-partner': { ...text, [part]: change(text[part]) } } };
        });
      return [
        [
          `forgot one of the ${part} of an outcome in ${locale}`,
          `wording: multi-partner > ${part} missing`,
          wordsFile(locale, 'outcomes'),
          [`"${id}"`],
          changed((said) => without(said, id)),
        ],
        [
          `left one of the ${part} of an outcome in ${locale} that it does not have`,
          `wording: multi-partner > ${part} unknown`,
          wordsFile(locale, 'outcomes'),
          ['"dance"'],
          changed((said) => ({ ...said, dance: 'Dance.' })),
        ],
      ];
    }),
    [
      `forgot a disagreement in ${locale}`,
      'wording: disagreement missing',
      wordsFile(locale, 'disagreements'),
      ['"geography"'],
      worded(locale, (words) => ({ disagreements: without(words.disagreements, 'geography') })),
    ],
    [
      `left a disagreement in ${locale} that is not in the register`,
      'wording: disagreement unknown',
      wordsFile(locale, 'disagreements'),
      ['"weather"'],
      worded(locale, (words) => ({
        disagreements: { ...words.disagreements, weather: { title: 'T', readings: ['A.'], advice: 'B.' } },
      })),
    ],
    [
      `forgot a row of the comparison in ${locale}`,
      'wording: row missing',
      wordsFile(locale, 'compare'),
      ['"who-bills"'],
      worded(locale, ({ compare }) => ({ compare: { ...compare, rows: without(compare.rows, 'who-bills') } })),
    ],
    [
      `left a row in ${locale} that the comparison does not have`,
      'wording: row unknown',
      wordsFile(locale, 'compare'),
      ['"colour"'],
      worded(locale, ({ compare }) => ({ compare: { ...compare, rows: { ...compare.rows, colour: 'Colour' } } })),
    ],
    [
      `forgot a cell of the comparison in ${locale}`,
      'wording: cell missing',
      wordsFile(locale, 'compare'),
      ['"who-bills > azure-switch"'],
      worded(locale, ({ compare }) => ({
        compare: {
          ...compare,
          cells: { ...compare.cells, 'who-bills': without(compare.cells['who-bills'] ?? {}, 'azure-switch') },
        },
      })),
    ],
    [
      `wrote a cell in ${locale} that rests on no fact`,
      'wording: cell unknown',
      wordsFile(locale, 'compare'),
      [`"${emptyCell.row} > ${emptyCell.path}"`],
      worded(locale, ({ compare }) => ({
        compare: {
          ...compare,
          cells: {
            ...compare.cells,
            [emptyCell.row]: { ...compare.cells[emptyCell.row], [emptyCell.path]: 'N.' },
          },
        },
      })),
    ],
    // the articles
    [
      `broke the form of an article in ${locale}`,
      'article: format',
      articleFile(locale, MULTIPARTNER),
      ['a <Fact> is not closed on its line'],
      written(locale, MULTIPARTNER, () => ({ problems: ['a <Fact> is not closed on its line'] })),
    ],
    [
      `put a note in ${locale} where the fact is not stated`,
      'article: note without fact',
      articleFile(locale, MULTIPARTNER),
      ['"azure-switch.two-ids"'],
      written(locale, MULTIPARTNER, ({ disagreements }) => ({
        disagreements: [...disagreements, { fact: 'azure-switch.two-ids', text: 'Editions differ.' }],
      })),
    ],
    [
      `forgot in ${locale} to note that editions disagree`,
      'article: note missing',
      articleFile(locale, MULTIPARTNER),
      [`"${DISPUTED}"`],
      written(locale, MULTIPARTNER, ({ disagreements }) => ({
        disagreements: disagreements.filter(({ fact }) => fact !== DISPUTED),
      })),
    ],
    [
      `mixed a newer fact into the documented rule in ${locale}`,
      'article: today',
      articleFile(locale, MULTIPARTNER),
      ['"newer.gdap-not-us-gov" stands outside the heading "today"'],
      written(locale, MULTIPARTNER, ({ facts }) => ({
        facts: facts.map((fact) => (fact.id === 'newer.gdap-not-us-gov' ? { ...fact, section: 'how-it-works' } : fact)),
      })),
    ],
    [
      `quoted a newer fact beside the documented rule in ${locale}`,
      'article: today',
      articleFile(locale, MULTIPARTNER),
      ['"newer.gdap-lifetime" stands outside the heading "today"'],
      written(locale, MULTIPARTNER, ({ quotes }) => ({
        quotes: [...quotes, { fact: 'newer.gdap-lifetime', section: 'how-it-works' }],
      })),
    ],
    [
      `quoted a documented fact as new in ${locale}`,
      'article: today',
      articleFile(locale, MULTIPARTNER),
      ['"azure-switch.two-ids" stands under the heading "today"'],
      written(locale, MULTIPARTNER, ({ quotes }) => ({
        quotes: [...quotes, { fact: 'azure-switch.two-ids', section: 'today' }],
      })),
    ],
    [
      `quoted in ${locale} what is not in the ledger`,
      'article: unknown quote',
      articleFile(locale, MULTIPARTNER),
      ['it quotes "multi-partner.rumour"'],
      written(locale, MULTIPARTNER, ({ quotes }) => ({
        quotes: [...quotes, { fact: 'multi-partner.rumour', section: 'how-it-works' }],
      })),
    ],
    [
      `explained a term in ${locale} that is not in the glossary`,
      'article: unknown term',
      articleFile(locale, MULTIPARTNER),
      ['it explains "tennant"'],
      written(locale, MULTIPARTNER, ({ terms }) => ({ terms: [...terms, 'tennant'] })),
    ],
    [
      `explained a term in ${locale} that only JavaScript knows`,
      'article: unknown term',
      articleFile(locale, MULTIPARTNER),
      ['it explains "constructor"'],
      written(locale, MULTIPARTNER, ({ terms }) => ({ terms: [...terms, 'constructor'] })),
    ],
    [
      `deleted an article in ${locale}`,
      'article: missing',
      articleFile(locale, 'remove-a-relationship'),
      ['"remove-a-relationship"', locale],
      missing(locale, 'remove-a-relationship'),
    ],
    [
      `deleted an article of 21Vianet in ${locale}`,
      'article: missing',
      articleFile(locale, '21vianet/multichannel'),
      ['"21vianet/multichannel"', locale],
      missing(locale, '21vianet/multichannel'),
    ],
    [
      `left a file in ${locale} that is no article`,
      'article: unknown',
      `${ARTICLES}/${locale}/multi-channel.mdx`,
      ['no locale and article'],
      { ...content, strayArticles: [`articles/${locale}/multi-channel.mdx`] },
    ],
    [
      `called a documented fact new in ${locale}`,
      'article: today',
      articleFile(locale, MULTIPARTNER),
      [`"${PURPOSE}" stands under the heading "today"`],
      written(locale, MULTIPARTNER, ({ facts }) => ({
        facts: facts.map((fact) => (fact.id === PURPOSE ? { ...fact, section: 'today' } : fact)),
      })),
    ],
    [
      `linked in ${locale} to an article that does not exist`,
      'article: link',
      articleFile(locale, MULTIPARTNER),
      ['../multi-partner/'],
      written(locale, MULTIPARTNER, ({ links }) => ({ links: [...links, '../multi-partner/'] })),
    ],
    // the facts
    [
      `did not state a fact in ${locale}`,
      'fact: missing',
      articleFile(locale, MULTIPARTNER),
      [`"${PURPOSE}"`],
      written(locale, MULTIPARTNER, (article) => ({ facts: article.facts.filter(({ id }) => id !== PURPOSE) })),
    ],
    [
      `stated a fact twice in ${locale}`,
      'fact: doubled',
      articleFile(locale, 'multichannel'),
      [`"${PURPOSE}"`, MULTIPARTNER],
      written(locale, 'multichannel', (article) => ({
        facts: [...article.facts, { id: PURPOSE, text: 'Again.', section: '' }],
      })),
    ],
    [
      `stated in ${locale} what is not in the ledger`,
      'fact: unknown',
      articleFile(locale, MULTIPARTNER),
      ['"multi-partner.rumour"'],
      written(locale, MULTIPARTNER, (article) => ({
        facts: [...article.facts, { id: 'multi-partner.rumour', text: 'They say.', section: '' }],
      })),
    ],
  ]),
  ...(['es', 'ru', 'pt-br'] as const).flatMap((locale): readonly Mistake[] => [
    [
      `forgot a term in ${locale}`,
      'wording: term missing',
      glossaryFile(locale),
      [`"${idleTerm}"`],
      worded(locale, ({ glossary }) => ({ glossary: { ...glossary, terms: without(glossary.terms, idleTerm) } })),
    ],
    [
      `explained a term in ${locale} that English does not have`,
      'wording: term unknown',
      glossaryFile(locale),
      ['"tennant"'],
      worded(locale, ({ glossary }) => ({
        glossary: {
          ...glossary,
          terms: { ...glossary.terms, tennant: { name: 'tennant', meaning: 'M.', find: 'tennant', avoid: [] } },
        },
      })),
    ],
    [
      `deleted a term in English that ${locale} still has`,
      'wording: term unknown',
      glossaryFile(locale),
      ['"tenant"'],
      worded('en', ({ glossary }) => ({ glossary: { ...glossary, terms: without(glossary.terms, 'tenant') } })),
    ],
    [
      `moved a fact to another article in ${locale} alone`,
      'fact: two homes',
      articleFile(locale, MULTIPARTNER),
      [`"${PURPOSE}"`, 'multichannel'],
      written(
        locale,
        'multichannel',
        (article) => ({ facts: [...article.facts, { id: PURPOSE, text: 'Here.', section: '' }] }),
        written(locale, MULTIPARTNER, (article) => ({ facts: article.facts.filter(({ id }) => id !== PURPOSE) })),
      ),
    ],
    [
      `left out a heading in ${locale}`,
      'article: headings differ',
      articleFile(locale, MULTIPARTNER),
      ['when-it-applies'],
      written(locale, MULTIPARTNER, ({ sections }) => ({ sections: sections.slice(1) })),
    ],
    [
      `put headings in another order in ${locale}`,
      'article: headings differ',
      articleFile(locale, MULTIPARTNER),
      ['when-it-applies'],
      written(locale, MULTIPARTNER, ({ sections }) => ({ sections: sections.toReversed() })),
    ],
    [
      `translated the id of a heading in ${locale}`,
      'article: headings differ',
      articleFile(locale, MULTIPARTNER),
      ['ver-tambien'],
      written(locale, MULTIPARTNER, ({ sections }) => ({
        sections: sections.map((section) => (section.id === 'see-also' ? { ...section, id: 'ver-tambien' } : section)),
      })),
    ],
  ]),
  ...(
    [
      ['to a section that does not exist', '../multipartner/#nowhere', 'names a section that does not exist'],
      ['to a section of this page that does not exist', '#nowhere', 'names a section that does not exist'],
      ['to a section of the wizard', '../wizard/#start', 'names a section that does not exist'],
      ['without a slash at the end', '../multipartner', 'does not end in /'],
      ['to a file', '../multipartner/index.md', 'does not end in /'],
      ['to another locale', '../../en/multipartner/', 'leaves the locale'],
      ['from the root', '/es/multipartner/', 'leaves the locale'],
      ['to another site', 'https://learn.microsoft.com/es-es/', 'leaves the locale'],
      ['to another site without its scheme', '//example.com/multipartner/', 'leaves the locale'],
      ['to a script', 'JavaScript:alert(1)', 'leaves the locale'],
      ['one level too low', 'multipartner/', 'names a page that does not exist'],
      ['to a term that is not in the glossary', '../glossary/#tennant', 'names a section that does not exist'],
      ['to a term that only JavaScript knows', '../glossary/#constructor', 'names a section that does not exist'],
      ['to a term outside the glossary', '../compare/#tenant', 'names a section that does not exist'],
      ['below a page that has nothing below it', '../sources/editions/', 'names a page that does not exist'],
      ['to an outcome that does not exist', '../outcomes/nirvana/', 'names a page that does not exist'],
      ['below an outcome', '../outcomes/multi-partner/global/', 'names a page that does not exist'],
      ['to answers the wizard does not have', '../wizard/global/from-mars/', 'names a page that does not exist'],
      ['to a result under another outcome', '../wizard/germany/multi-partner/', 'names a page that does not exist'],
      ['to an article under 21Vianet that is none', '../21vianet/compare/', 'names a page that does not exist'],
    ] as const
  ).map(([did, href, why]): Mistake => [
    `linked ${did}`,
    'article: link',
    articleFile('es', 'multichannel'),
    [`the link ${href} ${why}`],
    link(href),
  ]),
  [
    'deleted an outcome that an article names',
    'article: unknown outcome',
    'src/config/articles.ts',
    ['switch-azure-subscriptions-to-a-different-partner', '"azure-switch"'],
    { ...content, outcomes: without(outcomes, 'azure-switch') },
  ],
  [
    'deleted an answer with which the wizard of an article starts',
    'article: unknown answer',
    'src/config/articles.ts',
    ['21vianet/multipartner starts its wizard with "21vianet"'],
    {
      ...content,
      table: { ...table, questions: { ...table.questions, cloud: ['global', 'us-gov', 'germany'] } },
    },
  ],
  // the sources
  [
    'deleted the only edition a fact is stated in',
    'fact: no edition',
    EDITIONS,
    ['"license.cannot-switch-csp-partner"', 'S004'],
    { ...content, editions: new Map([...editions].filter(([code]) => code !== 'S004')) },
  ],
  [
    'deleted one of the editions a fact is stated in',
    'fact: edition missing',
    EDITIONS,
    ['the edition RQ16', '"relationship.adds-privileges-only"'],
    { ...content, editions: new Map([...editions].filter(([code]) => code !== 'RQ16')) },
  ],
  [
    'cited an edition nobody listed',
    'fact: edition missing',
    EDITIONS,
    ['the edition MP25', `"${PURPOSE}"`],
    {
      ...content,
      facts: new Map([...facts].map(([id, fact]) => [id, id === PURPOSE ? { ...fact, statedIn: 'S000; MP25' } : fact])),
    },
  ],
  [
    'did not state a fact anywhere',
    'fact: not placed',
    ARTICLES,
    [`"${PURPOSE}"`],
    locales.reduce<Content>(
      (before, locale) =>
        written(
          locale,
          MULTIPARTNER,
          (article) => ({ facts: article.facts.filter(({ id }) => id !== PURPOSE) }),
          before,
        ),
      content,
    ),
  ],
  [
    'did not describe a newer fact',
    'newer: undescribed',
    NEWER,
    ['"newer.gdap-lifetime"'],
    { ...content, newer: new Map([...newer].filter(([id]) => id !== 'newer.gdap-lifetime')) },
  ],
  [
    'dated a documented fact',
    'newer: unknown',
    NEWER,
    [`"${PURPOSE}"`],
    {
      ...content,
      newer: new Map([...newer, [PURPOSE, { fact: PURPOSE, certainty: 'microsoft', sources: ['N1'] }]]),
    },
  ],
  [
    'dated a fact that is not in the ledger',
    'newer: unknown',
    NEWER,
    ['"newer.rumour"'],
    {
      ...content,
      newer: new Map([...newer, ['newer.rumour', { fact: 'newer.rumour', certainty: 'partner', sources: ['N1'] }]]),
    },
  ],
  [
    'read a newer fact in a source that is not listed',
    'newer: unknown source',
    NEWER,
    ['"newer.gdap-lifetime"', '"N99"'],
    dated('newer.gdap-lifetime', (fact) => ({ ...fact, sources: [...fact.sources, 'N99'] })),
  ],
  [
    'deleted a source of a newer fact',
    'newer: unknown source',
    NEWER,
    ['"newer.ea-narrowing"', '"N15"'],
    { ...content, newerSources: without(newerSources, 'N15') },
  ],
  [
    'said until when a newer rule may have begun, and not since when',
    'newer: half a span',
    NEWER,
    ['"newer.dap-not-with-relationship"'],
    dated('newer.dap-not-with-relationship', ({ fact, certainty, sources, until }) => ({
      fact,
      certainty,
      sources,
      until,
    })),
  ],
  [
    'let a disagreement rest on an unknown fact',
    'source: unknown fact',
    DISAGREEMENTS,
    ['geography rests on "license.unheard"'],
    {
      ...content,
      disagreements: disagreements.map((each) =>
        each.id === 'geography' ? { ...each, facts: [...each.facts, 'license.unheard'] } : each,
      ),
    },
  ],
  // the comparison
  [
    'let a cell of the comparison rest on an unknown fact',
    'source: unknown fact',
    COMPARISON,
    ['who-bills > azure-switch rests on "azure-switch.unheard"'],
    {
      ...content,
      comparison: {
        ...comparison,
        rows: comparison.rows.map((row) =>
          row.id === 'who-bills' ? { ...row, cells: { ...row.cells, 'azure-switch': ['azure-switch.unheard'] } } : row,
        ),
      },
    },
  ],
  [
    'compared a path that is no outcome',
    'comparison: unknown path',
    COMPARISON,
    ['"nirvana" is no outcome'],
    { ...content, comparison: { ...comparison, paths: [...comparison.paths, 'nirvana'] } },
  ],
  [
    'wrote a cell for a path that is not compared',
    'comparison: unknown path',
    COMPARISON,
    ['"time-limits"', '"germany-closed"'],
    {
      ...content,
      comparison: {
        ...comparison,
        rows: comparison.rows.map((row) =>
          row.id === 'time-limits' ? { ...row, cells: { ...row.cells, 'germany-closed': [PURPOSE] } } : row,
        ),
      },
    },
  ],
];

/** What a maintainer is told to do, by cause. */
const remedies: Readonly<Record<string, string>> = {
  revision: 'Run "npm run revise", which writes the new revision with the date of today.',
  'outcome: doubled id': 'Give each statement an id of its own.',
  'outcome: unknown fact': 'Correct the id, or add the fact to the ledger.',
  'outcome: never shown': 'Correct "when", or delete it.',
  'outcome: nobody': 'Name who does the step in "who".',
  'article: unknown': 'Name it in src/config/articles.ts, or delete it.',
  'article: missing': 'Write it in this locale too: every article exists in every locale.',
  'article: format': 'See CONTRIBUTING, "Add an article".',
  'article: headings differ': 'Use the same heading ids in the same order in every locale.',
  'article: link': 'Link to a page or section of this locale that exists, relative to this page, ending in / or #id.',
  'article: today': 'Newer facts stand under <h2 id="today">, and documented ones never do.',
  'article: unknown quote': 'Correct the id, or add the fact to the ledger.',
  'article: note without fact': 'Move the note to the article that states the fact.',
  'article: note missing': `Add <Disagreement fact="${DISPUTED}">...</Disagreement> below it.`,
  'article: unknown outcome': 'Correct the id.',
  'article: unknown answer': 'Correct the id in "preset".',
  'fact: unknown': 'Correct the id, or add the fact to the ledger.',
  'fact: doubled': 'Each fact has one home: state it once, and link there.',
  'fact: missing': 'State it, natively, in this locale too.',
  'fact: two homes': 'Move it, so that it has the same home in every locale.',
  'fact: not placed': 'State it in one article, in every locale.',
  'fact: edition missing': 'Add the edition.',
  'fact: no edition': 'Add the edition.',
  'newer: undescribed': 'Add its date, certainty and sources.',
  'newer: unknown': 'Correct the id, or delete the entry.',
  'newer: unknown source': 'Add it to newer-sources.json or editions.json.',
  'newer: half a span': 'Add "since".',
  'source: unknown fact': 'Correct the id, or add the fact to the ledger.',
};

/** The remedy of causes that differ by what is missing, by locale, or by message. */
function remedyOf(cause: string, locale: string | undefined): RegExp {
  if (/^wording: .* missing$/.test(cause)) return /^Write it, natively, from its facts\.$/;
  if (/^wording: .* unknown$/.test(cause)) return /^Delete it, or correct its id\.$/;
  if (cause === 'article: unknown term')
    return new RegExp(`^Correct the id, or add the term to src/content/glossary/${locale ?? ''}\\.json\\.$`);
  if (cause === 'outcome: says nothing') return /^Add one to "(steps|reasons)"\.$/;
  if (cause === 'comparison: unknown path') return /^(Correct the id|Add the path, or delete it)\.$/;
  return /^[A-Z].+\.$/;
}

const checked = new Map<Content, readonly ContentProblem[]>();

/** The problems of a content, which is checked once. */
function problemsOf(after: Content): readonly ContentProblem[] {
  const problems = checked.get(after) ?? checkContent(after);
  checked.set(after, problems);
  return problems;
}

const foundAfter = ([, cause, file, names, after]: Mistake): readonly ContentProblem[] =>
  problemsOf(after).filter(
    (problem) =>
      problem.cause === cause && problem.file === file && names.every((name) => problem.message.includes(name)),
  );

describe('a mistake in the content', () => {
  test.each(mistakes.map((mistake) => [mistake[0], mistake[1], mistake] as const))(
    'is reported where a maintainer %s (%s)',
    (_, __, mistake) => {
      const found = foundAfter(mistake);
      expect(found).toHaveLength(1);
      const [, cause, file, names] = mistake;
      const { remedy } = found[0] ?? { remedy: '' };
      if (remedies[cause] !== undefined) expect(remedy).toBe(remedies[cause]);
      expect(remedy).toMatch(remedyOf(cause, /\/(en|es|ru|pt-br)\//.exec(file)?.[1]));
      // On the terminal file, what is wrong and remedy are read together.
      const [told, where, what] = describeProblems(found).split('\n');
      expect(told).toBe(`${cause} (1)`);
      expect(where?.startsWith(`  ${file}: `)).toBe(true);
      for (const name of names) expect(where).toContain(name);
      expect(what).toBe(`  -> ${remedy}`);
    },
  );

  test('is known in every kind that the checks and the placing of facts report', () => {
    const causes = globSync('src/lib/content/{checks/*,facts}.ts').flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/'((?:outcome|article|fact|newer|source|comparison): [a-z ]+|revision)'/g),
    ]);
    const known = new Set(mistakes.map(([, cause]) => cause));
    expect(causes.length).toBeGreaterThan(25);
    expect(causes.map(([, cause]) => cause).filter((cause) => !known.has(cause ?? ''))).toEqual([]);
  });

  test('in the words of one locale is reported for that locale alone', () => {
    const inOne = mistakes.filter(([did, each]) => each.startsWith('wording: ') && !did.includes('in English that'));
    expect(inOne.length).toBeGreaterThan(50);
    for (const [did, cause, file, , after] of inOne) {
      // New English words are on no record of a translation yet; that is another mistake, of another file.
      const problems = problemsOf(after).filter((problem) => !problem.cause.startsWith('translation: '));
      expect([did, ...problems.map((problem) => `${problem.cause} in ${problem.file}`)]).toEqual([
        did,
        `${cause} in ${file}`,
      ]);
    }
  });

  test.each([
    'newer: undescribed',
    'newer: unknown source',
    'newer: half a span',
    'source: unknown fact',
    'article: unknown',
    'article: unknown quote',
    'article: unknown term',
    'fact: not placed',
  ])('is reported once, and nothing else with it: %s', (kind) => {
    const alike = mistakes.filter(([, cause]) => cause === kind);
    expect(alike.length).toBeGreaterThan(0);
    for (const [did, cause, file, , after] of alike)
      expect([did, ...problemsOf(after).map((problem) => [problem.cause, problem.file])]).toEqual([did, [cause, file]]);
  });

  test('in an article that one locale lacks makes each of its facts missing there', () => {
    const slug = 'remove-a-relationship';
    const facts = content.articles.en.get(slug)?.facts ?? [];
    expect(facts.length).toBeGreaterThan(3);
    const problems = checkContent(missing('ru', slug)).filter(({ cause }) => cause === 'fact: missing');
    expect(problems.map(({ file }) => file)).toEqual(facts.map(() => articleFile('ru', slug)));
    for (const { id } of facts) expect(problems.some(({ message }) => message.includes(`"${id}"`))).toBe(true);
  });

  test('in one locale does not make a fact that the others state a fact without a place', () => {
    for (const locale of locales) {
      const after = written(locale, MULTIPARTNER, (article) => ({
        facts: article.facts.filter(({ id }) => id !== PURPOSE),
      }));
      expect(checkContent(after).map(({ cause }) => cause)).toEqual(['fact: missing']);
    }
  });

  // Each of these is no mistake and must not be reported as one.
  test.each([
    ['another article', '../multipartner/'],
    ['a section of another article', '../multipartner/#see-also'],
    ['a fact of another article', `../multipartner/#${PURPOSE}`],
    ['a section of the same page', '#see-also'],
    ['an article under 21Vianet', '../21vianet/multipartner/'],
    ['the wizard', '../wizard/'],
    ['a term of the glossary', '../glossary/#tenant'],
    ['a result of the wizard', '../wizard/germany/germany-closed/'],
  ])('is not a link to %s, %s', (_, href) => {
    expect(checkContent(link(href))).toEqual([]);
  });

  test('in the answers with which the wizard of an article starts is found where another question comes first', () => {
    const tree = compile(table);
    const behind = isQuestion(tree) ? nextNode(tree, 'global') : undefined;
    const found = (root: DecisionTree | undefined) => {
      const messages: string[] = [];
      checkArticles(content, root, (cause, _, message) => {
        if (cause === 'article: unknown answer') messages.push(message);
      });
      return messages;
    };
    expect(found(tree)).toEqual([]);
    expect(found(undefined)).toEqual([]);
    expect(found(behind)).toContain(
      '21vianet/multichannel starts its wizard with "21vianet", which is no answer there',
    );
  });

  test('is not a quote of another article, of a newer fact under Today', () => {
    const after = written('ru', MULTIPARTNER, ({ quotes }) => ({
      quotes: [
        ...quotes,
        { fact: 'azure-switch.two-ids', section: 'how-it-works' },
        { fact: 'newer.gdap-lifetime', section: 'today' },
      ],
    }));
    expect(checkContent(after)).toEqual([]);
  });

  test('is not a source of a newer fact that is an edition of an article', () => {
    expect(checkContent(dated('newer.advisor-legacy', (fact) => ({ ...fact, sources: ['AV21'] })))).toEqual([]);
  });

  test('is not a link up and out of the folder of 21Vianet', () => {
    const after = written('ru', '21vianet/multipartner', () => ({
      links: ['../../multipartner/', '../../wizard/', '#see-also'],
    }));
    expect(checkContent(after)).toEqual([]);
  });

  test.each([
    '../outcomes/',
    '../outcomes/multi-partner/',
    '../',
    '../wizard/global/',
    '../search/',
    '../compare/',
    '../glossary/',
    '../changes/',
    '../sources/',
  ])('is not a link to a page of another kind, %s', (href) => {
    expect(checkContent(link(href))).toEqual([]);
  });
});

describe('a report for the terminal', () => {
  const problem = (cause: string, file: string): ContentProblem => ({
    cause,
    file,
    message: `${file} is wrong`,
    remedy: `Mend ${cause}.`,
  });

  test('groups problems by cause, each with its remedy once', () => {
    const problems = [problem('link', 'a.mdx'), problem('gap', 'rows.json'), problem('link', 'b.mdx')];
    expect(describeProblems(problems).split('\n')).toEqual([
      'link (2)',
      '  a.mdx: a.mdx is wrong',
      '  b.mdx: b.mdx is wrong',
      '  -> Mend link.',
      'gap (1)',
      '  rows.json: rows.json is wrong',
      '  -> Mend gap.',
    ]);
  });

  test('names only some problems of a cause, and says how many more there are', () => {
    const problems = ['a', 'b', 'c', 'd'].map((file) => problem('link', file));
    expect(describeProblems(problems, 3).split('\n')).toEqual([
      'link (4)',
      '  a: a is wrong',
      '  b: b is wrong',
      '  c: c is wrong',
      '  and 1 more',
      '  -> Mend link.',
    ]);
    expect(describeProblems(problems, 4)).not.toContain('more');
  });

  test('names eight of a cause unless told otherwise', () => {
    const problems = Array.from({ length: 10 }, (_, index) => problem('link', `${index}.mdx`));
    expect(describeProblems(problems).split('\n')).toHaveLength(1 + 8 + 1 + 1);
    expect(describeProblems(problems)).toContain('and 2 more');
  });

  test('is empty where there is nothing to tell', () => {
    expect(describeProblems([])).toBe('');
  });
});
