import { defineMiddleware } from 'astro:middleware';
import { isLocale, LOCALES } from './config/locales.ts';
import { url } from './lib/site.ts';
import { markPage } from './lib/translation/mark.ts';
import { finders, tellingOf, tellInTwin } from './lib/translation/tell.ts';
import unfinishedSheet from './styles/unfinished.css?url';

/** Whether a page has more in a language than the link that leads to it. */
const speaks = (html: string, lang: string): boolean =>
  new RegExp(`<(?!a |button |link )[^>]* lang="${lang}"`).test(html);

// Has pages and Markdown twins say which of their texts are older than their English source or not yet translated. Where
// nothing is, nothing is touched.
export const onRequest = defineMiddleware(async ({ url: address, params }, next) => {
  const response = await next();
  const type = response.headers.get('Content-Type') ?? '';
  const unfinished = finders();
  if (unfinished.size === 0 || !/^text\/(?:html|markdown)/.test(type)) return response;
  const first = address.pathname.slice(url().length).split('/')[0];
  const locale = isLocale(params['locale']) ? params['locale'] : isLocale(first) ? first : undefined;
  const text = await response.text();
  const answer = (body: string) => new Response(body, { status: response.status, headers: response.headers });
  if (type.startsWith('text/markdown')) return answer(locale === undefined ? text : tellInTwin(text, locale));
  if (![...unfinished.keys()].some((lang) => speaks(text, lang))) return answer(text);
  const own = locale !== undefined && unfinished.has(LOCALES[locale].lang) ? locale : undefined;
  const path = own === undefined ? '' : address.pathname.slice(url(own).length).replace(/\/$/, '');
  return answer(markPage(text, unfinished, own === undefined ? undefined : tellingOf(own, path, unfinishedSheet)));
});
