import { useMemo } from 'react';
import { kindsOf, variantsOf } from '../../../shared/index.ts';
import { FieldRow } from '../field-row.tsx';
import type { FieldRowProps } from '../field-parts.ts';
import { useBindingAt, useMappingDesk } from '../mapping-desk.ts';
import { FreePlace } from './free-place.tsx';
import { KindChoice, variantOfBinding } from './kind-choice.tsx';

/** A field in its place: where it may be several kinds of thing, or anything the person names, it says so. */
export function PlacedField(props: FieldRowProps) {
  const { path, schema } = props;
  const { root } = useMappingDesk();
  const binding = useBindingAt(path);
  const variants = useMemo(() => {
    const all = variantsOf(schema, root);
    const isMixed = all.some(({ schema: one }) => !kindsOf(one, root).kinds.has('object'));
    const hasParts = all.some(({ schema: one }) => {
      const { kinds } = kindsOf(one, root);
      return kinds.has('object') || kinds.has('array');
    });
    return isMixed && hasParts ? all : none;
  }, [schema, root]);
  const chosen = variants.length === 0 ? undefined : variantOfBinding(binding, variants, root);
  return (
    <>
      <FieldRow {...props} schema={chosen?.schema ?? schema} />
      {variants.length > 0 && <KindChoice path={path} variants={variants} chosen={chosen} />}
      {path.length > 0 && <FreePlace path={path} />}
    </>
  );
}

const none: ReturnType<typeof variantsOf> = [];
