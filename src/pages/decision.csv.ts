import type { APIRoute } from 'astro';
import { decisionCsv } from '../lib/programs/csv.ts';
import { site } from '../lib/site.ts';

/** The rows of the decision table for spreadsheets. */
export const GET: APIRoute = () =>
  new Response(decisionCsv(site().table), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
