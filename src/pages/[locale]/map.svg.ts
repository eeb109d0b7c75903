import type { APIRoute } from 'astro';
import { locales, type Locale } from '../../config/locales.ts';
import { pictureFile } from '../../lib/map/file.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/** The decision map as a picture in one language. */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => pictureFile(locale);
