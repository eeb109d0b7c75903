import type { APIRoute } from 'astro';
import { locales, type Locale } from '../../../config/locales.ts';
import { drawing } from '../../../lib/map/drawing.ts';
import { pictureFile } from '../../../lib/map/file.ts';
import type { Part } from '../../../lib/map/layout.ts';

export const getStaticPaths = () =>
  locales.flatMap((locale) =>
    drawing(locale).parts.map((part) => ({ params: { locale, part: part.answers[0] }, props: { locale, part } })),
  );

/** A part of the decision map as a picture in one language, for one sheet of paper. */
export const GET: APIRoute<{ locale: Locale; part: Part }> = ({ props: { locale, part } }) => pictureFile(locale, part);
