import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlain } from '../../../../src/lib/text/plain.ts';

describe('plain text', () => {
  test.each([
    ['a title is underlined', '# Azure switch', 'Azure switch\n============'],
    ['a heading is underlined', '## Because', 'Because\n-------'],
    ['a smaller heading stands alone', '### Letter', 'Letter'],
    ['bold leaves its words', '**Customer:** writes **today**', 'Customer: writes today'],
    ['an address stands alone on its line', '<https://example.org/a/>', 'https://example.org/a/'],
    [
      'a link leaves its words, and its address on the next line',
      'See [the guidance](https://example.org/b/), please.',
      'See the guidance, please.\nhttps://example.org/b/',
    ],
    ['items keep their signs', '- one\n- two', '- one\n- two'],
    ['steps keep their numbers', '1. one\n12. two', '1. one\n12. two'],
    ['a checklist shows what is ticked', '- [ ] open\n- [x] done', '[ ] open\n[x] done'],
    ['quotation marks become straight', '“a” „b“ «в» ‘c’ it’s', '"a" "b" "в" \'c\' it\'s'],
    ['spaces that do not break become ordinary', '60\u00A0days\u202F— ago', '60 days — ago'],
    ['arrows and ellipses are written out', 'a → b…', 'a -> b...'],
    [
      'what was escaped is itself again',
      'customers\\_revoke \\*\\*a\\*\\* \\<b \\`c\\`',
      'customers_revoke **a** <b `c`',
    ],
    ['paragraphs stay apart', 'one\n\ntwo', 'one\n\ntwo'],
    ['placeholders stay', 'Dear [contact], [ID].', 'Dear [contact], [ID].'],
  ])('%s', (_, markdown, text) => {
    expect(toPlain(markdown)).toBe(text);
  });

  test('a long item is broken into lines that begin below its words', () => {
    const words = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
    const lines = toPlain(`12. ${words}`).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines[0]).toMatch(/^12\. word0 /);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {4}word/);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(`12. ${words}`);
  });

  test('an address longer than a line is not broken', () => {
    const address = `https://example.org/${'a'.repeat(150)}/`;
    expect(toPlain(`before\n\n<${address}>`).split('\n')).toContain(address);
  });

  test('of any words has no tab, no smart quote, and no line of 100 characters that could be shorter', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('aжé“”„«»‘’…→\u00A0\t-_1.[](')),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 80 }),
        fc.constantFrom('', '- ', '1. ', '- [ ] ', '## '),
        (words, sign) => {
          const text = toPlain(sign + words.join(' '));
          expect(text).not.toMatch(/[\t“”„«»‘’‚…→\u00A0\u202F]/);
          for (const line of text.split('\n')) if (line.trim().includes(' ')) expect(line.length).toBeLessThan(100);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
