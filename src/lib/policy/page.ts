import { createHash } from 'node:crypto';

// The Content Security Policy of a page, made from what is really written into it (docs/decisions/0016-policy.md).

/** A script or style written into a page. */
interface Inline {
  readonly kind: 'script' | 'style';
  readonly content: string;
}

/** What a page may run besides the files of its own site. */
export interface Allowed {
  /** the hashes of the scripts and styles written into it, as sources of a policy */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** whether it runs WebAssembly: the full text of search */
  readonly wasm: boolean;
}

/** The only Trusted Types policy that a page may make: it gives the address of the service worker, whatever it is asked. */
export const TRUSTED_POLICY = 'worker';

const ATTRIBUTES = String.raw`(?:[^>"']|"[^"]*"|'[^']*')*`;
const BLOCK = new RegExp(String.raw`<(script|style)\b(${ATTRIBUTES})>([\s\S]*?)</\1>`, 'g');
const OPENING = new RegExp(String.raw`<(?!/|!)[a-z][\w-]*\b${ATTRIBUTES}>`, 'g');
/** An attribute that a policy without exceptions refuses. Within a tag, where values are quoted. */
const REFUSED = /\s(on[a-z]+|style)=|\s(?:href|src|action|formaction)="(javascript:)/i;
/** What is written between script tags but never run. */
const DATA = /\btype="application\/(?:ld\+)?json"/;
const META = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const CHARSET = '<meta charset="utf-8">';

const inline = (html: string): readonly Inline[] =>
  [...html.matchAll(BLOCK)]
    .filter(([, , attributes = '']) => !/\ssrc=/.test(attributes) && !DATA.test(attributes))
    .map(([, name, , content = '']) => ({ kind: name === 'style' ? 'style' : 'script', content }));

/** The source of a policy that allows a script or style with this content, and no other. */
export const hashSource = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const hashes = (parts: readonly Inline[], kind: Inline['kind']): readonly string[] => [
  ...new Set(parts.filter((part) => part.kind === kind).map(({ content }) => hashSource(content))),
];

/** What a page or a picture needs a policy to allow because of what is written into it. */
export function allowedBy(markup: string): Allowed {
  const parts = inline(markup);
  return { scripts: hashes(parts, 'script'), styles: hashes(parts, 'style'), wasm: false };
}

/** What several of them need together. */
export const union = (all: readonly Allowed[]): Allowed => ({
  scripts: [...new Set(all.flatMap(({ scripts }) => scripts))],
  styles: [...new Set(all.flatMap(({ styles }) => styles))],
  wasm: all.some(({ wasm }) => wasm),
});

/** A policy in the form of a meta element. Whoever may frame a page only a header can say. */
export function policyText({ scripts, styles, wasm }: Allowed): string {
  const script = ['script-src', "'self'", ...(wasm ? ["'wasm-unsafe-eval'"] : []), ...scripts];
  return [
    "default-src 'none'",
    script.join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_POLICY}`,
  ].join(';');
}

/**
 * Writes its policy into a page, before anything that the policy is about; a policy written before is replaced.
 * @param besides what the page needs that is not written into it
 * @throws {Error} for a page that cannot have one, saying what to mend
 */
export function withPolicy(html: string, besides: readonly Allowed[] = []): string {
  const plain = html.replace(META, '');
  const markup = plain.replaceAll(BLOCK, '<$1$2>');
  for (const [tag] of markup.matchAll(OPENING)) {
    const found = REFUSED.exec(tag.replaceAll(/"(?!javascript:)[^"]*"/gi, '""'));
    if (found !== null)
      throw new Error(
        `${tag} has ${found[1] ?? found[2] ?? ''}, which the policy of the page refuses: use a class of a style sheet, or a listener of a script`,
      );
  }
  if (plain.split(CHARSET).length !== 2) throw new Error(`a page needs ${CHARSET} once, at the beginning of its head`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyText(union([allowedBy(plain), ...besides]))}">`;
  return plain.replace(CHARSET, CHARSET + meta);
}
