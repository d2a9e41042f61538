import { useMemo } from 'react';
import { FieldList } from '../fields/field-list.tsx';
import type { FieldListProps } from '../field-parts.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { bindingAt } from '../../../mapping/index.ts';
import { FixedRow } from './fixed-row.tsx';
import { GroupActions } from './group-actions.tsx';
import { groupShown } from './group-shown.ts';
import { OwnFields } from './own-fields.tsx';
import { VariantChoice } from './variant-choice.tsx';

/** What is inside a group: which kind of it, what can be done with the whole of it, its fields, and names of one's own. */
export function GroupFields({ path, schema, scope }: FieldListProps) {
  const { root } = useMappingDesk();
  const variant = useDesk(({ binding }) => {
    const group = bindingAt(binding, path);
    return group?.kind === 'object' ? group.variant : undefined;
  });
  const shown = useMemo(() => groupShown(schema, root, variant), [schema, root, variant]);
  const isUndecided = shown.variants.length > 0 && shown.chosen === undefined;
  const hasFields = Object.keys(shown.fields.properties ?? {}).length > 0;
  return (
    <>
      <GroupActions path={path} schema={shown.fields} whole={schema} scope={scope} />
      {shown.variants.length > 0 && (
        <VariantChoice path={path} variants={shown.variants} chosen={shown.chosen} />
      )}
      {shown.fixed.map((field) => (
        <FixedRow key={field.name} path={path} field={field} />
      ))}
      {(hasFields || (!isUndecided && shown.extra === undefined && shown.fixed.length === 0)) && (
        <FieldList path={path} schema={shown.fields} scope={scope} />
      )}
      <OwnFields
        path={path}
        schema={shown.chosen?.schema ?? schema}
        extra={shown.extra}
        scope={scope}
      />
    </>
  );
}
