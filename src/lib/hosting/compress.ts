import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Fewer bytes than this are not worth a second file. */
const SMALLEST = 256;
/** What is compressed at once. The library has a few threads of its own; more files would only fill the memory. */
const AT_ONCE = 8;

/** What compressing has brought, in bytes. */
export interface Compressed {
  readonly files: number;
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
}

async function compressFile(path: string): Promise<Compressed> {
  const content = await readFile(path);
  if (content.length < SMALLEST) return { files: 0, plain: 0, gzip: 0, brotli: 0 };
  const [zipped, brotli] = await Promise.all([
    toGzip(content, { level: 9 }),
    toBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  ]);
  await Promise.all([writeFile(`${path}.gz`, zipped), writeFile(`${path}.br`, brotli)]);
  return { files: 1, plain: content.length, gzip: zipped.length, brotli: brotli.length };
}

/**
 * Writes beside each file of a built site what hosts send in its place: `.br` and `.gz`, as small as they can be.
 * @param dist the folder, with a slash at the end
 * @param files below it; texts, as others do not become smaller
 */
export async function compressFiles(dist: string, files: readonly string[]): Promise<Compressed> {
  const waiting = files.values();
  const total = { files: 0, plain: 0, gzip: 0, brotli: 0 };
  const work = async () => {
    for (const file of waiting) {
      const one = await compressFile(dist + file);
      total.files += one.files;
      total.plain += one.plain;
      total.gzip += one.gzip;
      total.brotli += one.brotli;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return total;
}
