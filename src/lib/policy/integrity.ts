import { createHash } from 'node:crypto';

const REFERENCE = /<(?:script\b[^>]*\ssrc|link\b[^>]*\srel="modulepreload"[^>]*\shref)="([^"?]+)"[^>]*>/g;

/** What a browser compares a file with before it runs it. */
export const integrityOf = (content: string): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;

/**
 * Writes beside each script that a page names in its markup what the script contains, so that no other runs in its place.
 * @param contentAt what the file at an address of the site contains
 */
export const withIntegrity = (html: string, contentAt: (address: string) => string): string =>
  html.replaceAll(REFERENCE, (tag, address: string) =>
    tag.includes(' integrity=') ? tag : tag.replace(/>$/, ` integrity="${integrityOf(contentAt(address))}">`),
  );
