import { widthOf, wrap, type Type } from './measure.ts';
import type { Box, QuestionBox } from './picture.ts';
import type { SignName } from './signs.ts';

/** The measures of the picture. Its unit is a CSS pixel at the size called readable. */
export const MEASURES = {
  /** around everything, and above the first question, where the picture says that it begins and what its signs mean */
  margin: 16,
  start: 36,
  legend: { sign: 24, gap: 28, type: { size: 13 } },
  /** the side of a sign */
  sign: 16,
  question: { width: 184, pad: 12, type: { size: 14 } },
  result: { width: 340, pad: 12, sign: 28, type: { size: 14, bold: true } },
  folded: { type: { size: 12 } },
  answer: { width: 124, type: { size: 13 } },
  /** the answers to the first question head the parts of the picture */
  part: { width: 180, type: { size: 16, bold: true } },
  leading: 1.35,
  /** from the upper edge of a box to the line that leads to it */
  line: 17,
  /** from a question to the upright line of its answers, and from there to the answers; from the answers to the box */
  stem: 12,
  tick: 10,
  arrow: 18,
  /** between answers that lead to the same box, between boxes, between questions, between the parts */
  gaps: { answer: 5, box: 8, question: 18, part: 56 },
} as const;

const { margin, start, question, result, folded, answer, part, leading, line, stem, tick, arrow, gaps } = MEASURES;
const pitch = question.width + stem + tick + answer.width + arrow;
const column = (depth: number): number => margin + depth * pitch + (depth > 0 ? part.width - answer.width : 0);

/** The words of the picture. */
export interface PictureWords {
  readonly answer: (id: string) => string;
  readonly outcome: (id: string) => string;
  /** what says that a question is folded into an outcome */
  readonly label: (question: string) => string;
  /** what stands above the first question */
  readonly start: string;
  /** what the signs mean, and after them what a folded question means, which has no sign */
  readonly legend: readonly (readonly [SignName | undefined, string])[];
}

/** A rectangle of the picture. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines of text; `x` and `y` are where the first begins, on its baseline. */
export interface Lines {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly type: Type;
}

/** A sign that says something, or a text without a sign. */
export interface Meaning {
  readonly sign: SignName | undefined;
  readonly words: Lines;
}

/** A box with its place and its text. */
export interface PlacedBox extends Area {
  readonly box: Box;
  readonly title: Lines;
  /** the questions folded into a result */
  readonly folded: Lines | undefined;
}

/** The picture with every place computed. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly start: Lines;
  readonly legend: readonly Meaning[];
  readonly boxes: readonly PlacedBox[];
  readonly answers: readonly Lines[];
  /** the lines between question, answers and boxes, each as points */
  readonly edges: readonly (readonly (readonly [number, number])[])[];
  /** the picture in parts, one for each answer to the first question that leads to another */
  readonly parts: readonly Part[];
}

/** A part of the picture, with the answers to the first question that it is about. */
export interface Part extends Area {
  readonly answers: readonly [string, ...string[]];
}

const heightOf = (lines: number, { size }: Type): number => Math.ceil(lines * size * leading);

/** From the middle of a line of text to its baseline. */
const baseline = ({ size }: Type): number => size * 0.36;

/**
 * Lays the picture out from left to right: each question a step further, on the line of its first answer, so that it reads
 * from the upper left corner.
 */
export function layout(root: QuestionBox, words: PictureWords): Layout {
  const boxes: PlacedBox[] = [];
  const answers: Lines[] = [];
  const edges: (readonly (readonly [number, number])[])[] = [];
  const parts: Part[] = [];

  /** Notes what has just been placed as a part of the picture. A result alone is not worth a sheet of paper. */
  const addPart = ({ kind, answers: about }: Box, x: number, y: number, end: number): void => {
    const [first, ...others] = about;
    const before = parts.at(-1);
    if (first === undefined) return;
    const within = boxes.filter((box) => box.x > x && box.y >= y);
    const width = Math.max(before?.width ?? 0, ...within.map((box) => box.x + box.width - x));
    if (kind === 'question' || before === undefined)
      parts.push({ answers: [first, ...others], x, y, width, height: end - y });
    else parts[parts.length - 1] = { ...before, answers: [...before.answers, ...about], width, height: end - before.y };
  };

  /** Places a box and all behind it; returns where the next may begin. */
  const place = (box: Box, depth: number, y: number): number => {
    const x = column(depth);
    const { width, pad, type } = box.kind === 'question' ? question : result;
    const inset = pad + (box.kind === 'result' ? result.sign : 0);
    const title = wrap(box.kind === 'question' ? box.title : words.outcome(box.outcome), width - inset - pad, type);
    const text = box.kind === 'result' ? box.folded.map(words.label) : [];
    const small = text.flatMap((label) => wrap(label, width - inset - pad, folded.type));
    const first = y + line + baseline(type);
    const height = 2 * line - heightOf(1, type) + heightOf(title.length, type) + heightOf(small.length, folded.type);
    boxes.push({
      box,
      x,
      y,
      width,
      height,
      title: { x: x + inset, y: first, lines: title, type },
      folded:
        small.length === 0
          ? undefined
          : {
              x: x + inset,
              y: first + heightOf(title.length, type),
              lines: small,
              type: folded.type,
            },
    });
    return Math.max(y + height, box.kind === 'question' ? branch(box, depth, x + width, y) : 0);
  };

  /** Places the answers of a question and the boxes they lead to. */
  const branch = (asked: QuestionBox, depth: number, right: number, from: number): number => {
    const upright = right + stem;
    const labels = upright + tick;
    const next = column(depth + 1);
    const { width, type } = depth === 0 ? part : answer;
    let y = from;
    let end = from;
    let last = from + line;
    edges.push([
      [right, from + line],
      [upright, from + line],
    ]);
    for (const [index, box] of asked.branches.entries()) {
      if (index > 0)
        y =
          end +
          (depth === 0
            ? gaps.part
            : [box, asked.branches[index - 1]].some((one) => one?.kind === 'question')
              ? gaps.question
              : gaps.box);
      let at = y + line;
      let lowest = at;
      for (const [position, id] of box.answers.entries()) {
        const lines = wrap(words.answer(id), width, type);
        answers.push({ x: labels, y: at + baseline(type), lines, type });
        edges.push([
          [upright, at],
          [labels - 4, at],
        ]);
        const after = labels + Math.min(widthOf(lines[0] ?? '', type), width) + 3;
        // The first answer leads straight to the box; the others join its line, on an upright that the last one draws.
        const join = next - arrow / 2;
        if (position === 0)
          edges.push([
            [after, at],
            [next, at],
          ]);
        else if (position < box.answers.length - 1)
          edges.push([
            [after, at],
            [join, at],
          ]);
        else
          edges.push([
            [after, at],
            [join, at],
            [join, y + line],
          ]);
        last = at;
        lowest = at - heightOf(1, type) / 2 + heightOf(lines.length, type);
        at = lowest + gaps.answer + heightOf(1, type) / 2;
      }
      end = Math.max(place(box, depth + 1, y), lowest);
      if (depth === 0) addPart(box, labels, y, end);
    }
    edges.push([
      [upright, from + line],
      [upright, last],
    ]);
    return end;
  };

  const bottom = place(root, 0, margin + start);
  const y = margin + line / 2 + baseline(part.type);
  const legend: Meaning[] = [];
  let x = column(1);
  for (const [sign, text] of words.legend) {
    const from = sign === undefined ? x : x + MEASURES.legend.sign;
    const { type } = MEASURES.legend;
    legend.push({ sign, words: { x: from, y, lines: [text], type } });
    x = from + widthOf(text, type) + MEASURES.legend.gap;
  }
  const right = Math.max(x - MEASURES.legend.gap, ...boxes.map((box) => box.x + box.width));
  return {
    width: right + margin,
    height: Math.ceil(bottom + margin),
    start: { x: margin, y, lines: [words.start], type: part.type },
    legend,
    boxes,
    answers,
    edges,
    parts,
  };
}
