import type { JsonSchema } from '../json-schema.ts';
import { asSchema } from './as-schema.ts';
import { atPointer } from './pointer.ts';
import { titleOf } from './titles.ts';

/** A place whose description is elsewhere, or nowhere: it is open, and nobody is asked for it. */
interface OpenRef {
  /** The titles of the fields that lead there. */
  readonly at: readonly string[];
  readonly ref: string;
}

const mostFound = 100;
const mostLookedAt = 50_000;
const deepest = 100;

/** What a schema refers to and does not hold, in its order, each once; of absurd ones the first. */
export function openRefs(root: JsonSchema): readonly OpenRef[] {
  const found = new Map<string, OpenRef>();
  const seen = new Set<object>();

  function look(part: unknown, at: readonly string[], depth: number): void {
    const schema = asSchema(part);
    if (schema === undefined || seen.has(schema) || depth > deepest) return;
    if (found.size >= mostFound || seen.size >= mostLookedAt) return;
    seen.add(schema);
    const { $ref: ref } = schema;
    if (typeof ref === 'string') {
      const target = atPointer(root, ref);
      if (target === undefined) found.set(JSON.stringify([at, ref]), { at, ref });
      else look(target, at, depth + 1);
    }
    for (const [name, field] of entriesOf(schema.properties))
      look(field, [...at, titleOf(asSchema(field), name)], depth + 1);
    for (const inner of partsOf(schema)) look(inner, at, depth + 1);
  }

  look(root, [], 0);
  return [...found.values()];
}

/** All that a value at the same place has to fit; what is only kept for others (`$defs`) is reached by references. */
function partsOf(schema: JsonSchema): readonly unknown[] {
  const { items, prefixItems, additionalItems, additionalProperties, not } = schema;
  const { oneOf, anyOf, allOf, unevaluatedProperties, patternProperties } = schema;
  return [
    ...[items, prefixItems, oneOf, anyOf, allOf].flatMap((each: unknown) =>
      Array.isArray(each) ? (each as readonly unknown[]) : [each],
    ),
    ...[additionalItems, additionalProperties, unevaluatedProperties, not],
    ...entriesOf(patternProperties).map(([, part]) => part),
  ];
}

function entriesOf(parts: unknown): readonly (readonly [string, unknown])[] {
  return typeof parts === 'object' && parts !== null ? Object.entries(parts) : [];
}
