/**
 * What counts how much in quick search. Tuned on the queries in tests/browser/search-queries.json: change a figure only
 * with `npx vitest run tests/unit/search/fixture.test.ts` beside it.
 */
export const WEIGHTS = {
  /** how much it says about a page that a word stands in one of its fields: the nearer to 1, the more */
  title: 0.9,
  keywords: 0.5,
  heading: 0.13,
  sectionKeywords: 0.15,
  text: 0.12,
  when: 0.3,
  body: 0.08,
  /** the same in a section alone */
  passage: 0.08,
  /** what a page gains by a section that has the words together */
  together: 0.35,
  /** how surely a word is meant by its beginning, by another of the same meaning, by a part of a name */
  beginning: 0.6,
  same: 0.8,
  part: 0.55,
  /** a phrase of the page that the query says, beside its single words */
  phrase: 0.8,
  /** how fast that falls with the words of the phrase that the query does not say */
  unsaid: 1.05,
  /** a search word, a part of a title and a heading beside a title */
  keyword: 0.68,
  name: 0.97,
  section: 0.76,
  /** a title that is just what was typed */
  exact: 0.78,
  /** a part of a title, or search words, that are just what was typed */
  exactName: 0.47,
  exactTerm: 0.35,
  exactKeyword: 0.15,
  /** how fast a page falls that lacks words of the query */
  lacking: 2.1,
  /** pages by kind: who searches mostly wants to know what to do */
  article: 1,
  outcome: 1.25,
  page: 1.6,
  glossary: 1.15,
  /** pages for nothing but 21Vianet: who means it mostly says so */
  elsewhere: 0.85,
  named: 1.9,
  /** the part of a query that a page must have to be shown */
  least: 0.15,
};
