import type { Locale } from '../config/locales.ts';
import { searchForms } from './forms.ts';
import { isMeant } from './junk.ts';
import { mergeHits } from './merge.ts';

// The only file that knows Pagefind: how its script is loaded, what it answers, and where it falls short.

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly locations: readonly number[];
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

interface Hit {
  readonly id: string;
  readonly score: number;
  readonly matchedMetaFields?: readonly string[];
  readonly data: () => Promise<Fragment>;
}

interface Api {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly preload: (query: string) => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly Hit[] }>;
}

/** A page found, ready to be shown. */
export interface Found {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly clouds: readonly string[];
  /** the excerpt in parts, those that matched marked */
  readonly excerpt: readonly { readonly text: string; readonly marked: boolean }[];
}

/** A search over the pages of one language. */
export interface Search {
  /** fetches what a query will need; call it on each key */
  readonly prepare: (query: string) => void;
  /** the pages that match, best first, at most `most` */
  readonly find: (query: string, most: number) => Promise<readonly Found[]>;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const excerptParts = (excerpt: string): Found['excerpt'] =>
  excerpt
    .split(/<\/?mark>/)
    .map((part, index) => ({
      text: part.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity),
      marked: index % 2 === 1,
    }))
    .filter(({ text }) => text !== '');

/** The words of a page that made it a hit: those at the places found, and those of the fields found. */
const matchedWords = ({ content, locations, meta }: Fragment, { matchedMetaFields = [] }: Hit): readonly string[] => {
  const words = content.split(/\s+/);
  const inText = locations.map((place) => words[place] ?? '');
  const inFields = matchedMetaFields.flatMap((field) => (meta[field] ?? '').split(/[\s,]+/));
  return [...inText, ...inFields];
};

/** How many hits are fetched beyond those wanted, because some may turn out to be junk. */
const SPARE = 2;

const shown = ({ url, meta, filters, locations, excerpt }: Fragment): Found => ({
  url,
  title: meta.term ?? meta.title ?? url,
  kind: filters.kind?.[0] ?? '',
  clouds: filters.cloud ?? [],
  excerpt: locations.length > 0 ? excerptParts(excerpt) : [{ text: meta.description ?? '', marked: false }],
});

/**
 * Loads the search of a language.
 * @param folder address of the folder with the index
 * @throws when the index cannot be loaded
 */
export async function openSearch(folder: string, locale: Locale): Promise<Search> {
  const api = await import(/* @vite-ignore */ `${folder}pagefind.js`).then((module: Api) => module);
  await api.options({
    noWorker: true,
    metaCacheTag: 'site',
    excerptLength: 24,
    ranking: { pageLength: 0.5, termFrequency: 0.8, metaWeights: { title: 5, keywords: 3, description: 1 } },
  });
  await api.init();
  return {
    prepare: (query) => {
      for (const form of searchForms(query, locale)) void api.preload(form);
    },
    find: async (query, most) => {
      const forms = searchForms(query, locale);
      const lists = await Promise.all(forms.map(async (form) => (await api.search(form)).results));
      const typed = forms.flatMap((form) => form.split(' '));
      const hits = mergeHits(lists);
      const found: Found[] = [];
      // A few more than wanted are fetched at once, in case some are junk; the next ones only if they are needed.
      for (let next = 0; found.length < most && next < hits.length; next += most + SPARE) {
        const batch = hits.slice(next, next + most + SPARE);
        const pages = await Promise.all(batch.map(async (hit) => ({ hit, page: await hit.data() })));
        for (const { hit, page } of pages)
          if (found.length < most && isMeant(matchedWords(page, hit), typed)) found.push(shown(page));
      }
      return found;
    },
  };
}
