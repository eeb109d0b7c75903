import type { APIRoute } from 'astro';
import { locales, type Locale } from '../../config/locales.ts';
import { writtenSearchFile } from '../../lib/search/file.ts';
import { site } from '../../lib/site.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/** Words, pages and search words of one language. */
export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) =>
  new Response((await writtenSearchFile(site(), locale)).content);
