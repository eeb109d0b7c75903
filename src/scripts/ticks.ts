import { arrive, carry, readFragment } from './carry.ts';

// Keeps the ticks of a checklist when the reader goes on in another language.
const boxes = [...document.querySelectorAll<HTMLInputElement>('.gates input[type="checkbox"]')];
const gateOf = (box: HTMLInputElement) => box.closest<HTMLElement>('[data-gate]')?.dataset['gate'] ?? '';

const { values } = arrive();
for (const box of boxes) if (values.includes(gateOf(box))) box.checked = true;

carry(() => ({
  section: readFragment(location.hash).section,
  values: boxes.filter(({ checked }) => checked).map(gateOf),
}));
