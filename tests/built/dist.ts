import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIST = 'dist';

/**
 * Every file of the built site, in `dist/`.
 * @throws when the site is not built
 */
export function builtFiles(): readonly string[] {
  try {
    return readdirSync(DIST, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).replaceAll('\\', '/'));
  } catch {
    throw new Error('These tests read the built site: npm run build makes it.');
  }
}

/** Every page of the built site. */
export const htmlFiles = (): readonly string[] => builtFiles().filter((file) => file.endsWith('.html'));
