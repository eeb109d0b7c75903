import { describe, expect, test } from 'vitest';
import type { ArticleSlug } from '../../src/config/articles.ts';
import { locales, type Locale } from '../../src/config/locales.ts';
import type { ParsedArticle } from '../../src/lib/content/article.ts';
import { checkContent, describeReport, type ContentProblem } from '../../src/lib/content/check.ts';
import { loadContent, type Content, type Wording } from '../../src/lib/content/load.ts';
import type { OutcomeDescription, OutcomeItem } from '../../src/lib/content/schemas.ts';

const content = loadContent();
const { table, outcomes, facts, editions } = content;

/** What a maintainer did to the real content, how the problem is called, in which file, and what its message names. */
type Mistake = readonly [did: string, cause: string, file: string, names: readonly string[], after: Content];

const OUTCOMES = 'src/content/decision/outcomes.json';
const TABLE = 'src/content/decision';
const wordsFile = (locale: Locale, name: string) => `src/content/wording/${locale}/${name}.json`;
const articleFile = (locale: Locale, slug: ArticleSlug) => `src/content/articles/${locale}/${slug}.mdx`;

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

/** The first step of multi-partner, otherwise. */
const firstStep = (change: (item: OutcomeItem) => OutcomeItem): Content =>
  described('multi-partner', ({ steps }) => ({
    steps: steps.map((item, index) => (index === 0 ? change(item) : item)),
  }));

const link = (href: string): Content => written('es', 'multichannel', ({ links }) => ({ links: [...links, href] }));

const MULTIPARTNER = 'multipartner';
const PURPOSE = 'multi-partner.purpose';
const DISPUTED = 'multi-partner.keeps-partner-of-record';

const mistakes: readonly Mistake[] = [
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
        questions: { ...questions, colour: { title: 'Which?', label: 'Colour' } },
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
      `left an outcome in ${locale} that does not exist`,
      'wording: outcome unknown',
      wordsFile(locale, 'outcomes'),
      ['"nirvana"'],
      worded(locale, (words) => ({
        outcomes: {
          ...words.outcomes,
          nirvana: { title: 'T', path: 'P.', description: 'D.', keywords: ['k'], steps: {}, doesNot: {}, reasons: {} },
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
      ['"newer.gdap-lifetime"'],
      written(locale, MULTIPARTNER, ({ facts }) => ({
        facts: facts.map((fact) => (fact.id === 'newer.gdap-lifetime' ? { ...fact, section: 'how-it-works' } : fact)),
      })),
    ],
    [
      `called a documented fact new in ${locale}`,
      'article: today',
      articleFile(locale, MULTIPARTNER),
      ['"multi-partner.purpose"'],
      written(locale, MULTIPARTNER, ({ facts }) => ({
        facts: facts.map((fact) => (fact.id === 'multi-partner.purpose' ? { ...fact, section: 'today' } : fact)),
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
    'deleted the only edition a fact is stated in',
    'fact: no edition',
    'src/content/facts/editions.json',
    ['"license.cannot-switch-csp-partner"', 'S004'],
    { ...content, editions: new Map([...editions].filter(([code]) => code !== 'S004')) },
  ],
];

const foundAfter = ([, cause, file, names, after]: Mistake): readonly ContentProblem[] =>
  checkContent(after).problems.filter(
    (problem) =>
      problem.cause === cause && problem.file === file && names.every((name) => problem.message.includes(name)),
  );

describe('a mistake in the content', () => {
  test.each(mistakes.map((mistake) => [mistake[0], mistake[1], mistake] as const))(
    'is reported where a maintainer %s (%s)',
    (_, __, mistake) => {
      const found = foundAfter(mistake);
      expect(found).toHaveLength(1);
      for (const { remedy } of found) expect(remedy).toMatch(/^[A-Z].+\.$/);
    },
  );

  test('in the words of one locale is reported for that locale alone', () => {
    for (const [did, cause, file, , after] of mistakes.filter(([, each]) => each.startsWith('wording: '))) {
      const { problems } = checkContent(after);
      expect([did, ...problems.map((problem) => `${problem.cause} in ${problem.file}`)]).toEqual([
        did,
        `${cause} in ${file}`,
      ]);
    }
  });

  test('that leaves a fact unplaced in every locale is none: the fact is still to be placed', () => {
    let after = content;
    for (const locale of locales)
      after = written(
        locale,
        MULTIPARTNER,
        (article) => ({ facts: article.facts.filter(({ id }) => id !== PURPOSE) }),
        after,
      );
    const { problems, notYetPlaced } = checkContent(after);
    expect(problems).toEqual([]);
    expect(notYetPlaced).toContain(PURPOSE);
  });

  // Each of these is no mistake and must not be reported as one.
  test.each([
    ['another article', '../multipartner/'],
    ['a section of another article', '../multipartner/#see-also'],
    ['a fact of another article', `../multipartner/#${PURPOSE}`],
    ['a section of the same page', '#see-also'],
    ['an article under 21Vianet', '../21vianet/multipartner/'],
    ['the wizard', '../wizard/'],
  ])('is not a link to %s, %s', (_, href) => {
    expect(checkContent(link(href)).problems).toEqual([]);
  });

  test('is not a link up and out of the folder of 21Vianet', () => {
    const after = written('ru', '21vianet/multipartner', () => ({
      links: ['../../multipartner/', '../../wizard/', '#see-also'],
    }));
    expect(checkContent(after).problems).toEqual([]);
  });

  test.each(['../outcomes/', '../outcomes/multi-partner/', '../search/', '../', '../wizard/global/'])(
    'is not a link to a page of another kind, %s',
    (href) => {
      expect(checkContent(link(href)).problems).toEqual([]);
    },
  );
});

describe('a report for the terminal', () => {
  const problem = (cause: string, file: string): ContentProblem => ({
    cause,
    file,
    message: `${file} is wrong`,
    remedy: `Mend ${cause}.`,
  });

  test('groups problems by cause, each with its remedy once, and then names what is still to do', () => {
    const report = {
      problems: [problem('link', 'a.mdx'), problem('gap', 'rows.json'), problem('link', 'b.mdx')],
      notYetPlaced: ['a.one', 'a.two'],
    };
    expect(describeReport(report).split('\n')).toEqual([
      'link (2)',
      '  a.mdx: a.mdx is wrong',
      '  b.mdx: b.mdx is wrong',
      '  -> Mend link.',
      'gap (1)',
      '  rows.json: rows.json is wrong',
      '  -> Mend gap.',
      '2 facts not yet placed: a.one, a.two',
    ]);
  });

  test('names only some problems of a cause, and says how many more there are', () => {
    const problems = ['a', 'b', 'c', 'd'].map((file) => problem('link', file));
    expect(describeReport({ problems, notYetPlaced: [] }, 3).split('\n')).toEqual([
      'link (4)',
      '  a: a is wrong',
      '  b: b is wrong',
      '  c: c is wrong',
      '  and 1 more',
      '  -> Mend link.',
    ]);
    expect(describeReport({ problems, notYetPlaced: [] }, 4)).not.toContain('more');
  });

  test('is empty where there is nothing to tell', () => {
    expect(describeReport({ problems: [], notYetPlaced: [] })).toBe('');
  });
});
