import type { ElementHandle, Page } from '@playwright/test';

/** WCAG 1.4.12: the spaces between lines, paragraphs, letters and words that a reader may set. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** Text twice as large, without any zoom. */
const ENLARGED = 'html { font-size: 200% }';

/** The ways in which a reader may set text: nothing of the page may then be lost. */
export const SETTINGS = { 'as it comes': '', spaced: SPACED, enlarged: ENLARGED } as const;

/** Sets the text of a page as a reader would with a style of their own, which no policy of the page forbids. */
export const setText = (page: Page, setting: keyof typeof SETTINGS): Promise<void> =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, SETTINGS[setting]);

/** Unfolds everything, so that it can be measured, or all but the menu, which lies over the page. */
export const unfold = (page: Page, what: 'everything' | 'all but the menu'): Promise<void> =>
  page.evaluate((everything) => {
    for (const details of document.querySelectorAll('details'))
      details.open = everything || !details.classList.contains('languages');
  }, what === 'everything');

/**
 * The targets of a page that are too small for a finger: links on lines of their own, buttons, boxes with their labels.
 * A link or a term inside a sentence is as high as its line; of the numbers of facts behind a statement 24 px are asked.
 * @returns what is too small, with its size, or nothing
 */
export const smallTargets = (page: Page, least = 44): Promise<string[]> =>
  page.evaluate((wanted) => {
    const INLINE = 'a, button, label, noscript, [popover], .visually-hidden';
    const blockOf = (element: Element): Element => {
      const parent = element.parentElement ?? document.body;
      return getComputedStyle(parent).display === 'inline' ? blockOf(parent) : parent;
    };
    /** Whether words of the same block stand beside the target. */
    const inSentence = (target: Element): boolean => {
      if (getComputedStyle(target).display !== 'inline') return false;
      const block = blockOf(target);
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() !== null) {
        const { currentNode } = walker;
        const holder = currentNode.parentElement;
        if (holder === null || !/[\p{L}\p{N}]/u.test(currentNode.textContent ?? '')) continue;
        if (holder.closest(INLINE) !== null && block.contains(holder.closest(INLINE))) continue;
        if (holder === block || blockOf(holder) === block) return true;
      }
      return false;
    };
    const faults = [...document.querySelectorAll('a[href], button, summary, input, select, textarea')].flatMap(
      (target) => {
        if (!target.checkVisibility({ visibilityProperty: true }) || target.closest('svg, .visually-hidden') !== null)
          return [];
        const boxes = [target, ...(target instanceof HTMLInputElement ? (target.labels ?? []) : [])];
        const rects = (
          target instanceof HTMLInputElement && !/checkbox|radio/.test(target.type) ? [target] : boxes
        ).map((box) => box.getBoundingClientRect());
        const width = Math.max(...rects.map(({ right }) => right)) - Math.min(...rects.map(({ left }) => left));
        const height = Math.max(...rects.map(({ bottom }) => bottom)) - Math.min(...rects.map(({ top }) => top));
        const asked = target.closest('.refs') !== null && target.closest('.rests') === null ? 24 : wanted;
        // Half a pixel is a matter of rounding.
        if (Math.min(width, height) >= asked - 0.5 || inSentence(target) || target.closest('label.term') !== null)
          return [];
        const { localName, className, textContent, parentElement } = target;
        return [
          `${localName}.${className} in ${parentElement?.localName ?? ''}.${parentElement?.className ?? ''}: ${Math.round(width)} × ${Math.round(height)}, "${textContent.trim().slice(0, 40)}"`,
        ];
      },
    );
    return [...new Set(faults)].slice(0, 12);
  }, least);

/**
 * What is lost of a page as it stands: a page wider than the screen, text cut off, texts on top of each other. What lies in
 * a frame that scrolls, or is for screen readers alone, is not looked at.
 */
export const lostText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
    const clips = (element: Element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      return clipPath !== 'none' || [overflowX, overflowY].some((overflow) => overflow !== 'visible');
    };
    const clipped = (element: Element | null): boolean =>
      element !== null && element !== document.documentElement && (clips(element) || clipped(element.parentElement));

    for (const element of document.querySelectorAll('body *')) {
      // A line of a note repeats the beginning of the sentence above; fields scroll.
      if (element.matches('.about, input, select, textarea, svg, svg *') || !element.checkVisibility()) continue;
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      const hides = /hidden|clip/.test(overflowX + overflowY) && clipPath === 'none';
      if (hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
        faults.push(`cut off: ${element.localName}.${element.className}`);
    }

    const lines: { readonly node: Node; readonly rect: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const node = walker.currentNode;
      const holder = node.parentElement;
      if (holder === null || node.textContent?.trim() === '' || clipped(holder)) continue;
      if (!holder.checkVisibility({ visibilityProperty: true })) continue;
      if (holder.closest('svg, .skip, [popover], noscript') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 2) lines.push({ node, rect });
    }
    lines.sort((a, b) => a.rect.top - b.rect.top);
    for (const [index, { node, rect }] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        // Letters reach into the space between lines.
        if (other.rect.top > rect.bottom - 5) break;
        const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
        if (other.node !== node && across > 2)
          faults.push(
            `on top of each other: "${node.textContent?.trim().slice(0, 30) ?? ''}" and "${other.node.textContent?.trim().slice(0, 30) ?? ''}"`,
          );
      }
    return [...new Set(faults)].slice(0, 8);
  });

/** What moves by itself on a page, or would when something changes. */
export const motions = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    // A sentence that comes after a while (late.css) does not move.
    ...document
      .getAnimations()
      .filter((animation) => !(animation instanceof CSSAnimation && animation.animationName === 'late'))
      .map((animation) => `${animation.constructor.name} runs`),
    ...[...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const animated = animationName !== 'none' && animationName !== 'late';
      const moves = /[1-9]/.test(transitionDuration) || animated || scrollBehavior === 'smooth';
      return moves ? [`${element.localName}.${element.className} moves`] : [];
    }),
  ]);

/** What the keyboard is on, and what is wrong with that: nowhere, hidden, or without a sign that it is there. */
export interface Focus {
  readonly element: string;
  /** whether it is what was looked for */
  readonly there: boolean;
  readonly fault: string | undefined;
}

/**
 * Looks at the element in focus: some part of it can be seen and hit, and an outline of at least 2 px with 3:1 against the
 * ground shows where it is.
 */
export const focusNow = (page: Page, wanted: ElementHandle | null = null): Promise<Focus> =>
  page.evaluate((target) => {
    const element = document.activeElement;
    if (element === null || element === document.body)
      return { element: 'nothing', there: false, fault: 'nothing is in focus' };
    const stuck = Reflect.get(window, 'lastInFocus') === element;
    Reflect.set(window, 'lastInFocus', element);
    const name = `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) =>
        channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (around: Element | null): string => {
      if (around === null) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(around);
      return channels(backgroundColor)[3] === 0 ? groundOf(around.parentElement) : backgroundColor;
    };
    const faultOf = () => {
      if (stuck) return 'the keyboard does not leave it';
      const seen = [...element.getClientRects()].some(({ left, top, width, height }) => {
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
      if (!seen) return 'it cannot be seen';
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return 'nothing shows that it is in focus';
      const [light = 0, dark = 0] = [luminance(outlineColor), luminance(groundOf(element.parentElement))].sort(
        (a, b) => b - a,
      );
      return (light + 0.05) / (dark + 0.05) < 3 ? 'its outline is too faint' : undefined;
    };
    return { element: name, there: element === target, fault: faultOf() };
  }, wanted);
