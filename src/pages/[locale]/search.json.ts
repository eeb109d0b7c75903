import type { APIRoute } from 'astro';
import { articleSlugs } from '../../config/articles.ts';
import { locales, type Locale } from '../../config/locales.ts';
import { site, url } from '../../lib/site.ts';
import type { SearchFile } from '../../search/file.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/** The words of search in one language, and the pages to offer when its index is missing. */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const { articles, outcomes, wording } = site();
  const words = wording[locale];
  const file: SearchFile = {
    words: words.interface.search,
    kinds: {
      article: words.interface.search.articles,
      outcome: words.interface.search.outcomes,
      glossary: words.interface.nav.glossary,
    },
    clouds: words.interface.cloudsShort,
    pages: [
      ...articleSlugs.map((slug) => ({
        title: articles[locale].get(slug)?.title ?? slug,
        url: url(locale, slug),
        kind: 'article' as const,
      })),
      { title: words.interface.glossary.title, url: url(locale, 'glossary'), kind: 'glossary' },
      ...Object.keys(outcomes).map((id) => ({
        title: words.outcomes[id]?.title ?? id,
        url: url(locale, 'outcomes', id),
        kind: 'outcome' as const,
      })),
    ],
  };
  return Response.json(file);
};
