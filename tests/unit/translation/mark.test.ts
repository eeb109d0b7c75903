import { describe, expect, test } from 'vitest';
import { makeFinder } from '../../../src/lib/translation/find.ts';
import { markPage, type Telling } from '../../../src/lib/translation/mark.ts';
import type { Unit } from '../../../src/lib/translation/units.ts';

const unit = (key: string, state: Unit['state'], text: string): Unit => ({ key, state, text, file: '', source: '' });

const OLDER = unit('outcomes.a.title', 'older', 'Una vía que antes se llamaba así');
const LABEL = unit('interface.result.back', 'older', 'Volver');
const MISSING = unit('outcomes.b.path', 'missing', 'You keep what you have and look after it.');
const FILLED = unit('interface.wizard.drops', 'missing', 'Leaves out: {answers}');
const FACT = unit('articles/home#a.fact', 'older', 'Un <Term id="tenant">inquilino</Term> es de un cliente.');
const PROSE = unit(
  'articles/home#steps:prose',
  'older',
  '**Primero.** <Fact id="a.c" />\nDespués [vaya](../x/) y mire.',
);

const telling: Telling = {
  lang: undefined,
  notice: (older, missing) => `${older} older, ${missing} missing`,
  mark: 'más antiguo',
  english: (anchor) => `/en/p/${anchor === undefined ? '' : `#${anchor}`}`,
  sheet: '/s.css',
};

const page = (main: string, header = '') =>
  `<!doctype html><html lang="es"><head><title>T</title></head><body><header>${header}</header><main id="content">${main}</main></body></html>`;
/** The page with its marks, from which the frame of the page is taken away. */
const marked = (units: readonly Unit[], main: string) =>
  /<main id="content">(.*)<\/main>/s.exec(markPage(page(main), new Map([['es', makeFinder(units)]]), telling))?.[1];

const notice = (older: number, missing: number) =>
  `<p class="unfinished" role="note" data-pagefind-ignore>${older} older, ${missing} missing</p>`;
const mark = (anchor = '') =>
  ` <small class="older" data-pagefind-ignore>(<a href="/en/p/${anchor}" hreflang="en">más antiguo</a>)</small>`;

describe('a page with texts older than their source', () => {
  test('counts them above and marks each behind it, with a link to the same place in English', () => {
    expect(marked([OLDER], `<section id="s"><p>${OLDER.text}</p></section>`)).toBe(
      `${notice(1, 0)}<section id="s"><p>${OLDER.text}${mark('#s')}</p></section>`,
    );
  });

  test('marks none within a link, a button or a heading, but behind it', () => {
    expect(marked([OLDER], `<h1>${OLDER.text}</h1><p>And</p>`)).toBe(
      `${notice(1, 0)}<h1>${OLDER.text}</h1>${mark()}<p>And</p>`,
    );
    expect(marked([OLDER], `<p><a href="/x/"><b>${OLDER.text}</b></a>, and</p>`)).toContain(
      `</b></a>${mark()}, and</p>`,
    );
  });

  test('leaves the sentence of a fact as it is, so that it can be quoted', () => {
    const fact = '<span id="a.fact" data-fact="a.fact">Un <b>inquilino</b> es de un cliente.</span>';
    expect(marked([FACT], `<p>${fact} Y más.</p>`)).toBe(`${notice(1, 0)}<p>${fact}${mark('#a.fact')} Y más.</p>`);
  });

  test('marks the prose of a section once, at its end', () => {
    const html = '<p><strong>Primero.</strong> F.</p><p>Después <a href="../x/">vaya</a> y mire.</p>';
    expect(marked([PROSE], html)).toBe(
      `${notice(1, 0)}<p><strong>Primero.</strong> F.</p><p>Después <a href="../x/">vaya</a> y mire.${mark()}</p>`,
    );
  });

  test('takes no label for a part of a sentence', () => {
    expect(marked([LABEL], '<p>Volver atrás es fácil.</p>')).toBe('<p>Volver atrás es fácil.</p>');
    expect(marked([LABEL], '<p>Volver</p>')).toContain(notice(1, 0));
  });

  test('counts what stands in attributes, and says when only its frame is concerned', () => {
    expect(marked([OLDER], `<button title="${OLDER.text}">x</button>`)).toBe(
      `${notice(1, 0)}<button title="${OLDER.text}">x</button>`,
    );
    const html = markPage(page('<p>x</p>', LABEL.text), new Map([['es', makeFinder([LABEL])]]), telling);
    expect(html).toContain('<p class="unfinished" role="note" data-pagefind-ignore data-frame>1 older');
    expect(html).toContain('<link rel="stylesheet" href="/s.css"></head>');
  });
});

describe('a page with texts not yet translated', () => {
  test('says that they are English, on the smallest element', () => {
    expect(marked([MISSING], `<ul><li>\n  ${MISSING.text}\n</li><li>Otro.</li></ul>`)).toBe(
      `${notice(0, 1)}<ul><li lang="en">\n  ${MISSING.text}\n</li><li>Otro.</li></ul>`,
    );
    expect(marked([MISSING], `<p>Antes. ${MISSING.text} Después.</p>`)).toBe(
      `${notice(0, 1)}<p>Antes. <span lang="en">${MISSING.text}</span> Después.</p>`,
    );
  });

  test('does not say so of what is put into them', () => {
    expect(marked([FILLED], '<p>Leaves out: Licencia</p>')).toBe(
      `${notice(0, 1)}<p><span lang="en">Leaves out:</span> Licencia</p>`,
    );
  });

  test('marks them in a page of another language too, which has none of its own', () => {
    const html = `<html lang="en"><head></head><body><main><p lang="es">${MISSING.text}</p><p>${MISSING.text}</p></main></body></html>`;
    expect(markPage(html, new Map([['es', makeFinder([MISSING])]]))).toBe(
      html.replace(`<p lang="es">${MISSING.text}`, `<p lang="es"><span lang="en">${MISSING.text}</span>`),
    );
  });
});

test('a page without unfinished texts stays as it is, and so does what the status page quotes', () => {
  const html = page(`<p>Nada &amp; nada</p><ol data-quoted><li>${OLDER.text}</li></ol>`);
  expect(markPage(html, new Map([['es', makeFinder([OLDER, MISSING])]]), telling)).toBe(html);
});
