import { describe, expect, test } from 'vitest';
import { locales } from '../../src/config/locales.ts';
import { loadContent } from '../../src/lib/content/load.ts';

const { wording } = loadContent();

/** The 58 terms of the term base, in its order. */
const TERMS = [
  'partner',
  'partner-center',
  'csp',
  'reseller',
  'indirect-provider',
  'indirect-reseller',
  'indirect-partner',
  'direct-bill-partner',
  'distributor',
  'partner-of-record',
  'dap',
  'gdap',
  'admin-permissions',
  'relationship',
  'reseller-relationship',
  'request-a-reseller-relationship',
  'invitation',
  'customer',
  'tenant',
  'account-ownership',
  'subscription',
  'licence-based-services',
  'usage-based-services',
  'multi-partner',
  'multi-channel',
  'channel',
  'provision',
  'support',
  'manage',
  'support-ticket',
  'service-request',
  'switch',
  'transfer',
  'transition',
  'cancel',
  'suspend',
  'subscription-term',
  'terms',
  'obligations',
  'resell',
  'online-services',
  'third-party',
  'syndication-partner',
  'purchasing-programmes',
  'operated-by-21vianet',
  'us-government-cloud',
  'cloud-germany',
  'applies-to',
  'role-assignment',
  'global-admin',
  'admin-agent',
  'azure-plan',
  'microsoft-agreements',
  'reservation',
  'licence',
  'add-on',
  'country-or-region',
  'dashboard',
];

/** The recommended forms of the term base that decide most, as a language may and may not say them. */
const recommended = {
  es: {
    partner: 'partner',
    'partner-center': 'Centro de partners',
    reseller: 'revendedor',
    'indirect-provider': 'proveedor indirecto',
    'partner-of-record': 'partner de registro',
    dap: 'privilegios de administrador delegado (DAP)',
    tenant: 'inquilino',
    'account-ownership': 'titularidad de la cuenta',
    subscription: 'suscripción',
    'support-ticket': 'incidencia de soporte',
    terms: 'condiciones',
    resell: 'revender',
    'admin-agent': 'agente de administración',
  },
  ru: {
    partner: 'партнер',
    'partner-center': 'Центр партнеров',
    reseller: 'торговый посредник',
    'indirect-provider': 'непрямой поставщик',
    'partner-of-record': 'зарегистрированный партнер подписки (partner of record)',
    dap: 'делегированные права администратора (DAP)',
    tenant: 'арендатор',
    'account-ownership': 'право владения учетной записью',
    subscription: 'подписка',
    'support-ticket': 'запрос в службу поддержки',
    terms: 'условия',
    resell: 'перепродавать',
    'admin-agent': 'агент администрирования',
  },
  'pt-br': {
    partner: 'parceiro',
    'partner-center': 'Partner Center',
    reseller: 'revendedor',
    'indirect-provider': 'provedor indireto',
    'partner-of-record': 'parceiro de registro',
    dap: 'privilégios de administrador delegado (DAP)',
    tenant: 'locatário',
    'account-ownership': 'titularidade da conta',
    subscription: 'assinatura',
    'support-ticket': 'tíquete de suporte',
    terms: 'termos contratuais',
    resell: 'revender',
    'admin-agent': 'agente administrador',
  },
} as const;

/** How a term may stand in a text: as it is, or in the quotation marks of its language when it is a label. */
const quoted = { en: ['“', '”'], es: ['«', '»'], ru: ['«', '»'], 'pt-br': ['“', '”'] } as const;

describe.each(locales)('the glossary in %s', (locale) => {
  const { terms, rules } = wording[locale].glossary;
  const expressions: readonly (readonly [at: string, source: string])[] = [
    ...Object.entries(terms).flatMap(([id, { find, avoid }]) => [
      [`${id} > find`, find] as const,
      ...avoid.flatMap(({ form, pattern }) => (pattern === undefined ? [] : [[`${id} > ${form}`, pattern] as const])),
    ]),
    ...rules.map(({ pattern, right }) => [`rule > ${right}`, pattern] as const),
  ];

  test('has the 58 terms of the term base, by the ids that every language has', () => {
    expect(Object.keys(terms).toSorted()).toEqual(TERMS.toSorted());
    expect(TERMS).toHaveLength(58);
    for (const id of Object.keys(terms)) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('has regular expressions that compile, of which none matches an empty text', () => {
    expect(expressions.length).toBeGreaterThan(TERMS.length);
    for (const [at, source] of expressions) {
      expect(() => new RegExp(source, 'giu'), `${at}: ${source}`).not.toThrow();
      expect([at, new RegExp(source, 'iu').test('')]).toEqual([at, false]);
    }
  });

  test('finds each term by its name', () => {
    const [open, close] = quoted[locale];
    for (const [id, { name, find }] of Object.entries(terms)) {
      const form = new RegExp(find, 'iu');
      expect([id, form.test(name) || form.test(`${open}${name}${close}`)]).toEqual([id, true]);
    }
  });

  test('says of each term what it means, and of each form to avoid why', () => {
    for (const [id, { meaning, avoid, name }] of Object.entries(terms)) {
      expect([id, meaning.length > 40]).toEqual([id, true]);
      for (const { form, why } of avoid) {
        expect([id, form, why.length > 10]).toEqual([id, form, true]);
        expect([id, form]).not.toEqual([id, name]);
      }
    }
    const meanings = Object.values(terms).map(({ meaning }) => meaning);
    expect(meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index)).toEqual([]);
  });

  test('names each term differently, so that a reader can tell them apart', () => {
    const names = Object.values(terms).map(({ name }) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('says of each rule what is right instead', () => {
    for (const { why, right, pattern } of rules)
      expect([pattern, why === '' || right === '']).toEqual([pattern, false]);
    const patterns = rules.map(({ pattern }) => pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

describe.each(['es', 'ru', 'pt-br'] as const)('the terms in %s', (locale) => {
  test.each(Object.entries(recommended[locale]))('call %s as the term base recommends: %s', (id, name) => {
    const { terms } = wording[locale].glossary;
    expect(terms[id]?.name.startsWith(name)).toBe(true);
  });
});

describe('the terms', () => {
  const forms = (locale: 'es' | 'ru' | 'pt-br', id: string) =>
    wording[locale].glossary.terms[id]?.avoid.map(({ form }) => form).join(' | ') ?? '';

  test('warn of the forms that the term base rules out', () => {
    expect(forms('es', 'partner')).toMatch(/asociado.*socio/);
    expect(forms('es', 'reseller')).toContain('distribuidor');
    expect(forms('es', 'support-ticket')).toContain('vale');
    expect(forms('es', 'terms')).toContain('plazos');
    expect(forms('ru', 'reseller')).toContain('торговый представитель');
    expect(forms('ru', 'online-services')).toContain('веб-службы');
    expect(forms('ru', 'switch')).toContain('переключить');
    expect(forms('ru', 'customer')).toContain('пользователь');
    expect(forms('pt-br', 'subscription')).toContain('inscrição');
    expect(forms('pt-br', 'partner-center')).toMatch(/Centr[oa].* de Parceiros/);
    expect(forms('pt-br', 'multi-partner')).toContain('multi-parceiro');
    expect(forms('pt-br', 'switch')).toContain('alternar');
  });
});
