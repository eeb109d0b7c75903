import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../src/config/locales.ts';
import { checkContent } from '../../src/lib/content/check.ts';
import { checkLanguage } from '../../src/lib/content/checks/language.ts';
import type { ContentProblem } from '../../src/lib/content/checks/problem.ts';
import { loadContent, type Content, type Wording } from '../../src/lib/content/load.ts';
import { textsOf } from '../../src/lib/content/texts.ts';
import { NBSP, typeset } from '../../src/lib/content/typography.ts';

const content = loadContent();

const worded = (locale: Locale, change: Partial<Wording>): Content => ({
  ...content,
  wording: { ...content.wording, [locale]: { ...content.wording[locale], ...change } },
});

/** What the check of language finds in each of these sentences, in their order. In examples ~ is a space that does not break. */
function told(locale: Locale, sentences: readonly string[]): readonly (readonly ContentProblem[])[] {
  const notes = Object.fromEntries(sentences.map((text, index) => [`n${index}`, text.replaceAll('~', NBSP)]));
  const none = { en: new Map(), es: new Map(), ru: new Map(), 'pt-br': new Map() };
  const problems: ContentProblem[] = [];
  checkLanguage({ ...worded(locale, { notes }), articles: none }, (cause, file, message, remedy) => {
    problems.push({ cause, file, message, remedy });
  });
  const here = problems.filter(({ file }) => file === `src/content/wording/${locale}/notes.json`);
  return sentences.map((_, index) => here.filter(({ message }) => message.startsWith(`n${index}: `)));
}

/**
 * Blunders of the published translations and forms the term base rules out, each with what is right instead. Most sentences
 * are those of the articles the project started from; what is right is ours.
 */
const blunders: Readonly<Record<Locale, readonly (readonly [wrong: string, right: string])[]>> = {
  en: [
    ['Invite the customer to give you delegated admininstrative rights.', 'Ask the customer for admin permissions.'],
    ['Subscriptions that were puchased elsewhere.', 'Subscriptions that were purchased elsewhere.'],
    [
      'A third party not in the CSP programme or not a Microsoft Syndication Partner.',
      'A third party that is neither in the CSP programme nor a Microsoft Syndication Partner.',
    ],
    [
      'A CSP partner may not sell online services to another CSP partner.',
      'A CSP partner may not resell online services to another CSP partner.',
    ],
    ['You end up granting the customer delegated privileges.', 'The customer grants you delegated privileges.'],
    ['Ask for delegated administrative privileges.', 'Ask for delegated administration privileges (DAP).'],
    ['Open the Partner Centre.', 'Open Partner Center.'],
    ['Your client decides.', 'Your customer decides.'],
    ['The registered partner gets the incentives.', 'The partner of record gets the incentives.'],
    [
      'An indirect distributor buys from Microsoft.',
      'An indirect provider, also called a distributor, buys from Microsoft.',
    ],
    ['A direct reseller buys from Microsoft.', 'A direct-bill partner buys from Microsoft.'],
    ['These are license-based services.', 'These are licence-based services.'],
    ['The customer has 20 licenses.', 'The customer has 20 licences.'],
    ['It is part of the program.', 'It is part of the programme.'],
    ['Their organization uses it.', 'Their organisation uses it.'],
    ['The order was canceled.', 'The order was cancelled.'],
    ['Partners enroll here.', 'Partners enrol here.'],
    ['It closed on October 29, 2021.', 'It closed on 29 October 2021.'],
    ['It runs under 21 Vianet.', 'It runs under 21Vianet.'],
    ['A seamless move.', 'A move without interruption.'],
    ['Click here for more.', 'Open the glossary for more.'],
    ['Done!', 'Done.'],
  ],
  es: [
    // the multi-partner article, translated by a machine: 1 to 12 of the term base
    [
      'Invitar al cliente para proporcionarle delegar privilegios administrativa.',
      'Invite al cliente a concederle a usted privilegios de administrador delegado (DAP).',
    ],
    ['Característica de varios asociada.', 'La función multipartner está pensada para estos casos.'],
    ['Soporte técnico para multipartner', 'Trabajo con varios partners'],
    ['Puede hacerlo en el centro de partners.', 'Puede hacerlo en el Centro de partners.'],
    ['El cliente desea trabajar con más de un asociado.', 'El cliente desea trabajar con más de un partner.'],
    [
      'Cambiar los plazos ni las obligaciones del cliente.',
      'No modifica las condiciones ni las obligaciones del cliente en sus suscripciones actuales.',
    ],
    ['La funcionalidad multipartner no sirve para:', 'La función multipartner no cambia nada de lo siguiente:'],
    [
      'Realizar la transición de suscripciones existentes del cliente ni de la propiedad de la cuenta.',
      'No traspasa las suscripciones actuales del cliente ni la titularidad de su cuenta.',
    ],
    [
      'Actualmente, un partner de CSP no puede vender servicios en línea a otro partner de CSP.',
      'Un partner del programa CSP tiene prohibido revender servicios en línea a otro partner del mismo programa.',
    ],
    ['Cambian las directivas del programa.', 'Cambian las políticas del programa.'],
    [
      'Los anuncios sobre versiones de características se anunciarán a través de los canales de comunicación.',
      'Las novedades se comunicarán por los canales habituales.',
    ],
    [
      'El Centro de partners admite escenarios cuando un cliente desea trabajar con dos.',
      'Está pensado para los casos en que un cliente desea trabajar con dos.',
    ],
    // the article of 21Vianet, translated by a machine: 13 to 20
    [
      'Solicitud delega privilegios administrativos del cliente.',
      'Solicite al cliente privilegios de administrador delegado (DAP).',
    ],
    ['Un cliente que ya funciona con otros revendedores.', 'Un cliente que ya trabaja con otros revendedores.'],
    [
      'Transición de las suscripciones existentes del cliente o la propiedad de su cuenta para usted.',
      'No le traspasa a usted las suscripciones del cliente ni la titularidad de la cuenta de este.',
    ],
    // the multi-channel article: 40 to 49
    [
      'Tendrá que entrar los detalles de suscripción a mano.',
      'Tendrá que especificar a mano los datos de la suscripción.',
    ],
    [
      'Compró a un tercero que es un partner de redifusión de Microsoft.',
      'Compró a un tercero que es un Microsoft Syndication Partner.',
    ],
    ['Para ello debes solicitar permisos.', 'Para ello debe solicitar permisos.'],
    ['Si eres revendedor indirecto, lea esto.', 'Si es usted revendedor indirecto, lea esto.'],
    // elsewhere in the repositories, and forms to avoid
    [
      'Un asociado de CSP no puede servicios en línea a otro asociado de CSP.',
      'Un partner de CSP no puede revender servicios en línea a otro partner de CSP.',
    ],
    ['Era miembro del programa del Asesor.', 'Era miembro del programa Advisor.'],
    ['Solo le permite agregar complementos de orden.', 'Solo le permite pedir complementos.'],
    ['Abra un vale de soporte.', 'Abra una incidencia de soporte.'],
    ['Microsoft busca un socio.', 'Microsoft busca un partner.'],
    ['El Centro de asociados lo muestra.', 'El Centro de partners lo muestra.'],
    ['El distribuidor indirecto hace el pedido.', 'El proveedor indirecto, o distribuidor, hace el pedido.'],
    ['El partner registrado cobra los incentivos.', 'El partner de registro cobra los incentivos.'],
    ['Pida privilegios de administración delegada.', 'Pida privilegios de administrador delegado.'],
    ['Tiene una relación de distribuidor.', 'Tiene una relación de revendedor.'],
    ['El arrendatario es del cliente.', 'El inquilino («tenant») es del cliente.'],
    ['Es un caso multi-canal.', 'Es un caso multicanal.'],
    ['Va a conmutar las suscripciones.', 'Va a cambiar las suscripciones de partner.'],
    ['Son servicios web de Microsoft.', 'Son servicios en línea de Microsoft.'],
    ['La asignación de funciones falta.', 'La asignación de roles falta.'],
    ['Un agente administrador acepta.', 'Un agente de administración acepta.'],
    ['El Acuerdo de partner de Microsoft es necesario.', 'El Contrato de partner de Microsoft es necesario.'],
    ['Sólo el cliente puede.', 'Solo el cliente puede.'],
    ['Haz clic en el enlace.', 'Haga clic en el enlace.'],
  ],
  ru: [
    // the multi-partner article: 21 to 29 of the term base
    [
      'Это сценарии, когда пользователю необходимо работать с более чем одним партнером.',
      'Это случаи, когда клиент хочет работать более чем с одним партнером.',
    ],
    [
      'Клиент может захотеть нанять одного партнера для предложения по Office~365.',
      'Клиент может обратиться к одному партнеру за его знанием Office~365.',
    ],
    [
      'Функция поддержки нескольких партнеров в Центре партнеров поддерживает сценарии.',
      'Функция предназначена для случаев, когда клиент работает с несколькими партнерами.',
    ],
    ['Как установить связь с клиентом.', 'Как установить отношения торгового посредничества с клиентом.'],
    ['Запрос связи с клиентом', 'Запрос отношений с клиентом'],
    [
      'Партнер CSP не может перепродавать веб-службы другому партнеру CSP.',
      'Партнер CSP не может перепродавать онлайн-службы другому партнеру CSP.',
    ],
    [
      'Вознаграждение получает зарегистрированный партнер.',
      'Вознаграждение получает зарегистрированный партнер подписки (partner of record).',
    ],
    [
      'Центр партнеров для Microsoft Cloud для правительства США',
      'Центр партнеров облака Microsoft Cloud для государственных организаций США',
    ],
    [
      'Предложите клиенту предоставить вам привилегии делегированного администратора.',
      'Предложите клиенту предоставить вам делегированные права администратора (DAP).',
    ],
    ['Откройте центр партнеров.', 'Откройте Центр партнеров.'],
    ['Корпорация Майкрософт пересматривает политику.', 'Корпорация Microsoft пересматривает политику.'],
    ['Это передается посредством обычных каналов.', 'Это передается по обычным каналам.'],
    // elsewhere in the repositories
    ['Подписки уже приобретены непосредственно корпорацией Microsoft.', 'Подписки уже куплены напрямую у Microsoft.'],
    ['Подписку нельзя перевести на другого участника.', 'Подписку нельзя перевести к другому партнеру.'],
    [
      'Придется дожидаться окончания срока действия подписки или отмены.',
      'Придется дождаться окончания срока действия подписки или отменить ее.',
    ],
    [
      'Новый партнер CSP и клиент клиента должны быть в одной стране.',
      'Новый партнер CSP и арендатор клиента должны быть в одной стране.',
    ],
    [
      'Пригласите клиента, чтобы предоставить вам делегированные права.',
      'Предложите клиенту предоставить вам делегированные права.',
    ],
    ['Переход к существующим подпискам клиента.', 'Не переносит существующие подписки клиента.'],
    ['Порядок надстройки вам недоступен.', 'Заказать надстройки нельзя.'],
    // forms to avoid
    ['Косвенный поставщик делает заказ.', 'Непрямой поставщик делает заказ.'],
    ['Косвенный торговый посредник продает.', 'Непрямой торговый посредник продает.'],
    ['Торговый представитель продает.', 'Торговый посредник (реселлер) продает.'],
    ['Распространитель покупает у Microsoft.', 'Дистрибьютор покупает у Microsoft.'],
    ['Вознаграждение получает партнер записи.', 'Его получает зарегистрированный партнер подписки.'],
    ['Это решает заказчик.', 'Это решает клиент.'],
    ['Войдите в тенант клиента.', 'Войдите в каталог арендатора («тенанта») клиента.'],
    ['Можно переключить подписку.', 'Можно перевести подписку к другому партнеру.'],
    ['Откройте билет.', 'Откройте запрос в службу поддержки.'],
    ['Меняются термины и обязательства.', 'Меняются условия и обязательства.'],
    ['Нужны гранулярные права.', 'Нужны детализированные делегированные права администратора (GDAP).'],
    ['Это многоканальный случай.', 'Это случай работы с несколькими каналами.'],
    ['Облако, предоставляемое 21Vianet.', 'Облако под управлением 21Vianet.'],
    ['Посреднические отношения остаются.', 'Отношения торгового посредничества остаются.'],
    ['Агент администратора принимает запрос.', 'Агент администрирования принимает запрос.'],
    ['Откройте информационную панель.', 'Откройте панель мониторинга.'],
    ['Нажми кнопку.', 'Нажмите кнопку.'],
    ['Осуществляется передача подписки.', 'Подписка передается.'],
  ],
  'pt-br': [
    // the multi-partner article: 30 to 39 of the term base
    [
      'Um parceiro CSP não revende serviços online para outro parceiro CSP no momento.',
      'Um parceiro do programa CSP não pode revender serviços online a outro parceiro do programa.',
    ],
    [
      'Transição para as inscrições de cliente existentes',
      'Não transfere as assinaturas atuais do cliente nem a titularidade da conta.',
    ],
    ['Mudar o parceiro de registro para uma inscrição.', 'Mudar o parceiro de registro de uma assinatura.'],
    ['Suporte multi-parceiro', 'Multiparceiro'],
    [
      'O recurso oferece suporte a cenários onde um cliente deseja trabalhar com dois.',
      'O recurso serve para situações em que um cliente deseja trabalhar com dois.',
    ],
    [
      'Convide o cliente para dar a você privilégios de administrador delegado.',
      'Convide o cliente a conceder a você privilégios de administrador delegado (DAP).',
    ],
    ['Peça privilégios administrativos delegados.', 'Peça privilégios de administrador delegado.'],
    ['No programa de Cloud Solution Provider', 'No programa Provedor de Soluções na Nuvem (CSP)'],
    [
      'Quaisquer anúncios sobre as versões de recurso serão anunciados por meio dos canais normais.',
      'As novidades serão comunicadas pelos canais normais.',
    ],
    // elsewhere in the repositories
    [
      'De um terceiro, que não está no programa CSP, ou de um Parceiro de Distribuição da Microsoft.',
      'De um terceiro que não está no programa CSP nem é um Microsoft Syndication Partner.',
    ],
    ['Só permite adicionar complementos de ordem.', 'Só permite pedir complementos.'],
    // forms to avoid
    ['Abra a Central de Parceiros.', 'Abra o Partner Center.'],
    ['Abra o Centro de Parceiros.', 'Abra o Partner Center.'],
    ['O fornecedor indireto faz o pedido.', 'O provedor indireto faz o pedido.'],
    ['O distribuidor indireto faz o pedido.', 'O provedor indireto, ou distribuidor, faz o pedido.'],
    ['O parceiro registrado recebe os incentivos.', 'O parceiro de registro recebe os incentivos.'],
    ['Crie um relacionamento com o cliente.', 'Crie uma relação com o cliente.'],
    ['Peça uma relação de revenda.', 'Peça uma relação de revendedor.'],
    ['O inquilino é do cliente.', 'O locatário (“tenant”) é do cliente.'],
    ['A propriedade da conta não muda.', 'A titularidade da conta não muda.'],
    ['São serviços com base em licenças.', 'São serviços baseados em licença.'],
    ['São serviços com base em uso.', 'São serviços baseados em uso.'],
    ['É um caso multi-canal.', 'É um caso multicanal.'],
    ['É preciso aprovisionar as licenças.', 'É preciso provisionar as licenças.'],
    ['O cliente quer comutar.', 'O cliente quer mudar para outro parceiro.'],
    ['Espere o fim do prazo da assinatura.', 'Espere o fim do período da assinatura.'],
    ['Na nuvem operada por 21Vianet.', 'Na nuvem operada pela 21Vianet.'],
    ['A atribuição de papel falta.', 'A atribuição de função falta.'],
    ['Um agente administrativo aceita.', 'Um agente administrador aceita.'],
    ['O Acordo de Parceiro é obrigatório.', 'O Contrato de Parceiro da Microsoft é obrigatório.'],
    ['O utilizador abre o link.', 'O usuário abre o link.'],
    ['Tu podes pedir ajuda.', 'Você pode pedir ajuda.'],
    ['Clique em Clientes.', 'Selecione Clientes.'],
    ['O parceiro vai estar enviando o link.', 'O parceiro vai enviar o link.'],
  ],
};

/** What looks like a forbidden form and is none. */
const innocent: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'Open License sells nothing since 1 January 2022.',
    'Microsoft’s page is called “Cloud Solution Provider Program”.',
    'The Microsoft admin center shows it.',
    'Access to the customer’s tenant, and the clientele’s own.',
    'Editions advise against it.',
  ],
  es: [
    'El distribuidor es el proveedor indirecto.',
    'El riesgo asociado al cambio es del cliente.',
    'La autoridad del directorio y su tutela.',
    'No se lo atribuya: el plazo y las obligaciones son otros.',
    'El Contrato de cliente de Microsoft y el Contrato Enterprise.',
    'La dirección del enlace no se edita.',
  ],
  ru: [
    'Арендатор («тенант») принадлежит клиенту.',
    'Зарегистрированный партнер подписки (partner of record) не меняется.',
    'Пользователь входит в свою учетную запись.',
    'Связь с отделом продаж.',
    'Клиенты этого партнера и клиент другого.',
    'Открытый запрос и выбор облака.',
  ],
  'pt-br': [
    'O distribuidor é o provedor indireto.',
    'A situação do estatuto, em que tudo continua.',
    'Entre em contato com o cliente e registre o pedido.',
    'A inscrição no programa CSP é anterior.',
    'O acordo entre as partes.',
    'O Contrato de Cliente da Microsoft e o Contrato Enterprise.',
  ],
};

describe.each(locales)('the language %s', (locale) => {
  const wrong = blunders[locale].map(([sentence]) => sentence);
  const right = blunders[locale].map(([, sentence]) => sentence);
  const caught = told(locale, wrong);
  const missed = told(locale, right);
  const spared = told(locale, innocent[locale]);

  test.each(wrong.map((sentence, index) => [sentence, index] as const))('does not pass %j', (_, index) => {
    const problems = caught[index] ?? [];
    expect(problems.map(({ cause }) => cause)).toContainEqual(expect.stringMatching(/^language: /));
    for (const { cause, file, message, remedy } of problems.filter((each) => each.cause.startsWith('language: '))) {
      expect(file).toBe(`src/content/wording/${locale}/notes.json`);
      // The place, and what was found in its surroundings; then why it is wrong, and the right form.
      expect(message).toMatch(/^n\d+: ".+"$/);
      expect(message.toLowerCase()).toContain(cause.slice('language: '.length));
      expect(remedy).toMatch(/^\S.*[.?!»”] Write: \S/);
    }
  });

  test.each(right.map((sentence, index) => [sentence, index] as const))('passes %j', (_, index) => {
    expect(missed[index]).toEqual([]);
  });

  test.each(innocent[locale].map((sentence, index) => [sentence, index] as const))(
    'takes no offence at %j',
    (_, index) => {
      expect(spared[index]).toEqual([]);
    },
  );

  test('never forbids what it recommends', () => {
    const { terms, rules } = content.wording[locale].glossary;
    const patterns = [
      ...Object.values(terms).flatMap(({ avoid }) => avoid.flatMap(({ pattern }) => pattern ?? [])),
      ...rules.map(({ pattern }) => pattern),
    ];
    for (const { name } of Object.values(terms))
      for (const pattern of patterns)
        expect([name, pattern, new RegExp(pattern, 'iu').test(name)]).toEqual([name, pattern, false]);
  });

  test('is set with its typography throughout: setting it again changes nothing', () => {
    for (const { file, at, text } of textsOf(content, locale))
      expect([file, at, typeset(locale, text)]).toEqual([file, at, text]);
  });
});

describe('a forbidden form', () => {
  const reports = (after: Content) => checkContent(after).filter(({ cause }) => cause.startsWith('language: '));

  test.each([
    ['en', 'vouchers', 'support ticket'],
    ['es', 'socio', 'partner'],
    ['ru', 'заказчик', 'клиент'],
    ['pt-br', 'inquilino', 'locatário'],
  ] as const)('in an article in %s is found with its line, with reason and right form', (locale, form, instead) => {
    const article = content.articles[locale].get('multichannel');
    if (article === undefined) throw new Error('there is no such article');
    const readable = [...article.readable, { line: 999, text: `One ${form} too many.` }];
    const articles = {
      ...content.articles,
      [locale]: new Map([...content.articles[locale], ['multichannel', { ...article, readable }]]),
    };
    const problems = reports({ ...content, articles });
    expect(problems.map(({ cause, file, message }) => [cause, file, message])).toEqual([
      [`language: ${form}`, `src/content/articles/${locale}/multichannel.mdx`, `line 999: "One ${form} too many."`],
    ]);
    expect(problems[0]?.remedy).toContain(` Write: ${instead}`);
  });

  test.each([
    [
      'interface',
      (words: Wording) => ({ interface: { ...words.interface, term: { glossary: 'El socio' } } }),
      'term > glossary',
    ],
    ['compare', (words: Wording) => ({ compare: { ...words.compare, rows: { a: 'El socio' } } }), 'rows > a'],
    [
      'disagreements',
      () => ({ disagreements: { a: { title: 'El socio', readings: ['A.'], advice: 'B.' } } }),
      'a > title',
    ],
    ['questions', () => ({ answers: { a: { label: 'El socio', short: 'A' } } }), 'answers > a > label'],
    ['notes', () => ({ notes: { a: 'El socio' } }), 'a'],
  ] as const)('is found in the words of %s, with the keys that lead there', (name, change, at) => {
    const problems = reports(worded('es', change(content.wording.es)));
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      [`src/content/wording/es/${name}.json`, `${at}: "El socio"`],
    ]);
  });

  test('may be what readers search with, and what the glossary warns of', () => {
    const { search, glossary } = content.wording.es;
    const term = glossary.terms['partner'];
    if (term === undefined) throw new Error('there is no such term');
    const searched = { ...search, keywords: { ...search.keywords, multipartner: ['socio'] } };
    const warned = { ...glossary, terms: { ...glossary.terms, partner: { ...term, meaning: 'No diga socio.' } } };
    expect(reports(worded('es', { search: searched, glossary: warned }))).toEqual([]);
  });

  test('is found as often as it stands there', () => {
    expect(reports(worded('es', { notes: { a: 'Un socio y otro socio.', b: 'Tres socios.' } }))).toHaveLength(3);
  });
});

describe('a slip of typography', () => {
  test.each([
    ['en', 'the "tenant"', 'straight quotation marks'],
    ['es', 'Quién lo pide?', 'a question without ¿'],
    ['ru', 'Партнер — это', 'a line may begin with a dash'],
    ['pt-br', 'em 60 dias', 'a number and its unit break over two lines'],
  ] as const)('in %s is found in the glossary too, with file, place and remedy: %j', (locale, slip, why) => {
    const { glossary } = content.wording[locale];
    const term = glossary.terms['tenant'];
    if (term === undefined) throw new Error('there is no such term');
    const terms = { ...glossary.terms, tenant: { ...term, meaning: slip } };
    const problems = checkContent(worded(locale, { glossary: { ...glossary, terms } }));
    expect(problems.map(({ cause, file }) => [cause, file])).toContainEqual([
      `typography: ${why}`,
      `src/content/glossary/${locale}.json`,
    ]);
    for (const { message, remedy } of problems) {
      expect(message).toContain('terms > tenant > meaning: "');
      expect(remedy).toContain('npm run typeset');
    }
  });
});

describe('a pattern of the glossary that is no regular expression', () => {
  const { notes, glossary } = content.wording.es;
  const partner = glossary.terms['partner'];
  if (partner === undefined) throw new Error('there is no such term');
  const wrong = { form: 'a', why: 'B.', pattern: 'socio(' };
  const term = (change: Partial<typeof partner>): Wording['glossary'] => ({
    ...glossary,
    terms: { ...glossary.terms, partner: { ...partner, ...change } },
  });

  test.each([
    ['terms > partner > avoid', term({ avoid: [wrong, ...partner.avoid] })],
    ['rules', { ...glossary, rules: [{ pattern: 'socio(', why: 'B.', right: 'C' }, ...glossary.rules] }],
    ['terms > partner > find', term({ find: 'socio(' })],
  ])('is named at %s, and the others hold', (at, changed) => {
    const problems = checkContent(worded('es', { glossary: changed, notes: { ...notes, a: 'El socio' } }));
    expect(problems.filter(({ cause }) => !/^(wording|translation): /.test(cause))).toEqual([
      {
        cause: 'glossary: pattern',
        file: 'src/content/glossary/es.json',
        message: `${at}: "socio(" is no regular expression (Unterminated group)`,
        remedy: 'Correct the pattern: a regular expression with the flags iu.',
      },
      expect.objectContaining({ cause: 'language: socio', message: 'a: "El socio"' }),
    ]);
  });
});
