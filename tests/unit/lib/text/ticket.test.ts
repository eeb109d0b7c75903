import { describe, expect, test } from 'vitest';
import { CUT, ticketText, upToCut, withTicks } from '../../../../src/lib/text/ticket.ts';

const twin = (title: string) =>
  `# ${title}\n\n## Before\n\n- [ ] One\n  - If not: first\n- [ ] Two\n  - If not: second\n\n<https://example.org/>${CUT}## More\n\nlong\n`;

describe('a text for a ticket', () => {
  test('goes down to the rule of the twin', () => {
    expect(upToCut(twin('A'))).toMatch(/^# A\n[^]*<https:\/\/example\.org\/>$/);
    expect(upToCut('# Alone\n')).toBe('# Alone');
  });

  test('has the ticks of the reader, by position, and nothing of what to do if something is not so', () => {
    expect(withTicks(upToCut(twin('A')), [false, true])).toBe(
      '# A\n\n## Before\n\n- [ ] One\n- [x] Two\n\n<https://example.org/>',
    );
    expect(withTicks('- [ ] One', [])).toBe('- [ ] One');
    expect(withTicks('no list', [true])).toBe('no list');
  });

  test('in two languages stands one below the other, with the same ticks', () => {
    expect(ticketText([twin('A'), twin('Б')], [true], 'markdown')).toBe(
      `# A\n\n## Before\n\n- [x] One\n- [ ] Two\n\n<https://example.org/>${CUT}# Б\n\n## Before\n\n- [x] One\n- [ ] Two\n\n<https://example.org/>\n`,
    );
  });

  test('is plain where that is asked for', () => {
    expect(ticketText([twin('A')], [false, true], 'text')).toBe(
      'A\n=\n\nBefore\n------\n\n[ ] One\n[x] Two\n\nhttps://example.org/\n',
    );
  });
});
