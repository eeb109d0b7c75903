import { z } from 'astro/zod';
import { DmnModdle } from 'dmn-moddle';
import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/eligibility/explain.ts';
import { combinations, type Answers, type DecisionTable } from '../../../../src/eligibility/table.ts';
import { loadContent } from '../../../../src/lib/content/load.ts';
import { decisionDmn, feelName } from '../../../../src/lib/programs/dmn.ts';
import { table, tree } from '../../eligibility/realTable.ts';

const expression = z.object({ text: z.string() });
const decisionSchema = z.object({
  $type: z.literal('dmn:Decision'),
  informationRequirement: z.array(z.object({ requiredInput: z.object({ href: z.string() }) })),
  decisionLogic: z.object({
    hitPolicy: z.literal('UNIQUE'),
    input: z.array(z.object({ inputExpression: expression, inputValues: expression })),
    output: z.array(z.object({ name: z.string(), outputValues: expression.optional() })),
    rule: z.array(
      z.object({
        id: z.string(),
        description: z.string(),
        inputEntry: z.array(expression),
        outputEntry: z.array(expression),
      }),
    ),
  }),
});
const inputSchema = z.object({ $type: z.literal('dmn:InputData'), id: z.string(), name: z.string() });
const definitionsSchema = z.object({
  description: z.string(),
  drgElement: z.tuple([decisionSchema], inputSchema),
});

/** Reads DMN as any program would, from its XML. */
async function read(xml: string) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  expect(warnings).toEqual([]);
  const { description, drgElement } = definitionsSchema.parse(rootElement);
  const [{ decisionLogic, informationRequirement }, ...inputs] = drgElement;
  return { description, inputs, informationRequirement, ...decisionLogic };
}

type Dmn = Awaited<ReturnType<typeof read>>;

/** The answer to a question, asked once: the tests of a table repeat themselves thousands of times. */
function once<Result>(ask: (text: string, value: string) => Result) {
  const known = new Map<string, Map<string, Result>>();
  return (text: string, value: string): Result => {
    const answers = known.get(text) ?? new Map<string, Result>();
    known.set(text, answers);
    const answer = answers.get(value) ?? ask(text, value);
    answers.set(value, answer);
    return answer;
  };
}

const meets = once((text, value) => {
  const { value: met, warnings } = unaryTest(text, { '?': value });
  expect(warnings).toEqual([]);
  return met === true;
});

const textOf = (expressionText: string, context: Answers = {}): string => {
  const { value, warnings } = evaluate(expressionText, context);
  expect(warnings).toEqual([]);
  return z.string().parse(value);
};

/** The rules that fit, and what they put out by name, as a FEEL engine finds: nothing here comes from the site. */
function fitting({ inputs, input, output, rule }: Dmn, values: readonly string[]) {
  const context = Object.fromEntries(inputs.map(({ name }, index) => [name, values[index] ?? '']));
  const given = input.map(({ inputExpression }) => textOf(inputExpression.text, context));
  return rule
    .filter(({ inputEntry }) => inputEntry.every(({ text }, index) => meets(text, given[index] ?? '')))
    .map(({ outputEntry }) =>
      Object.fromEntries(output.map(({ name }, index) => [name, textOf(outputEntry[index]?.text ?? '')])),
    );
}

const valuesOf = ({ order }: DecisionTable, answers: Answers): readonly string[] =>
  order.map((question) => answers[question] ?? 'not-asked');

const content = loadContent();
const dmn = await read(await decisionDmn(content));

describe('the decision table as DMN, read back and evaluated by another engine', () => {
  const combos = [...combinations(table)];
  const possible = new Map(
    combos.map((answers) => {
      const { outcome, notes } = decide(tree, answers);
      return [valuesOf(table, answers).join(), { outcome, notes: notes.join(' ') }];
    }),
  );

  test('decides every combination of answers by exactly one rule, as the site does', () => {
    expect(possible.size).toBe(586);
    for (const answers of combos) {
      const values = valuesOf(table, answers);
      expect(fitting(dmn, values), values.join()).toEqual([possible.get(values.join())]);
    }
  });

  test('fits any other answers by exactly one rule too, which says that they cannot occur', () => {
    const all = table.order.map((question) => [...(table.questions[question] ?? []), 'not-asked']);
    const anywhere = fc.tuple(...all.map((values) => fc.constantFrom(...values)));
    // Few points anywhere are nearly possible, so most are drawn one answer away from a possible one.
    const close = fc
      .tuple(fc.constantFrom(...combos), fc.nat(all.length - 1), fc.nat())
      .map(([answers, question, value]) =>
        valuesOf(table, answers).toSpliced(question, 1, all[question]?.[value % (all[question].length || 1)] ?? ''),
      );
    fc.assert(
      fc.property(fc.oneof(anywhere, { arbitrary: close, weight: 2 }), (values) => {
        expect(fitting(dmn, values)).toEqual([possible.get(values.join()) ?? { outcome: 'impossible', notes: '' }]);
      }),
      { numRuns: 5000 },
    );
  });

  test('asks every question of the table, with its answers and `not-asked`', () => {
    expect(dmn.inputs.map(({ name }) => name)).toEqual(table.order);
    expect(dmn.informationRequirement.map(({ requiredInput }) => requiredInput.href)).toEqual(
      dmn.inputs.map(({ id }) => `#${id}`),
    );
    for (const [index, question] of table.order.entries()) {
      const values = z.array(z.string()).parse(evaluate(`[${dmn.input[index]?.inputValues.text ?? ''}]`).value);
      expect(values).toEqual([...(table.questions[question] ?? []), 'not-asked']);
    }
  });

  test('names every outcome and `impossible`', () => {
    const values = evaluate(`[${dmn.output[0]?.outputValues?.text ?? ''}]`).value;
    expect(values).toEqual([...Object.keys(content.outcomes), 'impossible']);
  });
});

describe('the rules of the DMN', () => {
  const why = (id: string) => dmn.rule.find((rule) => rule.id === id)?.description;

  test('have ids of their own, which XML allows', () => {
    const ids = dmn.rule.map(({ id }) => id);
    expect(new Set(ids).size).toBe(237);
    for (const id of ids) expect(id).toMatch(/^rule_[A-Za-z0-9_-]+$/);
  });

  test('name the row and its facts', () => {
    expect(why('rule_D1')).toBe('row D1: facts newer.germany-closed, de.no-new-customers, de.migrate-first');
    expect(why('rule_G4-global_2')).toBe(why('rule_G4-global'));
  });

  test('say why answers cannot occur together', () => {
    expect(why('rule_impossible_goal_2')).toBe(
      'impossible: the question goal is not asked after the answers before it',
    );
    expect(why('rule_impossible_served')).toBe(
      'impossible: after the answers before it, the question served is asked and offers only served-elsewhere, not-served-elsewhere',
    );
  });

  test('stand under the revision they were made from', () => {
    const { revision, date } = content.revision;
    expect(dmn.description).toContain(`revision ${revision} of ${date}`);
  });
});

describe('the id of a question as a name of FEEL', () => {
  test.each([
    ['cloud', 'cloud'],
    ['azure-offer', 'azure_offer'],
    ['2nd-role', '_2nd_role'],
    ['for', '_for'],
    ['formerly', 'formerly'],
  ])('%s is %s', (id, name) => {
    expect(feelName(id)).toBe(name);
  });

  test('is found by an engine, whatever the id', async () => {
    const order = ['2nd-role', 'for', 'a-b'];
    const odd: DecisionTable = {
      ...table,
      order,
      questions: { '2nd-role': ['x', 'y'], for: ['u', 'v'], 'a-b': ['s', 't'] },
      asked: [
        { question: '2nd-role', when: {}, answers: ['x', 'y'] },
        { question: 'for', when: { '2nd-role': ['x'] }, answers: ['u', 'v'] },
        { question: 'a-b', when: { for: ['u'] }, answers: ['s', 't'] },
      ],
      rows: [
        { row: 'one', when: { 'a-b': ['t'] }, outcome: 'path', notes: ['n', 'm'], facts: ['f'] },
        { row: 'two', when: { for: ['u'], 'a-b': ['s'] }, outcome: 'other', notes: [], facts: ['f'] },
        { row: 'three', when: { for: ['v'] }, outcome: 'other', notes: [], facts: ['f'] },
        { row: 'four', when: { '2nd-role': ['y'] }, outcome: 'other', notes: [], facts: ['f'] },
      ],
    };
    const model = await read(await decisionDmn({ ...content, table: odd }));
    expect(fitting(model, ['x', 'u', 't'])).toEqual([{ outcome: 'path', notes: 'n m' }]);
    expect(fitting(model, ['y', 'not-asked', 'not-asked'])).toEqual([{ outcome: 'other', notes: '' }]);
    expect(fitting(model, ['y', 'u', 't'])).toEqual([{ outcome: 'impossible', notes: '' }]);
  });
});
