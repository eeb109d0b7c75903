import { isArticle } from '../../config/articles.ts';
import { LOCALES, type Locale } from '../../config/locales.ts';
import type { Entry, SearchFile } from '../../search/file.ts';
import { makeLanguage } from '../../search/words/language.ts';
import { loadStemmer } from '../../search/words/stem.ts';
import { tokens } from '../../search/words/tokens.ts';
import { either } from '../fill.ts';
import type { ParsedArticle } from '../content/article.ts';
import type { OutcomeWords } from '../content/schemas.ts';
import { situationsView } from '../result.ts';
import { fileUrl, type Site } from '../site.ts';
import { versioned } from '../version.ts';
import { searchEntries } from './entries.ts';

/** An outcome reached in more ways than this is not described by them. */
const MOST_SITUATIONS = 2;
/** Shorter words of a text are not looked for. */
const SHORTEST = 3;

/** What must have been answered for an outcome, a text for each situation; the cloud is told apart. */
const whenOf = (site: Site, locale: Locale, outcome: string): readonly string[] => {
  const situations = situationsView(site, locale, outcome);
  const answers = situations.map(({ parts }) =>
    parts
      .slice(1)
      .map((part) => either(LOCALES[locale].lang, part.answers))
      .join(' · '),
  );
  return situations.length > MOST_SITUATIONS ? [] : answers.filter((text) => text !== '');
};

/** The text of an article by its sections; what stands above the first is under the empty name. */
function sectionTexts({ sections, readable }: ParsedArticle): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let section = '';
  for (const { text } of readable) {
    section = sections.find(({ title }) => title === text)?.id ?? section;
    texts.set(section, `${texts.get(section) ?? ''} ${text}`);
  }
  return texts;
}

/** The text of an outcome. */
const outcomeText = ({ description, steps, doesNot, reasons }: OutcomeWords): string =>
  [description, ...[steps, doesNot, reasons].flatMap((part) => Object.values(part))].join(' ');

/** The full text of each entry, followed by that of each of its sections, as quick search counts places. */
function placesOf({ articles, wording }: Site, locale: Locale, entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ kind, path, sections = [] }) => {
    const parsed = kind === 'article' && isArticle(path) ? articles[locale].get(path) : undefined;
    const outcome = kind === 'outcome' ? wording[locale].outcomes[path.replace('outcomes/', '')] : undefined;
    const texts = parsed === undefined ? undefined : sectionTexts(parsed);
    const own = outcome === undefined ? texts?.get('') : outcomeText(outcome);
    return [own ?? '', ...sections.map(({ id }) => texts?.get(id) ?? '')];
  });
}

/**
 * What search needs in one language beside the index of the full text.
 * @param site the content with what is computed from it
 */
export async function searchFile(site: Site, locale: Locale): Promise<SearchFile> {
  const { interface: words, search } = site.wording[locale];
  const entries = searchEntries(site, locale).map((entry): Entry => {
    const when = entry.kind === 'outcome' ? whenOf(site, locale, entry.path.replace('outcomes/', '')) : [];
    return when.length === 0 ? entry : { ...entry, when };
  });
  const language = makeLanguage(search, await loadStemmer(locale));
  const inText = new Map<string, { readonly form: string; readonly places: Set<number> }>();
  for (const [place, text] of placesOf(site, locale, entries).entries())
    for (const { form, whole } of tokens(text))
      for (const one of whole === undefined ? [form] : [form, whole]) {
        if (one.length < SHORTEST) continue;
        const stem = language.stem(one);
        const word = inText.get(stem) ?? { form: one, places: new Set() };
        inText.set(stem, word);
        word.places.add(place);
      }
  return {
    words: words.search,
    kinds: {
      article: words.search.articles,
      outcome: words.search.outcomes,
      glossary: words.nav.glossary,
      page: words.nav.more,
    },
    clouds: words.cloudsShort,
    stop: search.stop,
    same: search.same,
    entries,
    text: Object.fromEntries([...inText.values()].map(({ form, places }) => [form, [...places]])),
  };
}

/** A file as it is written, and the address that names its content. */
interface WrittenFile {
  readonly content: string;
  readonly address: string;
}

const written = new WeakMap<Site, Map<Locale, Promise<WrittenFile>>>();

/** The search file of a language, made once for a build: every page names its content. */
export function writtenSearchFile(site: Site, locale: Locale): Promise<WrittenFile> {
  const files = written.get(site) ?? new Map<Locale, Promise<WrittenFile>>();
  written.set(site, files);
  const file =
    files.get(locale) ??
    searchFile(site, locale).then((search) => {
      const content = JSON.stringify(search);
      return { content, address: versioned(fileUrl(`${locale}/search.json`), content) };
    });
  files.set(locale, file);
  return file;
}
