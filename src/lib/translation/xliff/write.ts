import { escape } from '../../escape.ts';
import type { Unit } from '../units.ts';
import { codesOf, tokensOf } from './codes.ts';

/** What helps a translator with a text, by what it is about. */
export type Notes = Readonly<Record<string, string>>;

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

/** Names codes alike in source and target, and the pieces of the file they stand for. */
function makeNames() {
  const data = new Map<string, string>();
  const ids = new Map<string, string>();
  const dataId = (text: string): string => {
    const id = data.get(text) ?? `d${data.size + 1}`;
    data.set(text, id);
    return id;
  };
  /** The same code at its n-th place has the same id in both. */
  const idOf = (name: string, count: Map<string, number>): string => {
    const at = (count.get(name) ?? 0) + 1;
    count.set(name, at);
    const key = `${name}#${at}`;
    const id = ids.get(key) ?? `${ids.size + 1}`;
    ids.set(key, id);
    return id;
  };
  return { data, dataId, idOf };
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^\[/, ' type="link"'],
  [/^\*\*/, ' type="fmt" subType="xlf:b"'],
];
const typeOf = (start: string): string => TYPES.find(([pattern]) => pattern.test(start))?.[1] ?? '';

function inline(raw: string, { dataId, idOf }: ReturnType<typeof makeNames>): string {
  const count = new Map<string, number>();
  const codes = codesOf(raw)[Symbol.iterator]();
  return tokensOf(raw)
    .map((token) => {
      if (token.kind === 'text') return escape(token.text);
      if (token.kind === 'close') return '</pc>';
      const code = codes.next().value;
      if (code === undefined) throw new TypeError(`"${token.data}" is not closed in: ${raw}`);
      const id = idOf(code.name, count);
      if (code.end === undefined)
        return `<ph id="${id}" dataRef="${dataId(code.start)}" disp="${escape(code.start)}"/>`;
      return `<pc id="${id}" dataRefStart="${dataId(code.start)}" dataRefEnd="${dataId(code.end)}"${typeOf(code.start)}>`;
    })
    .join('');
}

const STATES: Readonly<Record<Unit['state'], string>> = {
  current: 'state="final"',
  older: 'state="initial" subState="paths:older"',
  missing: 'state="initial"',
};

function unitXml(unit: Unit, id: string, notes: Notes): string {
  const names = makeNames();
  const source = inline(unit.source, names);
  const target = unit.state === 'missing' || unit.text === '' ? '' : inline(unit.text, names);
  const noteLines = Object.entries(notes).map(
    ([category, text]) => `        <note category="${category}">${escape(text)}</note>`,
  );
  const dataLines = [...names.data].map(([text, dataId]) => `        <data id="${dataId}">${escape(text)}</data>`);
  return [
    `    <unit id="${id}" name="${escape(unit.key)}" canResegment="no">`,
    ...(noteLines.length === 0 ? [] : ['      <notes>', ...noteLines, '      </notes>']),
    ...(dataLines.length === 0 ? [] : ['      <originalData>', ...dataLines, '      </originalData>']),
    `      <segment ${STATES[unit.state]}>`,
    `        <source>${source}</source>`,
    ...(target === '' ? [] : [`        <target>${target}</target>`]),
    '      </segment>',
    '    </unit>',
  ].join('\n');
}

/**
 * Writes texts as XLIFF 2.0: a file for each file of the project, a unit for each text, the markup as inline codes.
 * @param units those that have an English source
 * @param lang the language of the targets, as a BCP 47 tag
 * @param notesOn what helps with a text
 */
export function writeXliff(units: readonly Unit[], lang: string, notesOn: (unit: Unit) => Notes): string {
  const files = [...Map.groupBy(units, ({ file }) => file)].map(([file, own], index) =>
    [
      `  <file id="f${index + 1}" original="${escape(file)}">`,
      ...own.map((unit, at) => unitXml(unit, `u${at + 1}`, notesOn(unit))),
      '  </file>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="en" trgLang="${lang}" xml:space="preserve">`,
    ...files,
    '</xliff>\n',
  ].join('\n');
}
