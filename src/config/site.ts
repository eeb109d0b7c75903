/** What other parts need to know about the site as a whole. */
export const SITE = {
  name: 'Partner Paths',
} as const;

/** How the site may look, as the reader chooses: like the device, or always one way. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/** The pages below a locale that are neither guidance nor made from the table, by their address. */
export const PAGES = [
  'compare',
  'map',
  'glossary',
  'changes',
  'sources',
  'support',
  'search',
  'accessibility',
  'status',
] as const;

/** A page below a locale that is neither guidance nor made from the table. */
export type PageName = (typeof PAGES)[number];

/** The pages that the footer does not name: search stands in the header, the state of the translation beside the sources. */
export const NOT_IN_FOOTER: ReadonlySet<PageName> = new Set<PageName>(['search', 'status']);

/** When what the accessibility statement says was last checked, as an ISO date. */
export const ACCESSIBILITY_CHECKED = '2026-11-21';
