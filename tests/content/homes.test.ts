import { describe, expect, test } from 'vitest';
import { articleSlugs, type ArticleSlug } from '../../src/config/articles.ts';
import { locales } from '../../src/config/locales.ts';
import { placeFacts } from '../../src/lib/content/facts.ts';
import { loadContent } from '../../src/lib/content/load.ts';

const { facts, articles } = loadContent();

/** Which facts each article states: their one home, planned before the articles were written. */
const states: Readonly<Record<ArticleSlug, readonly string[]>> = {
  'work-with-other-partners': [
    'newer.advisor-legacy',
    'program.direct-bill-partner',
    'program.mpa-required',
    'program.same-region-sales',
    'program.no-self-sale',
    'program.own-azure-shared-services',
    'program.trials',
    'program.restricted-direct-bill',
    'program.own-tenant-consolidation',
    'program.advisor-closed',
  ],
  'csp-national-clouds-overview': [
    'clouds.multi-partner-scope',
    'clouds.multi-channel-scope',
    'clouds.azure-switch-scope',
    'clouds.request-scope',
    'clouds.national-clouds-claim',
    'clouds.21v-scope',
    'gov.separate-onboarding',
    'gov.request-feature-unavailable',
    'gov.request-feature-planned',
    'gov.indirect-model-unclear',
    'gov.gcc-is-not-gov-cloud',
    'clouds.no-cross-cloud-move',
    'de.no-new-customers',
    'de.migrate-first',
    'de.indirect-model-unavailable',
    'azure-plan.not-azure-china',
    'newer.germany-closed',
    'gov.request-api-listed',
  ],
  multipartner: [
    'multi-partner.purpose',
    'multi-partner.specialist-example',
    'multi-partner.customer-can-buy-different-services',
    'multi-partner.relationship-with-served-customer',
    'multi-partner.additional-azure-subscription',
    'multi-partner.started-by-partner',
    'multi-partner.needs-delegated-privileges',
    'multi-partner.appropriate-roles',
    'multi-partner.keeps-existing-subscriptions',
    'multi-partner.no-transition-of-subscriptions',
    'multi-partner.no-account-ownership-change',
    'multi-partner.keeps-terms-and-obligations',
    'multi-partner.keeps-partner-of-record',
    'program.no-csp-to-csp-resale',
    'program.resale-scope-csp-tenant',
    'program.partner-may-buy-for-itself-other-tenant',
    'program.policy-under-review',
    'newer.multi-partner-two-steps',
    'newer.gdap-not-us-gov',
  ],
  multichannel: [
    'multi-channel.purpose',
    'multi-channel.applies-direct-purchase',
    'multi-channel.applies-advisor-open-ea',
    'multi-channel.applies-third-party',
    'multi-channel.applies-your-former-advisor-customer',
    'multi-channel.not-other-csp-partner',
    'multi-channel.one-admin-partner',
    'license.multi-channel-needs-permission',
    'license.cannot-switch-csp-partner',
    'license.wait-term-end-or-cancel-first',
    'license.no-partner-change-products',
    'usage.existing-azure-needs-role',
    'usage.csp-may-lack-services',
    'usage.new-azure-subscription',
    'usage.enter-details-by-hand',
    'usage.migrate-data-manually',
    'usage.cancel-old-services',
    'usage.customer-cancels',
    'multi-channel.azure-csp-coexists',
    'usage.no-supported-migration-path',
    'usage.from-other-partner-switch',
    'newer.multi-channel-rewritten',
    'newer.ea-billing-ownership',
    'newer.azure-resource-move',
    'newer.gdap-no-ea',
    'newer.open-license-retired',
    'newer.syndication-unknown',
  ],
  'transition-seat-based-services': [
    'license.manual-move-request-relationship',
    'license.manual-move-expire-or-cancel',
    'license.no-refund-best-near-expiry',
    'license.possible-credit-direct-purchase',
    'license.same-offer-no-reassignment',
    'license.different-offer-reassign',
    'license.same-region',
    'newer.license-transfer-between-partners',
    'newer.transfer-both-partners-agree',
    'newer.transfer-keeps-term',
    'newer.nce-seven-day-cancel',
    'newer.extended-service-term',
    'newer.channel-transfer-ea',
    'newer.ea-narrowing',
  ],
  'switch-azure-subscriptions-to-a-different-partner': [
    'azure-switch.possible',
    'azure-switch.not-azure-plan',
    'azure-switch.only-direct-or-provider',
    'azure-switch.same-country',
    'azure-switch.needs-relationship-first',
    'azure-switch.needs-customer-agreement',
    'azure-switch.customer-starts-in-writing',
    'azure-switch.current-partner-opens-ticket',
    'azure-switch.ticket-settings',
    'azure-switch.transfer-form',
    'azure-switch.form-data',
    'azure-switch.three-signatures',
    'azure-switch.eight-hours',
    'azure-switch.both-admins-contacted',
    'azure-switch.two-ids',
    'azure-switch.old-partner-access-stays',
    'azure-switch.microsoft-does-not-intervene',
    'newer.azure-legacy-only',
  ],
  'transfer-azure-subscriptions-under-azure-plan': [
    'newer.previous-partner-keeps-rbac',
    'azure-plan.separate-transfer-tool',
    'azure-plan.only-direct-billing',
    'azure-plan.only-offer-new-relationships',
    'azure-plan.prerequisites',
    'azure-plan.future-partner-sends-request',
    'azure-plan.expires-30-days',
    'azure-plan.what-moves',
    'azure-plan.access-not-automatic',
    'azure-plan.microsoft-does-not-intervene',
    'newer.azure-leaving-csp',
  ],
  'request-a-relationship-with-a-customer': [
    'newer.dap-not-with-relationship',
    'relationship.when',
    'relationship.add-customer-or-request',
    'relationship.same-country-or-region',
    'relationship.customer-global-admin',
    'relationship.customer-agreement',
    'relationship.steps',
    'relationship.link-untouched',
    'relationship.acceptance-portal',
    'relationship.optional-admin-permissions',
    'relationship.no-permission-needed-own-azure',
    'relationship.no-permission-option-not-gov-de',
    'relationship.adds-privileges-only',
    'relationship.customer-sees-partners',
    'relationship.link-reusable',
    'newer.request-gov-still-dap',
    'newer.gov-customer-starts',
  ],
  'revoke-reinstate-csp': [
    'newer.gdap-replaces-dap',
    'newer.gdap-lifetime',
    'admin.dap-roles',
    'admin.two-levels',
    'admin.owner-on-own-azure',
    'admin.customer-can-remove',
    'admin.remove-role-to-end-azure-access',
    'admin.restore-by-new-request',
    'admin.restore-azure-role',
    'admin.customer-owner-can-use-narrower-scope',
    'admin.responsibility-continues',
    'admin.csp-customers-no-tickets',
    'admin.support-contact',
    'admin.support-after-removal',
  ],
  'remove-a-relationship': [
    'removal.who',
    'removal.preconditions',
    'removal.effects',
    'removal.reestablish',
    'newer.relationship-does-not-block',
  ],
  'indirect-provider-tasks-in-partner-center': ['relationship.indirect-needs-both', 'program.indirect-provider'],
  'indirect-reseller-tasks-in-partner-center': [
    'relationship.reseller-of-provider-can-invite',
    'program.indirect-reseller',
    'program.reseller-not-customer-of-own-provider',
  ],
  'transition-direct-to-indirect': [
    'license.direct-to-indirect-exception',
    'direct-to-indirect.relationship-first',
    'direct-to-indirect.transfer-own-subscriptions',
    'direct-to-indirect.ids-change',
    'direct-to-indirect.not-transferable',
  ],
  '21vianet/work-with-other-partners': [
    '21v.separate-operator',
    '21v.sell-own-services',
    '21v.support-via-21v',
    '21v.mccl-is-not-21v',
  ],
  '21vianet/multipartner': ['21v.multi-partner-needs-privileges', '21v.multi-partner-does-not', '21v.no-resale-note'],
  '21vianet/multichannel': [
    '21v.multi-channel-purpose',
    '21v.multi-channel-applies-21v-direct',
    '21v.multi-channel-applies-former-advisor',
    '21v.multi-channel-no-open-ea',
    '21v.license-needs-permission',
    '21v.indirect-creates-invitation',
    '21v.reseller-cannot-create-invitation',
    '21v.indirect-owns-relationship',
    '21v.license-only',
    '21v.suspend-60-days',
  ],
  '21vianet/request-a-relationship-with-a-customer': [
    '21v.request-when',
    '21v.add-customer-vs-request',
    '21v.acceptance-portal',
    '21v.request-adds-privileges-only',
    '21v.one-csp-partner-per-service',
    '21v.support-continues',
  ],
};

describe('the ledger', () => {
  test('has 186 facts: 30 of the five articles it starts from, 128 of articles beside those, 28 newer ones', () => {
    const layer = (name: string) => [...facts.values()].filter((fact) => fact.layer === name).length;
    expect([facts.size, layer('seed'), layer('linked'), layer('newer')]).toEqual([186, 30, 128, 28]);
  });

  test('is divided among the articles without remainder: each fact has one home', () => {
    const planned = Object.values(states).flat();
    expect(planned.toSorted()).toEqual([...facts.keys()].toSorted());
    expect(new Set(planned).size).toBe(186);
  });
});

describe('the homes of the facts', () => {
  const { homes, problems } = placeFacts({ facts, articles });

  test('are 186, without a problem', () => {
    expect(problems).toEqual([]);
    expect(homes.size).toBe(186);
  });

  test.each(articleSlugs)('%s states in every locale the facts planned for it and no others', (slug) => {
    for (const locale of locales) {
      const stated = articles[locale].get(slug)?.facts.map(({ id }) => id) ?? [];
      expect([locale, ...stated.toSorted()]).toEqual([locale, ...states[slug].toSorted()]);
    }
    for (const id of states[slug]) expect([id, homes.get(id)?.article]).toEqual([id, slug]);
  });
});
