/** Is shown a text with the name it has in its file, and says what shall stand there. */
export type Visit = (name: string, text: string) => string;

/** A file whose form does not let a text be put back where it was. */
export class TranslationError extends Error {
  override name = 'TranslationError';
}

const NONE: ReadonlySet<string> = new Set();

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');

/**
 * Shows every text of a JSON file. The paragraphs of a list are one text, a line each: languages divide them differently.
 * @param visit takes the keys that lead to a text, joined by dots
 * @param skipped keys under which no such text stands
 * @returns the value with the texts that were given back
 */
export function rewriteValue(
  value: unknown,
  visit: Visit,
  skipped: ReadonlySet<string> = NONE,
  at: readonly string[] = [],
): unknown {
  if (typeof value === 'string') return visit(at.join('.'), value);
  if (isList(value)) return visit(at.join('.'), value.join('\n')).split('\n');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      skipped.has(key) ? inner : rewriteValue(inner, visit, skipped, [...at, key]),
    ]),
  );
}

const FACT = /<Fact id="([^"]*)">(.*?)<\/Fact>/g;
const FACT_PLACE = /<Fact id="([^"]*)" \/>/g;
const HEADING = /^<h2 id="([^"]*)">(.*)<\/h2>$/;
const NOTE = /^<Disagreement fact="([^"]*)">(.*)<\/Disagreement>$/;
const LINE = /^(- |\d+\. |<p>)?(.*?)(<\/p>)?$/;

const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/<[^>]*>/g, ''));

interface ProseLine {
  readonly section: string;
  /** with places for its facts */
  readonly text: string;
  readonly finish: (text: string) => string;
}

/** The prose of a section, its lines shown as one text: languages divide it differently, too. */
function rewriteProse(section: string, lines: readonly ProseLine[], visit: Visit): readonly string[] {
  const name = section === '' ? ':prose' : `#${section}:prose`;
  const texts = visit(name, lines.map(({ text }) => text).join('\n')).split('\n');
  if (texts.length !== lines.length)
    throw new TranslationError(
      `${name} has ${lines.length} paragraphs in its file and would get ${texts.length}: divide them in the file first`,
    );
  return lines.map(({ finish }, index) => finish(texts[index] ?? ''));
}

/**
 * Shows every text in the body of an article: headings (`#id`), facts (`#fact.id`), notes (`#fact.id:note`), and the prose
 * of each section (`#id:prose`; above the first heading `:prose`), in which `<Fact id="..." />` holds the place of a fact.
 * @returns the body with the texts that were given back, everything else as it was
 * @throws {TranslationError} when prose is given back in another number of paragraphs
 */
export function rewriteBody(body: string, visit: Visit): string {
  let section = '';
  const withPlaces = (text: string): { text: string; finish: (given: string) => string } => {
    const facts = new Map<string, string>();
    const places = text.replaceAll(FACT, (_, id: string, inner: string) => {
      facts.set(id, visit(`#${id}`, inner));
      return `<Fact id="${id}" />`;
    });
    const finish = (given: string) =>
      given.replaceAll(FACT_PLACE, (place, id: string) => {
        const inner = facts.get(id);
        return inner === undefined ? place : `<Fact id="${id}">${inner}</Fact>`;
      });
    return { text: places, finish };
  };
  const lines = body.split('\n').map((line): string | ProseLine => {
    const [, heading, title = ''] = HEADING.exec(line) ?? [];
    if (heading !== undefined) {
      section = heading;
      return `<h2 id="${heading}">${visit(`#${heading}`, title)}</h2>`;
    }
    const [, about, inner = ''] = NOTE.exec(line) ?? [];
    if (about !== undefined) {
      const { text, finish } = withPlaces(inner);
      const given = hasWords(text) ? visit(`#${about}:note`, text) : text;
      return `<Disagreement fact="${about}">${finish(given)}</Disagreement>`;
    }
    const [, before = '', middle = '', after = ''] = LINE.exec(line) ?? [];
    const { text, finish } = withPlaces(middle);
    if (!hasWords(text)) return before + finish(text) + after;
    return { section, text, finish: (given) => before + finish(given) + after };
  });
  const prose = Map.groupBy(
    lines.filter((line) => typeof line !== 'string'),
    (line) => line.section,
  );
  const written = new Map<ProseLine, string>();
  for (const [name, own] of prose)
    for (const [index, text] of rewriteProse(name, own, visit).entries()) {
      const line = own[index];
      if (line !== undefined) written.set(line, text);
    }
  return lines.map((line) => (typeof line === 'string' ? line : (written.get(line) ?? ''))).join('\n');
}

/**
 * Shows every text of an article: title and description (`:title`, `:description`), then those of its body.
 * @param source the whole file
 * @throws {TranslationError} as `rewriteBody`
 */
export function rewriteArticle(source: string, visit: Visit): string {
  const [frontMatter = ''] = /^---\n[\s\S]*?\n---\n/.exec(source) ?? [];
  const head = frontMatter.replaceAll(
    /^(title|description): ("?)(.*?)\2$/gm,
    (_, name: string, quote: string, text: string) => `${name}: ${quote}${visit(`:${name}`, text)}${quote}`,
  );
  return head + rewriteBody(source.slice(frontMatter.length), visit);
}
