import { readFileSync } from 'node:fs';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { z } from 'astro/zod';
import { isQuestion, places, type Leaf, type TreeNode } from '../../src/eligibility/tree.ts';
import { installedChromium } from '../chromium.mjs';
import type { Figure } from './figures.ts';
import type { Yardstick } from './yardstick.ts';

const SLOWDOWN = 4;
const JOURNEYS = 8;

const nodeSchema: z.ZodType<TreeNode<Leaf>> = z.union([
  z.object({
    question: z.string(),
    next: z.record(
      z.string(),
      z.lazy(() => nodeSchema),
    ),
  }),
  z.object({ outcome: z.string() }),
]);

/** What the trace of a browser says of one event: times in microseconds. */
const traceSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  /** how long the thread itself worked, whatever else the machine did */
  tdur: z.number().optional(),
  args: z
    .object({ data: z.object({ type: z.string().optional() }).loose().optional() })
    .loose()
    .optional(),
});
type TraceEvent = z.infer<typeof traceSchema>;

/** One step: the work of the main thread, and the time until the next question is painted, in milliseconds. */
interface Step {
  readonly work: number;
  readonly painted: number;
}

/** The longest ways through questions, one from each end, spread over the wizard. */
function journeys(): readonly (readonly string[])[] {
  const { tree } = z.object({ tree: nodeSchema }).parse(JSON.parse(readFileSync('dist/en/wizard.json', 'utf8')));
  const ends = [...places(tree)].filter(
    ({ node, path }) =>
      isQuestion(node) && path.length > 1 && Object.values(node.next).every((next) => !isQuestion(next)),
  );
  return Array.from({ length: JOURNEYS }, (_, index) => ends[Math.floor((index * ends.length) / JOURNEYS)]?.path ?? []);
}

/**
 * The steps in a trace. A step begins with the click and ends with the frame that follows it; its work is that of all tasks
 * of the page's main thread in between.
 */
function stepsIn(events: readonly TraceEvent[]): readonly Step[] {
  const clicks = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'click');
  return clicks.flatMap((click) => {
    const thread = events.filter(({ pid, tid }) => pid === click.pid && tid === click.tid);
    const commit = thread.filter(({ name, ts }) => name === 'Commit' && ts > click.ts).sort((a, b) => a.ts - b.ts)[0];
    if (commit === undefined) return [];
    const end = commit.ts + (commit.dur ?? 0);
    const tasks = thread.filter(({ name, ts, dur = 0 }) => name === 'RunTask' && ts + dur > click.ts && ts < end);
    const work = tasks.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0);
    return [{ work: work / 1000, painted: (end - click.ts) / 1000 }];
  });
}

/** Traces the page while something is done. */
async function traced(session: CDPSession, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      const read = traceSchema.safeParse(event);
      if (read.success) events.push(read.data);
    }
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
    transferMode: 'ReportEvents',
  });
  await act();
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** Clicks the answers of a journey, each when the question before it stands still. */
async function walk(page: Page, session: CDPSession, answers: readonly string[]): Promise<void> {
  for (const [index, answer] of answers.entries()) {
    const link = page.locator(`main a[data-answer="${answer}"]`);
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    if (box === null) throw new Error(`the wizard does not show the answer ${answer}`);
    await page.waitForTimeout(300);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left', clickCount: 1 } as const;
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    await page.waitForURL(`**/${answers.slice(0, index + 1).join('/')}/`);
    await page.waitForTimeout(300);
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * The step from an answer to the next question, at a quarter of the machine's speed: read from the browser's own trace.
 * Eight journeys through the wizard, each in a page of its own that has loaded before.
 */
export async function measureWizardSteps({ serve }: Yardstick): Promise<readonly Figure[]> {
  const server = await serve('dist');
  const executablePath = installedChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const steps: Step[] = [];
  let requests = 0;
  for (const answers of journeys()) {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(`${server.origin}/en/wizard/`);
    await page.locator('main .wizard[data-ready="yes"]').waitFor();
    await page.waitForLoadState('networkidle');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    page.on('request', (request) => {
      // Not asked for by the page: pages made ready, and the icon for the new address.
      const byItself = 'sec-purpose' in request.headers() || request.url().endsWith('/favicon.svg');
      if (!byItself) requests++;
    });
    steps.push(...stepsIn(await traced(session, () => walk(page, session, answers))));
    await context.close();
  }
  await browser.close();
  await server.close();
  const what = (figure: string) => `wizard, answer to next question, 4x CPU: ${figure}`;
  return [
    {
      what: what(`work, median of ${steps.length} steps`),
      unit: 'ms',
      ours: median(steps.map(({ work }) => work)),
      most: 16,
    },
    { what: what('click to paint, median'), unit: 'ms', ours: median(steps.map(({ painted }) => painted)) },
    { what: what('requests'), unit: '', ours: requests, most: 0 },
  ];
}
