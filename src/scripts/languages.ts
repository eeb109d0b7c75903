// An open language list closes with Escape or a click elsewhere, as readers expect of a menu.

const languages = document.querySelector<HTMLDetailsElement>('.languages');

document.addEventListener('click', ({ target }) => {
  if (languages?.open === true && target instanceof Node && !languages.contains(target)) languages.open = false;
});

languages?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  languages.open = false;
  languages.querySelector('summary')?.focus();
});

export {};
