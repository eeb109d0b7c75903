import { fold } from './fold.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*(?:[-‐‑][\p{L}\p{N}\p{M}]+)*/gu;
const INNER = /[-‐‑]/u;

/** A word of a text. The parts of a compound are words of their own. */
export interface Token {
  /** as it is written */
  readonly typed: string;
  /** where it begins in the text */
  readonly at: number;
  /** in folded letters */
  readonly form: string;
  /** the compound it begins, without hyphens */
  readonly whole?: string;
}

/**
 * The words of a text, compounds in parts.
 * @param text any text
 */
export function tokens(text: string): readonly Token[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    let at = index;
    const parts = written
      .split(INNER)
      .map((typed) => {
        const part = { typed, at, form: fold(typed) };
        at += typed.length + 1;
        return part;
      })
      .filter(({ form }) => form !== '');
    if (parts.length < 2) return parts;
    const whole = parts.map(({ form }) => form).join('');
    return parts.map((part, index) => (index === 0 ? { ...part, whole } : part));
  });
}
