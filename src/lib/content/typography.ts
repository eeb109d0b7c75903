import type { Locale } from '../../config/locales.ts';

/** A rule of a language's typography. */
export interface TypographicRule {
  readonly pattern: RegExp;
  /** what is wrong, for the maintainer */
  readonly why: string;
  /** what a match becomes, where a machine can tell */
  readonly fix?: string;
}

/** The space that keeps what stands around it on one line. */
export const NBSP = '\u00a0';

const common: readonly TypographicRule[] = [
  { pattern: /"/gu, why: 'straight quotation marks' },
  { pattern: /(?<=\p{L})'(?=\p{L})/gu, why: 'a straight apostrophe', fix: '’' },
  { pattern: /\.\.\./gu, why: 'three full stops for an ellipsis', fix: '…' },
  { pattern: /(?<=\S) {2,}(?=\S)/gu, why: 'two spaces', fix: ' ' },
  { pattern: /\b(Office|Microsoft|Dynamics) 365/gu, why: 'a product name breaks over two lines', fix: `$1${NBSP}365` },
  { pattern: /(?<=[\p{L}\d»”)]) (?=[,.;:!?](?:\s|$))/gu, why: 'a space before a punctuation mark', fix: '' },
  { pattern: /(?<=\p{L}) - (?=\p{L})/gu, why: 'a hyphen for a dash' },
];

/** A number keeps its unit. */
const units = (words: string): TypographicRule => ({
  pattern: new RegExp(`(?<=\\d) (?=(?:${words})(?!\\p{L}))`, 'gu'),
  why: 'a number and its unit break over two lines',
  fix: NBSP,
});

const guillemets: readonly TypographicRule[] = [
  { pattern: /«\s|\s»/gu, why: 'a space inside quotation marks' },
  { pattern: /(?<!«[^»]*)[“”]/gu, why: 'curly quotation marks outside «…»' },
];

/** How these languages set quotation marks, dashes and spaces. */
const RULES: Readonly<Partial<Record<Locale, readonly TypographicRule[]>>> = {
  en: [
    ...common,
    units('hours?|days?|weeks?|months?|years?|business|minutes?|percent'),
    { pattern: /[«»„]/gu, why: 'quotation marks of another language' },
  ],
  es: [
    ...common,
    ...guillemets,
    units('horas?|días?|semanas?|mes|meses|años?|minutos?'),
    { pattern: /(?<!¿[^?]*)\?/gu, why: 'a question without ¿' },
    { pattern: /(?<!¡[^!]*)!/gu, why: 'an exclamation without ¡' },
  ],
  ru: [
    ...common,
    ...guillemets,
    units('час\\p{L}*|рабоч\\p{L}*|день|дня|дней|дни|недел\\p{L}*|месяц\\p{L}*|год|года|году|лет|минут\\p{L}*'),
    { pattern: / (?=[—–])/gu, why: 'a line may begin with a dash', fix: NBSP },
    { pattern: /(?<=\p{L}\u00a0)–(?= )/gu, why: 'a short dash between words', fix: '—' },
    { pattern: /ё/gu, why: 'the letter ё, which this site does not write', fix: 'е' },
    { pattern: /Ё/gu, why: 'the letter Ё, which this site does not write', fix: 'Е' },
  ],
  'pt-br': [
    ...common,
    units('horas?|dias?|semanas?|mês|meses|anos?|minutos?'),
    { pattern: /[«»„]/gu, why: 'quotation marks of another language' },
  ],
};

/** The typographic rules of a language: those that hold in every language where it has none of its own. */
export const typographyOf = (locale: Locale): readonly TypographicRule[] => RULES[locale] ?? common;

/** The text with everything mended that a machine can mend. */
export const typeset = (locale: Locale, text: string): string =>
  typographyOf(locale).reduce(
    (mended, { pattern, fix }) => (fix === undefined ? mended : mended.replaceAll(pattern, fix)),
    text,
  );
