import {
  propertiesOf,
  requiredOf,
  resolve,
  type Json,
  type JsonSchema,
  type Variant,
} from '../../../shared/index.ts';
import type { Binding, ObjectBinding } from '../../../mapping/index.ts';

type Props = ObjectBinding['props'];

/** What each variant held when it was last chosen, by its position. */
export type VariantMemory = Readonly<Record<number, Props>>;

/**
 * A group as another variant: what fits it stays, what it held before comes back, and what it always says is said. What
 * does not fit waits in memory for the way back.
 */
export function switchVariant(
  group: ObjectBinding | undefined,
  to: Variant,
  root: JsonSchema,
  memory: VariantMemory,
): { readonly binding: ObjectBinding; readonly memory: VariantMemory } {
  const held = group?.props ?? {};
  const names = propertiesOf(to.schema, root);
  const isFree = (name: string) => fixedValue(names[name], root) === undefined;
  const only = (props: Props, keeps: (name: string) => boolean): Props =>
    Object.fromEntries(Object.entries(props).filter(([name]) => keeps(name)));
  return {
    binding: {
      kind: 'object',
      props: {
        ...said(to, root),
        ...only(memory[to.at] ?? {}, isFree),
        ...only(held, (name) => names[name] !== undefined && isFree(name)),
      },
      variant: to.at,
    },
    memory: group?.variant === undefined ? memory : { ...memory, [group.variant]: held },
  };
}

/** The one value that a field always has; undefined for a field that may have several. */
export function fixedValue(schema: JsonSchema | undefined, root: JsonSchema): Json | undefined {
  return schema === undefined ? undefined : resolve(schema, root).const;
}

/** What has to be there and can only be one thing. */
function said({ schema }: Variant, root: JsonSchema): Record<string, Binding> {
  const names = propertiesOf(schema, root);
  return Object.fromEntries(
    requiredOf(schema, root).flatMap((name): [string, Binding][] => {
      const value = fixedValue(names[name], root);
      return value === undefined ? [] : [[name, { kind: 'literal', value }]];
    }),
  );
}
