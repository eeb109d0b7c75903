import { articleConfig, articleSlugs } from '../../config/articles.ts';
import { locales } from '../../config/locales.ts';
import { addressOf, parseAddress } from '../../eligibility/address.ts';
import { checkTable } from '../../eligibility/check.ts';
import { compile, type DecisionTree } from '../../eligibility/compile.ts';
import { combinations, holds, matchingRows } from '../../eligibility/table.ts';
import { editionsDisagree, editionsOf, placeFacts } from './facts.ts';
import { revisionOf, type Content } from './load.ts';
import type { OutcomeItem } from './schemas.ts';

/** Something wrong in the content, for the maintainer who has to mend it. */
export interface ContentProblem {
  /** problems with the same cause are shown together */
  readonly cause: string;
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

/** What the checks found: what fails the build, and what is merely still to do. */
export interface ContentReport {
  readonly problems: readonly ContentProblem[];
  /** facts whose home article is not written yet; results leave them out until it is */
  readonly notYetPlaced: readonly string[];
}

const difference = (one: Iterable<string>, other: Iterable<string>): string[] => {
  const out = new Set(other);
  return [...one].filter((id) => !out.has(id));
};

/** The heading under which an article tells what is newer than the documented rule. */
const TODAY = 'today';

/** The parts of an outcome whose words each locale states by id. */
export const OUTCOME_PARTS = ['steps', 'doesNot', 'reasons'] as const;

/**
 * Checks everything in `src/content` against everything else: the table, the words of each locale, the facts and their
 * places, the articles and their links.
 */
export function checkContent(content: Content): ContentReport {
  const problems: ContentProblem[] = [];
  const report = (cause: string, file: string, message: string, remedy: string) =>
    problems.push({ cause, file, message, remedy });
  const { table, outcomes, facts, editions, wording, articles } = content;

  // The table
  const surroundings = { outcomes: new Set(Object.keys(outcomes)), facts: new Set(facts.keys()) };
  for (const { kind, at, message, remedy } of checkTable(table, surroundings))
    report(`decision table: ${kind}`, 'src/content/decision', `${at}: ${message}`, remedy);
  const tree = problems.length === 0 ? compile(table) : undefined;
  const revision = revisionOf(content);
  if (content.revision.revision !== revision)
    report(
      'revision',
      'src/content/decision/revision.json',
      `table or facts have changed: they are revision ${revision}, the file says ${content.revision.revision}`,
      'Run "npm run revise", which writes the new revision with the date of today.',
    );

  // The outcomes: each statement rests on known facts, shows on some result, and each result has something to say
  const cases = [...combinations(table)].map((answers) => ({
    answers,
    outcome: matchingRows(table, answers)[0]?.outcome,
  }));
  for (const [id, description] of Object.entries(outcomes)) {
    const file = 'src/content/decision/outcomes.json';
    const reached = cases.filter(({ outcome }) => outcome === id);
    for (const part of OUTCOME_PARTS) {
      const seen = new Set<string>();
      for (const item of description[part]) {
        const at = `${id} > ${part} > ${item.id}`;
        if (seen.has(item.id))
          report('outcome: doubled id', file, `${at} stands twice`, 'Give each statement an id of its own.');
        seen.add(item.id);
        for (const fact of difference(item.facts, facts.keys()))
          report(
            'outcome: unknown fact',
            file,
            `${at} rests on "${fact}"`,
            'Correct the id, or add the fact to the ledger.',
          );
        if (!reached.some(({ answers }) => holds(item.when ?? {}, answers)))
          report(
            'outcome: never shown',
            file,
            `${at}: no result of the outcome meets its condition`,
            'Correct "when", or delete it.',
          );
        if (part === 'steps' && item.who === undefined)
          report('outcome: nobody', file, `${at} does not say who does it`, 'Name who does the step in "who".');
      }
    }
    const must = description.kind === 'path' || description.kind === 'done' ? 'steps' : 'reasons';
    for (const { answers } of reached)
      if (!description[must].some((item: OutcomeItem) => holds(item.when ?? {}, answers)))
        report(
          'outcome: says nothing',
          file,
          `${id} has no ${must} for ${Object.values(answers).join('/')}`,
          `Add one to "${must}".`,
        );
  }

  // The words
  const compare = (file: string, what: string, expected: Iterable<string>, found: Iterable<string>) => {
    const [should, has] = [[...expected], [...found]];
    for (const id of difference(should, has))
      report(`wording: ${what} missing`, file, `${what} "${id}" has no text`, 'Write it, natively, from its facts.');
    for (const id of difference(has, should))
      report(`wording: ${what} unknown`, file, `${what} "${id}" belongs to nothing`, 'Delete it, or correct its id.');
  };
  for (const locale of locales) {
    const words = wording[locale];
    const file = (name: string) => `src/content/wording/${locale}/${name}.json`;
    compare(file('questions'), 'question', table.order, Object.keys(words.questions));
    compare(file('questions'), 'answer', Object.values(table.questions).flat(), Object.keys(words.answers));
    compare(file('notes'), 'note', Object.keys(table.notes), Object.keys(words.notes));
    compare(file('outcomes'), 'outcome', Object.keys(outcomes), Object.keys(words.outcomes));
    for (const [id, description] of Object.entries(outcomes)) {
      const text = words.outcomes[id];
      if (text === undefined) continue;
      for (const part of OUTCOME_PARTS)
        compare(
          file('outcomes'),
          `${id} > ${part}`,
          description[part].map((item) => item.id),
          Object.keys(text[part]),
        );
    }
  }

  // The articles
  for (const slug of articleSlugs) {
    const english = articles.en.get(slug);
    for (const locale of locales) {
      const file = `src/content/articles/${locale}/${slug}.mdx`;
      const article = articles[locale].get(slug);
      if (article === undefined) continue;
      for (const problem of article.problems)
        report('article: format', file, problem, 'See CONTRIBUTING, "Add an article".');
      const ids = (sections: typeof article.sections) => sections.map(({ id }) => id).join(' ');
      if (english !== undefined && ids(article.sections) !== ids(english.sections))
        report(
          'article: headings differ',
          file,
          `its headings are ${ids(article.sections)}, in English ${ids(english.sections)}`,
          'Use the same heading ids in the same order in every locale.',
        );
      for (const href of article.links) {
        const problem = linkProblem(content, tree, slug, href);
        if (problem !== undefined)
          report(
            'article: link',
            file,
            `the link ${href} ${problem}`,
            'Link to a page or section of this locale that exists, relative to this page, ending in / or #id.',
          );
      }
      for (const { id, section } of article.facts)
        if (facts.has(id) && (facts.get(id)?.layer === 'newer') !== (section === TODAY))
          report(
            'article: today',
            file,
            `"${id}" stands ${section === TODAY ? 'under' : 'outside'} the heading "${TODAY}"`,
            'Newer facts stand under <h2 id="today">, and documented ones never do.',
          );
      const stated = new Map(article.facts.map(({ id, section }) => [id, section]));
      for (const { fact } of article.disagreements)
        if (!stated.has(fact))
          report(
            'article: note without fact',
            file,
            `a note speaks of "${fact}", which is not stated here`,
            'Move the note to the article that states the fact.',
          );
      for (const id of stated.keys()) {
        if (editionsDisagree(facts.get(id)) && !article.disagreements.some(({ fact }) => fact === id))
          report(
            'article: note missing',
            file,
            `editions disagree about "${id}", and no note says so`,
            `Add <Disagreement fact="${id}">...</Disagreement> below it.`,
          );
      }
    }
    for (const outcome of articleConfig(slug).outcomes)
      if (!Object.hasOwn(outcomes, outcome))
        report('article: unknown outcome', 'src/config/articles.ts', `${slug} names "${outcome}"`, 'Correct the id.');
  }

  // The facts and their places
  const { homes, problems: misplaced } = placeFacts(content);
  for (const problem of misplaced) report(problem.cause, problem.file, problem.message, problem.remedy);
  for (const id of homes.keys()) {
    const fact = facts.get(id);
    // A newer fact says in its own sentence where it was read.
    if (fact !== undefined && fact.layer !== 'newer' && editionsOf(fact, editions).length === 0)
      report(
        'fact: no edition',
        'src/content/facts/editions.json',
        `none of the editions "${id}" is stated in is listed (${fact.statedIn})`,
        'Add the edition.',
      );
  }
  return { problems, notYetPlaced: difference(facts.keys(), homes.keys()) };
}

/** What is wrong with a link in an article, or nothing. */
function linkProblem(content: Content, tree: DecisionTree | undefined, slug: string, href: string): string | undefined {
  if (/^[a-z]+:/i.test(href) || href.startsWith('/')) return 'leaves the locale';
  const target = new URL(href, `https://site/locale/${slug}/`);
  if (!target.pathname.endsWith('/')) return 'does not end in /';
  if (!target.pathname.startsWith('/locale/')) return 'leaves the locale';
  const below = target.pathname.split('/').filter(Boolean).slice(1);
  const fragment = target.hash.slice(1);
  const article = articleSlugs.find((id) => id === below.join('/'));
  if (article === undefined) {
    if (!isPage(content, tree, below)) return 'names a page that does not exist';
    return fragment === '' ? undefined : 'names a section that does not exist';
  }
  const page = content.articles.en.get(article);
  const anchors = [...(page?.sections ?? []), ...(page?.facts ?? [])].map(({ id }) => id);
  return fragment === '' || anchors.includes(fragment) ? undefined : 'names a section that does not exist';
}

/** Whether a page other than an article exists below a locale. Without a sound table wizard addresses are taken on trust. */
function isPage({ outcomes }: Content, tree: DecisionTree | undefined, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (first === 'search') return rest.length === 0;
  if (first === 'outcomes') return rest.length === 0 || (rest.length === 1 && Object.hasOwn(outcomes, rest[0] ?? ''));
  if (first !== 'wizard') return false;
  if (tree === undefined) return true;
  const place = parseAddress(tree, rest);
  return place.kind === 'page' && addressOf(place).length === rest.length;
}

/** The report as text for a terminal: problems grouped by cause, at most `most` of each, then what is still to do. */
export function describeReport({ problems, notYetPlaced }: ContentReport, most = 8): string {
  const causes = Map.groupBy(problems, ({ cause }) => cause);
  const lines = [...causes].flatMap(([cause, list]) => [
    `${cause} (${list.length})`,
    ...list.slice(0, most).map(({ file, message }) => `  ${file}: ${message}`),
    ...(list.length > most ? [`  and ${list.length - most} more`] : []),
    `  -> ${list[0]?.remedy ?? ''}`,
  ]);
  const open =
    notYetPlaced.length === 0 ? [] : [`${notYetPlaced.length} facts not yet placed: ${notYetPlaced.join(', ')}`];
  return [...lines, ...open].join('\n');
}
