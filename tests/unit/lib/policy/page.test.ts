import { describe, expect, test } from 'vitest';
import { withIntegrity } from '../../../../src/lib/policy/integrity.ts';
import { allowedBy, hashSource, policyText, union, withPolicy } from '../../../../src/lib/policy/page.ts';

const page = (head: string, body = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const policyOf = (html: string) => /Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

describe('the policy of a page', () => {
  test('a hash is the SHA-256 of what stands between the tags, white space and all', () => {
    expect(hashSource('\n hello ')).not.toBe(hashSource('hello'));
    // echo -n 'hello' | openssl dgst -sha256 -binary | base64
    expect(hashSource('hello')).toBe("'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='");
  });

  test('allows each script and style written into the page once, and no others', () => {
    const policy = policyOf(withPolicy(page('<script>one</script><style>two</style>', '<script>one</script>')));
    expect(policy.split('sha256-')).toHaveLength(3);
    expect(policy).toContain(`script-src 'self' ${hashSource('one')};`);
    expect(policy).toContain(`style-src 'self' ${hashSource('two')};`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test('rules for the next page are a script, data are not, nor are files', () => {
    const { scripts } = allowedBy(
      '<script type="speculationrules">{}</script><script type="application/ld+json">{"a":1}</script><script type="module" src="/a.js"></script>',
    );
    expect(scripts).toEqual([hashSource('{}')]);
  });

  test('stands before everything it is about, and replaces the one before', () => {
    const once = withPolicy(page('<script>first</script>'));
    expect(once).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]*"><script>/,
    );
    expect(withPolicy(once)).toBe(once);
    const changed = withPolicy(once.replace('first', 'second'));
    expect(policyOf(changed)).toContain(hashSource('second'));
    expect(policyOf(changed)).not.toContain(hashSource('first'));
  });

  test('WebAssembly only where it is asked for', () => {
    const wasm = { scripts: [], styles: [], wasm: true };
    expect(policyOf(withPolicy(page('')))).not.toContain('wasm');
    expect(policyOf(withPolicy(page(''), [wasm]))).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policyText(union([allowedBy('<style>a</style>'), wasm]))).toContain(hashSource('a'));
  });

  test.each([
    ['an inline handler', '<button type="button" onclick="go()">', 'onclick'],
    ['a style attribute', '<p class="a" style="color:red">', 'style'],
    ['an address that is a script', '<a href="javascript:go()">', 'javascript:'],
  ])('%s stops the build and is named', (_what, element, named) => {
    expect(() => withPolicy(page('', element))).toThrow(named);
  });

  test.each([
    ['words in a text', '<p>the onclick="x" of a page</p>'],
    ['words in an attribute', '<p title="style = onclick=go()">a</p>'],
    ['words in a script', '<script>const a = \'<p style="x">\'</script>'],
  ])('%s are nothing to refuse', (_what, element) => {
    expect(() => withPolicy(page('', element))).not.toThrow();
  });

  test('a page without its first line, or with two, cannot have one', () => {
    expect(() => withPolicy('<html><head></head></html>')).toThrow('<meta charset="utf-8">');
    expect(() => withPolicy(page('<meta charset="utf-8">'))).toThrow('once');
  });
});

test('a script named in the markup says what it contains, once', () => {
  const html = '<script type="module" src="/a.js"></script><link rel="stylesheet" href="/a.css"><script>b</script>';
  const once = withIntegrity(html, (address) => (address === '/a.js' ? 'hello' : ''));
  expect(once).toBe(html.replace('/a.js">', '/a.js" integrity="sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=">'));
  expect(withIntegrity(once, () => 'other')).toBe(once);
});
