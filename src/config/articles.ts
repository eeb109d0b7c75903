import { LOCALES, type Locale } from './locales.ts';

/** The clouds that have a Partner Center of their own. */
export const CLOUDS = ['global', 'us-gov', '21vianet', 'germany'] as const;

/** A cloud as the ledger and the wizard name it. */
export type Cloud = (typeof CLOUDS)[number];

/** The parts of the guidance, in reading order. */
export const ARTICLE_GROUPS = ['start', 'paths', 'access', 'changes', '21vianet'] as const;

/** A part of the guidance. */
export type ArticleGroup = (typeof ARTICLE_GROUPS)[number];

/** What is the same for an article in every language. */
export interface ArticleConfig {
  /** the part of the guidance it belongs to */
  readonly group: ArticleGroup;
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
  'work-with-other-partners': {
    group: 'start',
    clouds: ['global', 'us-gov'],
    outcomes: ['ordinary-sale', 'indirect-model', 'buy-as-customer', 'resale-not-allowed'],
    preset: [],
    anchors: ['work-with-other-partners'],
  },
  'csp-national-clouds-overview': {
    group: 'start',
    clouds: ['global', 'us-gov', 'germany', '21vianet'],
    outcomes: ['undetermined', 'germany-closed'],
    preset: [],
    anchors: ['csp-national-clouds-overview'],
  },
  multipartner: {
    group: 'paths',
    clouds: ['global', 'us-gov'],
    outcomes: ['multi-partner', 'resale-not-allowed', 'buy-as-customer'],
    preset: [],
    anchors: ['multi-partner-support'],
    current: 'partner-center/customers/multipartner',
  },
  multichannel: {
    group: 'paths',
    clouds: ['global', 'us-gov'],
    outcomes: ['multi-channel-license', 'multi-channel-usage', 'license-move-into-csp', 'license-wait-or-cancel'],
    preset: [],
    anchors: ['multi-channel-support'],
    current: 'partner-center/customers/multichannel',
  },
  'transition-seat-based-services': {
    group: 'paths',
    clouds: ['global'],
    outcomes: ['license-move-into-csp', 'license-wait-or-cancel'],
    preset: [],
    anchors: ['transition-seat-based-services'],
    current: 'partner-center/customers/transition-seat-based-services',
  },
  'switch-azure-subscriptions-to-a-different-partner': {
    group: 'paths',
    clouds: ['global', 'us-gov'],
    outcomes: ['azure-switch'],
    preset: [],
    anchors: ['switch-azure-subscriptions-to-a-different-partner'],
    current: 'partner-center/customers/switch-azure-subscriptions-to-a-different-partner',
  },
  'transfer-azure-subscriptions-under-azure-plan': {
    group: 'paths',
    clouds: ['global'],
    outcomes: ['azure-plan-transfer'],
    preset: [],
    anchors: ['transfer-azure-subscriptions-under-azure-plan'],
    current: 'azure/cost-management-billing/manage/azure-plan-subscription-transfer-partners',
  },
  'request-a-relationship-with-a-customer': {
    group: 'access',
    clouds: ['global', 'us-gov'],
    outcomes: ['multi-partner', 'multi-channel-license', 'restore-privileges', 're-establish-relationship'],
    preset: [],
    anchors: ['request-a-relationship-with-a-customer'],
    current: 'partner-center/customers/request-a-relationship-with-a-customer',
  },
  'revoke-reinstate-csp': {
    group: 'access',
    clouds: ['global', 'us-gov'],
    outcomes: [
      'restore-privileges',
      'restore-azure-role',
      'restore-privileges-and-azure-role',
      'customer-removes-access',
    ],
    preset: [],
    anchors: ['revoke-reinstate-csp'],
    current: 'partner-center/gdap-introduction',
  },
  'remove-a-relationship': {
    group: 'access',
    clouds: ['global'],
    outcomes: ['end-relationship', 'customer-removes-access'],
    preset: [],
    anchors: ['remove-a-relationship'],
    current: 'partner-center/remove-a-relationship',
  },
  'indirect-provider-tasks-in-partner-center': {
    group: 'changes',
    clouds: ['global'],
    outcomes: ['indirect-model', 'direct-to-indirect', 'rebuy-through-provider'],
    preset: [],
    anchors: ['indirect-provider-tasks-in-partner-center'],
  },
  'indirect-reseller-tasks-in-partner-center': {
    group: 'changes',
    clouds: ['global'],
    outcomes: ['indirect-model', 'direct-to-indirect', 'buy-as-customer'],
    preset: [],
    anchors: ['indirect-reseller-tasks-in-partner-center'],
  },
  'transition-direct-to-indirect': {
    group: 'changes',
    clouds: ['global'],
    outcomes: ['direct-to-indirect', 'rebuy-through-provider'],
    preset: [],
    anchors: ['transition-direct-to-indirect'],
  },
  '21vianet/work-with-other-partners': {
    group: '21vianet',
    clouds: ['21vianet'],
    outcomes: ['21v-use-indirect-partner-link', '21v-not-documented'],
    preset: ['21vianet'],
    anchors: ['work-with-other-partners'],
  },
  '21vianet/multipartner': {
    group: '21vianet',
    clouds: ['21vianet'],
    outcomes: ['21v-multi-partner', '21v-use-indirect-partner-link', '21v-not-documented'],
    preset: ['21vianet'],
    anchors: ['multi-partner'],
  },
  '21vianet/multichannel': {
    group: '21vianet',
    clouds: ['21vianet'],
    outcomes: ['21v-multi-channel-license', '21v-use-indirect-partner-link', '21v-not-documented'],
    preset: ['21vianet'],
    anchors: ['multi-channel'],
  },
  '21vianet/request-a-relationship-with-a-customer': {
    group: '21vianet',
    clouds: ['21vianet'],
    outcomes: [
      '21v-multi-partner',
      '21v-multi-channel-license',
      '21v-restore-privileges',
      '21v-use-indirect-partner-link',
    ],
    preset: ['21vianet'],
    anchors: ['request-a-relationship-with-a-customer'],
  },
} as const satisfies Record<string, ArticleConfig>;

/** The address of an article under its locale. */
export type ArticleSlug = keyof typeof ARTICLES;

/** Every article, in reading order. */
export const articleSlugs: readonly ArticleSlug[] = Object.keys(ARTICLES).filter(
  (slug): slug is ArticleSlug => slug in ARTICLES,
);

/** Whether an address below a locale is that of an article. Any string may come in. */
export const isArticle = (path: string | undefined): path is ArticleSlug =>
  path !== undefined && Object.hasOwn(ARTICLES, path);

/** What is the same for an article in every language. */
export const articleConfig = (slug: ArticleSlug): ArticleConfig => ARTICLES[slug];

/** The address of one of Microsoft's public pages in the reader's language. */
export const microsoftPage = (locale: Locale, path: string): string =>
  `https://learn.microsoft.com/${LOCALES[locale].microsoft}/${path}`;

/** Microsoft's current page for an article in the reader's language, where one is known. */
export function currentPage(locale: Locale, slug: ArticleSlug): string | undefined {
  const { current } = articleConfig(slug);
  return current === undefined ? undefined : microsoftPage(locale, current);
}
