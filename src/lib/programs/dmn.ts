import { DmnModdle, type ModdleElement } from 'dmn-moddle';
import { SITE } from '../../config/site.ts';
import { boxesOf, IMPOSSIBLE, NOT_ASKED, valuesOf, type ImpossibleBox } from '../../eligibility/boxes.ts';
import type { DecisionTable } from '../../eligibility/table.ts';
import type { Content } from '../content/load.ts';

const moddle = new DmnModdle();

const make = (type: string, properties: Readonly<Record<string, unknown>>): ModdleElement =>
  moddle.create(`dmn:${type}`, properties);

// The words of FEEL's own grammar (DMN 1.3, section 10.3.1.2)
const RESERVED =
  /^(true|false|null|if|then|else|for|in|return|some|every|satisfies|and|or|not|between|instance|of|function|external)$/;

/** An id as a name of FEEL, where a hyphen is a minus sign, no name begins with a digit, and some words are taken. */
export function feelName(id: string): string {
  const name = id.replaceAll('-', '_');
  return /^\d/.test(name) || RESERVED.test(name) ? `_${name}` : name;
}

// FEEL quotes and escapes strings as JSON does.
const strings = (...values: readonly string[]): string => values.map((value) => JSON.stringify(value)).join(', ');

const inputs = (table: DecisionTable, labels: Content['wording']['en']['questions']): readonly ModdleElement[] =>
  table.order.map((question) =>
    make('InputClause', {
      id: `input_${question}`,
      label: labels[question]?.label ?? question,
      inputExpression: make('LiteralExpression', { typeRef: 'string', text: feelName(question) }),
      inputValues: make('UnaryTests', { text: strings(...valuesOf(table, question)) }),
    }),
  );

const why = ({ question, offered }: ImpossibleBox): string =>
  offered.length === 0
    ? `impossible: the question ${question} is not asked after the answers before it`
    : `impossible: after the answers before it, the question ${question} is asked and offers only ${offered.join(', ')}`;

function rules(table: DecisionTable): readonly ModdleElement[] {
  const times = new Map<string, number>();
  return boxesOf(table).map((box) => {
    const { name, because, outcome, notes } =
      'row' in box
        ? { ...box.row, name: box.row.row, because: `row ${box.row.row}: facts ${box.row.facts.join(', ')}` }
        : { name: `${IMPOSSIBLE}_${box.question}`, because: why(box), outcome: IMPOSSIBLE, notes: [] };
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return make('DecisionRule', {
      id: time === 1 ? `rule_${name}` : `rule_${name}_${time}`,
      description: because,
      inputEntry: table.order.map((question) => {
        const values = box.when[question];
        return make('UnaryTests', { text: values === undefined ? '-' : strings(...values) });
      }),
      outputEntry: [outcome, notes.join(' ')].map((value) => make('LiteralExpression', { text: strings(value) })),
      // Some tools show the description beside a rule, others its annotations.
      annotationEntry: [make('RuleAnnotation', { text: because })],
    });
  });
}

/**
 * The decision table as DMN 1.3: one decision with one table, in which exactly one rule fits whatever the answers are. A
 * question that is not asked has the value `not-asked`; answers that cannot occur together have the outcome `impossible`.
 * Notes are one string, their ids in the order of the table with spaces between.
 * @param content the content, with a table that `compile` accepts
 * @returns the XML
 */
export async function decisionDmn({
  table,
  outcomes,
  revision: { revision, date },
  wording,
}: Pick<Content, 'table' | 'outcomes' | 'revision' | 'wording'>): Promise<string> {
  const decision = make('Decision', {
    id: 'decision_path',
    name: 'path',
    question: 'Which path applies, and which notes go with it?',
    variable: make('InformationItem', { name: 'path', typeRef: 'result' }),
    informationRequirement: table.order.map((question) =>
      make('InformationRequirement', {
        id: `requires_${question}`,
        requiredInput: make('DMNElementReference', { href: `#question_${question}` }),
      }),
    ),
    decisionLogic: make('DecisionTable', {
      id: 'table_path',
      hitPolicy: 'UNIQUE',
      input: inputs(table, wording.en.questions),
      output: [
        make('OutputClause', {
          id: 'output_outcome',
          name: 'outcome',
          typeRef: 'string',
          outputValues: make('UnaryTests', { text: strings(...Object.keys(outcomes), IMPOSSIBLE) }),
        }),
        make('OutputClause', { id: 'output_notes', name: 'notes', typeRef: 'string' }),
      ],
      annotation: [make('RuleAnnotationClause', { name: 'because' })],
      rule: rules(table),
    }),
  });
  const questions = table.order.map((question) =>
    make('InputData', {
      id: `question_${question}`,
      name: feelName(question),
      variable: make('InformationItem', { name: feelName(question), typeRef: 'string' }),
    }),
  );
  const result = make('ItemDefinition', {
    id: 'type_result',
    name: 'result',
    itemComponent: ['outcome', 'notes'].map((name) =>
      make('ItemDefinition', { id: `type_${name}`, name, typeRef: 'string' }),
    ),
  });
  const definitions = make('Definitions', {
    id: 'partner-paths',
    name: SITE.name,
    namespace: 'urn:partner-paths:decision',
    exporter: SITE.name,
    description: `The decision table of ${SITE.name}, revision ${revision} of ${date}. A question that is not asked has the value "${NOT_ASKED}"; answers that cannot occur together have the outcome "${IMPOSSIBLE}".`,
    itemDefinition: [result],
    drgElement: [decision, ...questions],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}
