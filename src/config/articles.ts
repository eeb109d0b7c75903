import type { Locale } from './locales.ts';

/** The clouds that have a Partner Center of their own. */
export const CLOUDS = ['global', 'us-gov', '21vianet', 'germany'] as const;

/** A cloud as the ledger and the wizard name it. */
export type Cloud = (typeof CLOUDS)[number];

/** What is the same for an article in every language. */
export interface ArticleConfig {
  /** the clouds it applies to, shown under its title */
  readonly clouds: readonly Cloud[];
  /** the answers that lead to these outcomes are listed as the situations in which it applies */
  readonly outcomes: readonly string[];
  /** answers with which the wizard embedded in it starts */
  readonly preset: readonly string[];
  /** anchors of the published article that old links use; the heading of the page carries the first */
  readonly anchors: readonly string[];
  /** Microsoft's current page, behind the language segment of its address; none where no current public page is known */
  readonly current?: string;
}

/** The guidance, by slug, in reading order. */
export const ARTICLES = {
  multipartner: {
    clouds: ['global', 'us-gov'],
    outcomes: ['multi-partner', 'resale-not-allowed', 'buy-as-customer'],
    preset: [],
    anchors: ['multi-partner-support'],
    current: 'partner-center/customers/multipartner',
  },
  multichannel: {
    clouds: ['global', 'us-gov'],
    outcomes: ['multi-channel-license', 'multi-channel-usage', 'license-move-into-csp', 'license-wait-or-cancel'],
    preset: [],
    anchors: ['multi-channel-support'],
    current: 'partner-center/customers/multichannel',
  },
  'switch-azure-subscriptions-to-a-different-partner': {
    clouds: ['global', 'us-gov'],
    outcomes: ['azure-switch'],
    preset: [],
    anchors: ['switch-azure-subscriptions-to-a-different-partner'],
    current: 'partner-center/customers/switch-azure-subscriptions-to-a-different-partner',
  },
  'request-a-relationship-with-a-customer': {
    clouds: ['global', 'us-gov'],
    outcomes: ['multi-partner', 'multi-channel-license', 'restore-privileges', 're-establish-relationship'],
    preset: [],
    anchors: ['request-a-relationship-with-a-customer'],
    current: 'partner-center/customers/request-a-relationship-with-a-customer',
  },
  '21vianet/multipartner': {
    clouds: ['21vianet'],
    outcomes: ['21v-multi-partner', '21v-use-indirect-partner-link', '21v-not-documented'],
    preset: ['21vianet'],
    anchors: ['multi-partner'],
  },
} as const satisfies Record<string, ArticleConfig>;

/** The address of an article under its locale. */
export type ArticleSlug = keyof typeof ARTICLES;

/** Every article, in reading order. */
export const articleSlugs: readonly ArticleSlug[] = Object.keys(ARTICLES).filter(
  (slug): slug is ArticleSlug => slug in ARTICLES,
);

/** What is the same for an article in every language. */
export const articleConfig = (slug: ArticleSlug): ArticleConfig => ARTICLES[slug];

/** The language segment of Microsoft's addresses. */
const MICROSOFT_LANGUAGE = { en: 'en-us', es: 'es-es', ru: 'ru-ru', 'pt-br': 'pt-br' } as const satisfies Record<
  Locale,
  string
>;

/** Microsoft's current page for an article in the reader's language, where one is known. */
export function currentPage(locale: Locale, slug: ArticleSlug): string | undefined {
  const { current } = articleConfig(slug);
  return current === undefined ? undefined : `https://learn.microsoft.com/${MICROSOFT_LANGUAGE[locale]}/${current}`;
}
