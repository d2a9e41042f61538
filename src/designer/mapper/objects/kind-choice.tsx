import { NativeSelect } from '@mantine/core';
import { kindsOf, type JsonPath, type JsonSchema, type Variant } from '../../../shared/index.ts';
import { variantWords, type Binding } from '../../../mapping/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import css from './objects.module.css';

interface KindChoiceProps {
  readonly path: JsonPath;
  readonly variants: readonly Variant[];
  readonly chosen: Variant | undefined;
}

/** A field that may be a text, a group or a list: as what it is filled. */
export function KindChoice({ path, variants, chosen }: KindChoiceProps) {
  const desk = useMappingDesk();
  const words = variantWords(variants).map(sayWording);
  return (
    <div className={css.kind}>
      <NativeSelect
        size="xs"
        label={say('lists.kind-choice')}
        disabled={desk.readOnly}
        data={[
          { value: '', label: say('lists.kind-any') },
          ...variants.map(({ at }, place) => ({ value: String(at), label: words[place] ?? '' })),
        ]}
        value={chosen === undefined ? '' : String(chosen.at)}
        onChange={(event) => {
          const to = variants.find(({ at }) => String(at) === event.currentTarget.value);
          desk.set(path, to && startOf(to, desk.root));
        }}
      />
    </div>
  );
}

/** The variant that a binding is: said by the person, or told by what it is made of. */
export function variantOfBinding(
  binding: Binding | undefined,
  variants: readonly Variant[],
  root: JsonSchema,
): Variant | undefined {
  if (binding?.kind === 'object' && binding.variant !== undefined)
    return variants.find(({ at }) => at === binding.variant);
  const wanted =
    binding?.kind === 'object' ? 'object' : binding?.kind === 'list' ? 'array' : undefined;
  return wanted && variants.find(({ schema }) => kindsOf(schema, root).kinds.has(wanted));
}

function startOf({ at, schema }: Variant, root: JsonSchema): Binding | undefined {
  const { kinds } = kindsOf(schema, root);
  if (kinds.has('object')) return { kind: 'object', props: {}, variant: at };
  return kinds.has('array') ? { kind: 'list', parts: [] } : undefined;
}
