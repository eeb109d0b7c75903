import { expect, test } from 'vitest';
import { readFragment } from '../../../src/scripts/carry.ts';

test.each([
  ['', '', []],
  ['#steps', 'steps', []],
  ['#steps=gate-one.gate-two', 'steps', ['gate-one', 'gate-two']],
  ['#=gate-one', '', ['gate-one']],
  ['#check=', 'check', []],
  ['#a=b=c', 'a', ['b']],
])('the fragment %j is the section %j with %j carried along', (hash, section, values) => {
  expect(readFragment(hash)).toEqual({ section, values });
});
