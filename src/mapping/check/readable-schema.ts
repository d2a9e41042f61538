import { isTamePattern, type Json, type JsonSchema } from '../../shared/index.ts';

/** Which of the words that may take long are tried. */
export interface Reading {
  /** Only those that never hold up whoever tries them, or none where the texts are too long to try any. */
  readonly patterns: 'tame' | 'none';
  /** Whether entries are compared with each other (`uniqueItems`). */
  readonly twins: 'all' | 'none';
}

/**
 * A copy that the validator can read: published descriptions hold patterns that are no patterns, references to
 * nowhere and properties that are no schemas. What is broken or may take long is dropped, so the rest still counts; what
 * older descriptions write in words of their own ("nullable", a limit that is "exclusive") is said in today's.
 */
export function readableSchema(schema: JsonSchema, { patterns, twins }: Reading): JsonSchema {
  const isTried = patterns === 'none' ? () => false : isUsable;
  return clean(schema, { schema, isUsable: isTried, twins: twins === 'all' }, true) as JsonSchema;
}

interface Root {
  readonly schema: JsonSchema;
  readonly isUsable: (pattern: unknown) => boolean;
  readonly twins: boolean;
}

function isUsable(pattern: unknown): boolean {
  return typeof pattern === 'string' && isPattern(pattern) && isTamePattern(pattern);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

const namedSchemas = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
]);
const data = new Set(['const', 'enum', 'required']);
/** Say nothing about what fits, and hold anything: names that the validator would take for its own. */
const unneeded = new Set(['default', 'example', 'examples', 'x-examples']);

function clean(node: unknown, root: Root, isSchema: boolean): unknown {
  if (Array.isArray(node)) return node.map((inner) => clean(inner, root, true));
  if (typeof node === 'bigint') return Number(node);
  if (typeof node !== 'object' || node === null) return node;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === '__proto__') continue;
    if (!isSchema) {
      if (typeof value === 'object' || typeof value === 'boolean')
        kept[key] = clean(value, root, true);
      continue;
    }
    if (key === '$id' || key === '$schema' || key === 'id') continue; // they would move what references mean
    if (unneeded.has(key)) continue;
    if (key === 'pattern' && !root.isUsable(value)) continue;
    if (key === '$ref' && !leadsSomewhere(value, root.schema)) continue;
    if (key === 'enum' && !Array.isArray(value)) continue;
    if (key === 'required' && !Array.isArray(value)) continue;
    if (key === 'uniqueItems' && !root.twins) continue;
    if (key === 'format' && value === 'url')
      kept[key] = 'uri'; // the validator's own pattern for `url` may never end
    else if (data.has(key)) kept[key] = plainNumbers(value as Json);
    else if (namedSchemas.has(key)) {
      const entries = clean(value, root, false);
      kept[key] =
        key === 'patternProperties'
          ? Object.fromEntries(
              Object.entries(entries as object).filter(([pattern]) => root.isUsable(pattern)),
            )
          : entries;
    } else kept[key] = clean(value, root, true);
  }
  if (isSchema && hasUnusable(node, root)) {
    delete kept['additionalProperties']; // which names are left over is not known
    delete kept['unevaluatedProperties'];
  }
  if (!isSchema) return kept;
  sayExclusive(kept, 'minimum', 'exclusiveMinimum');
  sayExclusive(kept, 'maximum', 'exclusiveMaximum');
  return kept['nullable'] === true ? orNothing(kept) : kept;
}

/** `exclusiveMinimum: true` is about the limit beside it. */
function sayExclusive(
  kept: Record<string, unknown>,
  limit: 'minimum' | 'maximum',
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
): void {
  const said = kept[exclusive];
  if (typeof said !== 'boolean') return;
  delete kept[exclusive];
  if (!said || kept[limit] === undefined) return;
  kept[exclusive] = kept[limit];
  delete kept[limit];
}

/** Whatever else such a schema asks for, "nothing" fits as well. */
const about = ['$ref', 'allOf', 'oneOf', 'anyOf', 'const', 'not', 'if', 'then', 'else'];

function orNothing(schema: Record<string, unknown>): Record<string, unknown> {
  const said = Object.entries(schema);
  const own = Object.fromEntries(said.filter(([key]) => !about.includes(key)));
  const { type, enum: choices } = own;
  if (type !== undefined) own['type'] = [...new Set([type, 'null'].flat())];
  if (Array.isArray(choices)) own['enum'] = [...new Set([...(choices as unknown[]), null])];
  const moved = said.filter(([key]) => about.includes(key));
  return moved.length === 0
    ? own
    : { ...own, anyOf: [{ type: 'null' }, Object.fromEntries(moved)] };
}

/** As values are seen: the validator knows no 64-bit numbers. */
export function plainNumbers(value: Json): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainNumbers);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, plainNumbers(inner as Json)]), // entries of JSON are JSON
  );
}

function hasUnusable(node: object, root: Root): boolean {
  const named: unknown = (node as Record<string, unknown>)['patternProperties'];
  return (
    typeof named === 'object' &&
    named !== null &&
    Object.keys(named).some((pattern) => !root.isUsable(pattern))
  );
}

function leadsSomewhere(ref: unknown, root: JsonSchema): boolean {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return false;
  let here: unknown = root;
  for (const part of ref.slice(1).split('/').slice(1)) {
    const name = safeDecode(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return false;
    here = (here as Record<string, unknown>)[name];
  }
  return typeof here === 'object';
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
