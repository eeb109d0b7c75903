import type { APIRoute } from 'astro';
import { locales, type Locale } from '../../config/locales.ts';
import { supportData } from '../../lib/supportData.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/** What the page for support engineers needs to explain links and to write texts. */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => Response.json(supportData(locale));
