import { existsSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** A package of the lock file. */
const locked = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  optional: z.boolean().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockFile = z.object({ packages: z.record(z.string(), locked) });

const manifest = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** A package of the lock file, as far as it is asked for here. */
export type LockedPackage = z.infer<typeof locked>;

/** The packages of the lock file by the folder each is installed in. */
export const lockedPackages = (): ReadonlyMap<string, LockedPackage> =>
  new Map(
    Object.entries(lockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages).filter(
      ([folder]) => folder !== '',
    ),
  );

/** What a package says of its licence: in its own manifest if it is installed here, else in the lock file. */
export function licenceOf(folder: string, { license }: LockedPackage): string {
  const file = `${folder}/package.json`;
  if (!existsSync(file)) return license ?? 'unknown';
  const own = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const said = typeof own.license === 'object' ? own.license.type : own.license;
  return said ?? own.licenses?.map(({ type }) => type).join(' OR ') ?? license ?? 'unknown';
}
