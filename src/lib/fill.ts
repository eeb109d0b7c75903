/**
 * Puts values into the `{placeholders}` of a text. A placeholder without a value stays as it is.
 * @param text a text of the interface, such as "Keeps: {answers}"
 */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(Object.hasOwn(values, name) ? values[name] : placeholder),
  );

/**
 * Chooses the plural form of a text for a number and puts the values in.
 * @param lang a BCP 47 language tag
 */
export const fillPlural = (
  forms: Readonly<Record<'one' | 'few' | 'many' | 'other', string>>,
  lang: string,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string => {
  const form = new Intl.PluralRules(lang).select(count);
  return fill(form === 'zero' || form === 'two' ? forms.other : forms[form], { count, ...values });
};

/**
 * Joins alternatives as a language joins them: "A, B or C".
 * @param lang a BCP 47 language tag
 */
export const either = (lang: string, alternatives: readonly string[]): string =>
  new Intl.ListFormat(lang, { type: 'disjunction' }).format(alternatives);
