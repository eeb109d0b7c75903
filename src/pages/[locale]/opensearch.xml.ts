import type { APIRoute } from 'astro';
import { LOCALES, locales, type Locale } from '../../config/locales.ts';
import { SITE } from '../../config/site.ts';
import { escape } from '../../lib/escape.ts';
import { absolute, fileUrl, url, wordsOf } from '../../lib/site.ts';

export const getStaticPaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

/** Lets a browser offer the search of this site in its address bar (OpenSearch 1.1). */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const { search } = wordsOf(locale).interface;
  const { lang } = LOCALES[locale];
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escape(SITE.name)}</ShortName>
  <Description>${escape(search.placeholder)}</Description>
  <Language>${lang}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escape(absolute(fileUrl('favicon.svg')))}</Image>
  <Url type="text/html" method="get" template="${escape(absolute(url(locale, 'search')))}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
};
