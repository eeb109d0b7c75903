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

/** What can be read from the source of an article without rendering it. */
export interface ParsedArticle {
  readonly title: string;
  readonly facts: readonly StatedFact[];
  /** notes on disagreeing editions, by the fact concerned */
  readonly disagreements: readonly { readonly fact: string; readonly text: string }[];
  readonly sections: readonly Section[];
  readonly links: readonly string[];
  /** what breaks the format, each with its remedy */
  readonly problems: readonly string[];
}

const FACT = /<Fact id="([^"]*)">(.*?)<\/Fact>/g;
const DISAGREEMENT = /^<Disagreement fact="([^"]*)">(.*)<\/Disagreement>$/;
const HEADING = /^<h2 id="([^"]*)">(.*)<\/h2>$/;
const LINK = /\]\(([^)\s]+)\)/g;
const MARKUP = /[<>{}[\]*_`\\]|&#?\w+;/;

/** The body of an MDX file, without its front matter. */
export const bodyOf = (source: string): string => source.replace(/^---\n[\s\S]*?\n---\n/, '');

/**
 * Reads the facts, headings, notes and links of an article from its MDX source. The format is strict, so that a sentence
 * can be quoted anywhere: a fact is plain text on one line.
 * @param file its text, with or without front matter
 */
export function parseArticle(file: string): ParsedArticle {
  const source = file.replaceAll('\r\n', '\n');
  const facts: StatedFact[] = [];
  const disagreements: { fact: string; text: string }[] = [];
  const sections: Section[] = [];
  const links: string[] = [];
  const problems: string[] = [];
  let section = '';
  const body = bodyOf(source);
  const title = /^title: "?(.*?)"?$/m.exec(source.slice(0, source.length - body.length))?.[1] ?? '';
  if (title === '') problems.push('its front matter has no title');
  for (const line of body.split('\n')) {
    const heading = HEADING.exec(line);
    const disagreement = DISAGREEMENT.exec(line);
    if (heading?.[1] !== undefined && heading[2] !== undefined) {
      section = heading[1];
      if (section === '' || sections.some(({ id }) => id === section))
        problems.push(`the heading "${heading[2]}" has no id of its own`);
      sections.push({ id: section, title: heading[2] });
    } else if (disagreement?.[1] !== undefined && disagreement[2] !== undefined) {
      if (MARKUP.test(disagreement[2])) problems.push(`the note on ${disagreement[1]} has markup: write plain text`);
      disagreements.push({ fact: disagreement[1], text: disagreement[2] });
    } else {
      for (const [, id = '', text = ''] of line.matchAll(FACT)) {
        if (MARKUP.test(text)) problems.push(`the fact ${id} has markup: write plain text, and put links beside it`);
        if (text.trim() !== text || text === '') problems.push(`the fact ${id} is empty or has white space at an end`);
        facts.push({ id, text, section });
      }
      if (/\{\/\*|\*\/\}/.test(line)) problems.push(`nothing is commented out in an article: ${line.slice(0, 80)}`);
      const around = line.replaceAll(FACT, '');
      if (/<\/?(Fact|Disagreement|h2)\b/.test(around))
        problems.push(`broken tag (keep each on one line): ${line.slice(0, 80)}`);
      if (/^(#|<h[13-6])/.test(line)) problems.push(`write headings as <h2 id="...">: ${line.slice(0, 80)}`);
      if (/^\s*<Fact /.test(line) && around.trim() === '')
        problems.push(`a paragraph of facts alone stands in <p>...</p>, or it is no paragraph: ${line.slice(0, 60)}`);
      for (const [, href = ''] of around.matchAll(LINK)) links.push(href);
    }
  }
  const count = (tag: string) => body.split(`<${tag} `).length - 1;
  if (count('Fact') !== facts.length) problems.push('a <Fact> is not closed on its line');
  if (count('Disagreement') !== disagreements.length) problems.push('a <Disagreement> does not stand alone on a line');
  return { title, facts, disagreements, sections, links, problems };
}
