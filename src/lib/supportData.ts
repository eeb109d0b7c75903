import { articleSlugs } from '../config/articles.ts';
import { LOCALES, perLocale, type Locale } from '../config/locales.ts';
import { PAGES } from '../config/site.ts';
import type { SupportData } from '../support/data.ts';
import { goneOutcomes } from './moved.ts';
import { programFiles } from './programs/files.ts';
import { publishedFile } from './published.ts';
import { absolute, fileUrl, pageNames, site, url, wordsOf } from './site.ts';
import { versioned } from './version.ts';

/** What the page for support engineers needs to explain links and to write texts, in one language. */
export function supportData(locale: Locale): SupportData {
  const { interface: words, tickets, outcomes } = wordsOf(locale);
  const { articles } = site();
  return {
    lang: LOCALES[locale].lang,
    root: absolute(url()),
    base: url(),
    files: {
      published: versioned(fileUrl('published.json'), JSON.stringify(publishedFile())),
      wizard: site().wizardAddress,
      twins: perLocale((other) => fileUrl(`${other}/`)),
    },
    pages: {
      '': words.home.title,
      wizard: words.nav.wizard,
      outcomes: words.home.outcomesTitle,
      ...Object.fromEntries(PAGES.map((page) => [page, pageNames(locale, page).title])),
      ...Object.fromEntries(articleSlugs.map((slug) => [slug, articles[locale].get(slug)?.title ?? slug])),
      ...Object.fromEntries(Object.entries(outcomes).map(([id, { title }]) => [`outcomes/${id}`, title])),
      ...Object.fromEntries(programFiles(locale).map(({ href, text }) => [href.replace(/^.*\//, ''), text])),
      ...Object.fromEntries(goneOutcomes().map((id) => [`outcomes/${id}`, tickets.moved.outcomeGone])),
    },
    words: tickets.support,
    moved: tickets.moved,
    link: tickets.copy.link,
    copyLink: tickets.copy.copyLink,
    replies: perLocale((other) => {
      const { askIntro, askChoose, askLink, replyLead, replyEnd } = wordsOf(other).tickets.support;
      return { askIntro, askChoose, askLink, replyLead, replyEnd };
    }),
  };
}
