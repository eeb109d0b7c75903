import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parseAddress } from '../../eligibility/address.ts';
import { isQuestion } from '../../eligibility/tree.ts';
import type { WizardFile } from '../../lib/wizard/file.ts';
import { hrefBelow, questionView, type QuestionView } from '../../lib/wizard/view.ts';
import { Question } from './Question.tsx';

interface Props {
  /** address of the wizard file of this locale */
  readonly file: string;
  /** address of the first question; all pages of the wizard lie below it */
  readonly start: string;
  /** inside an article, the address of the question to begin with: the state stays in the island, the address bar is left alone */
  readonly embedded?: string;
  /** address of the question to begin with instead, if there is one */
  readonly first?: string | undefined;
  /** is told the address of each question shown instead of the one to begin with */
  readonly onMove?: (address: string) => void;
  /** what follows the question in the title of the page */
  readonly titleEnd: string;
  /** the first question, rendered by the server */
  readonly children?: ComponentChildren;
}

/** The segments below the start of the wizard that an address names, or nothing when it lies elsewhere. */
const segmentsBelow = (start: string, pathname: string): string[] | undefined => {
  if (!pathname.startsWith(start)) return undefined;
  try {
    return pathname.slice(start.length).split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/**
 * Whether a question has a text that is older than its English source or not yet written, or the page says so of the
 * question shown now. Such a page is not made here: it stands on the site with its marks.
 */
const isUnfinished = ({ unfinished }: WizardFile, view: QuestionView, ownPage: boolean): boolean => {
  if (unfinished === undefined) return false;
  if (ownPage && document.querySelector('.unfinished:not([data-frame])') !== null) return true;
  const said = JSON.stringify(view);
  return unfinished.some((piece) => said.includes(JSON.stringify(piece).slice(1, -1)));
};

/**
 * Takes the question pages over: the next question appears in place. Until the wizard file has arrived, and for results,
 * links are followed as usual, so nothing depends on it.
 */
export function WizardIsland({ file, start, embedded, titleEnd, first, onMove, children }: Props) {
  const [view, setView] = useState<QuestionView>();
  const wizard = useRef<WizardFile>();
  const root = useRef<HTMLDivElement>(null);
  const at = useRef(typeof location === 'undefined' ? '' : location.pathname);

  const viewAt = useCallback(
    (pathname: string): QuestionView | undefined => {
      const segments = segmentsBelow(start, pathname);
      if (wizard.current === undefined || segments === undefined) return undefined;
      const place = parseAddress(wizard.current.tree, segments);
      if (place.kind !== 'page' || !isQuestion(place.node)) return undefined;
      const next = questionView(wizard.current, place, hrefBelow(start));
      return isUnfinished(wizard.current, next, embedded === undefined) ? undefined : next;
    },
    [start, embedded],
  );

  useEffect(() => {
    fetch(file)
      .then((response) => (response.ok ? response.json() : undefined))
      .then((data: WizardFile | undefined) => {
        wizard.current = data;
        root.current?.setAttribute('data-ready', data === undefined ? 'no' : 'yes');
        const carried = first === undefined ? undefined : viewAt(first);
        if (first !== undefined && carried !== undefined) {
          setView(carried);
          onMove?.(first);
        } else if (embedded !== undefined) setView(viewAt(embedded));
      })
      .catch(() => root.current?.setAttribute('data-ready', 'no'));
  }, [file, embedded, first, onMove, viewAt]);

  useEffect(() => {
    if (embedded !== undefined) return undefined;
    const move = () => {
      // A move within the page, such as the skip link, is none of ours.
      if (location.pathname === at.current) return;
      at.current = location.pathname;
      const next = viewAt(location.pathname);
      if (next === undefined) location.reload();
      else setView(next);
    };
    addEventListener('popstate', move);
    return () => removeEventListener('popstate', move);
  }, [embedded, viewAt]);

  // The new question takes the title and the focus before the screen is painted. The first one in an article does not: the
  // reader has only just opened it.
  const entered = useRef(embedded === undefined);
  useLayoutEffect(() => {
    if (view === undefined) return;
    if (!entered.current) {
      entered.current = true;
      return;
    }
    if (embedded === undefined) {
      document.title = `${view.title}${titleEnd}`;
      document.dispatchEvent(new Event('moved'));
      scrollTo(0, 0);
    }
    root.current?.querySelector<HTMLElement>('.question-title')?.focus({ preventScroll: embedded === undefined });
  }, [view, embedded, titleEnd]);

  const follow = (event: MouseEvent) => {
    if (!plainClick(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest('a');
    if (link?.origin !== location.origin) return;
    const next = viewAt(link.pathname);
    if (next === undefined) return;
    event.preventDefault();
    if (embedded === undefined) {
      history.pushState(null, '', link.pathname);
      at.current = link.pathname;
    }
    setView(next);
    onMove?.(link.pathname);
  };

  return (
    // The links inside are what is clicked; this only hears of it.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-static-element-interactions
    <div ref={root} class="wizard" onClick={follow}>
      {view === undefined ? children : <Question view={view} level={embedded === undefined ? 1 : 3} />}
    </div>
  );
}
