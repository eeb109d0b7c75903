import { articleSlugs } from '../../config/articles.ts';
import { locales, type Locale } from '../../config/locales.ts';
import type { Content } from '../content/load.ts';
import { rewriteBody, rewriteValue } from './pieces.ts';
import { stateOf, type State } from './record.ts';

/** A text of a locale beside the English one it is written from. */
export interface Unit {
  /** names it in every locale: `outcomes.multi-partner.title`, `articles/multichannel#multi-channel.purpose` */
  readonly key: string;
  /** where it is written, in this locale */
  readonly file: string;
  /** the English text with its markup; empty where English has none */
  readonly source: string;
  /** the text of the locale with its markup; empty where the locale does without one */
  readonly text: string;
  readonly state: State;
}

/** The locales that are written from English. */
export const translations: readonly Locale[] = locales.filter((locale) => locale !== 'en');

/** The files of wording whose texts are written from English: what readers type into the search box is not. */
export const wordingNames = [
  'interface',
  'questions',
  'outcomes',
  'notes',
  'gates',
  'messages',
  'tickets',
  'compare',
  'disagreements',
  'glossary',
] as const;

/** A file of wording whose texts are written from English. */
export type WordingName = (typeof wordingNames)[number];

/** The file in which a locale keeps such texts. */
export const wordingFile = (locale: Locale, name: WordingName): string =>
  name === 'glossary' ? `src/content/glossary/${locale}.json` : `src/content/wording/${locale}/${name}.json`;

/**
 * The key of a text in a file of wording: the name of the file comes first, unless its own keys say enough.
 * @param at the keys in the file that lead to it, joined by dots
 */
export function wordingKey(name: WordingName, at: string): string {
  if (name === 'glossary') return at.replace(/^terms/, 'glossary');
  return name === 'questions' ? at : `${name}.${at}`;
}

/** What each language has for itself in its glossary: the forms of a term and what is not written in its place. */
const OWN_IN_GLOSSARY: ReadonlySet<string> = new Set(['find', 'avoid', 'rules']);

/** The keys of a file of wording under which no text stands that is written from English. */
export const skippedIn = (name: WordingName): ReadonlySet<string> | undefined =>
  name === 'glossary' ? OWN_IN_GLOSSARY : undefined;

interface Piece {
  readonly file: string;
  readonly text: string;
}

/** Every text of a locale by its key. */
function piecesOf({ wording, articles }: Content, locale: Locale): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>();
  const { questions, answers, ...words } = wording[locale];
  const files = { ...words, questions: { questions, answers } };
  for (const name of wordingNames) {
    const file = wordingFile(locale, name);
    const take = (at: string, text: string) => {
      pieces.set(wordingKey(name, at), { file, text });
      return text;
    };
    rewriteValue(files[name], take, skippedIn(name));
  }
  for (const slug of articleSlugs) {
    const article = articles[locale].get(slug);
    if (article === undefined) continue;
    const file = `src/content/articles/${locale}/${slug}.mdx`;
    const take = (name: string, text: string) => {
      pieces.set(`articles/${slug}${name}`, { file, text });
      return text;
    };
    take(':title', article.title);
    take(':description', article.description);
    rewriteBody(article.body, take);
  }
  return pieces;
}

const inLocale = (file: string, locale: Locale): string => file.replace(/\/en(?=[/.])/, `/${locale}`);

const found = new WeakMap<Content, Map<Locale, readonly Unit[]>>();

/**
 * Every text of a locale beside its English source, in the order of the English ones; then those that English does not have.
 * English is its own source.
 */
export function unitsOf(content: Content, locale: Locale): readonly Unit[] {
  const known = found.get(content) ?? new Map<Locale, readonly Unit[]>();
  found.set(content, known);
  const before = known.get(locale);
  if (before !== undefined) return before;
  const english = piecesOf(content, 'en');
  const own = piecesOf(content, locale);
  const record = content.translation[locale];
  const units = [...new Set([...english.keys(), ...own.keys()])].map((key): Unit => {
    const [source, text] = [english.get(key), own.get(key)];
    return {
      key,
      file: text?.file ?? inLocale(source?.file ?? '', locale),
      source: source?.text ?? '',
      text: text?.text ?? '',
      state: locale === 'en' ? 'current' : stateOf(record[key], source?.text ?? ''),
    };
  });
  known.set(locale, units);
  return units;
}

/** The texts of a locale that are older than their source or not yet written. */
export const unfinished = (content: Content, locale: Locale): readonly Unit[] =>
  unitsOf(content, locale).filter(({ state }) => state !== 'current');
