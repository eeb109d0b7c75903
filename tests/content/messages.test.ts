import { describe, expect, test } from 'vitest';
import { locales } from '../../src/config/locales.ts';
import { holds } from '../../src/eligibility/table.ts';
import { results, stepsAlong } from '../../src/eligibility/tree.ts';
import { checkContent } from '../../src/lib/content/check.ts';
import { loadContent, type Content } from '../../src/lib/content/load.ts';
import { messageView } from '../../src/lib/messages.ts';
import { messagesOf, resultView } from '../../src/lib/result.ts';
import { site } from '../../src/lib/site.ts';

const content = loadContent();
const { tree } = site();

/** Every result, with the messages that can be sent there. */
const shown = [...results(tree)].map(({ path, node }) => {
  const answers = Object.fromEntries(stepsAlong(tree, path).map(({ question, answer }) => [question, answer]));
  return { path, node, answers, ids: messagesOf(content, node.outcome, answers).map(({ id }) => id) };
});
const at = (path: string) => shown.find((each) => each.path.join('/') === path)?.ids;

describe('the messages to send', () => {
  test.each([
    [
      'global/take-over/from-csp-partner/usage/azure-0145p/billed-by-microsoft',
      ['azure-switch-letter', 'invitation-note'],
    ],
    [
      'global/take-over/from-csp-partner/usage/azure-0145p/indirect-reseller',
      ['azure-switch-letter', 'invitation-note', 'azure-switch-ask-provider'],
    ],
    [
      'global/take-over/from-csp-partner/usage/azure-plan/indirect-reseller',
      ['invitation-note', 'azure-plan-tell-current-partner', 'azure-plan-ask-provider'],
    ],
    [
      'global/take-over/from-csp-partner/usage/azure-plan/billed-by-microsoft',
      ['invitation-note', 'azure-plan-tell-current-partner', 'azure-plan-ask-future-partner'],
    ],
    ['global/take-over/from-csp-partner/license/billed-by-microsoft', ['invitation-note', 'license-end-letter']],
    ['us-gov/take-over/from-csp-partner/license/billed-by-microsoft', ['invitation-note']],
    ['global/between-partners/csp-tenant', ['no-resale-reply']],
    ['global/between-partners/self-or-affiliate', []],
    ['global/restore-access/lost-azure-role', ['azure-role-request']],
    ['us-gov/restore-access/lost-azure-role', []],
    ['global/remove-access', ['remove-access-note']],
    ['germany', []],
  ])('of %s are %j', (path, ids) => {
    expect(at(path)).toEqual(ids);
  });

  test.each(content.messages.map(({ id, outcomes, when }) => [id, outcomes, when] as const))(
    '%s shows on a result of each of its outcomes',
    (id, outcomes, when) => {
      for (const outcome of outcomes)
        expect([
          outcome,
          shown.some(({ node, answers, ids }) => node.outcome === outcome && holds(when, answers) && ids.includes(id)),
        ]).toEqual([outcome, true]);
    },
  );

  test('stand on facts that the result quotes', () => {
    for (const { path, node } of shown.filter(({ ids }) => ids.length > 0)) {
      const view = resultView(site(), 'en', path, node);
      const quoted = new Set([...view.facts, ...view.today].map(({ id }) => id));
      for (const { id, facts } of view.messages) {
        expect(facts.length, id).toBeGreaterThan(0);
        for (const fact of facts) expect(quoted.has(fact.id), `${path.join('/')} ${id} ${fact.id}`).toBe(true);
      }
    }
  });

  test.each(locales)(
    'are letters in %s: greeting, closing with a name to fill in, nothing but brackets to fill',
    (locale) => {
      for (const { id } of content.messages) {
        const { title, subject, body } = messageView(locale, id);
        const paragraphs = body.split('\n\n');
        expect(paragraphs.length, id).toBeGreaterThan(4);
        expect(paragraphs[0], id).toMatch(/[,:!]$/);
        expect(paragraphs.at(-1), id).toMatch(/\[[^\]]*\]$/);
        expect([title, subject].join(), id).not.toMatch(/[{}]/);
        expect(body.match(/\[/g)?.length, id).toBe(body.match(/\]/g)?.length);
      }
    },
  );

  test('list items follow each other without an empty line', () => {
    expect(messageView('en', 'azure-switch-letter').body).toMatch(/\n\n- .*\n- .*\n/);
  });
});

describe('a mistake in the messages is named', () => {
  const [first, ...others] = content.messages;
  if (first === undefined) throw new Error('there are no messages');
  const problems = (messages: Content['messages']) =>
    checkContent({ ...content, messages }).map(({ cause, message }) => [cause, message.includes(first.id)]);

  const mistakes: readonly (readonly [did: string, messages: Content['messages'], cause: string])[] = [
    ['an unknown fact', [{ ...first, facts: ['no.fact'] }, ...others], 'message: unknown fact'],
    [
      'a condition that no result meets',
      [{ ...first, when: { cloud: ['germany'] } }, ...others],
      'message: never shown',
    ],
    ['an outcome that does not exist', [{ ...first, outcomes: ['nowhere'] }, ...others], 'message: unknown outcome'],
    ['an id that stands twice', [first, ...content.messages], 'message: doubled id'],
    ['a message without words', [{ ...first, id: `${first.id}-new` }, ...content.messages], 'wording: message missing'],
    ['words without a message', others, 'wording: message unknown'],
  ];
  test.each(mistakes)('%s', (_, messages, cause) => {
    expect(problems(messages)).toContainEqual([cause, true]);
  });

  test('an outcome that does not exist, by its id alone', () => {
    const messages = [{ ...first, outcomes: [...first.outcomes, 'azure-swich'] }, ...others];
    expect(checkContent({ ...content, messages })).toEqual([
      {
        cause: 'message: unknown outcome',
        file: 'src/content/decision/messages.json',
        message: `${first.id}: there is no outcome "azure-swich"`,
        remedy: 'Correct the id.',
      },
    ]);
  });
});
