/** Words for writing an OpenAPI 3.1 description in code, so that shapes and description cannot part. */
import { z } from 'zod';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../shared/index.ts';

/** The JSON Schema of a record, without what only the checker's library adds (patterns beside formats, number limits of the language). */
export function schemaOf(shape: z.ZodType): JsonObject {
  const schema = z.toJSONSchema(shape, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  delete schema.$schema;
  // What the library gives is plain JSON; its type also allows what cannot occur in a fresh schema.
  return withPlainNulls(schema as unknown as Json) as JsonObject;
}

/** `anyOf: [X, null]` becomes X with the type "X or null", as people write it. */
function withPlainNulls(schema: Json): Json {
  if (isJsonList(schema)) return schema.map(withPlainNulls);
  if (!isJsonObject(schema)) return schema;
  const { anyOf, ...around } = schema;
  const [filled, empty, more] = isJsonList(anyOf) ? anyOf : [];
  const isNullable =
    more === undefined && isJsonObject(empty) && empty['type'] === 'null' && isJsonObject(filled);
  const plain = isNullable
    ? { ...filled, ...around, type: [filled['type'] ?? 'object', 'null'] }
    : schema;
  return Object.fromEntries(
    Object.entries(plain).map(([key, value]) => [key, withPlainNulls(value)]),
  );
}

export interface DescribedOperation {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly JsonObject[];
  /** Name of a schema among the components. */
  readonly body?: string;
  /** Status to what it means and the name of the schema of its body. */
  readonly answers: Readonly<Record<number, readonly [meaning: string, schema: string]>>;
}

export function describeOperation(operation: DescribedOperation): JsonObject {
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: operation.description,
    ...(operation.parameters === undefined ? {} : { parameters: operation.parameters }),
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, content: jsonContent(operation.body) } }),
    responses: Object.fromEntries(
      Object.entries(operation.answers).map(([status, [description, schema]]) => [
        status,
        { description, content: jsonContent(schema) },
      ]),
    ),
  };
}

export function queryParameter(name: string, description: string, schema: JsonObject): JsonObject {
  return { name, in: 'query', required: false, description, schema };
}

export function pathParameter(name: string, description: string): JsonObject {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } };
}

export const idempotencyKeyParameter: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any text of up to 200 characters. Sent again with the same data, it gives the first answer and adds nothing.',
  schema: { type: 'string', maxLength: 200 },
};

/** One entry of the list of operations that a person reads on the service's own page. */
export interface OperationLine {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

export function operationLines(description: JsonObject): OperationLine[] {
  return entriesOf(description['paths']).flatMap(([path, item]) =>
    entriesOf(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      summary: String(Object.fromEntries(entriesOf(operation))['summary']),
    })),
  );
}

function jsonContent(schema: string): JsonObject {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return value !== null && typeof value === 'object' ? Object.entries(value) : [];
}
