/** What other parts need to know about the site as a whole. */
export const SITE = {
  name: 'Partner Paths',
  /** The colour a browser shows around the page. */
  themeColor: { light: '#ffffff', dark: '#14181d' },
} as const;

/** The pages below a locale that are neither guidance nor made from the table, by their address. */
export const PAGES = ['compare', 'map', 'glossary', 'changes', 'sources', 'support', 'search'] as const;

/** A page below a locale that is neither guidance nor made from the table. */
export type PageName = (typeof PAGES)[number];
