import { articleSlugs } from '../../src/config/articles.ts';
import { builtPage, builtPages, mainOf, sentencesOf, servedFacts, tagsOf, textOf } from './built.ts';
import {
  allResults,
  content,
  expect,
  fill,
  locales,
  LOCALES,
  outcomeWords,
  resultAddress,
  shown,
  test,
  words,
  type Locale,
} from './support.ts';
import type { Locator, Page } from '@playwright/test';

const facts = servedFacts();

/** The result with the most on its page. */
const [result] = allResults.toSorted(
  (a, b) => b.node.facts.length + b.node.notes.length - a.node.facts.length - a.node.notes.length,
);
if (result === undefined) throw new Error('there are no results');

const articleAddress = (locale: Locale) => `/${locale}/multichannel/`;
const addresses = (locale: Locale) => [
  ['an article', articleAddress(locale)] as const,
  ['a result', resultAddress(locale, result)] as const,
];
const others = (locale: Locale) => locales.filter((other) => other !== locale);

const switchOf = (page: Page, other: Locale): Locator =>
  page.locator('.alongside').getByRole('button', { name: LOCALES[other].name, exact: true });

const beside = (page: Page): Locator => page.locator('.beside');

/** Expects lines in this language and in no other, and its switch to say so. */
async function expectBeside(page: Page, other: Locale) {
  await expect(page.locator(`.beside[lang="${LOCALES[other].lang}"]`).first()).toBeVisible();
  await expect(page.locator(`.beside:not([lang="${LOCALES[other].lang}"])`)).toHaveCount(0);
  await expect(switchOf(page, other)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.alongside [aria-pressed="true"]')).toHaveCount(1);
}

/** Expects the page in its own language alone, after it had time to be otherwise. */
async function expectAlone(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(beside(page)).toHaveCount(0);
  await expect(page.locator('.alongside [aria-pressed="true"]')).toHaveCount(0);
}

/** What stands below each sentence chosen: the sentence, and language and text of the line. */
const below = (sentences: Locator) =>
  sentences.evaluateAll((all) =>
    all.map((sentence) => {
      const line = sentence.nextElementSibling;
      const own = sentence.getAttribute('data-fact') ?? sentence.textContent.replaceAll(/\s+/g, ' ').trim();
      return line?.className === 'beside' ? [own, line.getAttribute('lang'), line.textContent] : [own];
    }),
  );

for (const locale of locales)
  for (const [what, address] of addresses(locale))
    test(`${locale}: on ${what} a switch shows each fact in the other language below it, in the words of /facts.json`, async ({
      page,
    }) => {
      await page.goto(address);
      const own = sentencesOf(builtPage(address));
      expect(own.length).toBeGreaterThan(10);
      for (const other of others(locale)) {
        await switchOf(page, other).click();
        await expectBeside(page, other);
        const expected = own.map(({ id }) => [id, LOCALES[other].lang, facts[id]?.text[other]]);
        expect(await below(page.locator('main [data-fact]:not(a)'))).toEqual(expected);
      }
    });

/** Pages on which a sentence stands twice: a fact that separates two outcomes, and one quoted where it is at home. */
const twice = locales.flatMap((locale) => {
  const doubled = [...builtPages().values()].filter((page) => {
    const kind = mainOf(page)['data-page'];
    const ids = sentencesOf(page).map(({ id }) => id);
    return (
      page.address.startsWith(`/${locale}/`) &&
      (kind === 'article' || kind === 'result') &&
      new Set(ids).size < ids.length
    );
  });
  return ['article', 'result'].flatMap((kind) => doubled.find((page) => mainOf(page)['data-page'] === kind) ?? []);
});

test('a fact that stands twice on a page has its line both times', async ({ page }) => {
  expect(twice.length).toBeGreaterThan(0);
  for (const { address, html } of twice) {
    const other = address.startsWith('/ru/') ? 'es' : 'ru';
    await page.goto(address);
    if ((await switchOf(page, other).getAttribute('aria-pressed')) !== 'true') await switchOf(page, other).click();
    await expectBeside(page, other);
    const expected = sentencesOf({ html }).map(({ id }) => [id, LOCALES[other].lang, facts[id]?.text[other]]);
    expect.soft(await below(page.locator('main [data-fact]:not(a)')), address).toEqual(expected);
  }
});

/** The notes on disagreeing editions of an article, by the fact they are about. */
const notesOf = (locale: Locale) =>
  new Map(
    [
      ...builtPage(articleAddress(locale)).html.matchAll(
        /data-about="([^"]+)">[\s\S]*?<p>([\s\S]*?)<\/p> <\/details>/g,
      ),
    ].map(([, about = '', text = '']) => [about, textOf(text)]),
  );

test('a note that both languages have is read in both, one that only this language needs stays alone', async ({
  page,
}) => {
  const [spanish, english] = [notesOf('es'), notesOf('en')];
  expect(spanish.size).toBeGreaterThan(5);
  await page.goto(articleAddress('es'));
  await switchOf(page, 'en').click();
  await expectBeside(page, 'en');
  for (const [about, text] of spanish) {
    const note = page.locator(`[data-about="${about}"]`);
    await expect(note).toContainText(text);
    const translation = english.get(about);
    await expect(note.locator('.beside')).toHaveText(translation === undefined ? [] : [translation]);
  }
});

for (const locale of locales)
  test(`${locale}: on a result path, steps and notes are read in the other language too`, async ({ page }) => {
    const { outcome } = result.node;
    /** Everything the outcome and the notes can say, by what it says in the language of the page. */
    const said = (wanted: Locale): readonly string[] => {
      const { title, path, steps, doesNot, reasons } = outcomeWords(wanted, outcome);
      const parts = [steps, doesNot, reasons, words(wanted).notes].flatMap((part) =>
        Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
      const gates = Object.entries(words(wanted).gates)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, { check, ifNot }]) => [check, ifNot]);
      return [title, path, ...parts.map(([, text]) => text), ...gates].map(shown);
    };
    await page.goto(resultAddress(locale, result));
    for (const other of others(locale)) {
      await switchOf(page, other).click();
      await expectBeside(page, other);
      const [own, theirs] = [said(locale), said(other)];
      const read = await below(page.locator('main [data-beside]'));
      expect(read.length).toBeGreaterThan(4);
      for (const [sentence = '', lang, line] of read) {
        expect.soft(own, sentence ?? '').toContain(sentence);
        expect.soft([lang, shown(line ?? '')]).toEqual([LOCALES[other].lang, theirs[own.indexOf(sentence ?? '')]]);
      }
    }
  });

test('the choice is remembered on the next page and after it is loaded again', async ({ page }) => {
  await page.goto(articleAddress('es'));
  await switchOf(page, 'ru').click();
  await expectBeside(page, 'ru');
  await page.reload();
  await expectBeside(page, 'ru');
  await page.locator('main .text a[href="/es/multipartner/"]').first().click();
  await expect(page).toHaveURL('/es/multipartner/');
  await expectBeside(page, 'ru');
  await page.goto(resultAddress('es', result));
  await expectBeside(page, 'ru');
  await page.goto('/es/outcomes/multi-partner/');
  await expectBeside(page, 'ru');
});

test('another language takes the place of the first, and is what is remembered', async ({ page }) => {
  await page.goto(articleAddress('ru'));
  await switchOf(page, 'en').click();
  await expectBeside(page, 'en');
  await switchOf(page, 'pt-br').click();
  await expectBeside(page, 'pt-br');
  await page.reload();
  await expectBeside(page, 'pt-br');
  await switchOf(page, 'es').click();
  await expectBeside(page, 'es');
  await page.reload();
  await expectBeside(page, 'es');
});

test('pressed again, a switch takes its lines away and the choice is forgotten', async ({ page }) => {
  await page.goto(articleAddress('pt-br'));
  await switchOf(page, 'en').click();
  await expectBeside(page, 'en');
  await switchOf(page, 'en').click();
  await expectAlone(page);
  await page.reload();
  await expectAlone(page);
  await page.goto(resultAddress('pt-br', result));
  await expectAlone(page);
});

test('a remembered choice is taken back on a later page', async ({ page }) => {
  await page.goto(articleAddress('es'));
  await switchOf(page, 'en').click();
  await expectBeside(page, 'en');
  await page.reload();
  await expectBeside(page, 'en');
  await switchOf(page, 'en').click();
  await expectAlone(page);
  await page.reload();
  await expectAlone(page);
});

test('in the language that was chosen a page stands alone, and in another it is beside the text again', async ({
  page,
}) => {
  await page.goto(articleAddress('es'));
  await switchOf(page, 'en').click();
  await expectBeside(page, 'en');
  await page.goto(articleAddress('en'));
  await expectAlone(page);
  await page.goto(articleAddress('ru'));
  await expectBeside(page, 'en');
});

test('a switch is worked by keyboard and keeps the focus', async ({ page }) => {
  await page.goto(articleAddress('en'));
  await switchOf(page, 'ru').focus();
  await page.keyboard.press('Enter');
  await expectBeside(page, 'ru');
  await expect(switchOf(page, 'ru')).toBeFocused();
  await page.keyboard.press('Space');
  await expectAlone(page);
  await expect(switchOf(page, 'ru')).toBeFocused();
});

for (const [what, refuse] of [
  ['cannot be reached', { abort: true }],
  ['is answered with an error', { abort: false }],
] as const)
  for (const locale of locales)
    test(`${locale}: when the page in the other language ${what}, a sentence says so and links to it`, async ({
      page,
    }) => {
      const [other = 'en'] = others(locale);
      const address = articleAddress(other);
      await page.goto(`${articleAddress(locale)}#azure-from-another-channel`);
      await page.route(`**${address}`, (route) =>
        refuse.abort ? route.abort() : route.fulfill({ status: 500, contentType: 'text/html', body: 'no' }),
      );
      await switchOf(page, other).click();
      const status = page.locator('.alongside').getByRole('status');
      const language = LOCALES[other].name;
      await expect(status).toContainText(shown(fill(words(locale).interface.alongside.failed, { language })));
      await expect(beside(page)).toHaveCount(0);
      await expect(switchOf(page, other)).toHaveAttribute('aria-pressed', 'false');
      const link = status.getByRole('link', { name: language });
      await expect(link).toHaveAttribute('lang', LOCALES[other].lang);
      await page.unroute(`**${address}`);
      await switchOf(page, other).click();
      await expectBeside(page, other);
      await expect(status).toBeEmpty();
    });

test('while the page in the other language is long on its way, that is said', async ({ page }) => {
  await page.goto(articleAddress('ru'));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**${articleAddress('en')}`, async (route) => {
    await held;
    await route.continue();
  });
  await switchOf(page, 'en').click();
  const status = page.locator('.alongside').getByRole('status');
  const { loading } = words('ru').interface.alongside;
  await expect(status).toHaveText(shown(fill(loading, { language: LOCALES.en.name })));
  release();
  await expectBeside(page, 'en');
  await expect(status).toBeEmpty();
});

for (const [what, body] of [
  ['is that of somebody else who answers in its place', '<main><h1>Sign in</h1></main>'],
  [
    'was made from another table',
    builtPage(resultAddress('en', result)).html.replace(/data-revision="\w+"/, 'data-revision="0"'),
  ],
] as const)
  test(`when the page in the other language ${what}, none of it is shown`, async ({ page }) => {
    await page.route(`**${resultAddress('en', result)}`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(resultAddress('es', result));
    await switchOf(page, 'en').click();
    const { failed } = words('es').interface.alongside;
    await expect(page.locator('.alongside').getByRole('status')).toContainText(
      shown(fill(failed, { language: LOCALES.en.name })),
    );
    await expect(beside(page)).toHaveCount(0);
  });

test('the link in that sentence leads to the same section of the page in the other language', async ({ page }) => {
  await page.goto(`${articleAddress('es')}#azure-from-another-channel`);
  await page.route(`**${articleAddress('ru')}`, (route) => route.abort());
  await switchOf(page, 'ru').click();
  const link = page.locator('.alongside').getByRole('status').getByRole('link');
  await expect(link).toBeVisible();
  await page.unroute(`**${articleAddress('ru')}`);
  await link.click();
  await expect(page).toHaveURL(`${articleAddress('ru')}#azure-from-another-channel`);
});

test('a press counts also while what shows the languages is still on its way', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/alongside-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.addInitScript(() => {
    localStorage.setItem('alongside', 'en');
  });
  await page.goto(articleAddress('es'), { waitUntil: 'commit' });
  await expect(page.locator('.alongside')).toHaveAttribute('data-wanted', 'en');
  await switchOf(page, 'ru').click();
  release();
  await expectBeside(page, 'ru');
  expect(await page.evaluate(() => localStorage.getItem('alongside'))).toBe('ru');
});

test('whoever presses two switches quickly gets the second language, however late the first arrives', async ({
  page,
}) => {
  await page.goto(articleAddress('en'));
  await switchOf(page, 'es').click();
  await expectBeside(page, 'es');
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**${articleAddress('ru')}`, async (route) => {
    await held;
    await route.continue();
  });
  const late = page.waitForResponse((response) => response.url().endsWith(articleAddress('ru')));
  await switchOf(page, 'ru').click();
  await switchOf(page, 'pt-br').click();
  await expectBeside(page, 'pt-br');
  release();
  await (await late).finished();
  await page.waitForLoadState('networkidle');
  await expectBeside(page, 'pt-br');
});

for (const junk of ['klingon', '<img src=x onerror=alert(1)>', ''])
  test(`a remembered choice that is no language ("${junk}") changes nothing`, async ({ page }) => {
    await page.addInitScript((value) => {
      localStorage.setItem('alongside', value);
    }, junk);
    await page.goto(articleAddress('es'));
    await expectAlone(page);
    await switchOf(page, 'en').click();
    await expectBeside(page, 'en');
  });

test.describe('with storage refused', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }),
  );

  test('a switch works for the page, and the next page stands alone', async ({ page }) => {
    await page.goto(articleAddress('es'));
    await switchOf(page, 'en').click();
    await expectBeside(page, 'en');
    await switchOf(page, 'ru').click();
    await expectBeside(page, 'ru');
    await switchOf(page, 'ru').click();
    await expectAlone(page);
    await switchOf(page, 'en').click();
    await expectBeside(page, 'en');
    await page.goto(resultAddress('es', result));
    await expectAlone(page);
  });
});

for (const locale of locales)
  for (const [what, address] of addresses(locale))
    test(`${locale}: ${what} is printed with the second language, without the switches`, async ({ page }) => {
      const [other = 'en'] = others(locale);
      await page.goto(address);
      await switchOf(page, other).click();
      await expectBeside(page, other);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.alongside')).toBeHidden();
      const hidden = await beside(page).evaluateAll((all) => all.filter((line) => !line.checkVisibility()).length);
      expect(hidden).toBe(0);
    });

const translated = locales.filter((locale) => locale !== 'en');

/** The link to English that follows a sentence. */
const englishLink = (after: string) =>
  tagsOf(/<noscript>([\s\S]*?)<\/noscript>/.exec(after)?.[1] ?? '').find(({ name }) => name === 'a')?.attributes ?? {};

for (const locale of translated) {
  test(`${locale}: without JavaScript each fact of the guidance has a link to its anchor in English, which exists`, () => {
    let linked = 0;
    for (const article of articleSlugs) {
      const english = builtPage(`/en/${article}/`);
      for (const { id, home, after } of sentencesOf(builtPage(`/${locale}/${article}/`))) {
        if (!home) continue;
        linked++;
        const { href, hreflang, lang } = englishLink(after);
        expect.soft([href, hreflang, lang], id).toEqual([`/en/${article}/#${id}`, 'en', 'en']);
        expect.soft(english.ids, english.address).toContain(id);
      }
    }
    expect(linked).toBe(186);
  });

  test(`${locale}: without JavaScript each fact of results and outcomes has a link to the same fact in English`, () => {
    let linked = 0;
    const faults: string[] = [];
    for (const page of builtPages().values()) {
      const kind = mainOf(page)['data-page'];
      if (!page.address.startsWith(`/${locale}/`) || (kind !== 'result' && kind !== 'outcome')) continue;
      const english = builtPage(page.address.replace(`/${locale}/`, '/en/'));
      const numbered = new Map(
        [...english.html.matchAll(/<li id="(fact-\d+)"[^>]*>\s*<span data-fact="([^"]+)"/g)].map(
          ([, number = '', id = '']) => [`${english.address}#${number}`, id],
        ),
      );
      for (const { id, element, after } of sentencesOf(page)) {
        if (element !== 'span') continue;
        linked++;
        const { href = 'no address', hreflang } = englishLink(after);
        if (hreflang !== 'en' || numbered.get(href) !== id) faults.push(`${page.address}: ${id} leads to ${href}`);
      }
    }
    expect(faults).toEqual([]);
    expect(linked).toBeGreaterThan(allResults.length);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of translated)
    test(`${locale}: a fact leads to its sentence in English, and the page to the page in each other language`, async ({
      page,
    }) => {
      const address = articleAddress(locale);
      await page.goto(address);
      const panel = page.locator('.alongside');
      await expect(panel.getByRole('button')).toHaveCount(0);
      for (const other of others(locale)) {
        const link = panel.getByRole('link', { name: LOCALES[other].name, exact: true });
        await expect(link).toHaveAttribute('href', articleAddress(other));
        await expect(link).toBeVisible();
      }
      const [first] = sentencesOf(builtPage(address)).filter(({ home }) => home);
      if (first === undefined) throw new Error(`${address} states no fact`);
      await page.locator(`noscript a[href="/en/multichannel/#${first.id}"]`).click();
      await expect(page).toHaveURL(`/en/multichannel/#${first.id}`);
      await expect(page.locator(`[id="${first.id}"]`)).toHaveText(facts[first.id]?.text.en ?? 'no text');
      await expect(page.locator(`[id="${first.id}"]`)).toBeInViewport();
    });

  for (const locale of translated)
    test(`${locale}: a fact of a result leads to the same fact of the result in English`, async ({ page }) => {
      await page.goto(resultAddress(locale, result));
      const [id = ''] = result.node.facts;
      const own = page.locator('.facts li', { has: page.locator(`[data-fact="${id}"]`) });
      const link = own.locator('noscript a');
      await expect(link).toBeVisible();
      await link.click();
      await expect(page).toHaveURL(new RegExp(`^[^#]*${resultAddress('en', result)}#fact-\\d+$`));
      const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"] [data-fact]`);
      await expect(target).toHaveText(facts[id]?.text.en ?? 'no text');
      await expect(target).toBeInViewport();
    });

  test('en: there is nothing to link to beside a fact', async ({ page }) => {
    await page.goto(articleAddress('en'));
    await expect(page.locator('main .text noscript a')).toHaveCount(0);
    await expect(page.locator('.alongside').getByRole('link')).toHaveCount(3);
  });
});

test('every article, outcome and result has the switches, and no other kind of page', () => {
  const faults: string[] = [];
  for (const page of builtPages().values()) {
    if (!locales.some((locale) => page.address.startsWith(`/${locale}/`))) continue;
    const has = page.tags.filter(({ attributes }) => attributes['data-alongside'] !== undefined).length;
    const kind = mainOf(page)['data-page'];
    const wanted = kind === 'article' || kind === 'outcome' || kind === 'result' ? locales.length - 1 : 0;
    if (has !== wanted) faults.push(`${page.address}: ${has} switches`);
  }
  expect(faults).toEqual([]);
  expect(content.facts.size).toBe(186);
});
