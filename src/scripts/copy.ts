import { fetchFile } from '../lib/fetchFile.ts';
import { toClipboard } from '../lib/text/clipboard.ts';
import { ticketText } from '../lib/text/ticket.ts';

// Copies the link, the text of a result in one or two languages, or a message. The texts are the Markdown twins made with
// the pages; the reader's ticks are put in here, and are sent nowhere.

/** Which gates are ticked now, in their order. */
const ticks = (): readonly boolean[] =>
  [...document.querySelectorAll<HTMLInputElement>('.gates input[type="checkbox"]')].map(({ checked }) => checked);

const fetched = new Map<string, Promise<string>>();

/** The Markdown twin at an address; what could not be loaded is tried again at the next press. */
function twin(address: string): Promise<string> {
  const known = fetched.get(address);
  if (known !== undefined) return known;
  const loading = fetchFile(address).then((answer) => answer.text());
  fetched.set(address, loading);
  loading.catch(() => fetched.delete(address));
  return loading;
}

const valueOf = (box: ParentNode, name: string) =>
  box.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? '';

async function ticket(box: ParentNode, format: 'text' | 'markdown'): Promise<string> {
  const [first, second] = [valueOf(box, 'first'), valueOf(box, 'second')];
  const addresses = [...new Set([first, second])].filter(Boolean);
  return ticketText(await Promise.all(addresses.map(twin)), ticks(), format);
}

/** The message in the language chosen, subject and all. */
function message(box: Element): string {
  const about = box.closest('details');
  const locale = about?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? '';
  const shown = about?.querySelector(`[data-in="${locale}"]`);
  const [subject, body] = [shown?.querySelector('.subject'), shown?.querySelector('.body')];
  return `${subject?.textContent.trim() ?? ''}\n\n${body?.textContent.trim() ?? ''}\n`;
}

for (const box of document.querySelectorAll<HTMLElement>('.copy')) {
  const tools = box.querySelector<HTMLElement>('.tools');
  if (tools !== null) tools.hidden = false;
  box.addEventListener('click', ({ target }) => {
    const kind = target instanceof HTMLElement ? target.dataset.copy : undefined;
    if (kind === undefined) return;
    void toClipboard(
      box,
      kind === 'link'
        ? (box.querySelector<HTMLInputElement>('[data-link]')?.value ?? '')
        : kind === 'message'
          ? message(box)
          : ticket(box, kind === 'markdown' ? 'markdown' : 'text'),
    );
  });
}
