import type { JsonSchema } from '../json-schema.ts';
import type { Json } from '../json.ts';
import { branchesOf } from './kinds.ts';
import { resolve } from './resolve.ts';

/** All values a field may take when it is a choice; undefined when it is free. `null` is left out. */
export function choicesOf(
  schema: JsonSchema | undefined,
  root: JsonSchema,
): readonly Json[] | undefined {
  const found = choicesWithin(schema, root, new Set());
  // Only ever empty, or a union of nothing but itself: no choice.
  return found?.length === 0 ? undefined : found;
}

function choicesWithin(
  schema: JsonSchema | undefined,
  root: JsonSchema,
  seen: Set<JsonSchema>,
): readonly Json[] | undefined {
  const here = resolve(schema, root);
  if (seen.has(here)) return [];
  seen.add(here);
  if (here.const !== undefined) return here.const === null ? [] : [here.const];
  if (Array.isArray(here.enum))
    return (here.enum as readonly Json[]).filter((value) => value !== null);
  const branches = branchesOf(here);
  if (branches.length === 0) return here.type === 'null' ? [] : undefined;
  const found: Json[] = [];
  for (const branch of branches) {
    const choices = choicesWithin(branch, root, seen);
    if (choices === undefined) return undefined;
    found.push(...choices);
  }
  return found;
}

/** What the schema calls one of its choices; undefined where it has no words of its own. */
export function choiceTitle(
  value: Json | undefined,
  schema: JsonSchema,
  root: JsonSchema,
): string | undefined {
  if (value === undefined || choicesOf(schema, root) === undefined) return undefined;
  const here = resolve(schema, root);
  const branch = (here.oneOf ?? here.anyOf)?.find(
    (choice) => resolve(choice, root).const === value,
  );
  return branch?.title;
}
