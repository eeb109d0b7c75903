import { fileURLToPath } from 'node:url';
import type { virtual as Virtual } from '@guidepup/virtual-screen-reader';
import type { Page } from '@playwright/test';

const SCRIPT = fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js'));
const ADDRESS = '/virtual-screen-reader.js';

interface Module {
  readonly virtual: typeof Virtual;
}

/** Lets a page be read aloud: before it is opened. */
export async function bringReader(page: Page): Promise<void> {
  await page.route(`**${ADDRESS}`, (route) => route.fulfill({ path: SCRIPT, contentType: 'text/javascript' }));
}

/**
 * What a screen reader says on the way through a part of a page, from its beginning to its end, as the virtual reader puts
 * it: one phrase for each thing.
 */
const phrases = (page: Page, within: string): Promise<readonly string[]> =>
  page.evaluate(
    async ([address, selector]) => {
      // The virtual reader knows nothing of what a browser does not render without a style saying so.
      const unseen = [...document.querySelectorAll<HTMLElement>('noscript, details > :not(summary)')].filter(
        (element) => !element.hidden && !element.checkVisibility(),
      );
      for (const element of unseen) element.hidden = true;
      const virtual = await import(address).then((module: Module) => module.virtual);
      await virtual.start({ container: document.querySelector(selector) ?? document.body });
      const last = `end of ${await virtual.lastSpokenPhrase()}`;
      while ((await virtual.lastSpokenPhrase()) !== last) await virtual.next();
      const log = await virtual.spokenPhraseLog();
      await virtual.stop();
      for (const element of unseen) element.hidden = false;
      return log;
    },
    [ADDRESS, within] as const,
  );

/** What the virtual reader says besides that no reader does: ends, plain text of any kind, a status before it has words. */
const SILENT = /^(end\b|(paragraph|strong|emphasis|deletion|mark|status)$)/;
const ITEM = /^listitem, level \d+, position (\d+), set size (\d+)$/;
const HEADING = /^heading, (.*), level (\d)$/;

/** Phrases as a reader says them: places in lists and levels of headings in few words, nothing twice. */
function said(heard: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < heard.length; at += 1) {
    const phrase = heard[at] ?? '';
    if (SILENT.test(phrase)) continue;
    lines.push(
      phrase
        .replace(ITEM, '$1 of $2')
        .replace(HEADING, 'heading $2, $1')
        .replace(/^(button|combobox), (.+?), \/\S*/, '$1, $2'),
    );
    // A link, a summary or a label is said once, not again for each of the words in it.
    const end = heard.indexOf(`end of ${phrase}`, at);
    const summary = heard.indexOf(`end, ${phrase}`, at);
    if (phrase.startsWith('link, ') && end > 0) at = end;
    else if (summary > 0) at = summary;
    else if (
      /^(checkbox|radio), /.test(phrase) &&
      phrase.startsWith(`${phrase.split(', ')[0] ?? ''}, ${heard[at + 1] ?? ''}`)
    )
      at += 1;
  }
  return lines;
}

/** What a screen reader says on the way through a part of the page as it stands. */
export const hear = async (page: Page, within = 'main'): Promise<readonly string[]> =>
  said(await phrases(page, within));

/** Starts to listen to what is said by itself: where the focus goes, and what pages announce. */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(async (address) => {
    const virtual = await import(address).then((module: Module) => module.virtual);
    await virtual.start({ container: document.body });
    await virtual.clearSpokenPhraseLog();
  }, ADDRESS);

/** What was said by itself since the last time. */
export const heardMeanwhile = async (page: Page): Promise<readonly string[]> => {
  const log = await page.evaluate(async (address) => {
    const virtual = await import(address).then((module: Module) => module.virtual);
    const heard = await virtual.spokenPhraseLog();
    await virtual.clearSpokenPhraseLog();
    return heard;
  }, ADDRESS);
  return said(log);
};
