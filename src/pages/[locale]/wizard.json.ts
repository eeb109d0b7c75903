import type { APIRoute } from 'astro';
import { locales, type Locale } from '../../config/locales.ts';
import { site } from '../../lib/site.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/** The wizard of one language: everything the island needs to ask every question. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) => Response.json(site().wizard[props.locale]);
