import { articleSchema } from './schemas.ts';

/** A sentence of an article that states a fact of the ledger. */
export interface StatedFact {
  readonly id: string;
  readonly text: string;
  /** the heading under which it stands; empty above the first */
  readonly section: string;
}

/** A heading of an article with its address on the page. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

/** A line of readable text, for checks of wording. */
export interface ReadableLine {
  /** counted from 1 in the file */
  readonly line: number;
  readonly text: string;
}

/** What can be read from the source of an article without rendering it. */
export interface ParsedArticle {
  readonly title: string;
  readonly description: string;
  /** the day, as in 2026-11-20 */
  readonly written: string;
  /** its MDX source without front matter */
  readonly body: string;
  readonly facts: readonly StatedFact[];
  /** facts quoted from their home, by the heading under which they are quoted */
  readonly quotes: readonly { readonly fact: string; readonly section: string }[];
  /** notes on disagreeing editions, by the fact concerned */
  readonly disagreements: readonly { readonly fact: string; readonly text: string }[];
  /** ids of the terms explained in place */
  readonly terms: readonly string[];
  readonly sections: readonly Section[];
  readonly links: readonly string[];
  /** its words without markup, front matter included */
  readonly readable: readonly ReadableLine[];
  /** what breaks the format, each with its remedy */
  readonly problems: readonly string[];
}

const FACT = /<Fact id="([^"]*)">(.*?)<\/Fact>/g;
const QUOTE = /<Quote fact="([^"]*)" \/>/g;
const TERM = /<Term id="([^"]*)">(.*?)<\/Term>/g;
const DISAGREEMENT = /^<Disagreement fact="([^"]*)">(.*)<\/Disagreement>$/;
const HEADING = /^<h2 id="([^"]*)">(.*)<\/h2>$/;
const LINK = /\]\(([^)\s]+)\)/g;
const FIELD = /^(\w+): ("?)(.*?)\2$/gm;
const MARKUP = /[<>{}[\]*_`\\]|&#?\w+;/;

/** The body of an MDX file, without its front matter. */
export const bodyOf = (source: string): string => source.replace(/^---\n[\s\S]*?\n---\n/, '');

const withoutTerms = (text: string): string => text.replaceAll(TERM, '$2');

/** The readable part of a line of front matter or body: tags, link targets and emphasis taken out. */
const readableOf = (line: string): string =>
  line
    .replace(/^written: .*$|^---$/, '')
    .replace(/^(title|description): "?(.*?)"?$/, '$2')
    .replaceAll(QUOTE, '…')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/[[\]*]/g, '')
    .replace(/^(- |\d+\. )/, '')
    .trim();

/**
 * Reads the facts, headings, notes, terms and links of an article from its MDX source. The format is strict, so that a
 * sentence can be quoted anywhere: a fact is plain text on one line, in which at most a term is marked.
 * @param file its text, with or without front matter
 */
export function parseArticle(file: string): ParsedArticle {
  const source = file.replaceAll('\r\n', '\n');
  const facts: StatedFact[] = [];
  const quotes: { fact: string; section: string }[] = [];
  const disagreements: { fact: string; text: string }[] = [];
  const terms: string[] = [];
  const sections: Section[] = [];
  const links: string[] = [];
  const problems: string[] = [];
  let section = '';
  const body = bodyOf(source);
  const frontMatter = source.slice(0, source.length - body.length);
  const given = Object.fromEntries([...frontMatter.matchAll(FIELD)].map(([, key = '', , value]) => [key, value]));
  const { title = '', description = '', written = '' } = given;
  for (const { path, message } of articleSchema.safeParse(given).error?.issues ?? [])
    problems.push(
      `its front matter is wrong at "${path.join('.')}" (${message}): give it title, description and written`,
    );
  const state = (id: string, inner: string) => {
    const text = withoutTerms(inner);
    if (MARKUP.test(text)) problems.push(`the fact ${id} has markup: write plain text, and put links beside it`);
    if (text.trim() !== text || text === '') problems.push(`the fact ${id} is empty or has white space at an end`);
    facts.push({ id, text, section });
  };
  const explain = (line: string) => {
    for (const [, id = ''] of line.matchAll(TERM))
      if (terms.includes(id)) problems.push(`the term ${id} is explained twice: mark its first mention only`);
      else terms.push(id);
  };
  for (const line of body.split('\n')) {
    const heading = HEADING.exec(line);
    const disagreement = DISAGREEMENT.exec(line);
    if (heading?.[1] !== undefined && heading[2] !== undefined) {
      section = heading[1];
      if (section === '' || sections.some(({ id }) => id === section))
        problems.push(`the heading "${heading[2]}" has no id of its own`);
      if (MARKUP.test(heading[2])) problems.push(`the heading "${heading[2]}" has markup: write plain text`);
      sections.push({ id: section, title: heading[2] });
    } else if (disagreement?.[1] !== undefined && disagreement[2] !== undefined) {
      // A fact that records nothing but a conflict is stated by its note.
      for (const [, id = '', text = ''] of disagreement[2].matchAll(FACT)) {
        explain(text);
        state(id, text);
      }
      const text = disagreement[2].replaceAll(FACT, '').trim();
      if (MARKUP.test(text)) problems.push(`the note on ${disagreement[1]} has markup: write plain text`);
      disagreements.push({ fact: disagreement[1], text });
    } else {
      for (const [, id = '', text = ''] of line.matchAll(FACT)) state(id, text);
      for (const [, fact = ''] of line.matchAll(QUOTE)) quotes.push({ fact, section });
      explain(line);
      if (/\{\/\*|\*\/\}/.test(line)) problems.push(`nothing is commented out in an article: ${line.slice(0, 80)}`);
      const around = withoutTerms(line).replaceAll(FACT, '').replaceAll(QUOTE, '');
      if (/<\/?(Fact|Quote|Term|Disagreement|h2)\b/.test(withoutTerms(around)))
        problems.push(`broken tag (keep each on one line): ${line.slice(0, 80)}`);
      if (/^(#|<h[13-6])/.test(line)) problems.push(`write headings as <h2 id="...">: ${line.slice(0, 80)}`);
      const beside = line.replaceAll(TERM, '').replaceAll(FACT, '').replaceAll(QUOTE, '');
      if (/^\s*<(Fact|Quote|Term) /.test(line) && beside.trim() === '')
        problems.push(`a paragraph of facts alone stands in <p>...</p>, or it is no paragraph: ${line.slice(0, 60)}`);
      for (const [, href = ''] of around.matchAll(LINK)) links.push(href);
    }
  }
  const count = (tag: string) => body.split(`<${tag} `).length - 1;
  if (count('Fact') !== facts.length) problems.push('a <Fact> is not closed on its line');
  if (count('Quote') !== quotes.length) problems.push('a <Quote fact="..." /> does not have that form');
  if (count('Disagreement') !== disagreements.length) problems.push('a <Disagreement> does not stand alone on a line');
  const readable = source
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: readableOf(line) }))
    .filter(({ text }) => text !== '');
  return {
    title,
    description,
    written,
    body,
    facts,
    quotes,
    disagreements,
    terms,
    sections,
    links,
    readable,
    problems,
  };
}
