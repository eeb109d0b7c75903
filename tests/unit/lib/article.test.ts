import { describe, expect, test } from 'vitest';
import { bodyOf, parseArticle } from '../../../src/lib/content/article.ts';

const FRONT = '---\ntitle: "Multi-partner"\ndescription: "What it is"\nwritten: 2026-11-20\n---\n';
const parse = (...lines: readonly string[]) => parseArticle(`${FRONT}\n${lines.join('\n')}\n`);

describe('the source of an article', () => {
  const article = parse(
    'You can work beside others. <Fact id="multi-partner.purpose">It is for customers of two partners.</Fact> <Fact id="multi-partner.example">One sells licences, one Azure.</Fact>',
    '',
    '<Disagreement fact="multi-partner.example">Editions of 2016 said otherwise.</Disagreement>',
    '',
    '<h2 id="when-it-applies">When it applies</h2>',
    '',
    '<Situations />',
    '',
    '- <Fact id="multi-partner.served">The customer may have a partner already.</Fact>',
    '1. Read [the steps](../request/#steps), then <Fact id="multi-partner.ask">ask the customer.</Fact> See [more](../multichannel/).',
    '',
    '<p><Fact id="multi-partner.alone">A paragraph of its own.</Fact></p>',
    '',
    '<h2 id="see-also">See also</h2>',
    '',
    '<Wizard preset="21vianet" />',
    '',
    '- [Wizard](../wizard/)',
  );

  test('has a title', () => {
    expect(article.title).toBe('Multi-partner');
    expect(parseArticle('---\ntitle: Bare title\n---\n').title).toBe('Bare title');
  });

  test('states facts, each with its sentence and the heading above it', () => {
    expect(article.facts).toEqual([
      { id: 'multi-partner.purpose', text: 'It is for customers of two partners.', section: '' },
      { id: 'multi-partner.example', text: 'One sells licences, one Azure.', section: '' },
      { id: 'multi-partner.served', text: 'The customer may have a partner already.', section: 'when-it-applies' },
      { id: 'multi-partner.ask', text: 'ask the customer.', section: 'when-it-applies' },
      { id: 'multi-partner.alone', text: 'A paragraph of its own.', section: 'when-it-applies' },
    ]);
  });

  test('notes where editions disagree, by fact', () => {
    expect(article.disagreements).toEqual([
      { fact: 'multi-partner.example', text: 'Editions of 2016 said otherwise.' },
    ]);
  });

  test('has headings in their order', () => {
    expect(article.sections).toEqual([
      { id: 'when-it-applies', title: 'When it applies' },
      { id: 'see-also', title: 'See also' },
    ]);
  });

  test('links to other pages', () => {
    expect(article.links).toEqual(['../request/#steps', '../multichannel/', '../wizard/']);
  });

  test('without a mistake has no problem', () => {
    expect(article.problems).toEqual([]);
  });

  test('without its front matter is its body', () => {
    expect(bodyOf(`${FRONT}One.\n---\nTwo.\n`)).toBe('One.\n---\nTwo.\n');
    expect(bodyOf('No front matter.\n')).toBe('No front matter.\n');
  });

  test('may keep letters, quotes and dashes of any language in a fact', () => {
    const text = 'С клиентом — «тенант», “tenant”, ação; 100 % & more (DAP).';
    const { facts, problems } = parse(`Also: <Fact id="a.b">${text}</Fact>`);
    expect([facts.map((fact) => fact.text), problems]).toEqual([[text], []]);
  });
});

const MARKUP = 'the fact a.b has markup: write plain text, and put links beside it';
const SPACE = 'the fact a.b is empty or has white space at an end';
const UNCLOSED = 'a <Fact> is not closed on its line';
const NOTE_MARKUP = 'the note on a.b has markup: write plain text';
const NOTE = 'a <Disagreement> does not stand alone on a line';
const QUOTE_FORM = 'a <Quote fact="..." /> does not have that form';
const TWICE = 'the term t is explained twice: mark its first mention only';
const HEADING_MARKUP = /^the heading ".+" has markup: write plain text$/;
const BROKEN = /^broken tag \(keep each on one line\): /;
const HEADING = /^write headings as <h2 id="\.\.\.">: /;
const ALONE = /^a paragraph of facts alone stands in <p>\.\.\.<\/p>/;

describe('a fact that is quoted in an article', () => {
  const { quotes, facts, problems } = parse(
    'It stands beside others: <Quote fact="a.one" />',
    '',
    '<h2 id="today">Today</h2>',
    '',
    '- <Quote fact="a.two" />',
    '- <Fact id="a.new">It is new.</Fact> <Quote fact="a.three" /> So it goes.',
    '',
    '<p><Quote fact="a.four" /></p>',
  );

  test('is known with the heading above it, in the order of the page', () => {
    expect(quotes).toEqual([
      { fact: 'a.one', section: '' },
      { fact: 'a.two', section: 'today' },
      { fact: 'a.three', section: 'today' },
      { fact: 'a.four', section: 'today' },
    ]);
  });

  test('has its home elsewhere: it is not stated there', () => {
    expect(facts.map(({ id }) => id)).toEqual(['a.new']);
    expect(problems).toEqual([]);
  });
});

describe('a term that is explained in place', () => {
  const article = parse(
    'The <Term id="csp">CSP programme</Term> has <Term id="partner">partners</Term>.',
    '',
    'One rule: <Fact id="a.b">A <Term id="reseller">reseller</Term> asks the <Term id="tenant">tenant’s owner</Term>.</Fact>',
    '',
    '<Disagreement fact="a.c"><Fact id="a.c">Editions differ on <Term id="dap">privileges</Term>.</Fact></Disagreement>',
    '',
    '- [The <Term id="channel">channel</Term>](../multichannel/) it came through.',
  );

  test('is known by its id, in the text, in a fact, in the fact of a note and in a link', () => {
    expect(article.terms).toEqual(['csp', 'partner', 'reseller', 'tenant', 'dap', 'channel']);
    expect(article.problems).toEqual([]);
  });

  test('leaves no trace in the sentence of a fact, which is quoted elsewhere', () => {
    expect(article.facts.map(({ text }) => text)).toEqual([
      'A reseller asks the tenant’s owner.',
      'Editions differ on privileges.',
    ]);
  });

  test('leaves a link around it as it is', () => {
    expect(article.links).toEqual(['../multichannel/']);
  });
});

describe('a fact that only records a conflict', () => {
  const { facts, disagreements, quotes, problems } = parse(
    '<h2 id="access">Access</h2>',
    '',
    '<Disagreement fact="a.alone"><Fact id="a.alone">Pages contradict each other.</Fact></Disagreement>',
    '',
    '<Disagreement fact="a.more"><Fact id="a.more">One page says yes.</Fact> Another says no: ask.</Disagreement>',
  );

  test('is stated by its note, under the heading above', () => {
    expect(facts).toEqual([
      { id: 'a.alone', text: 'Pages contradict each other.', section: 'access' },
      { id: 'a.more', text: 'One page says yes.', section: 'access' },
    ]);
    expect([quotes, problems]).toEqual([[], []]);
  });

  test('is not repeated in what the note says beside it', () => {
    expect(disagreements).toEqual([
      { fact: 'a.alone', text: '' },
      { fact: 'a.more', text: 'Another says no: ask.' },
    ]);
  });
});

describe('the readable lines of an article', () => {
  const lines = (...body: readonly string[]) => parse(...body).readable.slice(2);

  test('begin with title and description, counted from the first line of the file', () => {
    expect(parse('Text.').readable).toEqual([
      { line: 2, text: 'Multi-partner' },
      { line: 3, text: 'What it is' },
      { line: 7, text: 'Text.' },
    ]);
  });

  test('leave out the date and lines without words', () => {
    const file = '---\ntitle: Bare title\nwritten: 2026-11-21\n---\n\n<Situations />\n\nText.\n';
    expect(parseArticle(file).readable).toEqual([
      { line: 2, text: 'Bare title' },
      { line: 8, text: 'Text.' },
    ]);
  });

  test.each([
    ['a fact', 'It is so. <Fact id="a.b">It is.</Fact>', 'It is so. It is.'],
    ['a term', 'The <Term id="csp">CSP programme</Term>.', 'The CSP programme.'],
    ['a term in a fact', '<p><Fact id="a.b">The <Term id="csp">programme</Term> is.</Fact></p>', 'The programme is.'],
    ['a heading', '<h2 id="what-moves">What moves</h2>', 'What moves'],
    ['a note', '<Disagreement fact="a.b">Editions differ.</Disagreement>', 'Editions differ.'],
    ['a link', 'See [the steps](../request/#steps) first.', 'See the steps first.'],
    ['emphasis', '1. **Check.** Then *create*.', 'Check. Then create.'],
    ['a point of a list', '- One point - and no more.', 'One point - and no more.'],
    ['a quote, whose words stand elsewhere', 'So: <Quote fact="a.b" /> Ask.', 'So: … Ask.'],
  ])('hold the words of %s, without its markup', (_, source, text) => {
    expect(lines(source)).toEqual([{ line: 7, text }]);
  });

  test('are the same for a file with the line ends of Windows', () => {
    const file = `${FRONT}\nOne.\n\nTwo.\n`;
    expect(parseArticle(file.replaceAll('\n', '\r\n')).readable).toEqual(parseArticle(file).readable);
  });
});

describe('a mistake in the form of an article is reported:', () => {
  test.each([
    ['a link in a fact', 'So: <Fact id="a.b">See [this](../x/).</Fact>', [MARKUP]],
    ['emphasis in a fact', 'So: <Fact id="a.b">Never *ever*.</Fact>', [MARKUP]],
    ['an underscore in a fact', 'So: <Fact id="a.b">Never _ever_.</Fact>', [MARKUP]],
    ['code in a fact', 'So: <Fact id="a.b">Press `OK`.</Fact>', [MARKUP]],
    ['an element in a fact', 'So: <Fact id="a.b">Press <b>OK</b>.</Fact>', [MARKUP]],
    ['an expression in a fact', 'So: <Fact id="a.b">Press {ok}.</Fact>', [MARKUP]],
    ['an entity in a fact', 'So: <Fact id="a.b">One&nbsp;two.</Fact>', [MARKUP]],
    ['a backslash in a fact', 'So: <Fact id="a.b">One \\ two.</Fact>', [MARKUP]],
    ['white space before a fact’s sentence', 'So: <Fact id="a.b"> It is.</Fact>', [SPACE]],
    ['white space behind a fact’s sentence', 'So: <Fact id="a.b">It is. </Fact>', [SPACE]],
    ['an empty fact', 'So: <Fact id="a.b"></Fact>', [SPACE]],
    ['a fact without its end', 'So: <Fact id="a.b">It is.', [BROKEN, UNCLOSED]],
    ['a fact without its beginning', 'So: It is.</Fact>', [BROKEN]],
    ['a fact over two lines', 'So: <Fact id="a.b">It\nis.</Fact>', [BROKEN, BROKEN, UNCLOSED]],
    ['a fact that ends itself', 'So: <Fact id="a.b" />', [BROKEN, UNCLOSED]],
    ['a fact without id', 'So: <Fact>It is.</Fact>', [BROKEN]],
    ['a fact with another quote', "So: <Fact id='a.b'>It is.</Fact>", [BROKEN, UNCLOSED]],
    ['a fact with a second attribute', 'So: <Fact id="a.b" lang="en">It is.</Fact>', [BROKEN, UNCLOSED]],
    ['a fact in a heading', '<h2 id="x"><Fact id="a.b">It is.</Fact></h2>', [HEADING_MARKUP, UNCLOSED]],
    ['emphasis in a heading', '<h2 id="x">What *moves*</h2>', [HEADING_MARKUP]],
    ['a term in a heading', '<h2 id="x">The <Term id="t">tenant</Term></h2>', [HEADING_MARKUP]],
    ['a quote in a heading', '<h2 id="x">So <Quote fact="a.b" /></h2>', [HEADING_MARKUP, QUOTE_FORM]],
    ['a paragraph of one fact alone', '<Fact id="a.b">It is.</Fact>', [ALONE]],
    ['a paragraph of facts alone', '<Fact id="a.b">It is.</Fact> <Fact id="a.c">So.</Fact>', [ALONE]],
    ['an indented fact alone', '   <Fact id="a.b">It is.</Fact>', [ALONE]],
    ['a heading in Markdown', '## When', [HEADING]],
    ['a title in the text', '# When', [HEADING]],
    ['a heading of the first level', '<h1>When</h1>', [HEADING]],
    ['a heading of the third level', '<h3 id="when">When</h3>', [HEADING]],
    ['a heading without id', '<h2>When</h2>', [BROKEN]],
    ['a heading with something behind it', '<h2 id="when">When</h2> More.', [BROKEN]],
    ['a heading over two lines', '<h2 id="when">\nWhen</h2>', [BROKEN, BROKEN]],
    ['markup in a note', '<Disagreement fact="a.b">See [this](../x/).</Disagreement>', [NOTE_MARKUP]],
    ['a note inside a line', 'So: <Disagreement fact="a.b">Or not.</Disagreement>', [BROKEN, NOTE]],
    ['a note with something behind it', '<Disagreement fact="a.b">Or not.</Disagreement> So.', [BROKEN, NOTE]],
    ['a note over two lines', '<Disagreement fact="a.b">Or\nnot.</Disagreement>', [BROKEN, BROKEN, NOTE]],
    ['a note without its fact', '<Disagreement>Or not.</Disagreement>', [BROKEN]],
    ['a quote with a sentence of its own', 'So: <Quote fact="a.b">It is.</Quote>', [BROKEN, QUOTE_FORM]],
    ['a quote that does not end itself', 'So: <Quote fact="a.b">', [BROKEN, QUOTE_FORM]],
    ['a quote by another attribute', 'So: <Quote id="a.b" />', [BROKEN, QUOTE_FORM]],
    ['a quote without its fact', 'So: <Quote />', [BROKEN, QUOTE_FORM]],
    ['a quote in a note', '<Disagreement fact="a.b">Or <Quote fact="a.c" /></Disagreement>', [NOTE_MARKUP, QUOTE_FORM]],
    ['a paragraph of one quote alone', '<Quote fact="a.b" />', [ALONE]],
    ['a paragraph of a fact and a quote', '<Fact id="a.b">It is.</Fact> <Quote fact="a.c" />', [ALONE]],
    ['a term without its end', 'The <Term id="t">tenant of the customer.', [BROKEN]],
    ['a term over two lines', 'The <Term id="t">tenant of\nthe customer</Term>.', [BROKEN, BROKEN]],
    ['a term without id', 'The <Term>tenant</Term>.', [BROKEN]],
    ['a term explained twice in a line', 'A <Term id="t">tenant</Term> or <Term id="t">tenants</Term>.', [TWICE]],
    ['a term explained in two places', 'A <Term id="t">tenant</Term>.\n\n- Two <Term id="t">tenants</Term>.', [TWICE]],
    [
      'a term explained beside a fact and in it',
      'A <Term id="t">tenant</Term>. <Fact id="a.b">A <Term id="t">tenant</Term> is.</Fact>',
      [TWICE],
    ],
    [
      'a term explained in a fact and in the fact of a note',
      'So: <Fact id="a.b">A <Term id="t">tenant</Term> is.</Fact>\n\n' +
        '<Disagreement fact="a.c"><Fact id="a.c">A <Term id="t">tenant</Term> is not.</Fact></Disagreement>',
      [TWICE],
    ],
    ['emphasis on a term in a fact', 'So: <Fact id="a.b">The *<Term id="t">tenant</Term>* is.</Fact>', [MARKUP]],
    [
      'a term in a note beside its fact',
      '<Disagreement fact="a.b">Of the <Term id="t">tenant</Term>.</Disagreement>',
      [NOTE_MARKUP],
    ],
    ['a paragraph of a term alone', '<Term id="t">Tenant</Term>', [ALONE]],
    ['a paragraph of a fact with a term alone', '<Fact id="a.b">A <Term id="t">tenant</Term>.</Fact>', [ALONE]],
    [
      'markup in the fact of a note',
      '<Disagreement fact="a.b"><Fact id="a.b">It *is*.</Fact></Disagreement>',
      [MARKUP],
    ],
    ['an empty fact in its note', '<Disagreement fact="a.b"><Fact id="a.b"></Fact> Or not.</Disagreement>', [SPACE]],
  ])('%s', (_, text, expected) => {
    const { problems } = parse(text);
    expect(problems).toHaveLength(expected.length);
    for (const [place, each] of expected.entries()) {
      if (typeof each === 'string') expect(problems[place]).toBe(each);
      else expect(problems[place]).toMatch(each);
    }
  });

  test.each([
    ['no front matter', 'Text alone.\n', ['title', 'description', 'written']],
    ['front matter without a title', '---\ndescription: "x"\nwritten: 2026-11-20\n---\nText.\n', ['title']],
    ['an empty title', '---\ntitle: ""\ndescription: "x"\nwritten: 2026-11-20\n---\nText.\n', ['title']],
    ['a title in the body only', '---\ndescription: "x"\nwritten: 2026-11-20\n---\ntitle: "Not this"\n', ['title']],
    ['a day that never was', FRONT.replace('11-20', '11-31'), ['written']],
    ['a day in words', FRONT.replace('2026-11-20', 'yesterday'), ['written']],
    ['a description that lists would cut off', FRONT.replace('What it is', 'x'.repeat(171)), ['description']],
    ['a field that nothing reads', FRONT.replace('written', 'author: Somebody\nwritten'), ['']],
  ])('%s', (_, source, fields) => {
    const { problems } = parseArticle(source);
    expect(problems).toHaveLength(fields.length);
    for (const [index, field] of fields.entries())
      expect(problems[index]).toMatch(new RegExp(`^its front matter is wrong at "${field}".*: give it title, `));
  });

  test('every one of them, not only the first', () => {
    const { problems } = parse('## A', '', 'So: <Fact id="a.b"> *is* </Fact>', '', '<h3>B</h3>');
    expect(problems).toHaveLength(4);
    expect(problems.slice(1, 3)).toEqual([MARKUP, SPACE]);
    for (const problem of [problems[0], problems[3]]) expect(problem).toMatch(HEADING);
  });
});

describe('a mistake in the form of an article is reported as well:', () => {
  test.each([
    ['a numeric entity in a fact, which is quoted as it is', 'So: <Fact id="a.b">One&#160;two.</Fact>'],
    ['a fact commented out, which the page does not show', 'So. {/* <Fact id="a.b">It is.</Fact> */}'],
    ['two headings with one id', '<h2 id="when">When</h2>\n\nText.\n\n<h2 id="when">When not</h2>'],
    ['a heading without an address', '<h2 id="">When</h2>'],
  ])('%s', (_, text) => {
    expect(parse(text).problems).not.toEqual([]);
  });

  test('lines ending as on Windows are no mistake', () => {
    expect(parseArticle(`${FRONT}\n<h2 id="a">A</h2>\n`.replaceAll('\n', '\r\n')).problems).toEqual([]);
  });
});
