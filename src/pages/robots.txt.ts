import type { APIRoute } from 'astro';
import { absolute, fileUrl } from '../lib/site.ts';

/** Tells search engines where the site map is. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(fileUrl('sitemap-index.xml'))}\n`);
