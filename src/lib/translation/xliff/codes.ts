/** A piece of a text for translators: words, or something that is not translated but must stay. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** stands alone: a placeholder, the place of a fact */
  | { readonly kind: 'alone'; readonly data: string }
  | { readonly kind: 'open'; readonly data: string }
  | { readonly kind: 'close'; readonly data: string };

const CODE = /<Term id="[^"]*">|<\/Term>|<[^>]*\/>|\{\w+\}|\*\*|\[(?=[^\]]*\]\()|\]\([^)\s]+\)/g;

/** The pieces of a text as it stands in its file: what is around words, such as a link, opens and closes. */
export function tokensOf(raw: string): readonly Token[] {
  const tokens: Token[] = [];
  let bold = false;
  let done = 0;
  for (const match of raw.matchAll(CODE)) {
    const [data] = match;
    if (match.index > done) tokens.push({ kind: 'text', text: raw.slice(done, match.index) });
    done = match.index + data.length;
    if (data === '**') {
      bold = !bold;
      tokens.push({ kind: bold ? 'open' : 'close', data });
    } else if (data === '[' || data.startsWith('<Term ')) tokens.push({ kind: 'open', data });
    else if (data === '</Term>' || data.startsWith('](')) tokens.push({ kind: 'close', data });
    else tokens.push({ kind: 'alone', data });
  }
  if (done < raw.length) tokens.push({ kind: 'text', text: raw.slice(done) });
  return tokens;
}

/** A pair of codes or one that stands alone, by what it is in the file. */
interface Code {
  readonly name: string;
  readonly start: string;
  readonly end: string | undefined;
}

/** The codes of a text in their order: a pair once. */
export function codesOf(raw: string): readonly Code[] {
  const codes: (Code | undefined)[] = [];
  const open: { at: number; data: string }[] = [];
  for (const token of tokensOf(raw))
    if (token.kind === 'alone') codes.push({ name: token.data, start: token.data, end: undefined });
    else if (token.kind === 'open') open.push({ at: codes.push(undefined) - 1, data: token.data });
    else if (token.kind === 'close') {
      const before = open.pop();
      if (before !== undefined)
        codes[before.at] = { name: before.data + token.data, start: before.data, end: token.data };
    }
  return codes.filter((code) => code !== undefined);
}

const isFact = (code: string): boolean => /^<(?:Fact|Quote) /.test(code);
const isPlaceholder = (code: string): boolean => code.startsWith('{');

/** What one list has more of than another. */
function surplus(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return one.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * What is wrong with the codes of a translation. Placeholders must be those of English, facts those of the file that will hold
 * it; links, terms and emphasis that English and the text have now must stay, and none may come from nowhere.
 * @param given the translation that comes in
 * @param own the text of the locale as it is
 * @param source the English text
 */
export function codeProblems(given: string, own: string, source: string): readonly string[] {
  const names = (raw: string) => codesOf(raw).map(({ name }) => name);
  const [has, had, english] = [names(given), names(own === '' ? source : own), names(source)];
  const lost = [
    ...surplus(english.filter(isPlaceholder), has),
    ...surplus(had.filter(isFact), has),
    ...surplus(had, has).filter((name) => !isPlaceholder(name) && !isFact(name) && english.includes(name)),
  ];
  const added = [
    ...surplus(has.filter(isPlaceholder), english),
    ...surplus(has.filter(isFact), had),
    ...has.filter((name) => !isPlaceholder(name) && !isFact(name) && !english.includes(name) && !had.includes(name)),
  ];
  return [...lost.map((name) => `${name} is lost`), ...added.map((name) => `${name} does not belong there`)];
}
