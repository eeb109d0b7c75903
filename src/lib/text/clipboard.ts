/** How long a reader waits for a text before they are told that it is on its way, in milliseconds. */
const PATIENCE = 600;

/** Says something once to a screen reader, also when it is what was said before. */
function say(box: HTMLElement, text: string): void {
  const status = box.querySelector('[role="status"]');
  if (status === null) return;
  status.textContent = '';
  requestAnimationFrame(() => (status.textContent = text));
}

/** Writes to the clipboard. A text that is still on its way is promised at once: some browsers ask for that. */
async function write(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') await navigator.clipboard.writeText(text);
  else if (typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(await text);
  else {
    const blob = text.then((loaded) => new Blob([loaded], { type: 'text/plain' }));
    // Where there is no clipboard, nobody else waits for it.
    blob.catch(() => undefined);
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  }
}

/**
 * Copies a text and says so. Where the browser refuses, the text stands selected in a field to copy from; where the text
 * could not be loaded, a sentence says that.
 * @param box an element with `data-loading`, `data-copied`, `data-refused`, `data-failed`, a status, and a text field, which may stand in a `.by-hand`
 *   that is hidden until it is needed
 */
export async function toClipboard(box: HTMLElement, text: string | Promise<string>): Promise<void> {
  const byHand = box.querySelector<HTMLElement>('.by-hand');
  const field = box.querySelector('textarea');
  if (byHand !== null) byHand.hidden = true;
  const timer = setTimeout(() => say(box, box.dataset.loading ?? ''), PATIENCE);
  try {
    await write(text);
    say(box, box.dataset.copied ?? '');
    return;
  } catch {
    // The browser refused, or there was nothing to write: which of the two decides what to say.
  } finally {
    clearTimeout(timer);
  }
  try {
    const value = await text;
    if (field === null) return;
    field.value = value;
    // The language chosen, or the first of two.
    field.lang =
      (box.closest('details') ?? box).querySelector<HTMLElement>('option:checked, :checked + [lang]')?.lang ?? '';
    if (byHand !== null) byHand.hidden = false;
    // Not every browser moves the focus with the selection.
    field.focus();
    field.select();
    say(box, box.dataset.refused ?? '');
  } catch {
    say(box, box.dataset.failed ?? '');
  }
}
