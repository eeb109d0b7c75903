import type { APIRoute } from 'astro';
import { publishedFile } from '../lib/published.ts';

/** Every result address ever published, with what was promised there and in which revision. */
export const GET: APIRoute = () => Response.json(publishedFile());
