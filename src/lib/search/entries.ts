import { articleConfig, articleSlugs, CLOUDS, type Cloud } from '../../config/articles.ts';
import type { Locale } from '../../config/locales.ts';
import type { Entry, EntrySection } from '../../search/file.ts';
import type { Content } from '../content/load.ts';

/** Headings under which every article says the like: nobody looks for them. */
const ALIKE: ReadonlySet<string> = new Set(['see-also', 'check-your-case']);

/** The clouds in which an outcome can be given. */
export const cloudsOf = ({ table }: Pick<Content, 'table'>, outcome: string): readonly Cloud[] =>
  CLOUDS.filter((cloud) => table.rows.some((row) => row.outcome === outcome && row.when['cloud']?.includes(cloud)));

/**
 * Every page, section and term that quick search finds in a language, each with its search words.
 * @param content what is written in `src/content`
 */
export function searchEntries(content: Content, locale: Locale): readonly Entry[] {
  const { articles, outcomes, wording } = content;
  const { interface: words, tickets, glossary, outcomes: told, search } = wording[locale];
  const keywords = (address: string): { keywords?: readonly string[] } => {
    const list = search.keywords[address];
    return list === undefined ? {} : { keywords: list };
  };
  const sections = (path: string, list: readonly EntrySection[]): { sections: readonly EntrySection[] } => ({
    sections: list.map(({ id, title }) => ({ id, title, ...keywords(`${path}#${id}`) })),
  });
  const page = (path: string, title: string, text: string, list: readonly EntrySection[] = []): Entry => ({
    path,
    kind: 'page',
    title,
    text,
    ...keywords(path),
    ...(list.length === 0 ? {} : sections(path, list)),
  });
  const { support, map, programs } = tickets;
  const { sources } = words;
  return [
    ...articleSlugs.flatMap((slug): Entry[] => {
      const article = articles[locale].get(slug);
      if (article === undefined) return [];
      return [
        {
          path: slug,
          kind: 'article',
          title: article.title,
          text: article.description,
          clouds: articleConfig(slug).clouds,
          ...keywords(slug),
          ...sections(
            slug,
            article.sections.filter(({ id }) => !ALIKE.has(id)),
          ),
        },
      ];
    }),
    ...Object.keys(outcomes).flatMap((id): Entry[] => {
      const words = told[id];
      const path = `outcomes/${id}`;
      if (words === undefined) return [];
      const clouds = cloudsOf(content, id);
      return [{ path, kind: 'outcome', title: words.title, text: words.path, clouds, ...keywords(path) }];
    }),
    page('wizard', words.nav.wizard, words.home.lead),
    page('outcomes', words.home.outcomesTitle, words.home.outcomesLead),
    page('compare', words.compare.title, words.compare.lead),
    page('map', map.title, map.lead),
    page('glossary', words.glossary.title, words.glossary.lead),
    page('changes', words.changes.title, words.changes.lead),
    page('sources', sources.title, sources.lead, [
      { id: 'licence', title: sources.licenceTitle },
      { id: 'disagreements', title: sources.disagreementsTitle },
      { id: 'editions', title: sources.editionsTitle },
      { id: 'newer', title: sources.newerTitle },
      { id: 'programs', title: programs.title },
    ]),
    page('support', support.title, support.lead, [
      { id: 'explain', title: support.explainTitle },
      { id: 'list', title: support.listTitle },
    ]),
    page('accessibility', words.accessibility.title, words.accessibility.lead),
    ...Object.entries(glossary.terms).map(([id, { name, meaning }]): Entry => {
      const path = `glossary#${id}`;
      return { path, kind: 'glossary', title: name, text: meaning, ...keywords(path) };
    }),
  ];
}
