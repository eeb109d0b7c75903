import { loadContent, type Content } from '../lib/content/load.ts';

let read: Content | undefined;

/**
 * What is written in `src/content`, read once for the integrations of a build.
 * @throws {ContentError} for a file that is missing or malformed
 */
export const contentOfBuild = (): Content => (read ??= loadContent());
