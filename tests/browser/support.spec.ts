import { readFileSync } from 'node:fs';
import { hostile, random } from './hostile.ts';
import { articleConfig, articleSlugs } from '../../src/config/articles.ts';
import { siteOrigin } from './built.ts';
import {
  allResults,
  answersAlong,
  answerWords,
  content,
  copied,
  expect,
  expectInOrder,
  fill,
  fillPlural,
  LOCALES,
  locales,
  neutralAddress,
  otherLocale,
  outcomeWords,
  questionAt,
  questionTitle,
  resultAddress,
  resultWith,
  shown,
  test,
  words,
  wizardAddress,
  type Locale,
} from './support.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const root = siteOrigin();
const result = resultWith('multi-channel-license', 'global', 'from-ea');
const closed = resultWith('germany-closed');
/** An unfinished case, and the outcomes that it may still have. */
const unfinished = ['global', 'manage'];
const possible = new Set(
  allResults
    .filter(({ path }) => unfinished.every((answer, index) => path[index] === answer))
    .map(({ node }) => node.outcome),
);
const article = 'multichannel';

const tickets = (locale: Locale) => words(locale).tickets;
const support = (locale: Locale) => tickets(locale).support;
const titleOf = (locale: Locale, outcome: string) => outcomeWords(locale, outcome).title;
const articleTitle = (locale: Locale, slug: typeof article) => content.articles[locale].get(slug)?.title ?? slug;

const explained = (page: Page): Locator => page.locator('#explained');
const headline = (page: Page): Locator => explained(page).locator('.headline');
const linkField = (page: Page, locale: Locale): Locator =>
  page.getByRole('textbox', { name: support(locale).explainLabel, exact: true });

async function open(page: Page, locale: Locale) {
  await page.goto(`/${locale}/support/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(support(locale).title);
}

async function explain(page: Page, locale: Locale, text: string) {
  await linkField(page, locale).fill(text);
  await page.getByRole('button', { name: support(locale).explain, exact: true }).click();
}

/** What the box says of a result, a question, a page. */
const says = {
  result: (locale: Locale, outcome: string) => fill(support(locale).result, { outcome: titleOf(locale, outcome) }),
  question: (locale: Locale, path: readonly string[]) =>
    fill(support(locale).question, { question: questionTitle(locale, path) }),
  page: (locale: Locale, title: string) => fill(support(locale).page, { title }),
};

/** Links as they come out of tickets, with the headline that explains each and what else must be said. */
const links: readonly {
  readonly what: string;
  readonly text: (locale: Locale) => string;
  readonly headline: (locale: Locale) => string;
  readonly also?: (locale: Locale) => readonly string[];
}[] = [
  {
    what: 'a result of another language',
    text: (locale) => root + resultAddress(otherLocale(locale), result),
    headline: (locale) => says.result(locale, result.node.outcome),
    also: (locale) => [
      support(locale).same,
      ...answersAlong(locale, result.path).flat(),
      root + neutralAddress(result),
      support(locale).reply,
    ],
  },
  {
    what: 'a result without a language',
    text: () => root + neutralAddress(result),
    headline: (locale) => says.result(locale, result.node.outcome),
    also: (locale) => [support(locale).same],
  },
  {
    what: 'a result by its path alone, with a query and an anchor',
    text: (locale) => `${resultAddress(locale, result)}?from=mail#steps`,
    headline: (locale) => says.result(locale, result.node.outcome),
  },
  {
    what: 'an unfinished case',
    text: (locale) => root + wizardAddress(otherLocale(locale), unfinished),
    headline: (locale) => says.question(locale, unfinished),
    also: (locale) => [
      ...answersAlong(locale, unfinished).flat(),
      support(locale).askTitle,
      root + `/${['wizard', ...unfinished].join('/')}/`,
      fillPlural(support(locale).resultsCount, LOCALES[locale].lang, possible.size),
    ],
  },
  {
    what: 'the first question',
    text: () => `${root}/wizard/`,
    headline: (locale) => says.question(locale, []),
    also: (locale) => [support(locale).noAnswers],
  },
  {
    what: 'an article',
    text: (locale) => `${root}/${otherLocale(locale)}/${article}/`,
    headline: (locale) => says.page(locale, articleTitle(locale, article)),
    also: () => [`${root}/${article}/`],
  },
  {
    what: 'an outcome',
    text: () => `${root}/outcomes/azure-switch/`,
    headline: (locale) => says.page(locale, titleOf(locale, 'azure-switch')),
    also: () => [`${root}/outcomes/azure-switch/`],
  },
  {
    what: 'a link inside other words',
    text: (locale) => `Ticket 4711/2: see <${root}${resultAddress(locale, result)}>, thanks`,
    headline: (locale) => says.result(locale, result.node.outcome),
  },
  {
    what: 'a link that ends a sentence',
    text: () => `So heißt es unter ${root}${neutralAddress(result)}; mehr weiß ich nicht.`,
    headline: (locale) => says.result(locale, result.node.outcome),
  },
  {
    what: 'a link in quotation marks behind one of another site',
    text: () => `https://example.com/a/ «${root}/${article}/».`,
    headline: (locale) => says.page(locale, articleTitle(locale, article)),
  },
  {
    what: 'answers with an outcome to which they never led',
    text: () => `${root}/wizard/${result.path.join('/')}/azure-switch/`,
    headline: (locale) => support(locale).neverPublished,
    also: (locale) => [
      titleOf(locale, 'azure-switch'),
      tickets(locale).moved.now,
      says.result(locale, result.node.outcome),
    ],
  },
  {
    what: 'an unknown answer',
    text: (locale) => `${root}/${locale}/wizard/${unfinished.join('/')}/from-nowhere/license/`,
    headline: (locale) => fill(support(locale).unknown, { segment: 'from-nowhere' }),
    also: (locale) => [says.question(locale, unfinished), ...answersAlong(locale, unfinished).flat()],
  },
  {
    what: 'a link that goes on after a result',
    text: () => `${root}${neutralAddress(closed)}manage/`,
    headline: (locale) => support(locale).goesOn,
    also: (locale) => [says.result(locale, 'germany-closed')],
  },
  {
    what: 'a page that does not exist',
    text: (locale) => `${root}/${locale}/${article}/no-such-part/`,
    headline: (locale) => fill(support(locale).missing, { title: articleTitle(locale, article) }),
  },
  {
    what: 'a link of another site',
    text: () => `https://example.com${neutralAddress(result)}`,
    headline: (locale) => fill(support(locale).notOurs, { example: `${root}/wizard/` }),
  },
  {
    what: 'words without a link',
    text: () => 'no link at all',
    headline: (locale) => fill(support(locale).notOurs, { example: `${root}/wizard/` }),
  },
  { what: 'an empty box', text: () => '', headline: (locale) => support(locale).empty },
  { what: 'nothing but spaces', text: () => ' \u00A0 ', headline: (locale) => support(locale).empty },
];

/** The field with the text to copy in a box, and the ways to choose and copy it. */
const preview = (box: Locator, locale: Locale): Locator =>
  box.getByRole('textbox', { name: tickets(locale).copy.selected, exact: true });

async function chooseLanguages(box: Locator, locale: Locale, first: Locale, second: Locale | undefined) {
  const { copy } = tickets(locale);
  await box.getByRole('combobox', { name: copy.language, exact: true }).selectOption({ label: LOCALES[first].name });
  await box
    .getByRole('combobox', { name: copy.second, exact: true })
    .selectOption({ label: second === undefined ? copy.none : LOCALES[second].name });
}

/** A text in the characters of a ticket. */
const plain = (text: string): string =>
  shown(text)
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll('…', '...');

/** What a partner is asked in an unfinished case. */
const asked = (locale: Locale): readonly string[] => {
  const { askIntro, askChoose, askLink } = support(locale);
  const answers = Object.keys(questionAt(unfinished).next).map((answer) => `- ${answerWords(locale, answer).label}`);
  return [askIntro, questionTitle(locale, unfinished), askChoose, ...answers, askLink].map(plain);
};

/** What a reply about an outcome says. */
const replied = (locale: Locale, outcome: string): readonly string[] => {
  const { replyLead, replyEnd } = support(locale);
  const { title, path } = outcomeWords(locale, outcome);
  return [...[replyLead, title, path].map(plain), `${root}/outcomes/${outcome}/`, plain(replyEnd), `${root}/wizard/`];
};

const rule = `\n${'_'.repeat(40)}\n`;
const valueOf = async (field: Locator): Promise<string> => plain(await field.inputValue());

const entries = (page: Page): Locator => page.locator('[data-find]');
const entry = (page: Page, id: string): Locator => page.locator(`li[id="${id}"]`);
const filter = (page: Page, locale: Locale): Locator =>
  page.getByRole('searchbox', { name: support(locale).filter, exact: true });

/** Fails unless the list shows these and says how many it shows. */
async function expectFound(page: Page, locale: Locale, ids: readonly string[]) {
  for (const id of ids) await expect(entry(page, id)).toBeVisible();
  const count = await entries(page).filter({ visible: true }).count();
  await expect(page.locator('#shown')).toHaveText(fillPlural(support(locale).shown, LOCALES[locale].lang, count));
  return count;
}

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{Mark}/gu, '');

const everything = Object.keys(content.outcomes).length + articleSlugs.length;

test('while a link is long being explained, that is said', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/published.json*', async (route) => {
    await held;
    await route.continue();
  });
  await open(page, 'es');
  await explain(page, 'es', neutralAddress(result));
  await expect(explained(page)).toHaveText(support('es').loading);
  release();
  await expect(headline(page)).toHaveText(shown(says.result('es', result.node.outcome)));
});

for (const locale of locales) {
  const other = otherLocale(locale);

  test(`${locale}: what is pasted is explained in a sentence, with what else is known`, async ({ page }) => {
    await open(page, locale);
    for (const { what, text, headline: expected, also } of links) {
      await explain(page, locale, text(locale));
      await expect(headline(page), what).toHaveText(shown(expected(locale)));
      for (const sentence of also?.(locale) ?? []) await expect(explained(page), what).toContainText(shown(sentence));
    }
  });

  test(`${locale}: the link of a case leads to its page, and the results still possible to theirs`, async ({
    page,
  }) => {
    await open(page, locale);
    await explain(page, locale, wizardAddress(other, unfinished));
    const address = `/wizard/${unfinished.join('/')}/`;
    await expect(explained(page).getByRole('link', { name: root + address, exact: true })).toHaveAttribute(
      'href',
      address,
    );
    await explained(page).locator('summary').click();
    await expect(explained(page).getByRole('listitem')).toHaveCount(possible.size);
    for (const outcome of possible)
      await expect(
        explained(page).getByRole('link', { name: shown(titleOf(locale, outcome)), exact: true }),
      ).toHaveAttribute('href', `/${locale}/outcomes/${outcome}/`);
  });

  test(`${locale}: what to ask the partner can be had in Russian and English at once, with the answers known`, async ({
    page,
  }) => {
    await open(page, locale);
    await explain(page, locale, root + wizardAddress(other, unfinished));
    const field = preview(explained(page), locale);
    await expect.poll(() => valueOf(field)).toContain(plain(support(locale).askIntro));
    await chooseLanguages(explained(page), locale, 'ru', 'en');
    await expect.poll(() => valueOf(field)).toContain(plain(support('en').askIntro));
    const text = await copied(
      page,
      explained(page).getByRole('button', { name: tickets(locale).copy.copyText, exact: true }),
    );
    expect(text.trim()).toBe((await field.inputValue()).trim());
    const [first = '', second = '', ...more] = text.split(rule);
    expect(more).toEqual([]);
    expectInOrder(plain(first), asked('ru'));
    expectInOrder(plain(second), asked('en'));
    for (const part of [first, second]) expect(part.split('\n')).toContain(`${root}/wizard/${unfinished.join('/')}/`);
  });

  test(`${locale}: a reply opens, changes its language, takes a second one and is copied`, async ({ page }) => {
    await open(page, locale);
    const item = entry(page, 'azure-switch');
    const { copy } = tickets(locale);
    const summary = item.locator('summary');
    await expect(summary).toHaveText(support(locale).reply);
    await summary.click();
    const field = preview(item, locale);
    await expect.poll(async () => (await valueOf(field)).length).toBeGreaterThan(100);
    expectInOrder(await valueOf(field), replied(locale, 'azure-switch'));
    await chooseLanguages(item, locale, other, undefined);
    await expect.poll(() => valueOf(field)).toContain(plain(support(other).replyLead));
    expectInOrder(await valueOf(field), replied(other, 'azure-switch'));
    expect(await valueOf(field)).not.toContain(plain(support(locale).replyLead));
    await chooseLanguages(item, locale, other, locale);
    await expect.poll(() => valueOf(field)).toContain(plain(support(locale).replyLead));
    const text = await copied(page, item.getByRole('button', { name: copy.copyText, exact: true }));
    await expect(item.getByRole('status')).toHaveText(copy.copied);
    expect(text.trim()).toBe((await field.inputValue()).trim());
    const [first = '', second = ''] = text.split(rule);
    expectInOrder(plain(first), replied(other, 'azure-switch'));
    expectInOrder(plain(second), replied(locale, 'azure-switch'));
    const markdown = await copied(page, item.getByRole('button', { name: copy.copyMarkdown, exact: true }));
    expect(markdown.split('\n')).toContain(`# ${titleOf(locale, 'azure-switch')}`);
    expect(markdown.split('\n')).toContain(`<${root}/wizard/>`);
    // Folded and opened again it is the same box.
    await summary.click();
    await summary.click();
    await expect(field).toHaveCount(1);
  });

  test(`${locale}: the list is filtered by outcome, answer, article and English term, and says how many are left`, async ({
    page,
  }) => {
    await open(page, locale);
    const box = filter(page, locale);
    for (const id of Object.keys(content.outcomes)) {
      const title = titleOf(locale, id);
      for (const query of [title, title.toUpperCase(), withoutAccents(title), ` ${title} `]) {
        await box.fill(query);
        await expect(entry(page, id), query).toBeVisible();
      }
      expect(await expectFound(page, locale, [id]), title).toBeLessThan(everything / 2);
    }
    await box.fill(answerWords(locale, 'from-ea').short);
    expect(await expectFound(page, locale, ['multi-channel-license'])).toBeLessThan(everything);
    await expect(entry(page, 'customer-removes-access')).toBeHidden();
    await box.fill(articleTitle(locale, article));
    await expectFound(page, locale, [article, ...articleConfig(article).outcomes]);
    await expect(entry(page, 'glossary')).toHaveCount(0);
    await box.fill(titleOf('en', 'restore-privileges'));
    await expectFound(page, locale, ['restore-privileges']);
    await expect(entry(page, 'germany-closed')).toBeHidden();
    await box.fill('zzqx');
    await expect(page.locator('#shown')).toHaveText(support(locale).filterNone);
    await expect(entries(page).filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('main h3').filter({ visible: true })).toHaveCount(0);
    await box.fill('');
    expect(await expectFound(page, locale, [])).toBe(everything);
  });

  test.describe(`${locale}: without JavaScript`, () => {
    test.use({ javaScriptEnabled: false });

    test('the list has its links, a sentence says what needs JavaScript, and no form is dead', async ({
      page,
      request,
    }) => {
      await open(page, locale);
      await expect(page.locator('main noscript p')).toHaveText(shown(support(locale).needsScript));
      await expect(entries(page).filter({ visible: true })).toHaveCount(everything);
      for (const id of Object.keys(content.outcomes)) {
        const item = entry(page, id);
        await expect(item.getByRole('link', { name: shown(titleOf(locale, id)), exact: true })).toHaveAttribute(
          'href',
          `/${locale}/outcomes/${id}/`,
        );
        await expect(item.getByRole('link', { name: `${root}/outcomes/${id}/`, exact: true })).toHaveAttribute(
          'href',
          `/outcomes/${id}/`,
        );
      }
      for (const dead of ['button', 'input', 'select', 'textarea', 'form'])
        await expect(page.locator(`main ${dead}`).filter({ visible: true }), dead).toHaveCount(0);
      await expectRepliesAsLinks(page, request);
    });
  });

  for (const [what, answer] of [
    ['does not load', undefined],
    ['is not there', { status: 404, contentType: 'text/html', body: '<p>none</p>' }],
  ] as const)
    test(`${locale}: where the file of the page ${what}, a sentence says so and the list still works`, async ({
      page,
      request,
    }) => {
      await page.route('**/support.json*', (route) => (answer === undefined ? route.abort() : route.fulfill(answer)));
      await open(page, locale);
      await expect(explained(page)).toHaveText(support(locale).unavailable);
      await expect(entries(page).filter({ visible: true })).toHaveCount(everything);
      for (const dead of ['button', 'input', 'form'])
        await expect(page.locator(`main ${dead}`).filter({ visible: true }), dead).toHaveCount(0);
      await expectRepliesAsLinks(page, request);
    });

  for (const file of ['published.json', 'ru/wizard.json'])
    test(`${locale}: where ${file} does not load, a sentence says so and a second try may succeed`, async ({
      page,
    }) => {
      await page.route(`**/${file}*`, (route) => route.abort());
      await open(page, locale);
      await explain(page, locale, neutralAddress(result));
      await expect(explained(page)).toHaveText(support(locale).unavailable);
      await filter(page, locale).fill('azure');
      await expectFound(page, locale, ['azure-switch']);
      await page.unroute(`**/${file}*`);
      await explain(page, locale, neutralAddress(result));
      await expect(headline(page)).toHaveText(shown(says.result(locale, result.node.outcome)));
    });

  test(`${locale}: a link that was published and leads elsewhere now is explained by what it promised`, async ({
    page,
  }) => {
    const { moved } = tickets(locale);
    const since = { revision: 'aaaaaaaa', date: '2026-02-03' };
    const until = { revision: 'bbbbbbbb', date: '2026-04-05' };
    await page.route('**/published.json*', (route) =>
      route.fulfill({
        json: {
          releases: [since, until],
          results: {
            [result.path.join('/')]: [{ outcome: 'azure-switch', since, until }],
            'global/manage/from-old-times': [{ outcome: 'multi-partner', since, until }],
            'global/manage/from-ea': [{ outcome: 'multi-partner', since, until }],
          },
          outcomes: {},
          answers: {},
        },
      }),
    );
    await open(page, locale);
    for (const [path, outcome, expected, now] of [
      [result.path, 'azure-switch', moved.changed, says.result(locale, result.node.outcome)],
      [
        ['global', 'manage', 'from-old-times'],
        'multi-partner',
        fill(moved.gone, { answer: 'from-old-times' }),
        says.question(locale, unfinished),
      ],
      [
        ['global', 'manage', 'from-ea'],
        'multi-partner',
        moved.more,
        says.question(locale, ['global', 'manage', 'from-ea']),
      ],
    ] as const) {
      await explain(page, locale, `${root}/wizard/${[...path, outcome].join('/')}/`);
      await expect(headline(page)).toHaveText(shown(expected));
      for (const text of [moved.promised, titleOf(locale, outcome), moved.now, now])
        await expect(explained(page)).toContainText(shown(text));
      for (const { revision } of [since, until]) await expect(explained(page)).toContainText(revision);
    }
  });
}

/** Fails unless the replies of an outcome can be read in four languages without the box that copies. */
async function expectRepliesAsLinks(
  page: Page,
  request: { get(address: string): Promise<{ text(): Promise<string> }> },
) {
  const item = entry(page, 'azure-switch');
  await item.locator('summary').click();
  for (const each of locales) {
    const reply = item.getByRole('link', { name: LOCALES[each].name });
    await expect(reply).toBeVisible();
    const text = await (await request.get((await reply.getAttribute('href')) ?? '')).text();
    expect(text.split('\n')).toContain(`# ${titleOf(each, 'azure-switch')}`);
  }
}

test('a link that is pasted needs no press of the button', async ({ page }) => {
  await open(page, 'en');
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${root}${neutralAddress(result)}`);
  await linkField(page, 'en').focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(headline(page)).toHaveText(shown(says.result('en', result.node.outcome)));
});

test('a name that every object has is shown as it was pasted', async ({ page }) => {
  await open(page, 'en');
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    await explain(page, 'en', `${root}/wizard/${closed.path.join('/')}/${name}/`);
    await expect(headline(page)).toHaveText(support('en').neverPublished);
    await expect(explained(page).getByText(name, { exact: true })).toBeVisible();
    await expect(explained(page)).not.toContainText(/\[object|native code/);
    await explain(page, 'en', `${root}/wizard/global/${name}/`);
    await expect(headline(page)).toHaveText(fill(support('en').unknown, { segment: name }));
  }
});

// What the page itself puts into the place where a link is explained.
const OWN = 'P DIV H3 DL DT DD A DETAILS SUMMARY UL LI LABEL SELECT OPTION BUTTON TEXTAREA'.split(' ');

for (const locale of ['en', 'ru'] as const)
  test(`${locale}: whatever is pasted gives a sentence and stays text`, async ({ page }) => {
    test.slow();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await open(page, locale);
    await explain(page, locale, '');
    await expect(headline(page)).toHaveText(support(locale).empty);
    const pasted = [...hostile, ...random].flatMap((text) => [
      text,
      `${root}/${locale}/wizard/${text}/`,
      `${root}/${text}/`,
      `/wizard/${closed.path.join('/')}/${text}`,
      `see ${root}/wizard/global/manage/${text}/x`,
    ]);
    const faults = await page.evaluate(
      async ({ texts, own, unavailable }) => {
        const input = document.querySelector<HTMLInputElement>('#explain-link');
        const target = document.querySelector('#explained');
        if (input === null || target === null) return ['the page has no box'];
        const found: string[] = [];
        for (const text of texts) {
          target.replaceChildren();
          const answered = new Promise<void>((resolve) => {
            const watch = new MutationObserver(() => {
              watch.disconnect();
              resolve();
            });
            watch.observe(target, { childList: true });
          });
          input.value = text;
          input.form?.requestSubmit();
          await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 5000))]);
          const say = (fault: string) => found.push(`${JSON.stringify(text.slice(0, 80))}: ${fault}`);
          const sentence = target.querySelector('.headline')?.textContent ?? '';
          if (sentence.trim() === '') say('no sentence');
          if (sentence === unavailable) say('an exception');
          for (const element of target.querySelectorAll('*')) {
            if (!own.includes(element.tagName)) say(`an element ${element.tagName}`);
            for (const { name } of element.attributes) if (/^(on|style$|src$)/.test(name)) say(`an attribute ${name}`);
            if (element instanceof HTMLAnchorElement && !/^https?:$/.test(element.protocol)) say(element.href);
          }
        }
        return found;
      },
      { texts: pasted, own: OWN, unavailable: support(locale).unavailable },
    );
    expect(faults).toEqual([]);
    expect(dialogs).toEqual([]);
    await expect(page).toHaveURL(`/${locale}/support/`);
  });

const missingPage = readFileSync('dist/404.html', 'utf8');

for (const [what, before] of [
  ['in the wizard', '/en/wizard/'],
  ['of the site', '/'],
] as const)
  test(`whatever stands in an address ${what} gives the page for what is missing, with its sentence`, async ({
    page,
  }) => {
    test.slow();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const wanted = new Set<string>();
    // Servers answer encoded slashes and the like in their own ways; the page for what is missing must stand them all.
    await page.route(
      ({ pathname }) => wanted.has(pathname),
      (route) => route.fulfill({ status: 404, contentType: 'text/html', body: missingPage }),
    );
    const { notFound } = words('en').interface;
    const own = page.locator('section[data-locale="en"]');
    for (const text of hostile) {
      const { pathname } = new URL(`${before}${encodeURIComponent(text)}/`, root);
      if (pathname === before) continue;
      wanted.add(pathname);
      const response = await page.goto(pathname);
      expect(response?.status(), pathname.slice(0, 200)).toBe(404);
      await expect(own.getByRole('heading', { name: notFound.title })).toBeVisible();
      const offered = await own.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(offered, pathname.slice(0, 200)).toContain(wizardAddress('en'));
      expect(offered.filter((href) => href !== '/en/' && href !== wizardAddress('en'))).toEqual([]);
      await expect(page.locator('main, body').locator('img, iframe, b, svg, [onerror], [onload], [style]')).toHaveCount(
        0,
      );
    }
    expect(dialogs).toEqual([]);
  });

test('the server answers strange addresses with the same page', async ({ page }) => {
  for (const text of ['<b>x', 'javascript:alert(1)', '__proto__', 'ру́сский', '😀', 'a'.repeat(2000)])
    for (const before of ['/en/wizard/', '/']) {
      const response = await page.goto(`${before}${encodeURIComponent(text)}/`);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 2, name: words('en').interface.notFound.title })).toBeVisible();
    }
});
