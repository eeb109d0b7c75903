import { LOCALES, locales } from '../config/locales.ts';
import type { InterfaceWords } from '../lib/content/schemas.ts';
import { fetchDocument } from '../lib/fetchDocument.ts';
import { fill } from '../lib/fill.ts';
import { remember } from '../lib/remember.ts';

// Shows each sentence of a page in a second language below it, from the same page in that language. Facts and notes are
// matched by their id; on results the other sentences stand in the same places in every language.

const panel = document.querySelector<HTMLElement>('.alongside');
const message = panel?.querySelector<HTMLElement>('[role="status"]');
const buttons = [...(panel?.querySelectorAll('button') ?? [])];

/** How long a reader waits for the other language before they are told that it is on its way, in milliseconds. */
const PATIENCE = 600;

/** What can be shown in a second language, each with a name that is the same on the page in that language. */
function sentences(page: ParentNode): readonly (readonly [name: string, sentence: Element])[] {
  const facts = [...page.querySelectorAll<HTMLElement>('main [data-fact]:not(a)')].map(
    (element) => [`fact ${element.dataset.fact ?? ''}`, element] as const,
  );
  const notes = [...page.querySelectorAll<HTMLElement>('main [data-about]')].flatMap((note) => {
    const text = note.querySelector(':scope > p:last-child');
    // A note that states its fact itself has it among the facts.
    return text?.querySelector('[data-fact]') === null ? [[`note ${note.dataset.about ?? ''}`, text] as const] : [];
  });
  const others = [...page.querySelectorAll('main [data-beside]')].map(
    (element, index) => [`sentence ${index}`, element] as const,
  );
  return [...facts, ...notes, ...others];
}

const clear = () => {
  for (const line of document.querySelectorAll('.beside')) line.remove();
};

/** Puts a sentence of another language below its counterpart. */
function showBelow(sentence: Element, text: string, lang: string): void {
  const line = document.createElement('span');
  line.className = 'beside';
  line.lang = lang;
  line.textContent = text;
  sentence.after(line);
}

/** What decided a result: pages of different builds do not stand beside each other sentence by sentence. */
const decided = (page: ParentNode) => page.querySelector('main')?.dataset['revision'];

// The words come with the script: most readers of a page need neither.
const all = import.meta.glob<InterfaceWords['alongside']>('../content/wording/*/interface.json', {
  import: 'alongside',
  eager: true,
});
const language = locales.find((locale) => LOCALES[locale].lang === document.documentElement.lang) ?? 'en';
const words = all[`../content/wording/${language}/interface.json`];

const say = (text: string) => {
  if (message !== undefined && message !== null) message.textContent = text;
};

let wanted: HTMLButtonElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

async function show(button: HTMLButtonElement | undefined): Promise<void> {
  wanted = button;
  clearTimeout(timer);
  for (const other of buttons) other.ariaPressed = String(other === button);
  say('');
  clear();
  if (button === undefined) return;
  timer = setTimeout(() => say(fill(words?.loading ?? '', { language: button.textContent })), PATIENCE);
  try {
    const page = await fetchDocument(button.value);
    // Meanwhile the reader may have chosen otherwise.
    if (wanted !== button) return;
    const theirs = new Map(sentences(page));
    if (theirs.size === 0 || decided(page) !== decided(document)) throw new Error('this is another page');
    for (const [name, sentence] of sentences(document)) {
      const text = theirs.get(name)?.textContent.trim();
      if (text !== undefined && text !== '') showBelow(sentence, text, button.lang);
    }
    clearTimeout(timer);
    say('');
  } catch {
    if (wanted !== button || message === undefined || message === null) return;
    clearTimeout(timer);
    button.ariaPressed = 'false';
    const link = document.createElement('a');
    link.href = button.value + location.hash;
    link.lang = button.lang;
    link.textContent = button.textContent;
    message.replaceChildren(fill(words?.failed ?? '', { language: button.textContent }), ' ', link);
  }
}

for (const button of buttons)
  button.addEventListener('click', () => {
    const on = button.ariaPressed !== 'true';
    remember('alongside', on ? button.dataset.alongside : undefined);
    void show(on ? button : undefined);
  });

// The press that brought this script in, or the choice remembered from another page.
const first = panel?.dataset.wanted;
const button = buttons.find(({ dataset }) => dataset.alongside === first);
if (panel?.dataset.pressed !== undefined) remember('alongside', first);
if (button !== undefined) void show(button);
