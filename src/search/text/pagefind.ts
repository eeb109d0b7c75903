import type { Locale } from '../../config/locales.ts';
import { searchForms } from './forms.ts';
import { isMeant } from './junk.ts';
import { mergeHits } from './merge.ts';

// The only file that knows Pagefind: how its script is loaded, what it answers, and where it falls short.

interface Part {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly locations: readonly number[];
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly locations: readonly number[];
  readonly sub_results: readonly Part[];
}

interface Hit {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Fragment>;
}

interface Api {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly Hit[] }>;
}

/** A place in the text of a page where words of a query stand. */
export interface Passage {
  /** the section; empty above the first */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A page in whose text words of a query stand, with the best places first. */
export interface PageText {
  /** address below the locale */
  readonly path: string;
  readonly passages: readonly Passage[];
}

/** A search over the full text of the pages of one language. */
export interface FullText {
  /** the pages that match, best first, at most `most` */
  readonly find: (query: string, most: number) => Promise<readonly PageText[]>;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** The text of an excerpt. What it marks is left to the reader's own words, as small words are marked too. */
const plain = (excerpt: string): string =>
  excerpt.replaceAll(/<\/?mark>/g, '').replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** The places of a page at which a word stands that was meant. */
function passagesOf({ content, sub_results: parts }: Fragment, typed: readonly string[]): readonly Passage[] {
  const words = content.split(/\s+/);
  const meant = ({ locations }: Part) =>
    isMeant(
      locations.map((place) => words[place] ?? ''),
      typed,
    );
  return parts
    .filter(meant)
    .sort((one, other) => other.locations.length - one.locations.length)
    .map(({ title, url, excerpt }) => ({
      id: url.split('#')[1] ?? '',
      title,
      text: `… ${plain(excerpt).replace(/[.,;:]$/, '')} …`,
    }));
}

/**
 * Loads the full text of a language.
 * @param folder address of the folder with the index
 * @param base address of the locale
 * @throws when the index cannot be loaded
 */
export async function openFullText(folder: string, base: string, locale: Locale): Promise<FullText> {
  const api = await import(/* @vite-ignore */ `${folder}pagefind.js`).then((module: Api) => module);
  await api.options({
    noWorker: true,
    metaCacheTag: 'site',
    excerptLength: 24,
    ranking: { pageLength: 0.5, termFrequency: 0.8, metaWeights: { title: 5 } },
  });
  await api.init();
  return {
    find: async (query, most) => {
      const forms = searchForms(query, locale);
      const lists = await Promise.all(forms.map(async (form) => (await api.search(form)).results));
      const typed = forms.flatMap((form) => form.split(' '));
      const fragments = await Promise.all(
        mergeHits(lists)
          .slice(0, most)
          .map(({ data }) => data()),
      );
      return fragments
        .map((fragment) => ({
          path: fragment.url.slice(base.length).replace(/\/$/, ''),
          passages: passagesOf(fragment, typed),
        }))
        .filter(({ passages }) => passages.length > 0);
    },
  };
}
