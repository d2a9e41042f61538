import { useId, useMemo } from 'react';
import type { JsonSchema } from '../../shared/index.ts';
import { isNothing, nothing, type Binding } from '../../mapping/index.ts';
import type { EditedField } from './edited-field.ts';
import { useFieldParts } from './field-parts.ts';
import type { ListScope } from './model/scope.ts';
import { DataEditor } from './modes/data-editor.tsx';
import { modeOf } from './modes/mode.ts';

interface LookedAtProps {
  readonly placeKey: string;
  readonly label: string;
  readonly binding: Binding;
  readonly scope: readonly ListScope[];
  readonly onChange: (binding: Binding) => void;
}

const anything: JsonSchema = {};

/** The data that a condition or a table looks at: nearly always one pill, so there is nothing to choose but which. */
export function LookedAt({ placeKey, label, binding, scope, onChange }: LookedAtProps) {
  const { NestedValue } = useFieldParts();
  const id = useId();
  const field = useMemo(
    (): EditedField => ({
      key: placeKey,
      label,
      schema: anything,
      root: anything,
      kind: 'anything',
      required: true,
      inputId: id,
      describedBy: undefined,
    }),
    [placeKey, label, id],
  );
  const isUnset = isNothing(binding) || (binding.kind === 'literal' && binding.value === '');
  if (isUnset || modeOf(binding) === 'data')
    return (
      <div data-drop={placeKey}>
        <DataEditor
          field={field}
          binding={isUnset ? undefined : binding}
          scope={scope}
          onChange={(next) => onChange(next ?? nothing)}
        />
      </div>
    );
  return (
    <NestedValue
      placeKey={placeKey}
      label={label}
      schema={anything}
      root={anything}
      binding={binding}
      scope={scope}
      onChange={(next) => onChange(next ?? nothing)}
    />
  );
}
