import { createHash } from 'node:crypto';
import { DIGEST_LENGTH } from '../offline/manifest.ts';

/** The beginning of the SHA-256 of a content, in hexadecimal: names it in addresses. */
export const versionOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, DIGEST_LENGTH);

/**
 * The address under which a script of this site asks for a file: it names the content, so that no copy of another build
 * can be taken for it.
 * @param address of the file
 * @param content what the file has in this build
 */
export const versioned = (address: string, content: string): string => `${address}?v=${versionOf(content)}`;
