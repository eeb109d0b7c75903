import { describe, expect, test } from 'vitest';
import { bodyOf, parseArticle } from '../../../src/lib/content/article.ts';

const FRONT = '---\ntitle: "Multi-partner"\ndescription: "What it is"\n---\n';
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
const NOTE = 'a <Disagreement> does not stand alone on a line';
const BROKEN = /^broken tag \(keep each on one line\): /;
const HEADING = /^write headings as <h2 id="\.\.\.">: /;
const ALONE = /^a paragraph of facts alone stands in <p>\.\.\.<\/p>/;

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
    ['a fact in a heading', '<h2 id="x"><Fact id="a.b">It is.</Fact></h2>', [UNCLOSED]],
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
    [
      'markup in a note',
      '<Disagreement fact="a.b">See [this](../x/).</Disagreement>',
      ['the note on a.b has markup: write plain text'],
    ],
    ['a note inside a line', 'So: <Disagreement fact="a.b">Or not.</Disagreement>', [BROKEN, NOTE]],
    ['a note with something behind it', '<Disagreement fact="a.b">Or not.</Disagreement> So.', [BROKEN, NOTE]],
    ['a note over two lines', '<Disagreement fact="a.b">Or\nnot.</Disagreement>', [BROKEN, BROKEN, NOTE]],
    ['a note without its fact', '<Disagreement>Or not.</Disagreement>', [BROKEN]],
  ])('%s', (_, text, expected) => {
    const { problems } = parse(text);
    expect(problems).toHaveLength(expected.length);
    for (const [place, each] of expected.entries()) {
      if (typeof each === 'string') expect(problems[place]).toBe(each);
      else expect(problems[place]).toMatch(each);
    }
  });

  test.each([
    ['no front matter', 'Text alone.\n'],
    ['front matter without a title', '---\ndescription: "x"\n---\nText.\n'],
    ['an empty title', '---\ntitle: ""\n---\nText.\n'],
    ['a title in the body only', '---\ndescription: "x"\n---\ntitle: "Not this"\n'],
  ])('%s', (_, source) => {
    expect(parseArticle(source).problems).toEqual(['its front matter has no title']);
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
