import type { Entry, EntrySection, SearchFile } from '../file.ts';
import type { Language, Unit } from '../words/language.ts';
import { WEIGHTS } from './weights.ts';

/** Something said of a page in few words, by title or search words, that a query may say too. */
export interface Phrase {
  readonly units: readonly Unit[];
  readonly kind: 'title' | 'name' | 'keyword' | 'term';
}

/** What can be found of a page or section: how much each term says about it, and its phrases. */
export interface Findable {
  readonly terms: ReadonlyMap<string, number>;
  readonly phrases: readonly Phrase[];
}

export interface IndexedSection extends Findable {
  readonly section: EntrySection;
}

export interface IndexedEntry extends Findable {
  readonly entry: Entry;
  readonly sections: readonly IndexedSection[];
  /** the terms that the page has apart from its sections */
  readonly own: ReadonlySet<string>;
}

/** Everything quick search looks at, in memory. */
export interface Index {
  readonly language: Language;
  readonly entries: readonly IndexedEntry[];
  /** on how many pages a term stands */
  readonly pages: ReadonlyMap<string, number>;
  /** folded words that are known, with their stems, the frequent first */
  readonly forms: ReadonlyMap<string, string>;
}

type Field = 'title' | 'keywords' | 'heading' | 'sectionKeywords' | 'text' | 'when' | 'body' | 'passage';

/** Collects the terms and phrases of a page or section. Fields in which a term stands together say more than each alone. */
class Collector {
  readonly terms = new Map<string, number>();
  readonly phrases: Phrase[] = [];
  readonly #seen: (unit: Unit) => void;
  readonly #language: Language;

  constructor(language: Language, seen: (unit: Unit) => void) {
    this.#language = language;
    this.#seen = seen;
  }

  add(field: Field, texts: readonly string[], phrase?: Phrase['kind']): this {
    const weights = new Set<string>();
    for (const text of texts) {
      const units = this.#language.read(text).filter(({ stop }) => !stop);
      if (phrase !== undefined && units.length > 0) this.phrases.push({ units, kind: phrase });
      for (const unit of units) {
        this.#seen(unit);
        for (const term of unit.terms) weights.add(term);
      }
    }
    if (field !== 'title' || phrase !== 'name')
      for (const term of weights) this.terms.set(term, 1 - (1 - (this.terms.get(term) ?? 0)) * (1 - WEIGHTS[field]));
    return this;
  }
}

/** The names in a title: what stands before a colon or brackets, and what stands in them. */
const namesIn = (title: string): readonly string[] => {
  const [first = '', inBrackets = ''] = title.split(/[:()]/);
  return first === title ? [] : title.includes('(') ? [first, inBrackets] : [first];
};

/** Reads the file of a language into memory. */
export function makeIndex({ entries, text }: Pick<SearchFile, 'entries' | 'text'>, language: Language): Index {
  const counts = new Map<string, number>();
  const seen = ({ tokens }: Unit) => {
    for (const { form, whole } of tokens)
      for (const word of whole === undefined ? [form] : [form, whole]) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  const pages = new Map<string, number>();
  const bodies = new Map<number, string[]>();
  for (const [word, places] of Object.entries(text))
    for (const place of places) bodies.set(place, [...(bodies.get(place) ?? []), word]);
  let place = 0;
  const indexed = entries.map((entry): IndexedEntry => {
    const { title, text: said, when = [], keywords = [], sections = [] } = entry;
    const own = new Collector(language, seen)
      .add('title', [title], entry.kind === 'glossary' ? 'term' : 'title')
      .add('title', namesIn(title), 'name')
      .add('keywords', keywords, 'keyword')
      .add('text', [said])
      .add('when', when)
      .add('body', bodies.get(place++) ?? []);
    const apart = new Set(own.terms.keys());
    const below = sections.map((section): IndexedSection => {
      const body = bodies.get(place++) ?? [];
      own
        .add('heading', [section.title])
        .add('sectionKeywords', section.keywords ?? [])
        .add('body', body);
      const { terms, phrases } = new Collector(language, seen)
        .add('heading', [section.title], 'name')
        .add('keywords', section.keywords ?? [], 'keyword')
        .add('passage', body);
      return { section, terms, phrases };
    });
    for (const term of own.terms.keys()) pages.set(term, (pages.get(term) ?? 0) + 1);
    return { entry, terms: own.terms, phrases: own.phrases, sections: below, own: apart };
  });
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([form]) => form);
  return {
    language,
    entries: indexed,
    pages,
    forms: new Map(byCount.map((form) => [form, language.stem(form)])),
  };
}
