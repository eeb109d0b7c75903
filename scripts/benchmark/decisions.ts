import { spawnSync } from 'node:child_process';
import { z } from 'astro/zod';
import { because, casesOf } from '../../src/eligibility/explain.ts';
import { checkTable } from '../../src/eligibility/check.ts';
import { compile } from '../../src/eligibility/compile.ts';
import { places, results } from '../../src/eligibility/tree.ts';
import { makeTable, type TableSize } from '../scale/table.ts';
import type { Figure } from './figures.ts';

const QUESTIONS = 12;
const ROWS = [50, 100, 200];
const ASKS = { some: 'asked as ours', all: 'all asked of everybody' } as const satisfies Record<
  TableSize['asks'],
  string
>;

const measuredSchema = z.object({
  cases: z.number(),
  pages: z.number(),
  compiled: z.number(),
  checked: z.number(),
  explained: z.number(),
  memory: z.number(),
});
type Measured = z.infer<typeof measuredSchema>;

const timed = <Result>(act: () => Result): { took: number; result: Result } => {
  const started = performance.now();
  const result = act();
  return { took: performance.now() - started, result };
};

/** Compiles, checks and explains a generated table in this process. Memory, in MiB, is what the process took at most. */
function measure(size: TableSize): Measured {
  const { table, surroundings } = makeTable(size);
  const { took: compiled, result: tree } = timed(() => compile(table));
  const { took: checked, result: problems } = timed(() => checkTable(table, surroundings));
  if (problems.length > 0) throw new Error(`the generated table is not sound: ${problems[0]?.message ?? ''}`);
  const { took: explained, result: cases } = timed(() => {
    const all = casesOf(table, tree);
    for (const { path } of results(tree)) because(tree, all, path);
    return all;
  });
  const memory = process.resourceUsage().maxRSS / 1024;
  return { cases: cases.length, pages: [...places(tree)].length, compiled, checked, explained, memory };
}

/** Decision tables of twelve questions, with more and more rows: each in a process of its own. */
export function measureTables(): readonly Figure[] {
  return (['some', 'all'] as const).flatMap((asks) =>
    ROWS.flatMap((rows): readonly Figure[] => {
      const size: TableSize = { questions: QUESTIONS, rows, asks };
      const { status, stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, JSON.stringify(size)], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`the table of ${rows} rows could not be measured: ${stderr}`);
      const { cases, pages, compiled, checked, explained, memory } = measuredSchema.parse(JSON.parse(stdout));
      const what = (figure: string) =>
        `table, ${QUESTIONS} questions, ${rows} rows, ${ASKS[asks]} (${cases} cases, ${pages} pages): ${figure}`;
      return [
        { what: what('compiled'), unit: 'ms', ours: compiled },
        { what: what('checked'), unit: 'ms', ours: checked },
        { what: what('reasons of all results'), unit: 'ms', ours: explained },
        { what: what('memory'), unit: 'MiB', ours: memory },
      ];
    }),
  );
}

const sizeSchema = z.object({ questions: z.number(), rows: z.number(), asks: z.enum(['some', 'all']) });
if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(measure(sizeSchema.parse(JSON.parse(process.argv[2] ?? '')))));
