// Marks the section being read in the contents of the page, says it in the folded bar of a phone, and folds the bar again
// once a section is chosen.
const contents = document.querySelector<HTMLElement>('.contents');
const details = contents?.querySelector('details');
const summary = details?.querySelector('summary');
const links = [...(contents?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
const headings = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
const title = summary?.textContent ?? '';
const wide = matchMedia('(min-width: 64rem)');

/** How far below the upper edge a heading counts as being read, in pixels. */
const REACH = 120;

const markSection = () => {
  const current = headings.findLast((heading) => heading.getBoundingClientRect().top < REACH)?.id;
  for (const link of links) {
    if (link.hash.slice(1) === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const chosen = wide.matches ? undefined : links.find((link) => link.ariaCurrent === 'true');
  if (summary != null) summary.textContent = chosen?.textContent ?? title;
};

let waiting = false;
addEventListener(
  'scroll',
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      markSection();
    });
  },
  { passive: true },
);
markSection();

contents?.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLAnchorElement && details != null) details.open = false;
});
