import { articleSlugs, type ArticleSlug } from '../config/articles.ts';
import { LOCALES, type Locale } from '../config/locales.ts';
import type { Content } from './content/load.ts';
import type { Glossary } from './content/schemas.ts';

/** A term with its id, which is the same in every language. */
export type Term = { readonly id: string } & Glossary['terms'][string];

/** A name as the alphabet sees it: a quotation mark before it does not count. */
const spelt = (name: string): string => name.replace(/^\P{L}+/u, '');

/** The terms of a language in its alphabetical order. */
export function termsInOrder({ wording }: Pick<Content, 'wording'>, locale: Locale): readonly Term[] {
  const collator = new Intl.Collator(LOCALES[locale].lang);
  return Object.entries(wording[locale].glossary.terms)
    .map(([id, term]) => ({ id, ...term }))
    .sort((one, other) => collator.compare(spelt(one.name), spelt(other.name)));
}

/** The articles whose text uses a term in one of its forms, in reading order. */
export function usesOf(
  { wording, articles }: Pick<Content, 'wording' | 'articles'>,
  locale: Locale,
  id: string,
): readonly { readonly slug: ArticleSlug; readonly title: string }[] {
  const term = wording[locale].glossary.terms[id];
  if (term === undefined) return [];
  const form = new RegExp(term.find, 'iu');
  return articleSlugs.flatMap((slug) => {
    const article = articles[locale].get(slug);
    if (article === undefined) return [];
    const used = article.terms.includes(id) || article.readable.some(({ text }) => form.test(text));
    return used ? [{ slug, title: article.title }] : [];
  });
}
