import type { Locale } from '../config/locales.ts';
import { addressOf } from '../eligibility/address.ts';
import { movedAddresses, reasonsOf, type Moved, type Published } from '../eligibility/published.ts';
import type { Decision } from '../eligibility/table.ts';
import { isQuestion, results, type Place } from '../eligibility/tree.ts';
import { wordsOnRecord } from './content/release.ts';
import { fill } from './fill.ts';
import { factUrl, formatDate, site, url, wordsOf } from './site.ts';
import type { NamedLink } from './result.ts';
import { hrefBelow, questionText } from './wizard/view.ts';

/** What stands at an address that was published and leads elsewhere now. */
export interface MovedView {
  readonly title: string;
  /** what was promised, in the words of its time; nothing for the address of a question */
  readonly promised:
    | { readonly title: string; readonly path: string; readonly answers: readonly string[]; readonly published: string }
    | undefined;
  /** what has become of it, where the title does not say all */
  readonly says: string;
  /** the result or question that is nearest now */
  readonly now: NamedLink & { readonly text: string | undefined; readonly isResult: boolean };
  /** where one more question decides: its answers, each with the results possible behind it */
  readonly ways: readonly (NamedLink & { readonly outcomes: readonly string[] })[];
  readonly since: string;
  readonly because: readonly {
    readonly id: string;
    readonly text: string;
    readonly article: string;
    readonly href: string;
  }[];
}

const known = new WeakMap<object, readonly Moved[]>();

/** Every published address of the wizard that needs a page of its own to explain it. */
export function moved(): readonly Moved[] {
  const content = site();
  const all = known.get(content) ?? movedAddresses(content.tree, content.releases);
  known.set(content, all);
  return all;
}

/** The outcomes that were published and are given no more. */
export const goneOutcomes = (): readonly string[] => {
  const { outcomes, releases } = site();
  return Object.keys(wordsOnRecord(releases).outcomes).filter((id) => !Object.hasOwn(outcomes, id));
};

const stamp = (locale: Locale, text: string, { revision, date }: Published): string =>
  fill(text, { revision, date: formatDate(locale, date) });

/** What explains a published address of the wizard. */
export function movedView(locale: Locale, entry: Moved): MovedView {
  const { releases, revision, homes, articles, wizard } = site();
  const { promised, since, fate } = entry;
  const words = wordsOf(locale);
  const { moved: own } = words.tickets;
  const record = wordsOnRecord(releases);
  const short = (id: string) => words.answers[id]?.short ?? record.answers[id]?.[locale] ?? id;
  const name = (outcome: string) => words.outcomes[outcome]?.title ?? outcome;
  const href = hrefBelow(url(locale, 'wizard'));
  const title = (place: Place<Decision>) =>
    isQuestion(place.node)
      ? questionText(wizard[locale], place.node.question, place.path).title
      : name(place.node.outcome);
  const { place } = fate;
  // A promise is told in the words of its time, even where the outcome is worded otherwise by now.
  const known =
    promised === undefined
      ? undefined
      : wordsOnRecord(releases, promised.until).outcomes[promised.decision.outcome]?.[locale];
  const nowIsResult = !isQuestion(place.node);
  const says = {
    changed: '',
    address: own.same,
    'answer-gone': fill(own.gone, { answer: fate.lost.map(short).join(', ') }),
    'asks-more': own.more,
  }[fate.kind];
  return {
    title:
      promised === undefined
        ? own.questionGone
        : { changed: own.changed, address: own.address, 'answer-gone': own.answerGone, 'asks-more': own.asksMore }[
            fate.kind
          ],
    promised:
      promised === undefined
        ? undefined
        : {
            title: known?.title ?? promised.decision.outcome,
            path: known?.path ?? '',
            answers: promised.path.map(short),
            published: stamp(locale, own.published, promised.since),
          },
    says: promised === undefined ? (nowIsResult ? '' : own.nearest) : says,
    now: {
      label: title(place),
      href: href(addressOf(place)),
      text: isQuestion(place.node) ? undefined : words.outcomes[place.node.outcome]?.path,
      isResult: nowIsResult,
    },
    ways: fate.ways.map(({ answer, place: way }) => ({
      label: short(answer),
      href: href(addressOf(way)),
      outcomes: [...new Set([...results(way.node)].map(({ node }) => name(node.outcome)))],
    })),
    since: stamp(locale, own.since, since ?? revision),
    because: (promised === undefined ? [] : reasonsOf(entry)).flatMap((id) => {
      const home = homes.get(id);
      return home === undefined
        ? []
        : [
            {
              id,
              text: home.text[locale],
              article: articles[locale].get(home.article)?.title ?? home.article,
              href: factUrl(locale, home.article, id),
            },
          ];
    }),
  };
}
