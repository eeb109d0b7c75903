import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSlug } from '../config/articles.ts';
import { perLocale, type Locale } from '../config/locales.ts';
import type { PageName } from '../config/site.ts';
import { compile, type DecisionTree } from '../eligibility/compile.ts';
import { casesOf, situations, type Situation } from '../eligibility/explain.ts';
import { isQuestion, type TreeNode } from '../eligibility/tree.ts';
import { placeFacts, type FactHome } from './content/facts.ts';
import { loadContent, type Content, type Wording } from './content/load.ts';
import { unfinished } from './translation/units.ts';
import { versioned } from './version.ts';
import type { LightResult, WizardFile } from './wizard/file.ts';

export { formatDate, formatMonths } from './dates.ts';

/** The content with everything that is computed from it, once for all pages. */
export interface Site extends Content {
  readonly tree: DecisionTree;
  readonly cases: ReturnType<typeof casesOf>;
  /** what leads to each outcome */
  readonly situations: ReadonlyMap<string, readonly Situation[]>;
  /** where each placed fact is stated */
  readonly homes: ReadonlyMap<string, FactHome>;
  readonly wizard: Readonly<Record<Locale, WizardFile>>;
  /** the addresses under which scripts ask for these files */
  readonly wizardAddress: Readonly<Record<Locale, string>>;
}

const lighten = (node: DecisionTree): TreeNode<LightResult> =>
  isQuestion(node)
    ? {
        question: node.question,
        next: Object.fromEntries(Object.entries(node.next).map(([id, next]) => [id, lighten(next)])),
      }
    : { outcome: node.outcome };

function wizardFile(tree: TreeNode<LightResult>, words: Wording, unfinishedPieces: readonly string[]): WizardFile {
  const { answersSoFar, change, changeAnswer, drops, startAgain, back } = words.interface.wizard;
  return {
    tree,
    questions: words.questions,
    answers: words.answers,
    outcomes: Object.fromEntries(Object.entries(words.outcomes).map(([id, { title }]) => [id, title])),
    labels: { answersSoFar, change, changeAnswer, drops, startAgain, back },
    ...(unfinishedPieces.length > 0 && { unfinished: unfinishedPieces }),
  };
}

/** What the wizard shows of the unfinished texts of a locale: of each the longest piece without a placeholder. */
const unfinishedInWizard = (content: Content, locale: Locale): readonly string[] =>
  unfinished(content, locale)
    .filter(
      ({ key, text }) => text !== '' && /^(?:questions|answers|interface\.wizard|outcomes\.[^.]*\.title)\b/.test(key),
    )
    .map(({ text }) => text.split(/\{\w+\}/).reduce((one, other) => (other.length > one.length ? other : one)));

function build(): Site {
  const content = loadContent();
  const tree = compile(content.table);
  const light = lighten(tree);
  const { wording } = content;
  const wizard = perLocale((locale) => wizardFile(light, wording[locale], unfinishedInWizard(content, locale)));
  return {
    ...content,
    tree,
    cases: casesOf(content.table, tree),
    situations: new Map(Object.keys(content.outcomes).map((outcome) => [outcome, situations(tree, outcome)])),
    homes: placeFacts(content).homes,
    wizard,
    wizardAddress: perLocale((locale) => versioned(fileUrl(`${locale}/wizard.json`), JSON.stringify(wizard[locale]))),
  };
}

/** How long an author's change may go unseen, in milliseconds. A page asks for the content hundreds of times. */
const UNSEEN = 300;

let built: Site | undefined;
let looked = 0;
let seen = '';

/** Whether a file of the content has come, gone or changed since this was asked before. */
function hasChanged(): boolean {
  if (Date.now() - looked < UNSEEN) return false;
  looked = Date.now();
  const before = seen;
  seen = readdirSync(join('src', 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${statSync(file).mtimeMs}`)
    .join();
  return seen !== before;
}

/**
 * Everything the pages are made of. Read once for a build; while an author works it is read again when a file has changed.
 * @throws {ContentError} when the content cannot be read
 */
export function site(): Site {
  // What was there before must not stand in for content that cannot be read now.
  if (import.meta.env.DEV && hasChanged()) built = undefined;
  built ??= build();
  return built;
}

/** The words of a locale. */
export const wordsOf = (locale: Locale): Wording => site().wording[locale];

/** The title of a page, and what links to it are called in lists of pages. */
export function pageNames(locale: Locale, page: PageName): { title: string; label: string } {
  const { interface: words, tickets } = wordsOf(locale);
  if (page === 'map' || page === 'support') return { title: tickets[page].title, label: tickets[page].nav };
  if (page === 'status') return { title: words.translation.title, label: words.translation.title };
  return { title: words[page].title, label: page === 'search' ? words.search.title : words.nav[page] };
}

/**
 * An address of this site, with its base and a slash at the end.
 * @param parts what it is made of below the base; empty parts are left out
 */
export function url(...parts: readonly (string | readonly string[])[]): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const path = parts
    .flat()
    .filter((part) => part !== '')
    .join('/');
  return path === '' ? `${base}/` : `${base}/${path}/`;
}

/** The address of a file of this site, with its base. */
export const fileUrl = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;

/** The address at which an article states a fact. */
export const factUrl = (locale: Locale, article: ArticleSlug, id: string): string => `${url(locale, article)}#${id}`;

/**
 * The address of an anchor of this page in English.
 * @param page the address of the page, whose first segment below the base is its locale
 */
export const inEnglish = (page: URL, locale: Locale, anchor: string): string =>
  `${page.pathname.replace(url(locale), url('en')).replace(/\/?$/, '/')}#${anchor}`;

/** The full address of something on this site, as it stands in texts that leave it. */
export const absolute = (href: string): string =>
  // Tests run without the site's configuration.
  new URL(href, import.meta.env.SITE || 'http://localhost:4321').href;
