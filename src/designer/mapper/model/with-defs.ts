import type { JsonSchema } from '../../../shared/index.ts';

/** A part of a schema as a schema of its own: what its references lead into comes along. */
export function withDefs(part: JsonSchema, root: JsonSchema): JsonSchema {
  if (part === root) return root;
  return {
    ...(root.$defs === undefined ? {} : { $defs: root.$defs }),
    ...(root.definitions === undefined ? {} : { definitions: root.definitions }),
    ...part,
  };
}
