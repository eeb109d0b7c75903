import { isLocale, type Locale } from '../config/locales.ts';
import { fetchFile } from '../lib/fetchFile.ts';
import { toClipboard } from '../lib/text/clipboard.ts';
import { ticketText, upToCut } from '../lib/text/ticket.ts';
import type { SupportData } from './data.ts';

const template = document.querySelector<HTMLTemplateElement>('#text-box');

/**
 * A box that shows a text in one or two languages and copies it.
 * @param write the text in a language, as Markdown
 */
export function textBox(write: (locale: Locale) => Promise<string>): HTMLElement | undefined {
  const box = template?.content.firstElementChild?.cloneNode(true);
  if (!(box instanceof HTMLElement)) return undefined;
  const selects = [...box.querySelectorAll('select')];
  const text = async (format: 'text' | 'markdown') => {
    const wanted = [...new Set(selects.map(({ value }) => value))].filter(isLocale);
    return ticketText(await Promise.all(wanted.map(write)), [], format);
  };
  const preview = box.querySelector('textarea');
  let asked = 0;
  const show = async () => {
    const mine = ++asked;
    const loaded = await text('text').catch(() => box.dataset.failed ?? '');
    // Meanwhile another language may have been chosen.
    if (preview === null || mine !== asked) return;
    preview.value = loaded;
    preview.lang = selects[0]?.selectedOptions[0]?.lang ?? '';
  };
  for (const select of selects) select.addEventListener('change', () => void show());
  box.addEventListener('click', ({ target }) => {
    const kind = target instanceof HTMLElement ? target.dataset.copy : undefined;
    if (kind !== undefined) void toClipboard(box, text(kind === 'markdown' ? 'markdown' : 'text'));
  });
  void show();
  return box;
}

/** What a reply about an outcome or a result says: its text for tickets between two sentences for the partner. */
export const reply = (data: SupportData, path: string) => async (locale: Locale) => {
  const { replyLead, replyEnd } = data.replies[locale];
  const twin = upToCut(await (await fetchFile(`${data.files.twins[locale]}${path}/index.md`)).text());
  return [replyLead, twin, replyEnd, `<${data.root}wizard/>`].join('\n\n');
};
