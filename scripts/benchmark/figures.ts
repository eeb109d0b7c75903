/** One line of the table: a figure of this site, the same of Starlight where it has one, and the budget for it. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly ours: number;
  readonly starlight?: number | undefined;
  /** the most it may be; a figure without one is there for reading */
  readonly most?: number | undefined;
}

const UNITS = {
  KB: (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`,
  MiB: (mebibytes: number) => `${Math.round(mebibytes)} MiB`,
  ms: (milliseconds: number) => `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`,
  s: (seconds: number) => `${seconds.toFixed(1)} s`,
  '': (count: number) => count.toLocaleString('en'),
} as const satisfies Record<string, (value: number) => string>;

/** What a figure counts: `KB` takes bytes, and writes them by 1,024 as the budgets do. */
export type Unit = keyof typeof UNITS;

const HEAD = ['Figure', 'Partner Paths', 'Starlight', 'Budget', ''] as const;

const isMissed = ({ ours, most }: Figure): boolean => most !== undefined && ours > most;

/** The figures as a Markdown table whose columns are also straight in a terminal; what misses its budget says so. */
export function tableOf(figures: readonly Figure[]): string {
  const cells = figures.map((figure) => {
    const write = (value: number | undefined) => (value === undefined ? '' : UNITS[figure.unit](value));
    const { what, ours, starlight, most } = figure;
    return [what, write(ours), write(starlight), write(most), isMissed(figure) ? 'missed' : ''];
  });
  const widths = HEAD.map((title, column) =>
    Math.max(3, title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(HEAD), line(rule), ...cells.map(line)].join('\n');
}
