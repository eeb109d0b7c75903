// Shows each sentence of a page in a second language below it, from the same page in that language. Facts and notes are
// matched by their id; on results the other sentences stand in the same places in every language.

const panel = document.querySelector<HTMLElement>('.alongside');
const message = panel?.querySelector<HTMLElement>('[role="status"]');
const buttons = [...(panel?.querySelectorAll('button') ?? [])];
const KEY = 'alongside';

const remember = (locale: string | undefined) => {
  try {
    if (locale === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, locale);
  } catch {
    // Storage is refused: the choice lasts for this page.
  }
};

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

let wanted: HTMLButtonElement | undefined;

async function show(button: HTMLButtonElement | undefined): Promise<void> {
  wanted = button;
  for (const other of buttons) other.ariaPressed = String(other === button);
  if (message !== undefined && message !== null) message.textContent = '';
  clear();
  if (button === undefined) return;
  try {
    const answer = await fetch(button.value);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Meanwhile the reader may have chosen otherwise.
    if (wanted !== button) return;
    const theirs = new Map(sentences(page));
    for (const [name, sentence] of sentences(document)) {
      const text = theirs.get(name)?.textContent.trim();
      if (text !== undefined && text !== '') showBelow(sentence, text, button.lang);
    }
  } catch {
    if (wanted !== button || message === undefined || message === null) return;
    button.ariaPressed = 'false';
    const link = document.createElement('a');
    link.href = button.value + location.hash;
    link.lang = button.lang;
    link.textContent = button.textContent;
    message.replaceChildren((message.dataset.failed ?? '').replace('{language}', button.textContent), ' ', link);
  }
}

for (const button of buttons)
  button.addEventListener('click', () => {
    const on = button.ariaPressed !== 'true';
    remember(on ? button.dataset.alongside : undefined);
    void show(on ? button : undefined);
  });

// The press that brought this script in, or the choice remembered from another page.
const first = panel?.dataset.wanted;
const button = buttons.find(({ dataset }) => dataset.alongside === first);
if (panel?.dataset.pressed !== undefined) remember(first);
if (button !== undefined) void show(button);

export {};
