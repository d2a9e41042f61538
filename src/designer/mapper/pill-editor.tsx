import { Modal } from '@mantine/core';
import { say } from '../../words/index.ts';
import { NestedValue } from './nested-value.tsx';
import type { PillEditorProps } from './field-parts.ts';

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
