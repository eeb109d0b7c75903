// Lists the licences of all packages the lock file names: node scripts/licences.ts
import { licenceOf, lockedPackages } from '../src/lib/licences.ts';

const byLicence = Map.groupBy(lockedPackages(), ([folder, entry]) => licenceOf(folder, entry));
for (const [licence, packages] of [...byLicence].sort(([, one], [, other]) => other.length - one.length)) {
  const names = packages.map(([folder, { version }]) => `${folder.replace(/^.*node_modules\//, '')} ${version ?? ''}`);
  console.log(`${licence} (${packages.length})\n  ${names.join(', ')}\n`);
}
