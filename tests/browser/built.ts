import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { z } from 'astro/zod';

// Reads the built site from its folder, without a browser or a server.
const DIST = 'dist';

/** The opening tag of an element: its name, and its attributes with entities resolved. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A page of the built site, with what the tests ask about. */
export interface BuiltPage {
  /** address below the host, such as /en/wizard/ */
  readonly address: string;
  readonly html: string;
  readonly tags: readonly Tag[];
  readonly ids: ReadonlySet<string>;
  /** ids that stand on more than one element */
  readonly doubled: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Resolves the entities of HTML text. */
export const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name ?? ''] ?? entity;
  });

/** The text of a piece of HTML, without its tags. */
export const textOf = (html: string): string => decode(html.replaceAll(/<[^>]*>/g, '')).trim();

const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Every opening tag, in order. The contents of scripts and styles are no tags. */
export const tagsOf = (html: string): Tag[] =>
  [...html.replaceAll(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi, '$1').matchAll(TAG)].map(
    ([, name = '', attributes = '']) => ({
      name: name.toLowerCase(),
      attributes: Object.fromEntries(
        [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', double = '', single = '', bare = '']) => [
          key.toLowerCase(),
          decode(double + single + bare),
        ]),
      ),
    }),
  );

/** A sentence that states a fact, on a page of the built site. */
export interface Sentence {
  /** the fact */
  readonly id: string;
  readonly text: string;
  /** the element it stands in */
  readonly element: string;
  /** whether it stands at the anchor of the fact: at home, not quoted */
  readonly home: boolean;
  /** what follows it, up to the next such sentence */
  readonly after: string;
}

const SENTENCE = /<(span|p|q)\b([^>]*\bdata-fact="[^"]+"[^>]*)>([\s\S]*?)<\/\1>/g;

/** The sentences of a page that state facts, in order. */
export function sentencesOf({ html }: Pick<BuiltPage, 'html'>): readonly Sentence[] {
  const found = [...html.matchAll(SENTENCE)];
  return found.map(({ 0: whole, 1: element = '', 2: attributes = '', 3: text = '', index }, place) => {
    const id = decode(/\bdata-fact="([^"]+)"/.exec(attributes)?.[1] ?? '');
    return {
      id,
      text: textOf(text),
      element,
      home: attributes.includes(` id="${id}"`),
      after: html.slice(index + whole.length, found[place + 1]?.index),
    };
  });
}

/** The attributes of the main element: what kind of page it is, and more. */
export const mainOf = ({ tags }: BuiltPage): Tag['attributes'] =>
  tags.find(({ name }) => name === 'main')?.attributes ?? {};

function read(address: string, file: string): BuiltPage {
  const html = readFileSync(file, 'utf8');
  const tags = tagsOf(html);
  const ids = new Set<string>();
  const doubled: string[] = [];
  for (const { attributes } of tags) {
    const { id } = attributes;
    if (id === undefined) continue;
    if (ids.has(id)) doubled.push(id);
    ids.add(id);
  }
  return { address, html, tags, ids, doubled };
}

let pages: ReadonlyMap<string, BuiltPage> | undefined;

/** Every page of the built site by its address. Read once. */
export function builtPages(): ReadonlyMap<string, BuiltPage> {
  pages ??= new Map(
    readdirSync(DIST, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html'))
      .map((file) => {
        const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
        return [address, read(address, join(DIST, file))];
      }),
  );
  return pages;
}

/** A page of the built site. Throws, naming it, when it was not built. */
export function builtPage(address: string): BuiltPage {
  const page = pages?.get(address);
  if (page !== undefined) return page;
  try {
    return read(address, join(DIST, address, 'index.html'));
  } catch {
    throw new Error(`${address} was not built`);
  }
}

/** A file of the built site as text. */
export const builtFile = (address: string): string => readFileSync(join(DIST, address), 'utf8');

/** The address of the site as it names itself, without a slash at the end. */
export const siteOrigin = (): string =>
  new URL(builtPage('/en/').tags.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'] ?? '')
    .origin;

const factsFile = z.record(
  z.string(),
  z.strictObject({
    layer: z.enum(['seed', 'linked', 'newer']),
    clouds: z.array(z.string()),
    sources: z.array(z.string().min(1)).min(1),
    page: z.string(),
    text: z.strictObject({
      en: z.string().min(1),
      es: z.string().min(1),
      ru: z.string().min(1),
      'pt-br': z.string().min(1),
    }),
  }),
);

/** What /facts.json says, fact by fact. Throws where a fact has no page, or not its text in four languages. */
export const servedFacts = (): z.infer<typeof factsFile> => factsFile.parse(JSON.parse(builtFile('facts.json')));

/** Whether the built site has a file, other than a page, at an address. */
export const hasFile = (address: string): boolean =>
  statSync(join(DIST, address), { throwIfNoEntry: false })?.isFile() === true;

const params = {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
};
const sizes = new Map<string, number>();

/** Bytes of a text as a server sends it: brotli at its best. Style sheets and scripts are the same for many pages. */
export function bytes(text: string): number {
  const size = sizes.get(text) ?? brotliCompressSync(text, { params }).length;
  sizes.set(text, size);
  return size;
}

const STATIC_IMPORT =
  /(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?\bfrom\s*|[{*][^"'();]*?\}?\s*from\s*)?["']([^"']+)["']/g;

/** The addresses of scripts with those they import statically, each once. Dynamic imports are not followed. */
export function withImports(addresses: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (address: string) => {
    if (seen.has(address)) return;
    seen.add(address);
    for (const [, target = ''] of builtFile(address).matchAll(STATIC_IMPORT))
      visit(posix.resolve(posix.dirname(address), target));
  };
  addresses.forEach(visit);
  return [...seen];
}

/** The scripts written into a page. */
export const inlineScripts = ({ html }: BuiltPage): string =>
  [...html.matchAll(/<script\b(?![^>]*\bsrc=)(?![^>]*ld\+json)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, code = '']) => code)
    .join('\n');

/** The style written into a page. */
export const inlineStyles = ({ html }: BuiltPage): string =>
  [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style).join('\n');
