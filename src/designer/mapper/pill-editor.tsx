import { Modal } from '@mantine/core';
import { say } from '../../words/index.ts';
import type { JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../../mapping/index.ts';
import type { ListScope } from './mapping-desk.ts';
import { NestedValue } from './nested-value.tsx';

export interface PillEditorProps {
  readonly binding: Binding;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly scope: readonly ListScope[];
  readonly onChange: (binding: Binding) => void;
  readonly onClose: () => void;
}

/** Opens what stands in a pill and is more than data: a table, an "only if", a formula inside a text. */
export function PillEditor({ binding, label, onChange, onClose, ...place }: PillEditorProps) {
  return (
    <Modal opened onClose={onClose} title={say('fill.pill-edit-title', { field: label })} size="lg">
      <NestedValue
        {...place}
        placeKey={`pill#${label}`}
        label={label}
        binding={binding}
        // Without anything in it a pill is removed, not emptied.
        onChange={(next) => next !== undefined && onChange(next)}
      />
    </Modal>
  );
}
