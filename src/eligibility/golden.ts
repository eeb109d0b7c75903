/** One golden decision: what must be decided at every address of a class of cases, and why. */
export interface GoldenDecision {
  readonly line: number;
  /** addresses without their outcome, braces expanded */
  readonly addresses: readonly string[];
  readonly outcome: string;
  readonly notes: readonly string[];
  readonly why: string;
}

const LINE = /^(\S+) -> (\S+) \[([^\]]*)\] ; (.+)$/;

/** Every string a pattern with `{one,or,the,other}` parts stands for. */
const expand = (pattern: string): readonly string[] => {
  const open = /\{([^{}]*)\}/.exec(pattern);
  const choices = open?.[1]?.split(',');
  if (open === null || choices === undefined) return [pattern];
  return choices.flatMap((choice) => expand(pattern.replace(open[0], choice)));
};

/**
 * Reads golden decisions: a line `address -> outcome [notes] ; why` for each class of cases. Empty lines and lines that
 * begin with `#` are passed over.
 * @throws {SyntaxError} for a line of another form, with its number
 */
export const parseGolden = (text: string): readonly GoldenDecision[] =>
  text.split('\n').flatMap((content, index) => {
    if (content.trim() === '' || content.startsWith('#')) return [];
    const [, pattern, outcome, notes, why] = LINE.exec(content) ?? [];
    if (pattern === undefined || outcome === undefined || notes === undefined || why === undefined)
      throw new SyntaxError(
        `golden decisions, line ${index + 1} is not "address -> outcome [notes] ; why": ${content}`,
      );
    return [{ line: index + 1, addresses: expand(pattern), outcome, notes: notes.split(' ').filter(Boolean), why }];
  });
