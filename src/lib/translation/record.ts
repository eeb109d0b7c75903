import { createHash } from 'node:crypto';

/** What is known of a text: written from the English of today, from an older one, or not yet written. */
export type State = 'current' | 'older' | 'missing';

/** What each text of a locale was written from, by its key: the beginning of a hash of that English text. */
export type TranslationRecord = Readonly<Record<string, string>>;

/** Stands before the hash of a text that is not yet written: the hash is that of the English text standing in for it. */
const MISSING = 'missing ';

/** Fewer words than these may be the same in two languages: a name, a label. */
const FEW_WORDS = 6;

/** The words of a text, without what is the same in every language: tags, places of facts, addresses. */
export const wordsIn = (text: string): string =>
  text
    .replaceAll(/<Term [^>]*>(.*?)<\/Term>/g, '$1')
    .replaceAll(/<[^>]*>/g, '…')
    .replaceAll(/\]\([^)\s]*\)/g, ']');

/** The hash by which the record knows an English text. Only its words count. */
export const hashOf = (text: string): string => createHash('sha256').update(wordsIn(text)).digest('hex').slice(0, 12);

/** What the record says of a text that stands in English until it is written. */
export const missingFrom = (source: string): string => MISSING + hashOf(source);

/** Whether an entry says that a text is not yet written. */
export const isMissing = (entry: string | undefined): boolean => entry?.startsWith(MISSING) === true;

/** Whether the text of an entry is still the English one that was put in its place. */
export const isCopy = (entry: string, text: string): boolean => entry === missingFrom(text);

/** The state of a text whose English source is this now. One that is not on record counts as up to date; the check names it. */
export function stateOf(entry: string | undefined, source: string): State {
  if (isMissing(entry)) return 'missing';
  return entry === undefined || entry === hashOf(source) ? 'current' : 'older';
}

/** A text as the record is brought up to date: what it is called, what it says, and what English says. */
interface Recorded {
  readonly key: string;
  readonly source: string;
  readonly text: string;
}

/** What a change of the record means, for the one who made it. */
export type Change = 'new' | 'new, not yet written' | 'written' | 'up to date' | 'gone' | 'English again';

/**
 * Brings a record up to date: takes in texts that are new, texts that were written since they were missing, and those that a
 * person names because they have brought them up to date; leaves out those that are no more.
 * @param units every text of the locale
 * @param named whether a person names a text
 * @returns the record, what changed in it, and the texts that are still English and must follow the English of today
 */
export function recorded(
  units: readonly Recorded[],
  record: TranslationRecord,
  named: (key: string) => boolean,
): {
  record: TranslationRecord;
  changes: readonly { readonly key: string; readonly change: Change }[];
  copies: ReadonlyMap<string, string>;
} {
  const changes: { key: string; change: Change }[] = [];
  const copies = new Map<string, string>();
  const entries = units.map(({ key, source, text }) => {
    const before = record[key];
    const take = (change: Change, entry: string) => {
      if (entry !== before) changes.push({ key, change });
      return [key, entry] as const;
    };
    if (named(key)) return take('up to date', hashOf(source));
    if (before === undefined)
      return text === source && wordsIn(text).split(/\s+/).length >= FEW_WORDS
        ? take('new, not yet written', missingFrom(source))
        : take('new', hashOf(source));
    if (!isMissing(before)) return take('up to date', before);
    if (!isCopy(before, text)) return take('written', hashOf(source));
    if (text !== source) copies.set(key, source);
    return take('English again', missingFrom(source));
  });
  const keys = new Set(units.map(({ key }) => key));
  for (const key of Object.keys(record)) if (!keys.has(key)) changes.push({ key, change: 'gone' });
  return { record: Object.fromEntries(entries), changes, copies };
}

/** A record as it is written: a text a line. */
export const writtenRecord = (record: TranslationRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/**
 * Whether a key is meant by one of several names: the key itself, or a pattern in which `*` stands for anything.
 * @param names as a maintainer types them
 */
export const isNamed =
  (names: readonly string[]): ((key: string) => boolean) =>
  (key) =>
    names.some((name) =>
      new RegExp(
        `^${name
          .split('*')
          .map((part) => part.replaceAll(/[^\w]/g, String.raw`\$&`))
          .join('.*')}$`,
        's',
      ).test(key),
    );
