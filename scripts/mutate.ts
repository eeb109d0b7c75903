import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'astro/zod';
import { decided } from '../src/eligibility/difference.ts';
import { parseGolden, parseGoldenBeside } from '../src/eligibility/golden.ts';
import { firstDifference, judge, MUTANT_KINDS, mutants, type Defence } from '../src/eligibility/mutants.ts';
import { loadContent } from '../src/lib/content/load.ts';
import { readableContent } from './problems.ts';

// Puts one slip after another into the decision table and sees whether the golden records or the checks catch it.
// Takes a few minutes. Exits with 1 if a slip that changes what readers meet is caught by nothing.

const FATES = ['golden', 'checks', 'equivalent', 'undefended'] as const;
const verdictsSchema = z.array(
  z.object({
    index: z.number(),
    kind: z.string(),
    /** why a mutant of this kind can be equivalent */
    why: z.string(),
    at: z.string(),
    change: z.string(),
    fate: z.enum(FATES),
    differs: z.string().optional(),
  }),
);
type JudgedMutant = z.infer<typeof verdictsSchema>[number];
const shareSchema = z.object({ share: z.number(), of: z.number() });

const BATCH = 50;

/** Judges every mutant of one share and tells the main thread of them, some at a time. */
function work(): void {
  const { share, of } = shareSchema.parse(workerData);
  const { table, outcomes, facts, golden, goldenBeside } = loadContent();
  const defence: Defence = {
    original: decided(table),
    surroundings: { outcomes: new Set(Object.keys(outcomes)), facts: new Set(facts.keys()) },
    golden: parseGolden(golden),
    beside: parseGoldenBeside(goldenBeside),
  };
  let batch: JudgedMutant[] = [];
  const tell = () => {
    parentPort?.postMessage(batch);
    batch = [];
  };
  for (const [index, mutant] of [...mutants(table)].entries()) {
    if (index % of !== share) continue;
    const { kind, at, change } = mutant;
    const verdict = judge(mutant, defence);
    const differs = verdict.caught === undefined ? firstDifference(verdict.differs) : undefined;
    const fate = verdict.caught ?? (differs === undefined ? 'equivalent' : 'undefended');
    batch.push({ index, kind, why: MUTANT_KINDS[kind], at, change, fate, differs });
    if (batch.length === BATCH) tell();
  }
  tell();
}

/** Judges all mutants, on as many threads as there are processors. */
async function judgeAll(): Promise<readonly JudgedMutant[]> {
  const total = [...mutants(readableContent().table)].length;
  const of = availableParallelism();
  const judged: JudgedMutant[] = [];
  let tenths = 0;
  const done = Array.from({ length: of }, (_, share) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { share, of } });
    worker.on('message', (message) => {
      judged.push(...verdictsSchema.parse(message));
      if (Math.floor((10 * judged.length) / total) === tenths) return;
      tenths = Math.floor((10 * judged.length) / total);
      console.error(`${judged.length} of ${total} mutants judged`);
    });
    return new Promise((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', resolve);
    });
  });
  await Promise.all(done);
  return judged.sort((a, b) => a.index - b.index);
}

function report(judged: readonly JudgedMutant[]): void {
  const row = (name: string, of: readonly JudgedMutant[]) =>
    [
      name.padEnd(33),
      ...[of.length, ...FATES.map((fate) => of.filter((each) => each.fate === fate).length)].map((count) =>
        String(count).padStart(12),
      ),
    ].join('');
  console.log(`${' '.repeat(33)}${['mutants', ...FATES].map((title) => title.padStart(12)).join('')}`);
  for (const [kind, of] of Map.groupBy(judged, (each) => each.kind)) console.log(row(kind, of));
  console.log(row('all', judged));
  console.log(
    '\nWhat the golden records catch is not put to the checks; the checks are run for all else that compiles.',
  );

  const survivors = judged.filter(({ fate }) => fate === 'equivalent');
  if (survivors.length > 0)
    console.log('\nEquivalent: every combination decides the same, asks the same and shows the same, because');
  for (const [kind, of] of Map.groupBy(survivors, (each) => each.kind)) {
    console.log(`\n${kind} (${of.length}): ${of[0]?.why ?? ''}`);
    for (const [at, here] of Map.groupBy(of, (each) => each.at))
      console.log(`  ${at}: ${here.map(({ change }) => change).join(', ')}`);
  }
  const undefended = judged.filter(({ fate }) => fate === 'undefended');
  if (undefended.length > 0) console.log(`\nUNDEFENDED (${undefended.length})`);
  for (const { kind, at, change, differs } of undefended)
    console.log(`  ${kind}: ${at}: ${change}: differs at ${differs ?? ''}`);
  process.exitCode = undefended.length === 0 ? 0 : 1;
}

if (isMainThread) report(await judgeAll());
else work();
