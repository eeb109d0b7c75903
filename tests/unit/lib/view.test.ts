import { describe, expect, test } from 'vitest';
import { locales } from '../../../src/config/locales.ts';
import { parseAddress } from '../../../src/eligibility/address.ts';
import { isQuestion, places } from '../../../src/eligibility/tree.ts';
import { site } from '../../../src/lib/site.ts';
import type { WizardFile } from '../../../src/lib/wizard/file.ts';
import { givenAnswers, hrefBelow, questionText, questionView } from '../../../src/lib/wizard/view.ts';

const role = {
  question: 'role',
  next: { direct: { outcome: 'move' }, indirect: { outcome: 'wait' } },
};

/** A small wizard: under 21Vianet only the role is asked. */
const file: WizardFile = {
  tree: {
    question: 'cloud',
    next: {
      global: {
        question: 'service',
        next: {
          usage: {
            question: 'offer',
            next: { 'old-offer': role, plan: { outcome: 'plan' }, 'offer-unknown': { outcome: 'ask-offer' } },
          },
          license: { outcome: 'keep' },
        },
      },
      '21vianet': role,
    },
  },
  questions: {
    cloud: { title: 'In which Partner Center?', label: 'Partner Center', hint: 'Nearly always the first.' },
    service: { title: 'How is it paid for?', label: 'Licence or use' },
    offer: { title: 'Under which offer?', label: 'Azure offer', in: { '21vianet': { title: 'Never asked there' } } },
    role: {
      title: 'Who invoices you?',
      label: 'Your role',
      hint: 'Microsoft or a provider.',
      in: { '21vianet': { title: 'What is your role with 21Vianet?' } },
    },
  },
  answers: {
    global: { label: 'The ordinary one', short: 'Global', hint: 'Not sure? Choose this.' },
    '21vianet': { label: 'The one operated by 21Vianet', short: '21Vianet' },
    usage: { label: 'By use (Azure)', short: 'By use' },
    license: { label: 'By licence or seat', short: 'By licence' },
    'old-offer': { label: 'The previous CSP offer', short: 'Previous offer' },
    plan: { label: 'Azure plan', short: 'Azure plan' },
    'offer-unknown': { label: 'I do not know which', short: 'Not known' },
    direct: { label: 'Microsoft invoices me', short: 'Direct' },
    indirect: { label: 'My provider invoices me', short: 'Indirect' },
  },
  outcomes: { move: 'It moves', wait: 'Wait', plan: 'Azure plan transfer', keep: 'It stays', 'ask-offer': 'Ask first' },
  labels: {
    answersSoFar: 'Your answers so far',
    change: 'Change',
    changeAnswer: 'Change the answer: {question}',
    drops: 'Drops: {answers}',
    startAgain: 'Start again',
    back: 'Back',
  },
};
const href = hrefBelow('/es/wizard/');
const page = (...segments: readonly string[]) => questionView(file, parseAddress(file.tree, segments), href);
const given = (...segments: readonly string[]) => givenAnswers(file, file.tree, segments, href);

describe('the address of a page of the wizard', () => {
  test.each([
    [[], '/base/ru/wizard/'],
    [['global'], '/base/ru/wizard/global/'],
    [['global', 'license', 'keep'], '/base/ru/wizard/global/license/keep/'],
  ])('with the segments %j is %s', (segments, address) => {
    expect(hrefBelow('/base/ru/wizard/')(segments)).toBe(address);
  });
});

describe('the words of a question', () => {
  test.each([
    ['its own', 'role', ['global', 'usage', 'old-offer'], 'Who invoices you?', 'Microsoft or a provider.'],
    [
      'those of the cloud, without a hint if that cloud has none',
      'role',
      ['21vianet'],
      'What is your role with 21Vianet?',
      undefined,
    ],
    ['its own before any answer', 'cloud', [], 'In which Partner Center?', 'Nearly always the first.'],
    ['no hint where there is none', 'service', ['global'], 'How is it paid for?', undefined],
    ['its id where there are none', 'colour', ['global'], 'colour', undefined],
  ])('are %s', (_, question, path, title, hint) => {
    expect(questionText(file, question, path)).toEqual({ title, hint });
  });
});

describe('a question page', () => {
  test('at the start offers the answers in order, with nothing given and no way back', () => {
    expect(page()).toEqual({
      question: 'cloud',
      title: 'In which Partner Center?',
      hint: 'Nearly always the first.',
      answers: [
        { id: 'global', label: 'The ordinary one', hint: 'Not sure? Choose this.', href: '/es/wizard/global/' },
        { id: '21vianet', label: 'The one operated by 21Vianet', hint: undefined, href: '/es/wizard/21vianet/' },
      ],
      given: [],
      back: undefined,
      start: '/es/wizard/',
      labels: file.labels,
    });
  });

  test('offers "not sure" last, and names the outcome in the address of an answer that decides', () => {
    expect(page('global', 'usage').answers.map((answer) => [answer.id, answer.href])).toEqual([
      ['old-offer', '/es/wizard/global/usage/old-offer/'],
      ['plan', '/es/wizard/global/usage/plan/plan/'],
      ['offer-unknown', '/es/wizard/global/usage/offer-unknown/ask-offer/'],
    ]);
  });

  test('is worded for 21Vianet behind that answer, and otherwise elsewhere', () => {
    expect(page('21vianet').title).toBe('What is your role with 21Vianet?');
    expect(page('global', 'usage', 'old-offer').title).toBe('Who invoices you?');
  });

  test('leads back by one answer', () => {
    expect(page('global').back).toBe('/es/wizard/');
    expect(page('global', 'usage').back).toBe('/es/wizard/global/');
  });

  test('has the answers given so far, each with its question', () => {
    expect(page('global', 'usage', 'old-offer').given.map((each) => [each.label, each.answer, each.href])).toEqual([
      ['Partner Center', 'Global', '/es/wizard/'],
      ['Licence or use', 'By use', '/es/wizard/global/'],
      ['Azure offer', 'Previous offer', '/es/wizard/global/usage/'],
    ]);
  });

  test('is not made of a result', () => {
    expect(() => page('global', 'license')).toThrow(TypeError);
  });
});

describe('changing an answer given', () => {
  test('offers each other answer with its page, its outcome, and what is dropped', () => {
    expect(given('global', 'usage', 'old-offer').map(({ question, changes }) => [question, changes])).toEqual([
      [
        'cloud',
        [
          {
            label: '21Vianet',
            href: '/es/wizard/21vianet/',
            outcome: undefined,
            drops: 'Drops: By use, Previous offer',
          },
        ],
      ],
      [
        'service',
        [
          {
            label: 'By licence',
            href: '/es/wizard/global/license/keep/',
            outcome: 'It stays',
            drops: 'Drops: Previous offer',
          },
        ],
      ],
      [
        'offer',
        [
          {
            label: 'Azure plan',
            href: '/es/wizard/global/usage/plan/plan/',
            outcome: 'Azure plan transfer',
            drops: undefined,
          },
          {
            label: 'Not known',
            href: '/es/wizard/global/usage/offer-unknown/ask-offer/',
            outcome: 'Ask first',
            drops: undefined,
          },
        ],
      ],
    ]);
  });

  test('keeps the later answers that still apply', () => {
    const [cloud] = given('global', 'usage', 'old-offer', 'direct');
    expect(cloud?.changes).toEqual([
      {
        label: '21Vianet',
        href: '/es/wizard/21vianet/direct/move/',
        outcome: 'It moves',
        drops: 'Drops: By use, Previous offer',
      },
    ]);
  });

  test('is not to be had where nothing is given, and stops where an address breaks', () => {
    expect(given()).toEqual([]);
    expect(given('mars', 'usage')).toEqual([]);
    expect(given('global', 'mars').map(({ question }) => question)).toEqual(['cloud']);
  });
});

describe('the wizard of the site', () => {
  const { wizard } = site();

  test.each(locales)('has in %s words for every question and answer, and links that lead to pages', (locale) => {
    const words = wizard[locale];
    const start = `/${locale}/wizard/`;
    let questions = 0;
    for (const place of places(words.tree)) {
      if (!isQuestion(place.node)) continue;
      questions++;
      const view = questionView(words, place, hrefBelow(start));
      expect(view.title).toMatch(/\?$/);
      expect(view.answers.map(({ id }) => id)).toEqual(Object.keys(place.node.next));
      expect(view.answers.findIndex(({ id }) => id.endsWith('-unknown')) % view.answers.length).toBeOneOf([
        -1,
        view.answers.length - 1,
      ]);
      const links = [...view.answers, ...view.given.flatMap(({ changes }) => changes)];
      for (const { label, href: link } of links) {
        expect(label).not.toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
        expect(link.startsWith(start)).toBe(true);
        expect(parseAddress(words.tree, link.slice(start.length, -1).split('/')).kind).toBe('page');
      }
      for (const { changes } of view.given) for (const { drops } of changes) expect(drops ?? '').not.toMatch(/[{}]/);
    }
    expect(questions).toBe(90);
  });

  test('says in English which answers a change drops', () => {
    const { en } = wizard;
    const path = ['global', 'take-over', 'from-csp-partner', 'usage', 'azure-0145p'];
    const all = givenAnswers(en, en.tree, path, hrefBelow('/en/wizard/'));
    const license = all
      .find(({ question }) => question === 'service')
      ?.changes.find(({ href: link }) => link.includes('license'));
    expect(license?.href).toBe('/en/wizard/global/take-over/from-csp-partner/license/');
    expect(license?.drops).toBe(`Drops: ${en.answers['azure-0145p']?.short ?? ''}`);
  });

  test.each(locales)(
    'asks in %s for the role otherwise under 21Vianet: nobody there is invoiced by Microsoft',
    (locale) => {
      const words = wizard[locale];
      const global = questionText(words, 'role', ['global', 'add-services', 'served-elsewhere']);
      const china = questionText(words, 'role', ['21vianet', 'add-services', 'served-elsewhere']);
      expect(china.title).toContain('21Vianet');
      expect(china.title).not.toBe(global.title);
      expect(global.title).not.toContain('21Vianet');
      expect(china.hint).not.toBe(global.hint);
    },
  );
});
