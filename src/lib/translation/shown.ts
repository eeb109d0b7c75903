import { articleSlugs } from '../../config/articles.ts';
import { PAGES } from '../../config/site.ts';
import { addressOf } from '../../eligibility/address.ts';
import type { DecisionTree } from '../../eligibility/compile.ts';
import { gatesOf, standsOn, type Answers, type Decision } from '../../eligibility/table.ts';
import { isQuestion, places, results, stepsAlong } from '../../eligibility/tree.ts';
import type { Content } from '../content/load.ts';

/** Pages whose words stand under another name than theirs. */
const WORDS_OF: Readonly<Record<string, string>> = {
  translation: 'status',
  offline: 'offline',
  wizard: 'wizard',
  programs: 'sources',
};
/** Words of the interface that stand on every result. */
const ON_RESULTS: ReadonlySet<string> = new Set(['result', 'newer', 'who', 'copy', 'messages']);
const ON_ARTICLES: ReadonlySet<string> = new Set(['article', 'alongside', 'term']);

/**
 * Makes what says where a text shows: the address below a locale of the first page that shows it, with `#` and the place on
 * it where there is one; empty for the home page, also for words that stand on every page.
 */
export function shownAt(
  { table, outcomes, messages, disagreements }: Pick<Content, 'table' | 'outcomes' | 'messages' | 'disagreements'>,
  tree: DecisionTree,
): (key: string) => string {
  const pages = [...places(tree)];
  const shown = [...results(tree)].map((place) => ({
    ...place,
    answers: Object.fromEntries(stepsAlong(tree, place.path).map(({ question, answer }) => [question, answer])),
  }));
  const result = (fits: (node: Decision, answers: Answers) => boolean) => {
    const place = shown.find(({ node, answers }) => fits(node, answers)) ?? shown[0];
    return place === undefined ? 'wizard' : ['wizard', ...addressOf(place)].join('/');
  };
  const page = (fits: (place: (typeof pages)[number]) => boolean) =>
    ['wizard', ...(pages.find(fits)?.path ?? [])].join('/');

  const interfaceAt = (name: string): string => {
    if (name === 'outcome') return `outcomes/${Object.keys(outcomes)[0] ?? ''}`;
    if (ON_RESULTS.has(name)) return result(() => true);
    if (ON_ARTICLES.has(name)) return articleSlugs[0] ?? '';
    return WORDS_OF[name] ?? PAGES.find((known) => known === name) ?? '';
  };
  return (key) => {
    const [, slug, id = '', part] = /^articles\/([^#:]+)(?:#([^:]*))?(?::(.*))?$/.exec(key) ?? [];
    if (slug !== undefined) return id === '' || part === 'description' ? slug : `${slug}#${id}`;
    const [file = '', name = '', ...rest] = key.split('.');
    switch (file) {
      case 'outcomes':
        return `outcomes/${name}`;
      case 'glossary':
        return `glossary#${name}`;
      case 'disagreements':
        return disagreements.some(({ id: known }) => known === name) ? `sources#${name}` : 'sources';
      case 'compare':
        return 'compare';
      case 'notes':
        return result(({ notes }) => notes.includes(name));
      case 'gates':
        return result(({ outcome }, answers) => gatesOf(table, outcome, answers).includes(name));
      case 'messages': {
        const message = messages.find(({ id: known }) => known === name);
        return result(({ outcome }, answers) => message !== undefined && standsOn(message, outcome, answers));
      }
      case 'questions': {
        const [under, answer] = rest;
        return page(
          ({ node, path }) =>
            isQuestion(node) && node.question === name && (under !== 'in' || path.includes(answer ?? '')),
        );
      }
      case 'answers':
        return page(({ node }) => isQuestion(node) && Object.hasOwn(node.next, name));
      default:
        return interfaceAt(name);
    }
  };
}
