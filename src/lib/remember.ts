/** What the site remembers: the language and the look chosen, the language read alongside, that a language was not wanted. */
type Remembered = 'locale' | 'theme' | 'alongside' | 'suggestion';

/** What is remembered, or nothing where there is nothing or storage is refused. */
export function remembered(key: Remembered): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value, or forgets it; where storage is refused, it lasts for the page. */
export function remember(key: Remembered, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // There is nothing to be done about it, and nothing depends on it.
  }
}
