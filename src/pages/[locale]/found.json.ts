import type { APIRoute } from 'astro';
import { locales, type Locale } from '../../config/locales.ts';
import { wordsOf } from '../../lib/site.ts';
import type { FoundWords } from '../../search/file.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/** The words beside marks on a page that a search led to. */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const { marked, place, next, previous, clear } = wordsOf(locale).interface.search;
  const file: FoundWords = { marked, place, next, previous, clear };
  return Response.json(file);
};
