import { describe, expect, test } from 'vitest';
import { folded, matches } from '../../../src/support/find.ts';

describe('finding an entry', () => {
  test('compares small letters without accents', () => {
    expect(folded('Solicitar una RELACIÓN')).toBe('solicitar una relacion');
  });

  test.each([
    ['Cambio de Azure', 'AZURE', true],
    ['Cambio de Azure', 'azure cambio', true],
    ['Solicitar una relación', 'relacion', true],
    ['Permissões', 'permissoes', true],
    ['Передача подписки', 'ПЕРЕД', true],
    ['Передача подписки', 'azure', false],
    ['Cambio de Azure', 'azure ticket', false],
    ['Cambio de Azure', '', true],
    ['Cambio de Azure', '   ', true],
  ])('in "%s" by "%s": %s', (text, query, found) => {
    expect(matches(folded(text), query)).toBe(found);
  });
});
