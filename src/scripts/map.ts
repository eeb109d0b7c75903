import { fetchDocument } from '../lib/fetchDocument.ts';

// What the decision map does with script: opens the way to the place an address points at, brings the picture when it
// comes into sight, and marks the place there too. The list works without.

const frame = document.querySelector<HTMLElement>('.map-frame');
const svgNames = 'http://www.w3.org/2000/svg';

/** The anchor an address points at, when it is a place of the list. */
const here = (): HTMLElement | null =>
  document.querySelector('.map-list')?.contains(document.getElementById(location.hash.slice(1))) === true
    ? document.getElementById(location.hash.slice(1))
    : null;

const unfold = () => {
  const place = here();
  if (place === null) return;
  for (
    let around = place.closest('details');
    around !== null;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true;
  place.scrollIntoView();
};

/** Marks the box that stands for the place: of those on the way to it the last, as a question can be folded into it. */
const mark = () => {
  frame?.querySelector('.here-words')?.remove();
  frame?.querySelector('.here')?.classList.remove('here');
  const anchor = here()?.id;
  if (frame === null || anchor === undefined) return;
  const answers = anchor === 'start' ? [] : anchor.split('.');
  const steps = (box: SVGAElement) => (box.dataset['at'] ?? '').split('.').filter(Boolean);
  const [box] = [...frame.querySelectorAll<SVGAElement>('a[data-at]')]
    .filter((link) => {
      const at = steps(link);
      return at.length <= answers.length && at.every((drawn, step) => drawn.split('|').includes(answers[step] ?? ''));
    })
    .sort((a, b) => steps(b).length - steps(a).length);
  const area = box?.querySelector('rect')?.getBBox();
  if (box === undefined || area === undefined) return;
  const sign = document.createElementNS(svgNames, 'g');
  const words = document.createElementNS(svgNames, 'text');
  words.textContent = frame.dataset['here'] ?? '';
  sign.classList.add('here-words');
  sign.append(words);
  box.classList.add('here');
  box.append(sign);
  // A plate on the upper edge of the box, at its end.
  const { width } = words.getBBox();
  const plate = document.createElementNS(svgNames, 'rect');
  const put = (element: Element, place: Readonly<Record<string, number>>) => {
    for (const [name, value] of Object.entries(place)) element.setAttribute(name, String(value));
  };
  put(plate, { x: area.x + area.width - width - 26, y: area.y - 11, width: width + 16, height: 20, rx: 4 });
  put(words, { x: area.x + area.width - width - 18, y: area.y + 4 });
  words.before(plate);
  const [inner, outer] = [box.getBoundingClientRect(), frame.getBoundingClientRect()];
  // What leads to a result stands to the left of it; what a question leads to, to the right.
  const across = box.classList.contains('question')
    ? inner.left - outer.left - Math.min(180, outer.width / 3)
    : inner.right - outer.right + 24;
  frame.scrollBy(across, inner.top - outer.top - (outer.height - inner.height) / 2);
};

/** Puts the picture into the page. Its signs, style and title are those of the page. */
const bring = async (file: string, into: HTMLElement) => {
  const drawing = (await fetchDocument(file)).documentElement;
  if (!(drawing instanceof SVGSVGElement)) throw new Error(`${file} is no picture`);
  for (const part of drawing.querySelectorAll('title, desc, style, defs, view')) part.remove();
  into.replaceChildren(drawing);
  mark();
};

const fail = (into: HTMLElement) => {
  const said = document.createElement('p');
  said.textContent = into.dataset['failed'] ?? '';
  into.replaceChildren(said);
};

if (frame !== null)
  new IntersectionObserver(
    ([entry], observer) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      bring(frame.dataset['picture'] ?? '', frame).catch(() => fail(frame));
    },
    { rootMargin: '600px' },
  ).observe(frame);

addEventListener('hashchange', () => {
  unfold();
  mark();
});
unfold();
