import {
  kindsOf,
  requiredOf,
  variantsOf,
  type JsonSchema,
  type Variant,
} from '../../shared/index.ts';
import type { Binding, ObjectBinding } from '../binding.ts';
import { finding, mend, type Finding, type Mend } from './finding.ts';

/** Which of several groups is filled: the one that the person chose, else the one that what is filled tells. */
export interface ChosenVariant {
  readonly variant: Variant | undefined;
  /** Said when nothing tells; its fixes choose one. */
  readonly found: Finding | undefined;
}

export function chosenVariant(
  group: ObjectBinding,
  schema: JsonSchema,
  root: JsonSchema,
  field: string,
): ChosenVariant {
  const variants = variantsOf(schema, root);
  const variant = variants.find(({ at }) => at === group.variant);
  if (variant !== undefined) return { variant, found: undefined };
  const groups = variants.filter((one) => kindsOf(one.schema, root).kinds.has('object'));
  const [only, ...more] = groups;
  if (only === undefined) return { variant: undefined, found: undefined };
  if (more.length === 0) return { variant: only, found: undefined };
  const told = toldBy(group, groups, root);
  if (told !== undefined) return { variant: told === 'data' ? undefined : told, found: undefined };
  const canBe = groups.some((one) => isFilled(group, requiredOf(one.schema, root)));
  return {
    variant: undefined,
    found: finding(
      'variant-undecided',
      { field, count: groups.length },
      groups.map((one, at) => choose(group, one, at)),
      canBe ? 'hint' : 'error',
    ),
  };
}

/** `data`: a field of a step decides, record by record. */
function toldBy(
  group: ObjectBinding,
  variants: readonly Variant[],
  root: JsonSchema,
): Variant | 'data' | undefined {
  for (const variant of variants) {
    const { decidedBy } = variant;
    if (decidedBy.by === 'field') {
      const binding = propOf(group, decidedBy.field);
      if (binding === undefined) continue;
      if (binding.kind !== 'literal') return 'data';
      if (decidedBy.values.includes(binding.value)) return variant;
    } else if (decidedBy.by === 'presence' && isFilled(group, decidedBy.fields)) return variant;
  }
  const byOrder = variants.filter(
    ({ decidedBy, schema }) =>
      decidedBy.by === 'order' && isFilled(group, requiredOf(schema, root)),
  );
  const [only, ...more] = byOrder;
  return more.length === 0 && only !== undefined && variants.length > 1 ? only : undefined;
}

/** Choosing one also fills the field that says which it is. */
function choose(group: ObjectBinding, variant: Variant, position: number): Mend {
  const { decidedBy, at, title, fields } = variant;
  const [value] = decidedBy.by === 'field' ? decidedBy.values : [];
  const props =
    decidedBy.by === 'field' && value !== undefined
      ? { ...group.props, [decidedBy.field]: { kind: 'literal', value } as const }
      : group.props;
  const name = title ?? (fields.length > 0 ? fields.join(', ') : String(position + 1));
  return mend('variant', { ...group, props, variant: at }, { name });
}

function isFilled(group: ObjectBinding, names: readonly string[]): boolean {
  return names.every((name) => propOf(group, name) !== undefined);
}

function propOf(group: ObjectBinding, name: string): Binding | undefined {
  return Object.hasOwn(group.props, name) ? group.props[name] : undefined;
}
