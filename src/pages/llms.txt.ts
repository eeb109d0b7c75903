import type { APIRoute } from 'astro';
import { articleSlugs } from '../config/articles.ts';
import { LOCALES, locales } from '../config/locales.ts';
import { SITE } from '../config/site.ts';
import { absolute, fileUrl, site, wordsOf } from '../lib/site.ts';
import { bullets, link, literal } from '../lib/twin/markdown.ts';
import { programFiles } from '../lib/programs/files.ts';

/** An index of the Markdown twins and the machine-readable files, after the convention of llmstxt.org. */
export const GET: APIRoute = () => {
  const { articles, outcomes } = site();
  const { interface: words, tickets } = wordsOf('en');
  const twin = (path: string) => absolute(fileUrl(`${path}/index.md`));
  const perLocale = locales.map((locale) => {
    const own = wordsOf(locale);
    return `## ${LOCALES[locale].name}

${bullets([
  ...articleSlugs.map((slug) => {
    const article = articles[locale].get(slug);
    return `${link(article?.title ?? slug, twin(`${locale}/${slug}`))}: ${literal(article?.description ?? '')}`;
  }),
  ...Object.keys(outcomes).map((id) => {
    const outcome = own.outcomes[id];
    return `${link(outcome?.title ?? id, twin(`${locale}/outcomes/${id}`))}: ${literal(outcome?.description ?? '')}`;
  }),
])}`;
  });
  return new Response(`# ${SITE.name}

> ${literal(`${words.site.tagline}. ${words.site.independence} ${words.site.notADecision}`)}

${literal('Every page has a Markdown twin: add index.md to its address. A result of the wizard has the answers and the outcome in its address; paths in decision.json lists all of them.')}

## ${tickets.programs.title}

${bullets(programFiles('en').map(({ href, text }) => `${link(href.replace(/^.*\//, ''), absolute(href))}: ${literal(text)}`))}

${perLocale.join('\n\n')}
`);
};
