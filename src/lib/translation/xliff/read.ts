import sax from 'sax';

/** A text as it comes back from a translator. */
export interface ReadUnit {
  readonly key: string;
  /** the English text it was written from, with its markup as in the file */
  readonly source: string;
  /** the translation; nothing where there is none */
  readonly target: string | undefined;
  /** of its segment: `initial`, `translated`, `reviewed` or `final` */
  readonly state: string;
}

/** A file that is not the XLIFF this project reads. */
export class XliffError extends Error {
  override name = 'XliffError';
}

interface Reading {
  key: string;
  state: string;
  hasTarget: boolean;
  readonly data: Map<string, string>;
  /** source and target before their codes are filled in: original data may stand behind them only in broken files */
  source: string;
  target: string;
}

/**
 * Reads XLIFF 2. Segments of a unit are joined; marks of tools are passed over.
 * @throws {XliffError} for a file that is not well-formed or not XLIFF 2, and for a code that stands for nothing
 */
export function readXliff(xml: string): { lang: string; units: readonly ReadUnit[] } {
  const parser = sax.parser(true);
  const units: ReadUnit[] = [];
  const open: string[] = [];
  const ends: string[] = [];
  let lang = '';
  let unit: Reading | undefined;
  let dataId = '';

  const fail = (message: string): never => {
    throw new XliffError(`line ${parser.line + 1}: ${message}`);
  };
  const place = (): 'source' | 'target' | undefined =>
    open.includes('source') ? 'source' : open.includes('target') ? 'target' : undefined;
  const write = (text: string) => {
    const at = place();
    if (unit !== undefined && at !== undefined) unit[at] += text;
    else if (unit !== undefined && open.at(-1) === 'data') unit.data.set(dataId, (unit.data.get(dataId) ?? '') + text);
  };
  const original = (id: string | undefined): string =>
    unit?.data.get(id ?? '') ??
    fail(`an inline code of "${unit?.key ?? ''}" stands for nothing: keep the codes of the source`);

  parser.onerror = (error) => {
    throw new XliffError(`it is not well-formed XML: ${error.message.split('\n')[0] ?? ''} (line ${parser.line + 1})`);
  };
  parser.onopentag = ({ name, attributes }) => {
    const value = (key: string) => {
      const given = attributes[key];
      return typeof given === 'string' ? given : undefined;
    };
    open.push(name);
    switch (name) {
      case 'xliff':
        if (!/^2\.\d$/.test(value('version') ?? '')) fail('it is not XLIFF 2');
        lang = value('trgLang') ?? '';
        break;
      case 'unit':
        unit = {
          key: value('name') ?? '',
          state: 'initial',
          hasTarget: false,
          data: new Map(),
          source: '',
          target: '',
        };
        break;
      case 'segment':
        if (unit !== undefined) unit.state = value('state') ?? 'initial';
        break;
      case 'target':
        if (unit !== undefined) unit.hasTarget = true;
        break;
      case 'data':
        dataId = value('id') ?? '';
        break;
      case 'cp':
        write(String.fromCodePoint(Number.parseInt(value('hex') ?? '', 16)));
        break;
      case 'ph':
      case 'sc':
      case 'ec':
        if (place() !== undefined) write(original(value('dataRef')));
        break;
      case 'pc':
        if (place() !== undefined) {
          write(original(value('dataRefStart')));
          ends.push(original(value('dataRefEnd')));
        }
        break;
    }
  };
  parser.onclosetag = (name) => {
    if (name === 'pc') write(ends.pop() ?? '');
    open.pop();
    if (name !== 'unit' || unit === undefined) return;
    const { key, source, target, state, hasTarget } = unit;
    units.push({ key, source, target: hasTarget ? target : undefined, state });
    unit = undefined;
  };
  parser.ontext = write;
  parser.oncdata = write;
  parser.write(xml).close();
  if (lang === '') fail('it does not say the language of its targets');
  return { lang, units };
}
