/** What other parts need to know about the site as a whole. */
export const SITE = {
  name: 'Partner Paths',
  /** The colour a browser shows around the page. */
  themeColor: { light: '#ffffff', dark: '#14181d' },
} as const;
