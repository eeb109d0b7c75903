/** What the site remembers in the reader's browser, and nothing else: a language chosen, and that one was not wanted. */
type Remembered = 'locale' | 'suggestion';

/** What is remembered, or nothing where there is nothing or storage is refused. */
export function remembered(key: Remembered): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value; where storage is refused, it lasts for the page. */
export function remember(key: Remembered, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // There is nothing to be done about it, and nothing depends on it.
  }
}
