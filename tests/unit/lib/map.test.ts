import { describe, expect, test } from 'vitest';
import { locales } from '../../../src/config/locales.ts';
import { addressOf } from '../../../src/eligibility/address.ts';
import type { DecisionTree } from '../../../src/eligibility/compile.ts';
import { isQuestion, places } from '../../../src/eligibility/tree.ts';
import { drawing } from '../../../src/lib/map/drawing.ts';
import { pictureFile } from '../../../src/lib/map/file.ts';
import { MEASURES, type Area, type Lines } from '../../../src/lib/map/layout.ts';
import { widthOf, wrap } from '../../../src/lib/map/measure.ts';
import { anchorOf, outline, type OutlineQuestion } from '../../../src/lib/map/outline.ts';
import { palettes } from '../../../src/lib/map/palette.ts';
import { boxes, destination, picture, standsFor, type Box } from '../../../src/lib/map/picture.ts';
import { tree } from '../eligibility/realTable.ts';

const result = (outcome: string, notes: readonly string[] = []): DecisionTree => ({
  outcome,
  notes,
  facts: ['a.fact'],
});
const question = (id: string, next: Readonly<Record<string, DecisionTree>>): DecisionTree => ({ question: id, next });

/** Two clouds; in the first, two sellers that lead to the same questions, and a role that changes only a note. */
const paid = (outcome: string) =>
  question('service', {
    license: question('role', { direct: result(outcome), indirect: result(outcome, ['ask-your-provider']) }),
    usage: result('not-covered'),
    other: result('not-covered'),
  });
const small = question('cloud', {
  global: question('origin', {
    ea: paid('move'),
    open: paid('move'),
    partner: paid('wait'),
    nobody: result('nothing'),
  }),
  germany: result('closed'),
});

describe('the list of the map', () => {
  /** Every page it links, as segments, and every anchor. */
  function* linked({
    path,
    id,
    branches,
  }: OutlineQuestion): Generator<{ readonly id: string; readonly address: string }> {
    yield { id, address: path.join('/') };
    for (const branch of branches)
      if (branch.kind === 'question') yield* linked(branch.asked);
      else
        for (const way of branch.ways)
          yield { id: way.id, address: addressOf({ path: way.path, node: branch.result }).join('/') };
  }
  const links = [...linked(outline(tree))];

  test('links every page of the wizard exactly once', () => {
    const pages = [...places(tree)].map((place) => addressOf(place).join('/'));
    expect(pages).toHaveLength(315);
    expect(links.map(({ address }) => address).toSorted()).toEqual(pages.toSorted());
  });

  test('gives every place an anchor of its own, made from its answers', () => {
    expect(new Set(links.map(({ id }) => id)).size).toBe(links.length);
    expect(links.map(({ id }) => id).toSorted()).toEqual(
      [...places(tree)].map(({ path }) => anchorOf(path)).toSorted(),
    );
    expect(anchorOf([])).toBe('start');
    expect(anchorOf(['global', 'manage', 'from-ea', 'license'])).toBe('global.manage.from-ea.license');
  });

  test('puts answers together that lead to equal results, and only those', () => {
    const service: DecisionTree = question('service', {
      license: result('move'),
      usage: result('stay', ['a']),
      other: result('move'),
      unknown: result('stay', ['b']),
    });
    expect(
      outline(service).branches.map((branch) =>
        branch.kind === 'result' ? branch.ways.map(({ answer }) => answer) : branch.way.answer,
      ),
    ).toEqual([['license', 'other'], ['usage'], ['unknown']]);
  });

  test('keeps equal questions apart, as each has pages of its own', () => {
    const [global] = outline(small).branches;
    if (global?.kind !== 'question') throw new Error('the first answer leads to a question');
    expect(global.asked.branches.map(({ kind }) => kind)).toEqual(['question', 'question', 'question', 'result']);
  });

  test('is refused where nothing is asked', () => {
    expect(() => outline(result('move'))).toThrow(RangeError);
  });
});

describe('the picture of the map', () => {
  const drawn = (from: DecisionTree) => [...boxes(picture(from, (id) => `${id}?`))];
  const told = (box: Box) =>
    `${standsFor(box)}: ${box.kind === 'question' ? box.title : [box.outcome, ...box.folded].join(' + ')}`;

  test('draws once what would be drawn alike, and folds a question that changes no outcome', () => {
    expect(drawn(small).map(told)).toEqual([
      ': cloud?',
      'global: origin?',
      'global.ea|open: service?',
      'global.ea|open.license: move + role',
      'global.ea|open.usage|other: not-covered',
      'global.partner: service?',
      'global.partner.license: wait + role',
      'global.partner.usage|other: not-covered',
      'global.nobody: nothing',
      'germany: closed',
    ]);
  });

  test('leads to a page that presumes no answer', () => {
    expect(drawn(small).map((box) => [standsFor(box), Object.values(destination(box)).flat().join('/')])).toEqual([
      ['', 'wizard'],
      ['global', 'wizard/global'],
      ['global.ea|open', 'wizard/global'],
      ['global.ea|open.license', 'outcomes/move'],
      ['global.ea|open.usage|other', 'outcomes/not-covered'],
      ['global.partner', 'wizard/global/partner'],
      ['global.partner.license', 'wizard/global/partner/license'],
      ['global.partner.usage|other', 'outcomes/not-covered'],
      ['global.nobody', 'wizard/global/nobody/nothing'],
      ['germany', 'wizard/germany/closed'],
    ]);
  });

  test('keeps questions apart that are worded otherwise', () => {
    const worded = [...boxes(picture(small, (id, path) => `${id} ${path.includes('open') ? 'two' : 'one'}`))];
    expect(worded.map(standsFor)).toContain('global.open');
  });

  test('is refused where nothing is asked', () => {
    expect(() => picture(result('move'), (id) => id)).toThrow(RangeError);
  });

  test('shows every result of the wizard in exactly one box, with its outcome', () => {
    const results = drawn(tree).flatMap((box) => (box.kind === 'result' ? [box] : []));
    for (const { path, node } of places(tree)) {
      if (isQuestion(node)) continue;
      const showing = results.filter(
        ({ at, folded }) =>
          at.length + folded.length === path.length && at.every((answers, step) => answers.includes(path[step] ?? '')),
      );
      expect(
        showing.map(({ outcome }) => outcome),
        path.join('/'),
      ).toEqual([node.outcome]);
    }
  });
});

describe.each(locales)('the layout of the picture in %s', (locale) => {
  const { width, height, boxes: placed, answers, legend, start, edges, parts } = drawing(locale);
  const extent = ({ x, y, lines, type }: Lines): Area => ({
    x,
    y: y - type.size * 0.75,
    width: Math.max(0, ...lines.map((line) => widthOf(line, type))),
    height: (lines.length - 1) * type.size * MEASURES.leading + type.size,
  });
  const texts = [start, ...answers, ...legend.map(({ words }) => words)];
  const apart = (a: Area, b: Area) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  const within = (a: Area, b: Area) =>
    a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

  test('no two boxes or answers overlap', () => {
    const areas = [...placed, ...texts.map(extent)];
    const overlapping = areas.flatMap((a, index) => areas.slice(index + 1).filter((b) => !apart(a, b)));
    expect(overlapping).toEqual([]);
  });

  test('everything lies in the picture', () => {
    const all: Area = { x: 0, y: 0, width, height };
    expect([...placed, ...texts.map(extent), ...parts].filter((area) => !within(area, all))).toEqual([]);
    expect(edges.flat().filter(([x, y]) => x < 0 || y < 0 || x > width || y > height)).toEqual([]);
  });

  test('the text of a box fits it', () => {
    const inner = ({ x, y, width: across, height: down }: Area): Area => ({
      x: x + 8,
      y: y + 4,
      width: across - 16,
      height: down - 8,
    });
    for (const { title, folded, ...area } of placed)
      for (const lines of [title, ...(folded === undefined ? [] : [folded])])
        expect(within(extent(lines), inner(area)), lines.lines.join(' ')).toBe(true);
  });

  test('no word is cut', () => {
    const lines = [...answers, ...placed.map(({ title }) => title)].flatMap((text) => text.lines);
    expect(lines.filter((line) => line.endsWith('-'))).toEqual([]);
  });

  test('its parts hold every box but the first, each once', () => {
    for (const box of placed.slice(1)) expect(parts.filter((part) => within(box, part))).toHaveLength(1);
    expect(parts.flatMap((part) => part.answers)).toEqual(['global', 'us-gov', '21vianet', 'germany']);
  });

  test('the file of the whole and of each part has all its boxes', async () => {
    const count = async (response: Response) => (await response.text()).split('<a ').length - 1;
    expect(await count(pictureFile(locale))).toBe(placed.length);
    const inParts = await Promise.all(parts.map((part) => count(pictureFile(locale, part))));
    expect(inParts.reduce((sum, boxesOfPart) => sum + boxesOfPart)).toBe(placed.length - 1);
  });
});

describe('text of unknown fonts', () => {
  test('is broken between words where the next does not fit', () => {
    expect(wrap('one two three', widthOf('one two', { size: 10 }), { size: 10 })).toEqual(['one two', 'three']);
  });

  test('is not broken at a no-break space', () => {
    expect(wrap('a b\u00a0c', widthOf('a b', { size: 10 }), { size: 10 })).toEqual(['a', 'b\u00a0c']);
  });

  test('is cut only within a word that no line holds', () => {
    const lines = wrap('undocumented', 50, { size: 14 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).toBe('undocumented');
    expect(lines.every((line) => widthOf(line, { size: 14 }) <= 50)).toBe(true);
  });

  test('is wider when bold', () => {
    expect(widthOf('path', { size: 14, bold: true })).toBeGreaterThan(widthOf('path', { size: 14 }));
  });
});

test('a missing colour stops the picture', () => {
  expect(() => palettes(':root { --ground: #ffffff; }')).toThrow('tokens.css gives no colour');
});
