/**
 * What counts how much in quick search. Tuned on the queries in tests/browser/search-queries.json: change a figure only
 * with `npx vitest run tests/unit/search/fixture.test.ts` beside it.
 */
export const WEIGHTS = {
  /** how much it says about a page that a word stands in one of its fields: the nearer to 1, the more */
  title: 0.9,
  keywords: 0.42,
  heading: 0.05,
  sectionKeywords: 0.22,
  text: 0.09,
  when: 0.57,
  body: 0.03,
  /** the same in a section alone */
  passage: 0.04,
  /** what a page gains by a section that has the words together */
  together: 0.15,
  /** how surely a word is meant by its beginning, by another of the same meaning, by a part of a name */
  beginning: 0.6,
  same: 0.82,
  part: 0.22,
  /** a phrase of the page that the query says, beside its single words */
  phrase: 0.65,
  /** how fast that falls with the words of the phrase that the query does not say */
  unsaid: 1.03,
  /** a search word, a part of a title and a heading beside a title */
  keyword: 0.68,
  name: 0.97,
  section: 0.7,
  /** a title that is just what was typed */
  exact: 0.9,
  /** a part of a title, or search words, that are just what was typed */
  exactName: 0.36,
  exactTerm: 0.75,
  exactKeyword: 0.13,
  /** how fast a page falls that lacks words of the query */
  lacking: 3.5,
  /** pages by kind: who searches mostly wants to know what to do */
  article: 1,
  outcome: 1.25,
  page: 1.7,
  glossary: 1.15,
  /** pages for nothing but 21Vianet: who means it mostly says so */
  elsewhere: 0.74,
  named: 5,
  /** the part of a query that a page must have to be shown */
  least: 0.15,
  /** the part of the score of the best page that a page must have to be shown */
  weakest: 0.2,
};
