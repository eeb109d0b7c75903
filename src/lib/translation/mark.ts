import { parse } from 'ultrahtml';
import { escape } from '../escape.ts';
import type { Finder } from './find.ts';
import type { Unit } from './units.ts';

/** What a page says about its unfinished texts, in its own language. */
export interface Telling {
  /** the language of these words: English where they are not yet translated themselves */
  readonly lang: string | undefined;
  /** the notice for a number of older and of missing texts, as HTML */
  readonly notice: (older: number, missing: number) => string;
  /** what stands behind a text that is older than its source */
  readonly mark: string;
  /** the same place in English */
  readonly english: (anchor: string | undefined) => string;
  /** the style sheet for all this */
  readonly sheet: string;
}

/** A node of a parsed page, as far as it matters here. */
interface Node {
  readonly type: number;
  readonly name?: string;
  readonly value?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
  readonly loc?: readonly { readonly start: number; readonly end: number }[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** An element on the way to a text. */
interface Place {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly openEnd: number;
  readonly end: number;
  readonly children: readonly Node[];
}

const ELEMENT = 1;
const TEXT = 2;

/** Elements whose text takes no markup. */
const PLAIN = new Set(['title', 'option', 'textarea', 'script', 'style', 'svg', 'head', 'pre']);
/** Elements behind which, not in which, a mark stands: it would be read as part of them, or its link would stand in another. */
const CLOSED = new Set('a button label h1 h2 h3 h4 h5 h6 summary span strong em b i bdi small code dfn'.split(' '));
/** Attributes in which readers meet text. */
const READ = /^(?:title|aria-label|placeholder|alt|content|label|data-.*)$/;

/**
 * Marks the unfinished texts of a page: a text that is not yet written is English and says so (`lang`), behind one that is
 * older than its source stands a mark that leads to the English one, and a notice above tells how many there are. Everything
 * else of the page stays as it is, byte for byte.
 * @param html a whole page
 * @param finders for each language with unfinished texts, by its `lang`
 * @param telling nothing for a page in a language that has none: there only parts in other languages are marked
 */
export function markPage(html: string, finders: ReadonlyMap<string, Finder>, telling?: Telling): string {
  const inserts: { at: number; text: string }[] = [];
  const counted = new Map<Unit, { inFrame: boolean }>();
  const marks = new Map<Unit, { at: number; anchor: string | undefined; last: boolean }>();
  const inEnglish = new Set<Place>();
  let pageLang = '';

  const count = (unit: Unit, inFrame: boolean) => {
    counted.set(unit, { inFrame: inFrame && counted.get(unit)?.inFrame !== false });
  };

  /** Behind which place a mark stands that belongs to what ends at a position inside these elements. */
  const behind = (places: readonly Place[], end: number): number => {
    let at = end;
    for (const place of places.toReversed()) {
      if (!CLOSED.has(place.name)) break;
      at = place.end;
    }
    return at;
  };
  const markOlder = (unit: Unit, places: readonly Place[], end: number, last: boolean) => {
    const main = places.findIndex(({ name }) => name === 'main');
    const within = places.slice(main + 1);
    if (main < 0 || within.some(({ name }) => PLAIN.has(name) || name === 'nav')) return;
    const before = marks.get(unit);
    if (before === undefined || (last && !before.last))
      marks.set(unit, {
        at: behind(within, end),
        anchor: within.findLast(({ attributes }) => attributes['id'] !== undefined)?.attributes['id'],
        last,
      });
  };
  const putInEnglish = (places: readonly Place[], node: Node, start: number, [from, to]: readonly [number, number]) => {
    const parent = places.at(-1);
    if (parent === undefined || places.some((place) => inEnglish.has(place))) return;
    const value = node.value ?? '';
    const alone =
      value.slice(0, from).trim() === '' &&
      value.slice(to).trim() === '' &&
      parent.children.every((child) => child === node || (child.type === TEXT && child.value?.trim() === ''));
    if (alone && parent.attributes['lang'] === undefined && parent.name !== 'head') {
      inserts.push({ at: parent.openEnd - 1, text: ' lang="en"' });
      inEnglish.add(parent);
    } else if (!places.some(({ name }) => PLAIN.has(name)))
      inserts.push({ at: start + from, text: '<span lang="en">' }, { at: start + to, text: '</span>' });
  };

  const visit = (node: Node, places: readonly Place[], lang: string) => {
    const finder = finders.get(lang);
    const own = lang === pageLang;
    const inFrame = !places.some(({ name }) => name === 'main');
    let at = places.at(-1)?.openEnd ?? 0;
    for (const child of node.children ?? []) {
      if (child.type === TEXT) {
        const value = child.value ?? '';
        const isCode = ['script', 'style'].includes(places.at(-1)?.name ?? '');
        for (const { unit, start, end, last } of isCode ? [] : (finder?.matches(value) ?? [])) {
          if (own) count(unit, inFrame);
          if (unit.state === 'missing') putInEnglish(places, child, at, [start, end]);
          else if (own) markOlder(unit, places, at + end, last);
        }
        at += value.length;
        continue;
      }
      const [open, close = open] = child.loc ?? [];
      at = close?.end ?? at;
      if (child.type !== ELEMENT || open === undefined) continue;
      const { name = '', attributes = {}, children = [] } = child;
      const place: Place = { name, attributes, openEnd: open.end, end: at, children };
      const inside = [...places, place];
      // The page on the state of the translation quotes what it lists.
      if (attributes['data-quoted'] !== undefined) continue;
      const language = attributes['lang'] ?? lang;
      if (name === 'html') pageLang = language;
      const reader = finders.get(language);
      if (language === pageLang)
        for (const [attribute, value] of Object.entries(attributes))
          if (READ.test(attribute)) for (const { unit } of reader?.matches(value) ?? []) count(unit, inFrame);
      const fact = name === 'a' ? undefined : reader?.fact(attributes['data-fact'] ?? '');
      if (fact !== undefined) {
        if (language === pageLang) count(fact, inFrame);
        if (fact.state === 'missing') {
          inserts.push({ at: open.end - 1, text: ' lang="en"' });
          inEnglish.add(place);
        } else if (language === pageLang) markOlder(fact, inside, at, true);
      }
      visit(child, inside, language);
    }
  };
  const parsed: unknown = parse(html);
  if (isNode(parsed)) visit(parsed, [], '');

  if (telling !== undefined && counted.size > 0) {
    const { lang, mark, english, notice, sheet } = telling;
    const inLanguage = lang === undefined ? '' : ` lang="${lang}"`;
    for (const { at, anchor } of marks.values())
      inserts.push({
        at,
        text: ` <small class="older" data-pagefind-ignore${inLanguage}>(<a href="${english(anchor)}" hreflang="en">${escape(mark)}</a>)</small>`,
      });
    const of = (state: Unit['state']) => [...counted.keys()].filter((unit) => unit.state === state).length;
    const everywhere = [...counted.values()].every(({ inFrame }) => inFrame) ? ' data-frame' : '';
    const [main] = /<main\b[^>]*>/.exec(html) ?? [];
    if (main !== undefined)
      inserts.push(
        {
          at: html.indexOf(main) + main.length,
          text: `<p class="unfinished" role="note" data-pagefind-ignore${everywhere}${inLanguage}>${notice(of('older'), of('missing'))}</p>`,
        },
        { at: html.indexOf('</head>'), text: `<link rel="stylesheet" href="${sheet}">` },
      );
  }
  const pieces: string[] = [];
  let done = 0;
  for (const { at, text } of inserts.toSorted((one, other) => one.at - other.at)) {
    pieces.push(html.slice(done, at), text);
    done = at;
  }
  return [...pieces, html.slice(done)].join('');
}
