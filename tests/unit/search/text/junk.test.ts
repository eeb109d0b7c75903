import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, isMeant } from '../../../../src/search/text/junk.ts';

describe('a word folded as the index folds it', () => {
  test.each([
    ['Suscripción', 'suscripcion'],
    ['año', 'ano'],
    ['FUNÇÕES', 'funcoes'],
    ['й', 'и'],
    ['учётной', 'учетнои'],
    ['multi-partner', 'multipartner'],
    ['«тенанта»,', 'тенанта'],
    ['(CSP).', 'csp'],
    ['C++', 'c'],
    ['21Vianet', '21vianet'],
    ['…', ''],
  ])('%s is %j', (word, folded) => {
    expect(fold(word)).toBe(folded);
    expect(fold(word.normalize('NFD'))).toBe(folded);
  });
});

describe('a match', () => {
  test.each([
    ['elegible', 'el'],
    ['yate', 'y'],
    ['elegível', 'e'],
    ['opção', 'o'],
    ['сумма', 'с'],
    ['сервер', 'с'],
    ['йод', 'и'],
    ['eligible', 'e'],
    ['permissão', 'perfil'],
    ['подпиской', 'под'],
    ['DAP', 'da'],
  ])('of %s with "%s" is an accident of a small index, and dropped', (typed, matched) => {
    expect(isMeant([matched], [typed])).toBe(false);
  });

  test.each([
    ['подпиской', 'подписку'],
    ['подписк', 'подпиской'],
    ['permissão', 'permissões'],
    ['funcao', 'Funções'],
    ['facturacion', 'facturación'],
    ['CSP', 'CSP'],
    ['csp', 'CSP,'],
    ['EA', '(EA)'],
    ['DAP', 'DAP.'],
    ['dap', '«DAP»'],
    ['rol', 'roles'],
    ['в', 'в'],
    ['subscription', 'subscriptions'],
    ['multipartner', 'multi-partner'],
    ['multi-partner', 'Multipartner'],
    ['йод', 'Йод'],
  ])('of %s with "%s" is what the reader meant, and kept', (typed, matched) => {
    expect(isMeant([matched], [typed])).toBe(true);
  });

  test('is kept as soon as one matched word is meant by one word of the query', () => {
    expect(isMeant(['el', 'y', 'suscripción'], ['elegible', 'suscripciones'])).toBe(true);
    expect(isMeant(['el', 'y'], ['elegible', 'suscripciones'])).toBe(false);
  });

  test.each([
    ['no word was matched', [], ['csp']],
    ['nothing was typed', ['csp'], []],
    ['only punctuation was typed', ['csp'], ['…', '-', '¿?', '+']],
    ['an empty word was matched', ['', '…'], ['csp']],
  ])('is dropped where %s', (_, matched, typed) => {
    expect(isMeant(matched, typed)).toBe(false);
  });

  test('of any word with itself is kept, in any case and with its accents written in any way', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 'ñ', 'ç', 'ã', 'É', 'ж', 'й', 'ё', '2'), minLength: 1 });
    fc.assert(
      fc.property(word, (letters) => {
        expect(isMeant([letters.toUpperCase()], [letters])).toBe(true);
        expect(isMeant([letters], [letters.normalize('NFD')])).toBe(true);
        expect(isMeant([`«${letters}»,`], [letters])).toBe(true);
      }),
    );
  });

  test('of any strings is decided without an exception', () => {
    const strings = fc.array(fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(strings, strings, (matched, typed) => {
        expect(typeof isMeant(matched, typed)).toBe('boolean');
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a match is kept as well', () => {
  test.each([
    ['transacting', 'CSP-transacting'],
    ['channel', 'multi-channel'],
    ['Partner', 'multi-partner,'],
  ])('of %s with the part of a compound word, "%s": the index holds the parts too', (typed, matched) => {
    expect(isMeant([matched], [typed])).toBe(true);
  });

  test.each([
    ['роль', 'роли'],
    ['роли', 'ролью'],
    ['CSPs', 'CSP'],
    ['roles', 'rol'],
    ['días', 'día'],
  ])('of %s with "%s", another form of a short word', (typed, matched) => {
    expect(isMeant([matched], [typed])).toBe(true);
  });
});
