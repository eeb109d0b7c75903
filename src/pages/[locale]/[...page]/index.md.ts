import type { APIRoute } from 'astro';
import { articleSlugs } from '../../../config/articles.ts';
import { locales } from '../../../config/locales.ts';
import { addressOf } from '../../../eligibility/address.ts';
import { results } from '../../../eligibility/tree.ts';
import { site } from '../../../lib/site.ts';
import { articleTwin } from '../../../lib/twin/article.ts';
import { outcomeTwin } from '../../../lib/twin/outcome.ts';
import { resultTwin } from '../../../lib/twin/result.ts';

/** The Markdown twins of articles, outcomes and results, each beside its page. */
export const getStaticPaths = () =>
  locales.flatMap((locale) => {
    const pages: { page: string; write: () => string }[] = [
      ...articleSlugs.map((slug) => ({ page: slug, write: () => articleTwin(locale, slug) })),
      ...Object.keys(site().outcomes).map((id) => ({ page: `outcomes/${id}`, write: () => outcomeTwin(locale, id) })),
      ...[...results(site().tree)].map(({ path, node }) => ({
        page: ['wizard', ...addressOf({ path, node })].join('/'),
        write: () => resultTwin(locale, path, node),
      })),
    ];
    return pages.map(({ page, write }) => ({ params: { locale, page }, props: { write } }));
  });

interface Props {
  write: () => string;
}

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(props.write(), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
