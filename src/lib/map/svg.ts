import { escape } from '../escape.ts';
import { MEASURES, type Area, type Layout, type Lines, type Meaning, type Part, type PlacedBox } from './layout.ts';
import { widthOf } from './measure.ts';
import { properties, type palettes, type Palette } from './palette.ts';
import { standsFor, type Box } from './picture.ts';
import { SIGNS, signNames, strokeOf, type SignName } from './signs.ts';

/** What the picture says, shows and links besides its layout. */
export interface PictureParts {
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly font: string;
  readonly colours: ReturnType<typeof palettes>;
  /** the rules of `src/styles/picture.css` */
  readonly style: string;
  readonly href: (box: Box) => string;
  /** the name of a box for those who hear it: the answers that lead to it and what it is */
  readonly name: (box: Box) => string;
  readonly sign: (box: Box) => SignName;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const text = ({ x, y, lines, type }: Lines, attributes: string): string => {
  const spans = lines.map((line, index) => {
    // The space keeps the words of two lines apart for those who hear them.
    const content = escape(index < lines.length - 1 ? `${line} ` : line);
    return index === 0
      ? content
      : `<tspan x="${round(x)}" dy="${round(type.size * MEASURES.leading)}">${content}</tspan>`;
  });
  const weight = type.bold === true ? ' font-weight="600"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${type.size}"${weight}${attributes}>${spans.join('')}</text>`;
};

const rect = ({ x, y, width, height }: Area, attributes: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${attributes}/>`;

const signAt = (sign: SignName, x: number, y: number, stroke: string): string =>
  `<use href="#sign-${sign}" x="${round(x)}" y="${round(y)}" width="${MEASURES.sign}" height="${MEASURES.sign}" stroke="${stroke}"/>`;

// Colours stand as attributes too: they hold where a policy keeps the style of the file from being applied.
const boxOf = (placed: PlacedBox, { href, name, sign }: PictureParts, light: Palette): string => {
  const { box, x, y, title, folded } = placed;
  const kind = sign(box);
  const strong = kind === 'path' || kind === 'done' ? light.accent : light['line-strong'];
  const shape =
    box.kind === 'question'
      ? rect(placed, `rx="6" fill="${light['ground-raised']}"`)
      : rect(placed, `rx="6" fill="${light.ground}" stroke="${strong}"`) +
        signAt(kind, x + MEASURES.result.pad, y + MEASURES.line - MEASURES.sign / 2, strong);
  return `<a class="${kind}" href="${escape(href(box))}" data-at="${standsFor(box)}" aria-label="${escape(name(box))}">${shape}${text(title, '')}${folded === undefined ? '' : text(folded, ` class="soft" fill="${light['ink-soft']}"`)}</a>`;
};

const sprite = (): string =>
  signNames
    .map(
      (name) =>
        `<symbol id="sign-${name}" viewBox="0 0 20 20"><path d="${SIGNS[name]}" fill="none" stroke-width="${strokeOf(name)}" stroke-linecap="round" stroke-linejoin="round"/></symbol>`,
    )
    .join('');

const inside = (part: Area, x: number, y: number): boolean =>
  x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height;

/** Puts a meaning at another place. */
const moved = ({ sign, words }: Meaning, right: number, down: number): Meaning => ({
  sign,
  words: { ...words, x: words.x + right, y: words.y + down },
});

/** The meaning of the signs as it stands above a part. */
const legendOf = ({ legend }: Layout, part: Part): readonly Meaning[] => {
  const [first] = legend;
  const right = part.x - (first?.words.x ?? 0) + MEASURES.legend.sign;
  return legend.map((meaning) => moved(meaning, right, part.y - MEASURES.margin - MEASURES.start));
};

/** What of the picture the file of a part shows: the part, and above it the meaning of the signs. */
export function frameOf(layout: Layout, part: Part): Area {
  const { margin, start } = MEASURES;
  const reach = legendOf(layout, part).map(({ words }) => words.x + widthOf(words.lines.join(' '), words.type));
  return {
    x: part.x - margin,
    y: part.y - margin - start,
    width: Math.ceil(Math.max(part.x + part.width, ...reach) - part.x + 2 * margin),
    height: Math.ceil(part.height + start + 2 * margin),
  };
}

const onlyPart = (layout: Layout, part: Part): Layout & Area => ({
  ...layout,
  ...frameOf(layout, part),
  start: { ...layout.start, lines: [] },
  legend: legendOf(layout, part),
  boxes: layout.boxes.filter(({ x, y }) => inside(part, x, y)),
  answers: layout.answers.filter(({ x, y }) => inside(part, x, y)),
  edges: layout.edges.filter((points) => points.every(([x, y]) => inside(part, x, y))),
});

/**
 * The picture as an SVG file that needs nothing else.
 * @param part the part to draw; without it, everything
 */
export function svg(whole: Layout, parts: PictureParts, part?: Part): string {
  const layout = part === undefined ? { ...whole, x: 0, y: 0 } : onlyPart(whole, part);
  const { x, y, width, height } = layout;
  const { lang, title, description, font, colours, style } = parts;
  const { light, dark } = colours;
  const edges = layout.edges
    .flatMap((points) =>
      points.map(([across, down], index) => `${index === 0 ? 'M' : 'L'}${round(across)} ${round(down)}`),
    )
    .join('');
  const meanings = layout.legend
    .map(
      ({ sign, words }) =>
        (sign === undefined
          ? ''
          : `<g class="${sign}">${signAt(sign, words.x - MEASURES.legend.sign, words.y - 12.5, light['ink-soft'])}</g>`) +
        text(words, ''),
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="map-picture" lang="${lang}" xml:lang="${lang}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="${escape(font)}" fill="${light.ink}">
<title>${escape(title)}</title>
<desc>${escape(description)}</desc>
<style>:root{color-scheme:light dark;${properties(light)}}
@media screen and (prefers-color-scheme:dark){:root{${properties(dark)}}}
${style}</style>
<defs>${sprite()}</defs>
<rect class="ground" x="${x}" y="${y}" width="${width}" height="${height}" fill="${light.ground}"/>
<path class="edges" d="${edges}" fill="none" stroke="${light['line-strong']}"/>
${text(layout.start, '')}${meanings}
${layout.answers.map((lines) => text(lines, '')).join('\n')}
${layout.boxes.map((placed) => boxOf(placed, parts, light)).join('\n')}
</svg>
`;
}
