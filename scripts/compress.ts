// Writes beside each text of the built site its compressed forms, which hosts like nginx send as they are:
//   node scripts/compress.ts [dist]
import { isText, TYPES } from '../src/config/headers.ts';
import { builtFiles } from '../src/lib/builtFiles.ts';
import { compressFiles } from '../src/lib/hosting/compress.ts';

const dist = `${process.argv[2] ?? 'dist'}/`;
const texts = Object.entries(TYPES)
  .filter(([, type]) => isText(type))
  .flatMap(([ending]) => builtFiles(dist, `.${ending}`));
const began = Date.now();
const { files, plain, gzip, brotli } = await compressFiles(dist, texts);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(
  `${files} files, ${megabytes(plain)}: ${megabytes(brotli)} with brotli, ${megabytes(gzip)} with gzip, in ${Math.round((Date.now() - began) / 1000)} s`,
);
