import { LOCALES } from '../../src/config/locales.ts';
import { gatesOf } from '../../src/eligibility/table.ts';
import { stepsAlong } from '../../src/eligibility/tree.ts';
import { ticketText } from '../../src/lib/text/ticket.ts';
import { builtFile, builtPage, siteOrigin } from './built.ts';
import {
  allResults,
  answersAlong,
  content,
  copied,
  expect,
  expectInOrder,
  locales,
  neutralAddress,
  otherLocale,
  outcomeWords,
  resultAddress,
  resultWith,
  shown,
  test,
  tree,
  words,
  type Locale,
} from './support.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

// A result with everything on its page: gates, steps, notes, newer facts, messages.
const result = resultWith('azure-switch', 'indirect-reseller');
const { outcome } = result.node;
const gates = gatesOf(
  content.table,
  outcome,
  Object.fromEntries(stepsAlong(tree, result.path).map(({ question, answer }) => [question, answer])),
);
const link = `${siteOrigin()}${neutralAddress(result)}`;
const [letter] = content.messages.filter(({ outcomes }) => outcomes.includes(outcome));
if (letter === undefined || gates.length < 3) throw new Error('the result has too little to copy');

const open = (page: Page, locale: Locale) => page.goto(resultAddress(locale, result));
const tickets = (locale: Locale) => words(locale).tickets;
const ticket = (page: Page): Locator => page.locator('section.ticket');
const status = (page: Page): Locator => ticket(page).getByRole('status');
const byHand = (page: Page, locale: Locale): Locator =>
  ticket(page).getByLabel(tickets(locale).copy.selected, { exact: true });
const button = (page: Page, locale: Locale, kind: 'copyLink' | 'copyText' | 'copyMarkdown'): Locator =>
  ticket(page).getByRole('button', { name: tickets(locale).copy[kind], exact: true });

async function chooseLanguages(page: Page, locale: Locale, first: Locale, second: Locale | undefined) {
  const { copy } = tickets(locale);
  await ticket(page)
    .getByRole('combobox', { name: copy.language, exact: true })
    .selectOption({ label: LOCALES[first].name });
  await ticket(page)
    .getByRole('combobox', { name: copy.second, exact: true })
    .selectOption({ label: second === undefined ? copy.none : LOCALES[second].name });
}

async function tick(page: Page, ticked: readonly number[]) {
  for (const index of ticked) await page.locator('.gates').getByRole('checkbox').nth(index).check();
}

/** A text in the characters of a ticket: straight quotes, ordinary spaces, one space where lines are broken. */
const plain = (text: string): string =>
  shown(text)
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll('…', '...');

const ADDRESS = /^https?:\/\/\S+$/;
/** A source named by nothing but its address, which cannot be broken. */
const SOURCE = /^- [a-z\d.-]+\/\S+$/;

/** Fails for anything that a ticket system would spoil. */
function expectPlain(text: string) {
  expect(text).not.toMatch(/\t|[“”„«»‘’]|[\u00A0\u2000-\u200F\u202F\u2060\uFEFF]/);
  const lines = text.split('\n');
  expect(
    lines.filter((line) => line.includes('://') && !ADDRESS.test(line)),
    'an address is alone on its line',
  ).toEqual([]);
  expect(lines.filter((line) => line.length >= 100 && !ADDRESS.test(line) && !SOURCE.test(line))).toEqual([]);
}

/** The headings of a copied result, in order, after its title. */
const headings = (locale: Locale): readonly string[] => {
  const { result: titles } = words(locale).interface;
  return [titles.yourAnswers, titles.because, titles.gates, titles.steps, tickets(locale).copy.sources];
};

/** The check of each gate and the first words of what to do otherwise. */
const gateWords = (locale: Locale) =>
  gates.map((id) => {
    const text = words(locale).gates[id];
    if (text === undefined) throw new Error(`${id} has no words`);
    return text;
  });

/** Everything that must stand in one part of a copied text, in its order. */
const partsInOrder = (
  locale: Locale,
  as: (text: string) => string,
  answer: (pair: readonly [string, string]) => string,
) => {
  const [yourAnswers = '', because = '', before = '', steps = '', sources = ''] = headings(locale);
  const { title, path } = outcomeWords(locale, outcome);
  return [
    ...[title, path, yourAnswers].map(as),
    ...answersAlong(locale, result.path).map(answer),
    ...[because, before, ...gateWords(locale).map(({ check }) => check), steps].map(as),
    as(sources),
    content.revision.revision,
    link,
  ];
};

const plainParts = (locale: Locale) => partsInOrder(locale, plain, ([label, answer]) => plain(`${label}: ${answer}`));
const markdownParts = (locale: Locale) =>
  partsInOrder(locale, shown, ([label, answer]) => shown(`- ${label}: ${answer}`));

/** The boxes of a checklist as copied: what stands between the brackets. */
const boxes = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:- )?\[([ x])\] /gm)].map(([, box = '']) => box);

test('while the text is long on its way, that is said, and then that it was copied', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/index.md', async (route) => {
    await held;
    await route.continue();
  });
  await open(page, 'pt-br');
  await button(page, 'pt-br', 'copyText').click();
  await expect(status(page)).toHaveText(tickets('pt-br').copy.loading);
  release();
  await expect(status(page)).toHaveText(tickets('pt-br').copy.copied);
});

for (const locale of locales) {
  const other = otherLocale(locale);

  test(`${locale}: the link copied is the address of the page without a language`, async ({ page }) => {
    await open(page, locale);
    expect(await copied(page, button(page, locale, 'copyLink'))).toBe(link);
    await expect(ticket(page).getByLabel(tickets(locale).copy.link, { exact: true })).toHaveValue(link);
    await expect(status(page)).toHaveText(tickets(locale).copy.copied);
    expect(builtPage(new URL(link).pathname).tags.length, 'the address exists').toBeGreaterThan(0);
  });

  test(`${locale}: the text copied is plain, with path, answers, reasons, checks, steps, sources, revision and link`, async ({
    page,
  }) => {
    await open(page, locale);
    const steps = await page.locator('.statements.steps [data-beside]').allTextContents();
    const text = await copied(page, button(page, locale, 'copyText'));
    await expect(status(page)).toHaveText(tickets(locale).copy.copied);
    expectPlain(text);
    expectInOrder(plain(text), plainParts(locale));
    expect(steps.length).toBeGreaterThan(1);
    expectInOrder(plain(text), steps.map(plain));
    const lines = text.split('\n');
    expect(lines[0]).toBe(plain(outcomeWords(locale, outcome).title));
    for (const heading of headings(locale)) {
      const at = lines.indexOf(plain(heading));
      expect(lines[at + 1], heading).toBe('-'.repeat(heading.length));
    }
    expect(lines.filter((line) => line === link)).toHaveLength(1);
    expect(text).not.toMatch(/\*\*|^#|\]\(/m);
  });

  test(`${locale}: the Markdown copied says the same as Markdown`, async ({ page }) => {
    await open(page, locale);
    const steps = await page.locator('.statements.steps [data-beside]').allTextContents();
    const text = await copied(page, button(page, locale, 'copyMarkdown'));
    const lines = text.split('\n');
    expectInOrder(shown(text), markdownParts(locale));
    expectInOrder(shown(text), steps.map(shown));
    expect(lines[0]).toBe(`# ${outcomeWords(locale, outcome).title}`);
    for (const heading of headings(locale)) expect(lines).toContain(`## ${heading}`);
    expect(lines.filter((line) => line.includes('://'))).toEqual([`<${link}>`]);
    const items = lines.filter((line) => line.startsWith('- [ ] ')).map((line) => shown(line.slice(6)));
    expect(items).toEqual(gateWords(locale).map(({ check }) => shown(check)));
    expect(lines.filter((line) => line.startsWith('1. '))).toHaveLength(1);
  });

  for (const [kind, rule, parts] of [
    ['copyText', '_'.repeat(40), plainParts],
    ['copyMarkdown', '---', markdownParts],
  ] as const)
    test(`${locale} and ${other} at once (${kind}): one part below the other, with the same ticks in both`, async ({
      page,
    }) => {
      await open(page, locale);
      await tick(page, [1]);
      await chooseLanguages(page, locale, other, locale);
      const text = await copied(page, button(page, locale, kind));
      if (kind === 'copyText') expectPlain(text);
      const [first = '', second = '', ...more] = text.split(`\n${rule}\n`);
      expect(more).toEqual([]);
      expectInOrder(shown(first), parts(other));
      expectInOrder(shown(second), parts(locale));
      const expected = gates.map((_, index) => (index === 1 ? 'x' : ' '));
      expect(boxes(first)).toEqual(expected);
      expect(boxes(second)).toEqual(expected);
    });

  test(`${locale}: what is ticked is copied as ticked, and what to do otherwise is not copied`, async ({ page }) => {
    await open(page, locale);
    await tick(page, [0, 2]);
    const expected = gates.map((_, index) => (index === 0 || index === 2 ? 'x' : ' '));
    for (const kind of ['copyText', 'copyMarkdown'] as const) {
      const text = await copied(page, button(page, locale, kind));
      expect(boxes(text), kind).toEqual(expected);
      for (const { check, ifNot } of gateWords(locale)) {
        expect(plain(text)).toContain(plain(check));
        expect(plain(text)).not.toContain(plain(ifNot).slice(0, 40));
      }
      expect(plain(text)).not.toContain(`${words(locale).interface.result.ifNot}:`);
    }
    // A tick taken back is copied as taken back.
    await page.locator('.gates').getByRole('checkbox').first().uncheck();
    expect(boxes(await copied(page, button(page, locale, 'copyText')))[0]).toBe(' ');
  });

  test(`${locale}: a message chosen in ${other} is copied in ${other}, with its subject`, async ({ page }) => {
    await open(page, locale);
    const { messages: labels } = tickets(locale);
    const details = page.locator(`#message-${letter.id}`);
    await details.getByText(words(locale).messages[letter.id]?.title ?? '', { exact: true }).click();
    await details.getByRole('radio', { name: LOCALES[other].name, exact: true }).check();
    const text = await copied(page, details.getByRole('button', { name: labels.copy, exact: true }));
    const { subject = '', body = [] } = words(other).messages[letter.id] ?? {};
    const lines = text.split('\n');
    expect(lines[0]).toBe(`${tickets(other).messages.subject}: ${subject}`);
    expect(lines[1], 'an empty line behind the subject').toBe('');
    expect(lines.slice(1).filter((line) => line !== '')).toEqual(body);
    await expect(details.getByRole('status')).toHaveText(tickets(locale).copy.copied);
    await expect(status(page)).toHaveText('');
  });

  test.describe(`${locale}: without JavaScript`, () => {
    test.use({ javaScriptEnabled: false });

    test('the link, the Markdown and the messages in four languages can be read, and no button is dead', async ({
      page,
      request,
    }) => {
      await open(page, locale);
      const { copy } = tickets(locale);
      const field = ticket(page).getByLabel(copy.link, { exact: true });
      await expect(field).toBeVisible();
      await expect(field).toHaveValue(link);
      await expect(field).toHaveAttribute('readonly');
      const twin = ticket(page).getByRole('link', { name: copy.markdown, exact: true });
      await expect(twin).toBeVisible();
      const answer = await request.get((await twin.getAttribute('href')) ?? '');
      expect(await answer.text()).toContain(`# ${outcomeWords(locale, outcome).title}\n`);
      for (const { id, outcomes } of content.messages) {
        const details = page.locator(`#message-${id}`);
        if (!outcomes.includes(outcome) || (await details.count()) === 0) continue;
        await details.locator('summary').click();
        for (const shownIn of [...locales, locale]) {
          await details.getByText(LOCALES[shownIn].name, { exact: true }).click();
          for (const each of locales) {
            const { subject = '', body: [first = ''] = [] } = words(each).messages[id] ?? {};
            const message = details.locator(`[data-in="${each}"]`);
            await expect(message).toBeVisible({ visible: each === shownIn });
            await expect(message).toContainText(shown(subject));
            await expect(message).toContainText(shown(first));
            await expect(message).toHaveAttribute('lang', LOCALES[each].lang);
          }
        }
      }
      for (const dead of ['button', 'select', 'textarea'])
        await expect(page.locator(`main ${dead}`).filter({ visible: true }), dead).toHaveCount(0);
    });
  });

  for (const [what, refuse] of [
    [
      'refuses',
      () => {
        const refused = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
        Object.defineProperty(navigator, 'clipboard', { value: { write: refused, writeText: refused } });
      },
    ],
    [
      'is not there',
      () => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      },
    ],
  ] as const)
    test(`${locale}: where the clipboard ${what}, the text stands selected in a field and a sentence says so`, async ({
      page,
    }) => {
      await page.addInitScript(refuse);
      await open(page, locale);
      const field = byHand(page, locale);
      await expect(field).toBeHidden();
      await button(page, locale, 'copyText').click();
      await expect(status(page)).toHaveText(tickets(locale).copy.refused);
      await expect(field).toBeVisible();
      await expect(field).toBeFocused();
      const text = await field.inputValue();
      expectPlain(text);
      expectInOrder(plain(text), plainParts(locale));
      expect(await selected(field)).toBe(text);
      await button(page, locale, 'copyLink').click();
      await expect(field).toHaveValue(link);
      expect(await selected(field)).toBe(link);
      const details = page.locator(`#message-${letter.id}`);
      await details.locator('summary').click();
      await details.getByRole('button', { name: tickets(locale).messages.copy, exact: true }).click();
      const message = details.getByLabel(tickets(locale).copy.selected, { exact: true });
      await expect(message).toBeFocused();
      await expect(details.getByRole('status')).toHaveText(tickets(locale).copy.refused);
      expect(await selected(message)).toContain(words(locale).messages[letter.id]?.subject);
      // Neither the text nor the clipboard can be had: that is said, and nothing throws.
      await page.route('**/index.md', (route) => route.abort());
      await chooseLanguages(page, locale, other, undefined);
      await button(page, locale, 'copyText').click();
      await expect(status(page)).toHaveText(tickets(locale).copy.failed);
      await expect(field).toBeHidden();
    });
}

/** The part of a field that is selected. */
const selected = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    element instanceof HTMLTextAreaElement
      ? element.value.slice(element.selectionStart, element.selectionEnd)
      : 'no field',
  );

test('the same language chosen twice is copied once', async ({ page }) => {
  await open(page, 'es');
  const once = await copied(page, button(page, 'es', 'copyText'));
  await chooseLanguages(page, 'es', 'es', 'es');
  expect(await copied(page, button(page, 'es', 'copyText'))).toBe(once);
});

test('a result without checks, steps or answers of its own is copied as well', async ({ page }) => {
  const none = resultWith('germany-closed');
  await page.goto(resultAddress('ru', none));
  const text = await copied(page, button(page, 'ru', 'copyText'));
  expectPlain(text);
  expectInOrder(plain(text), [
    plain(outcomeWords('ru', 'germany-closed').title),
    `${siteOrigin()}${neutralAddress(none)}`,
  ]);
  expect(boxes(text)).toEqual([]);
});

for (const [what, status404] of [
  ['does not load', false],
  ['is not there', true],
] as const)
  test(`where the text ${what} a sentence says so, the link can be copied, and a second try may succeed`, async ({
    page,
  }) => {
    const { copy } = tickets('pt-br');
    await page.route('**/index.md', (route) =>
      status404 ? route.fulfill({ status: 404, body: 'none' }) : route.abort(),
    );
    await open(page, 'pt-br');
    await button(page, 'pt-br', 'copyText').click();
    await expect(status(page)).toHaveText(copy.failed);
    await expect(byHand(page, 'pt-br')).toBeHidden();
    expect(await copied(page, button(page, 'pt-br', 'copyLink'))).toBe(link);
    await expect(status(page)).toHaveText(copy.copied);
    await page.unroute('**/index.md');
    expectInOrder(plain(await copied(page, button(page, 'pt-br', 'copyText'))), plainParts('pt-br'));
  });

test('that something was copied is said in one place, and said again when it is copied again', async ({ page }) => {
  const { copy } = tickets('en');
  await open(page, 'en');
  await expect(status(page)).toHaveCount(1);
  await button(page, 'en', 'copyText').click();
  await expect(status(page)).toHaveText(copy.copied);
  await expect(page.getByRole('status').filter({ hasText: copy.copied })).toHaveCount(1);
  await status(page).evaluate((element) => {
    const said: string[] = [];
    new MutationObserver(() => {
      said.push(element.textContent);
      element.setAttribute('data-said', said.join('|'));
    }).observe(element, { childList: true });
  });
  await button(page, 'en', 'copyText').click();
  await expect(status(page)).toHaveAttribute('data-said', `|${copy.copied}`);
});

test('nothing of the ticket or the messages is printed', async ({ page }) => {
  await open(page, 'es');
  await page.locator(`#message-${letter.id} summary`).click();
  await expect(page.locator('.messages [data-in="es"]').first()).toBeVisible();
  await expect(ticket(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(ticket(page)).toBeHidden();
  await expect(page.locator('section.messages')).toBeHidden();
  await expect(page.getByRole('main').getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText(tickets('es').copy.title).filter({ visible: true })).toHaveCount(0);
});

for (const locale of locales)
  test(`${locale}: each of the 225 results is plain when copied, with its title and its link`, () => {
    for (const each of allResults) {
      const text = ticketText([builtFile(`${resultAddress(locale, each)}index.md`)], [], 'text');
      expectPlain(text);
      expect(text).not.toMatch(/\*\*|^#|\]\(|\\/m);
      expect(text.split('\n')[0]).toBe(plain(outcomeWords(locale, each.node.outcome).title));
      expect(text.split('\n')).toContain(`${siteOrigin()}${neutralAddress(each)}`);
    }
  });
