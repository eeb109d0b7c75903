import type { APIRoute } from 'astro';
import { decisionDmn } from '../lib/programs/dmn.ts';
import { site } from '../lib/site.ts';

/** The decision table for rule engines and modelling tools. */
export const GET: APIRoute = async () =>
  new Response(await decisionDmn(site()), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
