import type { Locale } from '../../config/locales.ts';

/** Finds what the forms of a word have in common. It takes a folded word. */
export type Stemmer = (word: string) => string;

/** What some languages have. A language without it is searched word by word as it is written. */
type ByLanguage<Value> = Readonly<Partial<Record<Locale, Value>>>;

type Rewriting = readonly (readonly [pattern: RegExp, instead: string])[];

const rewrite = (word: string, rules: Rewriting): string => {
  for (const [pattern, instead] of rules) if (pattern.test(word)) return word.replace(pattern, instead);
  return word;
};

/** Words that stand for another, of which a reader thinks when they search. */
const INSTEAD: ByLanguage<ReadonlyMap<string, string>> = {
  en: new Map([
    // The role is another thing than the act.
    ['reseller', 'resellor'],
    ['resellers', 'resellor'],
    ['reseler', 'resellor'],
    ['reselers', 'resellor'],
    ['bought', 'buy'],
    ['purchase', 'buy'],
    ['purchases', 'buy'],
    ['purchased', 'buy'],
    ['purchasing', 'buy'],
    ['sold', 'sell'],
    ['lost', 'lose'],
    ['gave', 'give'],
    ['given', 'give'],
    ['took', 'take'],
    ['taken', 'take'],
    ['paid', 'pay'],
    ['left', 'leave'],
  ]),
  es: new Map([
    ['venta', 'vender'],
    ['ventas', 'vender'],
  ]),
};

/** What Snowball misses in folded words: British spelling, nouns beside their verbs, plurals, fleeting vowels. The first rule that fits is used. */
const BEFORE: ByLanguage<Rewriting> = {
  en: [
    [/licenc/, 'licens'],
    [/programme/, 'program'],
    [/(.{3,})tre(s?)$/, '$1ter$2'],
    [/(.{4,})is(e|ed|es|ing|ations?)$/, '$1iz$2'],
  ],
  es: [
    [/transf[ie]+r.*/, 'transferir'],
    [/pierd.*/, 'perder'],
    [/(.{4,})acion(?:es)?$/, '$1ar'],
    [/(.{5,})encias?$/, '$1er'],
    [/^(..[aeo])s$/, '$1'],
    [/(.{3,}[bcdfgkmnprt])s$/, '$1'],
  ],
  'pt-br': [
    [/transf[ei]r.*/, 'transferir'],
    [/(.{4,})(?:acao|acoes)$/, '$1ar'],
    [/(.{3,})(?:cao|coes)$/, '$1c'],
    [/(.{3,})(?:sao|soes)$/, '$1s'],
    [/(.{3,})(?:oes|aes)$/, '$1ao'],
    [/(.{3,})ancas?$/, '$1ar'],
    [/(.{3,})([aeou])is$/, '$1$2l'],
    [/(.{3,})ns$/, '$1m'],
    [/(.{3,}[bcdfgkprt])s$/, '$1'],
  ],
  ru: [
    [/перенес.*/, 'перенос'],
    [/перев(?:од|ож|ед|ес).*/, 'перевод'],
    [/переда(?:л|т|ч|в|е|м|ю|н|й).*/, 'передач'],
    [/^(?:по)?куп(?!ател)[аеиклою].*/, 'купить'],
    [/(пере)?прода[вежлмнтю].*/, '$1продать'],
    [/пригла[сш].*/, 'пригласить'],
    [/(.{3,})ок$/, '$1к'],
  ],
};

/** What is cut from a stem, so that a noun meets its verb. */
const AFTER: ByLanguage<Rewriting> = {
  es: [[/(.{3,})i$/, '$1']],
  'pt-br': [[/(.{3,})i$/, '$1']],
  ru: [
    [/(.{3,})вл(?:ен|я)?$/, '$1в'],
    [/(.{4,})(?:ен|ан|ива|ыва|ова|я|а|ь)$/, '$1'],
  ],
};

const SNOWBALL: ByLanguage<() => Promise<{ readonly stemmer: Stemmer }>> = {
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  ru: () => import('@orama/stemmers/russian'),
  'pt-br': () => import('@orama/stemmers/portuguese'),
};

/**
 * Loads the stemmer of a language; one that has none leaves every word as it is. It leaves short words, words with digits and, in Russian, Latin ones as they are.
 * @throws when its script cannot be fetched
 */
export async function loadStemmer(locale: Locale): Promise<Stemmer> {
  const load = SNOWBALL[locale];
  if (load === undefined) return (word) => word;
  const { stemmer } = await load();
  const foreign = locale === 'ru' ? /[^а-я]/ : /[^a-z]/;
  const known = new Map<string, string>();
  const stem: Stemmer = (word) => {
    if (word.length < 3) return word;
    if (foreign.test(word)) return /^[a-z]{4,}s$/.test(word) ? word.slice(0, -1) : word;
    const whole = INSTEAD[locale]?.get(word) ?? rewrite(word, BEFORE[locale] ?? []);
    return rewrite(stemmer(whole), AFTER[locale] ?? []);
  };
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = stem(word);
    known.set(word, found);
    return found;
  };
}
