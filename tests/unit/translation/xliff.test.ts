import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/config/locales.ts';
import { loadContent } from '../../../src/lib/content/load.ts';
import { translations, unitsOf, type Unit } from '../../../src/lib/translation/units.ts';
import { filesWith } from '../../../src/lib/translation/write.ts';
import { notesFor } from '../../../src/lib/translation/xliff/notes.ts';
import { readXliff, XliffError } from '../../../src/lib/translation/xliff/read.ts';
import { takeUnits } from '../../../src/lib/translation/xliff/take.ts';
import { writeXliff } from '../../../src/lib/translation/xliff/write.ts';

const content = loadContent();
const exported = (locale: (typeof translations)[number]) =>
  writeXliff(
    unitsOf(content, locale).filter(({ source }) => source !== ''),
    LOCALES[locale].lang,
    notesFor(content, locale),
  );

/** What may stand in each element of XLIFF 2.0 as far as it is used here, in its order, and the attributes it may have. */
const CORE: Readonly<Record<string, { inside: RegExp; attributes: readonly string[]; needs?: readonly string[] }>> = {
  xliff: {
    inside: /^(file )+$/,
    attributes: ['xmlns', 'version', 'srcLang', 'trgLang', 'xml:space'],
    needs: ['version', 'srcLang'],
  },
  file: { inside: /^(notes )?(unit )+$/, attributes: ['id', 'original'], needs: ['id'] },
  unit: {
    inside: /^(notes )?(originalData )?(segment )+$/,
    attributes: ['id', 'name', 'canResegment'],
    needs: ['id'],
  },
  notes: { inside: /^(note )+$/, attributes: [] },
  note: { inside: /^$/, attributes: ['category'] },
  originalData: { inside: /^(data )+$/, attributes: [] },
  data: { inside: /^$/, attributes: ['id'], needs: ['id'] },
  segment: { inside: /^source (target )?$/, attributes: ['state', 'subState'] },
  source: { inside: /^(pc |ph )*$/, attributes: [] },
  target: { inside: /^(pc |ph )*$/, attributes: [] },
  pc: {
    inside: /^(pc |ph )*$/,
    attributes: ['id', 'dataRefStart', 'dataRefEnd', 'type', 'subType'],
    needs: ['id'],
  },
  ph: { inside: /^$/, attributes: ['id', 'dataRef', 'disp'], needs: ['id'] },
};

/** What in an XLIFF file breaks the rules of its core. */
function faults(xml: string): readonly string[] {
  const found: string[] = [];
  const parser = sax.parser(true);
  const open: { name: string; inside: string }[] = [];
  const ids = new Map<string, Set<string>>();
  const once = (scope: string, id: string) => {
    const known = ids.get(scope) ?? new Set();
    if (known.has(id)) found.push(`${scope}: the id ${id} comes twice`);
    ids.set(scope, known.add(id));
  };
  let [file, unit] = ['', ''];
  parser.onopentag = ({ name, attributes: given }) => {
    const attributes = new Map(
      Object.entries<unknown>(given).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    );
    const rule = CORE[name];
    if (rule === undefined) found.push(`<${name}> is unknown`);
    for (const attribute of attributes.keys())
      if (rule?.attributes.includes(attribute) === false) found.push(`<${name}> has ${attribute}`);
    for (const attribute of rule?.needs ?? [])
      if (!attributes.has(attribute)) found.push(`<${name}> lacks ${attribute}`);
    const id = attributes.get('id') ?? '';
    if (name === 'file') once('files', (file = id));
    if (name === 'unit') once(file, (unit = `${file}/${id}`));
    if (name === 'data') once(`${unit} data`, id);
    if (name === 'pc' || name === 'ph') {
      once(`${unit} ${open.find((each) => each.name === 'source' || each.name === 'target')?.name ?? ''}`, id);
      for (const reference of ['dataRef', 'dataRefStart', 'dataRefEnd'])
        if (attributes.has(reference) && ids.get(`${unit} data`)?.has(attributes.get(reference) ?? '') !== true)
          found.push(`${unit}: ${reference} leads nowhere`);
    }
    if (name === 'segment' && attributes.has('subState') && !attributes.has('state'))
      found.push(`${unit}: a state of its own without a state`);
    const parent = open.at(-1);
    if (parent !== undefined) parent.inside += `${name} `;
    open.push({ name, inside: '' });
  };
  parser.onclosetag = () => {
    const closed = open.pop();
    if (closed !== undefined && CORE[closed.name]?.inside.test(closed.inside) !== true)
      found.push(`${unit}: <${closed.name}> holds ${closed.inside}`);
  };
  parser.write(xml).close();
  return found;
}

describe.each(translations)('the texts of %s as XLIFF', (locale) => {
  const xml = exported(locale);

  test('keep the rules of XLIFF 2.0', () => {
    expect(xml).toContain(`version="2.0" srcLang="en" trgLang="${LOCALES[locale].lang}"`);
    expect(faults(xml)).toEqual([]);
  });

  test('come back as they went, and no file changes', () => {
    const { units, lang } = readXliff(xml);
    expect(lang).toBe(LOCALES[locale].lang);
    const { texts, problems } = takeUnits(unitsOf(content, locale), units);
    expect(problems).toEqual([]);
    expect([...texts]).toEqual([]);
    expect(filesWith(locale, texts)).toEqual([]);
  });

  test('come back translated, with their placeholders, terms, links and facts', () => {
    const changed = xml
      .replace(/(name="interface\.wizard\.drops".*?<target>)/s, '$1¡')
      .replace(/(name="articles\/multichannel:prose".*?<target>)/s, '$1¡');
    const { texts, problems } = takeUnits(unitsOf(content, locale), readXliff(changed).units);
    expect(problems).toEqual([]);
    const files = filesWith(locale, texts);
    const added = files.map(({ file, before, after }) => {
      const lines = before.split('\n');
      return [file, after.split('\n').filter((line, index) => line !== lines[index])] as const;
    });
    expect(added.map(([file]) => file)).toEqual([
      `src/content/wording/${locale}/interface.json`,
      `src/content/articles/${locale}/multichannel.mdx`,
    ]);
    expect(added[0]?.[1]).toEqual([expect.stringMatching(/^ {4}"drops": "¡.*\{answers\}/)]);
    expect(added[1]?.[1]).toEqual([expect.stringMatching(/^¡.*<Fact id="multi-channel\.purpose">/)]);
  });
});

describe('a file that comes back otherwise than it went', () => {
  const unit: Unit = {
    key: 'a',
    file: 'a.json',
    source: 'Keep {answers} in [the list](../x/).',
    text: 'Guarde {answers} en [la lista](../x/).',
    state: 'older',
  };
  const xml = writeXliff([unit], 'es', () => ({}));
  const taken = (change: (xml: string) => string, now: readonly Unit[] = [unit]) =>
    takeUnits(now, readXliff(change(xml)).units);

  test.each<[string, (xml: string) => string, readonly Unit[], string]>([
    ['has a unit that is no text', (file) => file.replace('name="a"', 'name="b"'), [unit], 'b: there is no such text'],
    [
      'has lost a placeholder',
      (file) => file.replace(/(<target>.*?)<ph [^>]*>/, '$1').replace('"initial"', '"translated"'),
      [unit],
      'a: {answers} is lost: keep the inline codes',
    ],
    [
      'has lost a link',
      (file) => file.replace(/(<target>.*)<pc [^>]*>(.*)<\/pc>/, '$1$2'),
      [unit],
      'a: [](../x/) is lost: keep the inline codes',
    ],
    [
      'was written from an older English text',
      (file) => file.replace('Guarde', 'Conserve'),
      [{ ...unit, source: 'Keep {answers}.' }],
      'a: its English has changed since the export, to "Keep {answers}."',
    ],
    [
      'has an empty target',
      (file) => file.replace(/<target>.*<\/target>/, '<target></target>'),
      [unit],
      'a: its target is empty',
    ],
  ])('%s: it is refused', (_, change, now, problem) => {
    const { problems, texts } = taken(change, now);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect([...texts]).toEqual([]);
  });

  test('is taken when it is translated, or when somebody says that it is right as it was', () => {
    expect([...taken((file) => file.replace('Guarde', 'Conserve')).texts]).toEqual([
      ['a', 'Conserve {answers} en [la lista](../x/).'],
    ]);
    expect(taken((file) => file.replace('state="initial"', 'state="reviewed"'))).toMatchObject({ done: ['a'] });
    expect(taken((file) => file)).toMatchObject({ done: [], problems: [] });
  });

  test.each([
    ['is cut short', (file: string) => file.slice(0, -20), 'not well-formed'],
    ['is XLIFF 1', (file: string) => file.replace('version="2.0"', 'version="1.2"'), 'it is not XLIFF 2'],
    [
      'has a code that stands for nothing',
      (file: string) => file.replace('dataRef="d1"', 'dataRef="d9"'),
      'stands for nothing',
    ],
  ])('%s: the message says where', (_, change, message) => {
    expect(() => taken(change)).toThrow(XliffError);
    expect(() => taken(change)).toThrow(message);
  });
});
