import type { JsonSchema } from '../../shared/index.ts';

/**
 * A copy that the validator can read: published descriptions hold patterns that are no patterns, references to
 * nowhere and properties that are no schemas. What is broken is dropped, so the rest still counts.
 */
export function readableSchema(schema: JsonSchema): JsonSchema {
  return clean(schema, schema, true) as JsonSchema;
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

function clean(node: unknown, root: JsonSchema, isSchema: boolean): unknown {
  if (Array.isArray(node)) return node.map((inner) => clean(inner, root, true));
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
    if (key === 'pattern' && !isPattern(value)) continue;
    if (key === '$ref' && !leadsSomewhere(value, root)) continue;
    if (key === 'enum' && !Array.isArray(value)) continue;
    if (key === 'required' && !Array.isArray(value)) continue;
    if (data.has(key)) kept[key] = value;
    else if (namedSchemas.has(key)) {
      const entries = clean(value, root, false);
      kept[key] =
        key === 'patternProperties'
          ? Object.fromEntries(
              Object.entries(entries as object).filter(([pattern]) => isPattern(pattern)),
            )
          : entries;
    } else kept[key] = clean(value, root, true);
  }
  if (isSchema && kept['nullable'] === true && typeof kept['type'] === 'string')
    kept['type'] = [kept['type'], 'null'];
  return kept;
}

function isPattern(pattern: unknown): boolean {
  if (typeof pattern !== 'string') return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
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
