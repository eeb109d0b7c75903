import { describe, expect, test } from 'vitest';
import type { WizardFile } from '../../../src/lib/wizard/file.ts';
import { askText } from '../../../src/support/ask.ts';

const file: Pick<WizardFile, 'questions' | 'answers'> = {
  questions: {
    paid: {
      title: 'How is it paid?',
      label: 'Paid',
      hint: 'See the bill.',
      in: { china: { title: 'How paid in China?' } },
    },
  },
  answers: {
    seat: { label: 'By seat', short: 'Seat', hint: 'Microsoft 365' },
    use: { label: 'By use', short: 'Use' },
  },
};
const words = { askIntro: 'One more answer:', askChoose: 'Choose:', askLink: 'Or here:' };
const node = { question: 'paid', next: { seat: { outcome: 'a' }, use: { outcome: 'b' } } };

describe('what to ask next', () => {
  test('is the question with its hint, its answers, and the link with what is known', () => {
    expect(askText(file, { path: ['global'], node }, words, 'https://example.org/wizard/global/')).toBe(
      `One more answer:

**How is it paid?**

See the bill.

Choose:

- By seat (Microsoft 365)
- By use

Or here:

<https://example.org/wizard/global/>`,
    );
  });

  test('has the words of the cloud, without a hint where it has none', () => {
    const text = askText(file, { path: ['china'], node }, words, 'x');
    expect(text).toContain('**How paid in China?**');
    expect(text).not.toContain('See the bill.');
  });

  test('has no gap where a question has no hint, and the id of an answer that has no words', () => {
    const bare = { questions: { paid: { title: 'How?', label: 'Paid' } }, answers: {} };
    const text = askText(bare, { path: [], node: { question: 'paid', next: { seat: { outcome: 'a' } } } }, words, 'x');
    expect(text).toBe('One more answer:\n\n**How?**\n\nChoose:\n\n- seat\n\nOr here:\n\n<x>');
  });

  test('is nothing where the answers already decide', () => {
    expect(askText(file, { path: ['global', 'seat'], node: { outcome: 'a' } }, words, 'x')).toBe('');
  });
});
