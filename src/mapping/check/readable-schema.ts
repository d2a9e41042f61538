import { isTamePattern, type JsonSchema } from '../../shared/index.ts';

/**
 * A copy that the validator can read: published descriptions hold patterns that are no patterns, references to
 * nowhere and properties that are no schemas. What is broken is dropped, so the rest still counts; so are patterns
 * that might hold up whoever tries them, and all of them where the texts are too long to try any.
 */
export function readableSchema(schema: JsonSchema, patterns: 'tame' | 'none'): JsonSchema {
  return clean(
    schema,
    { schema, isUsable: patterns === 'none' ? () => false : isUsable },
    true,
  ) as JsonSchema;
}

interface Root {
  readonly schema: JsonSchema;
  readonly isUsable: (pattern: unknown) => boolean;
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
    if (key === 'format' && value === 'url')
      kept[key] = 'uri'; // the validator's own pattern for `url` may never end
    else if (data.has(key)) kept[key] = value;
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
  if (isSchema && kept['nullable'] === true && typeof kept['type'] === 'string')
    kept['type'] = [kept['type'], 'null'];
  return kept;
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
