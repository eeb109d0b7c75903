import { articleConfig, currentPage, type ArticleSlug } from '../../config/articles.ts';
import type { Locale } from '../../config/locales.ts';
import { newerView } from '../newer.ts';
import { absolute, factUrl, site, url, wordsOf } from '../site.ts';
import { blocks, bullets, link, literal } from './markdown.ts';
import { situationLines } from './outcome.ts';
import { ending, sourcesSection } from './result.ts';

/**
 * The Markdown twin of an article: its text with the tags of this site turned into Markdown, and addresses in full.
 * @throws {RangeError} for an article that does not exist
 */
export function articleTwin(locale: Locale, slug: ArticleSlug): string {
  const { articles, homes } = site();
  const article = articles[locale].get(slug);
  if (article === undefined) throw new RangeError(`there is no article ${slug} in ${locale}`);
  const { interface: words, outcomes } = wordsOf(locale);
  const here = absolute(url(locale, slug));
  const { clouds, outcomes: leadHere, preset } = articleConfig(slug);
  const current = currentPage(locale, slug);

  /** A sentence and, for a newer fact, since when it holds and how surely it is known. */
  const fact = (id: string, text: string): string => {
    const view = newerView(locale, id);
    return view === undefined ? text : `${text} (${view.when}; ${view.certainty})`;
  };
  const quote = (id: string): string => {
    const home = homes.get(id);
    if (home === undefined) throw new RangeError(`there is no fact ${id} to quote`);
    const title = articles[locale].get(home.article)?.title ?? home.article;
    return `${fact(id, home.text[locale])} (${link(title, absolute(factUrl(locale, home.article, id)))})`;
  };
  const situations = () =>
    leadHere
      .map(
        (outcome) =>
          `**${literal(outcomes[outcome]?.title ?? outcome)}**\n\n${bullets(situationLines(locale, outcome))}`,
      )
      .join('\n\n');
  const inline = (text: string): string =>
    text
      .replaceAll(/<Term id="[^"]*">(.*?)<\/Term>/g, '$1')
      .replaceAll(/<Fact id="([^"]*)">(.*?)<\/Fact>/g, (_, id: string, stated: string) => fact(id, stated))
      .replaceAll(/<Quote fact="([^"]*)" \/>/g, (_, id: string) => quote(id))
      .replaceAll(/\]\((?!https?:)([^)\s]+)\)/g, (_, href: string) => `](${new URL(href, here).href})`);
  const lines = article.body.split('\n').flatMap((line): readonly string[] => {
    if (/^<\/?Today>$/.test(line)) return [];
    if (line === '<Situations />') return [situations()];
    if (/^<Wizard\b.*\/>$/.test(line)) return [link(words.wizard.openFull, absolute(url(locale, 'wizard', preset)))];
    const heading = /^<h2 id="[^"]*">(.*)<\/h2>$/.exec(line)?.[1];
    if (heading !== undefined) return [`## ${literal(heading)}`];
    const note = /^<Disagreement fact="[^"]*">(.*)<\/Disagreement>$/.exec(line)?.[1];
    if (note !== undefined) return [`> **${literal(words.article.disagreement)}.** ${inline(note)}`];
    return [inline(/^<p>(.*)<\/p>$/.exec(line)?.[1] ?? line)];
  });
  return `${blocks(
    `# ${literal(article.title)}`,
    literal(article.description),
    `${literal(words.article.appliesTo)}: ${clouds.map((cloud) => literal(words.clouds[cloud])).join('; ')}`,
    literal(
      clouds.every((cloud) => cloud === '21vianet') ? words.article.documentedFor21Vianet : words.article.documented,
    ),
    current === undefined ? '' : link(words.article.currentPage, current),
    lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    sourcesSection(
      locale,
      article.facts.map(({ id }) => id),
      true,
    ),
    ending(locale, slug),
  )}\n`;
}
