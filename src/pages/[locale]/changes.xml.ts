import type { APIRoute } from 'astro';
import { LOCALES, locales, type Locale } from '../../config/locales.ts';
import { SITE } from '../../config/site.ts';
import { changesInTime } from '../../lib/changes.ts';
import { escape } from '../../lib/escape.ts';
import { dayOf, newerView } from '../../lib/newer.ts';
import { factUrl, fileUrl, site, url, wordsOf } from '../../lib/site.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/**
 * What is newer than the documented rules, as an Atom feed (RFC 4287) in one language. An entry is dated by when the rule
 * began to hold or the material was published; one without a known date by the revision of the ledger it came with.
 */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale }, site: host }) => {
  const { homes, newer, articles, revision } = site();
  const { changes } = wordsOf(locale).interface;
  const absolute = (path: string) => escape(new URL(path, host).href);
  const { dated, undated } = changesInTime(site());
  const entries = [...dated, ...undated].flatMap((id) => {
    const home = homes.get(id);
    const described = newer.get(id);
    const view = newerView(locale, id);
    if (home === undefined || described === undefined || view === undefined) return [];
    const day = dayOf(described) ?? revision.date;
    const title = articles[locale].get(home.article)?.title ?? home.article;
    return [
      `  <entry>
    <id>${absolute(`${url(locale, 'changes')}#${id}`)}</id>
    <title>${escape(`${view.when}: ${title}`)}</title>
    <link rel="alternate" type="text/html" href="${absolute(`${url(locale, 'changes')}#${id}`)}"/>
    <link rel="related" type="text/html" href="${absolute(factUrl(locale, home.article, id))}"/>
    <published>${day}T00:00:00Z</published>
    <updated>${day}T00:00:00Z</updated>
    <content type="text">${escape(`${home.text[locale]} (${view.certainty})`)}</content>
  </entry>`,
    ];
  });
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LOCALES[locale].lang}">
  <id>${absolute(url(locale, 'changes'))}</id>
  <title>${escape(`${changes.title} · ${SITE.name}`)}</title>
  <subtitle>${escape(changes.lead)}</subtitle>
  <link rel="self" type="application/atom+xml" href="${absolute(fileUrl(`${locale}/changes.xml`))}"/>
  <link rel="alternate" type="text/html" hreflang="${LOCALES[locale].lang}" href="${absolute(url(locale, 'changes'))}"/>
  <author><name>${SITE.name}</name></author>
  <updated>${revision.date}T00:00:00Z</updated>
${entries.join('\n')}
</feed>
`;
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
