import { readdirSync } from 'node:fs';

/**
 * The files of a built site, below its folder, in order.
 * @param ending how their names end
 */
export const builtFiles = (dist: string, ending: string): readonly string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending))
    .sort();
