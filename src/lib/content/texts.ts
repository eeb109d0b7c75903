import { articleSlugs } from '../../config/articles.ts';
import type { Locale } from '../../config/locales.ts';
import type { Content } from './load.ts';

/** A text of a locale with the place where a maintainer finds it. */
export interface PlacedText {
  readonly file: string;
  readonly at: string;
  readonly text: string;
}

/** Keys of texts that nobody reads as such: patterns and wrong forms. */
export const NOT_READ: ReadonlySet<string> = new Set(['find', 'pattern', 'form', 'rules']);

function* strings(value: unknown, at: readonly string[]): Generator<{ at: string; text: string }> {
  if (typeof value === 'string') yield { at: at.join(' > '), text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) if (!NOT_READ.has(key)) yield* strings(inner, [...at, key]);
}

/**
 * Every text that a locale shows to readers, from articles, wording and glossary. What readers type into the search box is
 * none: forbidden forms and misspelt words belong there.
 */
export function* textsOf({ wording, articles }: Content, locale: Locale): Generator<PlacedText> {
  const { glossary, questions, answers, ...words } = wording[locale];
  const files = {
    ...Object.fromEntries(
      Object.entries(words)
        .filter(([name]) => name !== 'search')
        .map(([name, value]) => [`wording/${locale}/${name}.json`, value]),
    ),
    [`wording/${locale}/questions.json`]: { questions, answers },
    [`glossary/${locale}.json`]: glossary,
  };
  for (const [file, value] of Object.entries(files))
    for (const { at, text } of strings(value, [])) yield { file: `src/content/${file}`, at, text };
  for (const slug of articleSlugs)
    for (const { line, text } of articles[locale].get(slug)?.readable ?? [])
      yield { file: `src/content/articles/${locale}/${slug}.mdx`, at: `line ${line}`, text };
}
