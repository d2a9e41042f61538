import { propertiesOf, requiredOf, type JsonSchema } from '../shared/index.ts';
import { isBinding, type Binding, type SlotContent } from '../mapping/index.ts';

/**
 * The type of a message with fields laid over it: its own fields, and those that are filled in, which count where both
 * have one. A group that is filled field by field keeps its other fields.
 */
export function laidOver(
  message: JsonSchema,
  fields: JsonSchema,
  content: SlotContent | undefined,
): JsonSchema {
  const { $defs, definitions, title } = message;
  const binding = content !== undefined && isBinding(content) ? content : undefined;
  return {
    ...(title === undefined ? {} : { title }),
    ...both({ schema: message, root: message }, { schema: fields, root: fields }, binding),
    ...defsOf({ ...fields.$defs, ...$defs }, '$defs'),
    ...defsOf({ ...fields.definitions, ...definitions }, 'definitions'),
  };
}

interface Rooted {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
}

function both(below: Rooted, above: Rooted, binding: Binding | undefined): JsonSchema {
  const own = propertiesOf(below.schema, below.root);
  const laid = propertiesOf(above.schema, above.root);
  const properties: Record<string, JsonSchema> = { ...own };
  for (const [name, schema] of Object.entries(laid)) {
    const before = own[name];
    const inner = binding?.kind === 'object' ? binding.props[name] : undefined;
    properties[name] =
      before !== undefined && inner?.kind === 'object' && isGroup(before, below.root)
        ? both({ schema: before, root: below.root }, { schema, root: above.root }, inner)
        : schema;
  }
  const required = [
    ...new Set([...requiredOf(below.schema, below.root), ...requiredOf(above.schema, above.root)]),
  ];
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }) };
}

function isGroup(schema: JsonSchema, root: JsonSchema): boolean {
  return Object.keys(propertiesOf(schema, root)).length > 0;
}

function defsOf(
  defs: Readonly<Record<string, JsonSchema>>,
  keyword: '$defs' | 'definitions',
): JsonSchema {
  return Object.keys(defs).length === 0 ? {} : { [keyword]: defs };
}
