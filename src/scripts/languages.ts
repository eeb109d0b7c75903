import { remember } from '../lib/remember.ts';

// What an open language list does with script: it closes with Escape or a click elsewhere, as readers expect of a menu, and
// the look of the site chosen in it holds at once and from then on.

const languages = document.querySelector<HTMLDetailsElement>('.languages');
const { dataset } = document.documentElement;

document.addEventListener('click', ({ target }) => {
  if (languages?.open === true && target instanceof Node && !languages.contains(target)) languages.open = false;
});

languages?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  languages.open = false;
  languages.querySelector('summary')?.focus();
});

for (const choice of languages?.querySelectorAll<HTMLInputElement>('[name=theme]') ?? []) {
  const choose = () => {
    dataset['theme'] = choice.value;
    remember('theme', choice.value);
  };
  // A press counts also while this script was on its way.
  if (choice.checked) choose();
  choice.addEventListener('change', choose);
}

const chosen = languages?.querySelector<HTMLInputElement>(
  `[name=theme][value="${CSS.escape(dataset['theme'] ?? 'system')}"]`,
);
if (chosen !== null && chosen !== undefined) chosen.checked = true;
