/** Something wrong in the content, for the maintainer who has to mend it. */
export interface ContentProblem {
  /** problems with the same cause are shown together */
  readonly cause: string;
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

/** Takes a problem down: its cause, the file, what is wrong there, and what to do. */
export type Report = (cause: string, file: string, message: string, remedy: string) => void;

/** What stands in one list and not in the other, in the order of the first. */
export const difference = (one: Iterable<string>, other: Iterable<string>): string[] => {
  const out = new Set(other);
  return [...one].filter((id) => !out.has(id));
};
