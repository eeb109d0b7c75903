import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { locales } from '../../../../src/config/locales.ts';
import { jsonSchemas } from '../../../../src/lib/programs/schemas.ts';
import { GET as decision } from '../../../../src/pages/decision.json.ts';
import { GET as facts } from '../../../../src/pages/facts.json.ts';
import { GET as search } from '../../../../src/pages/[locale]/search.json.ts';
import { GET as wizard } from '../../../../src/pages/[locale]/wizard.json.ts';
import { getStaticPaths, GET as schema } from '../../../../src/pages/schemas/[name].json.ts';

/** What an endpoint publishes for these props, as a program reads it. */
async function published(endpoint: unknown, props: object = {}): Promise<unknown> {
  if (typeof endpoint !== 'function') throw new TypeError('not an endpoint');
  const response: unknown = await Reflect.apply(endpoint, undefined, [{ props }]);
  if (!(response instanceof Response)) throw new TypeError('not a response');
  return response.json();
}

const ajv = new Ajv2020();
const validators = new Map(Object.entries(jsonSchemas).map(([name, each]) => [name, ajv.compile(each)]));

/** What is wrong with data by a schema, and at which place; nothing if it is right. */
function problems(name: string, data: unknown) {
  const validate = validators.get(name);
  if (validate === undefined) throw new RangeError(`there is no schema ${name}`);
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath: at, message }) => ({ at, message }));
}

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;

/** A copy of the data with another value at a place; without it if there is no value. */
function changed(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((item: unknown, index) => (String(index) === key ? changed(item, rest, value) : item));
  if (!isObject(data)) throw new TypeError(`there is no ${key}`);
  const inner = changed(data[key], rest, value);
  return Object.fromEntries(Object.entries({ ...data, [key]: inner }).filter(([, each]) => each !== undefined));
}

const data = {
  decision: await published(decision),
  facts: await published(facts),
  wizard: await published(wizard, { locale: 'en' }),
  search: await published(search, { locale: 'en' }),
};

describe('the JSON the site publishes', () => {
  test.each(['decision', 'facts'] as const)('/%s.json has the form its schema gives', (name) => {
    expect(problems(name, data[name])).toEqual([]);
  });

  test.each(locales)('/%s/wizard.json and search.json have the form their schemas give', async (locale) => {
    expect(problems('wizard', await published(wizard, { locale }))).toEqual([]);
    expect(problems('search', await published(search, { locale }))).toEqual([]);
  });

  test.each([
    ['decision', 'no revision', ['revision'], undefined],
    ['decision', 'a revision of another form', ['revision', 'revision'], 'v2'],
    ['decision', 'a row without facts', ['rows', '0', 'facts'], undefined],
    ['decision', 'a single answer instead of a list', ['rows', '0', 'when', 'cloud'], 'germany'],
    ['decision', 'an unknown kind of outcome', ['outcomes', 'multi-partner', 'kind'], 'perhaps'],
    ['decision', 'a path with a slash too many', ['paths', '/global/manage/'], { outcome: 'x', notes: [], facts: [] }],
    ['decision', 'a path without notes', ['paths', 'germany', 'notes'], undefined],
    ['decision', 'a key of its own', ['version'], 2],
    ['facts', 'a fact without a page', ['de.migrate-first', 'page'], undefined],
    ['facts', 'an article that does not exist', ['de.migrate-first', 'page'], 'germany'],
    ['facts', 'a text missing in one language', ['de.migrate-first', 'text', 'ru'], undefined],
    ['facts', 'a text in a further language', ['de.migrate-first', 'text', 'de'], 'Erst umziehen.'],
    ['facts', 'an unknown layer', ['de.migrate-first', 'layer'], 'older'],
    ['wizard', 'a question that leads nowhere', ['tree', 'next'], undefined],
    ['wizard', 'a page that both asks and decides', ['tree', 'outcome'], 'multi-partner'],
    [
      'wizard',
      'an empty outcome deep in the tree',
      ['tree', 'next', 'global', 'next', 'manage', 'next', 'from-ea'],
      { outcome: '' },
    ],
    ['wizard', 'an answer without words', ['answers', 'global', 'label'], undefined],
    ['wizard', 'a label missing', ['labels', 'back'], undefined],
    ['search', 'a page without an address', ['entries', '0', 'path'], undefined],
    ['search', 'an unknown kind of page', ['entries', '0', 'kind'], 'video'],
    ['search', 'a word at a place that is none', ['text', 'azure'], ['everywhere']],
    ['search', 'a cloud without a name', ['clouds', '21vianet'], undefined],
    ['search', 'a word of its own', ['words', 'extra'], 'x'],
  ] as const)('%s.json is rejected with %s', (name, _, place, value) => {
    const found = problems(name, changed(data[name], place, value));
    const path = place.map((key) => `/${key.replaceAll('/', '~1')}`).join('');
    expect(found).not.toEqual([]);
    for (const { at, message } of found)
      expect(path.startsWith(at) || at.startsWith(path), `${at} ${message ?? ''}`).toBe(true);
  });
});

/** Every schema within a schema. */
function* within(part: unknown): Generator<Record<string, unknown>> {
  if (!isObject(part)) return;
  yield part;
  for (const inner of Object.values(part)) yield* within(inner);
}

describe('each schema', () => {
  test('is published under its name', async () => {
    expect(getStaticPaths().map(({ params }) => params.name)).toEqual(Object.keys(jsonSchemas));
    for (const { params, props } of getStaticPaths())
      expect(await published(schema, props)).toEqual(jsonSchemas[params.name]);
  });

  test.each(Object.entries(jsonSchemas))('%s says what it is, and allows no further keys', (name, each) => {
    expect(each).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:partner-paths:schema:${name}`,
    });
    expect(each).toHaveProperty('title', expect.stringContaining('.json'));
    expect(each).toHaveProperty('description', expect.stringMatching(/\.$/));
    for (const part of within(each))
      if (part['type'] === 'object') expect(part['additionalProperties'] ?? true, JSON.stringify(part)).not.toBe(true);
  });
});
