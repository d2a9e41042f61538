/** Descriptions of data that no component gives: what a run knows of itself, what went wrong, that a called flow is done. */
import type { JsonSchema } from '../shared/index.ts';
import type { SourceType } from '../mapping/index.ts';
import type { FindOperations } from './step-facts.ts';

const facts: JsonSchema = {
  type: 'object',
  title: 'Flow',
  properties: {
    id: { type: 'string', title: 'Flow ID' },
    name: { type: 'string', title: 'Name of the flow' },
    run: { type: 'string', title: 'Run ID' },
    startedAt: { type: 'string', format: 'date-time', title: 'Started at' },
  },
  required: ['id', 'name', 'run', 'startedAt'],
  additionalProperties: false,
};

const failure: JsonSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      title: 'What went wrong',
      properties: {
        code: { type: 'string', title: 'Kind' },
        words: { type: ['string', 'null'], title: 'Words of the service' },
        status: { type: ['integer', 'null'], title: 'Number of the answer' },
        fields: { type: 'array', title: 'Refused fields', items: { type: 'object' } },
      },
      required: ['code', 'words', 'status', 'fields'],
    },
    input: { title: 'What was sent' },
  },
  required: ['error', 'input'],
};

const done: JsonSchema = {
  type: 'object',
  properties: { done: { type: 'boolean', title: 'Done', const: true } },
  required: ['done'],
};

export const ownSchemas: readonly JsonSchema[] = [facts, failure, done];

/** What a later step reads of a failure. */
export function failureSchema(catalog: FindOperations): JsonSchema {
  return inWordsOf(catalog, failure);
}

/** What a called flow gives that has no reply: the caller hears that all went well. */
export function doneSchema(catalog: FindOperations): JsonSchema {
  return inWordsOf(catalog, done);
}

const sources = new WeakMap<JsonSchema, SourceType>();

/** What a run knows of itself, under the name "flow". */
export function flowFacts(catalog: FindOperations): SourceType {
  const schema = inWordsOf(catalog, facts);
  let source = sources.get(schema);
  if (source === undefined) {
    source = { from: 'flow', title: schema.title ?? '', schema, isNeverProposed: true };
    sources.set(schema, source);
  }
  return source;
}

function inWordsOf(catalog: FindOperations, schema: JsonSchema): JsonSchema {
  return catalog.inWords?.(schema) ?? schema;
}
