import type { APIRoute } from 'astro';
import { jsonSchemas } from '../../lib/programs/schemas.ts';

export const getStaticPaths = () =>
  Object.entries(jsonSchemas).map(([name, schema]) => ({ params: { name }, props: { schema } }));

/** The JSON Schema of a file that the site publishes. */
export const GET: APIRoute<{ schema: object }> = ({ props: { schema } }) => Response.json(schema);
