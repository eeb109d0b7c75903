import { readFileSync } from 'node:fs';
import { LOCALES, type Locale } from '../../config/locales.ts';
import { site, url, wordsOf } from '../site.ts';
import { drawing } from './drawing.ts';
import type { Part } from './layout.ts';
import { palettes } from './palette.ts';
import { destination } from './picture.ts';
import { svg } from './svg.ts';

const sheet = (name: string): string => readFileSync(`src/styles/${name}.css`, 'utf8');

/**
 * The decision map in one language as the answer to a request.
 * @param part the part to draw; without it, everything
 */
export function pictureFile(locale: Locale, part?: Part): Response {
  const tokens = sheet('tokens');
  const { outcomes } = site();
  const words = wordsOf(locale);
  const { map } = words.tickets;
  const kindOf = (outcome: string) => outcomes[outcome]?.kind ?? 'open';
  const short = (answer: string) => words.answers[answer]?.short ?? answer;
  const file = svg(
    drawing(locale),
    {
      lang: LOCALES[locale].lang,
      title: part === undefined ? map.title : `${map.title}: ${part.answers.map(short).join(', ')}`,
      description: map.alternative,
      font: /--font:\s*([^;]+);/.exec(tokens)?.[1] ?? 'sans-serif',
      colours: palettes(tokens),
      style: sheet('picture'),
      href: (box) => {
        const leads = destination(box);
        return leads.page === 'wizard' ? url(locale, 'wizard', leads.segments) : url(locale, 'outcomes', leads.outcome);
      },
      name: (box) => {
        const says =
          box.kind === 'question'
            ? box.title
            : `${words.interface.result.kind[kindOf(box.outcome)]}: ${words.outcomes[box.outcome]?.title ?? box.outcome}`;
        return box.answers.length === 0 ? says : `${box.answers.map(short).join(', ')} → ${says}`;
      },
      sign: (box) => (box.kind === 'question' ? 'question' : kindOf(box.outcome)),
    },
    part,
  );
  return new Response(file, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
}
