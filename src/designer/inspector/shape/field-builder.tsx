import { ActionIcon, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { JsonSchema } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { builtFields, schemaOfFields, type BuiltField } from './built-fields.ts';

interface FieldBuilderProps {
  readonly schema: JsonSchema | undefined;
  readonly onChange: (schema: JsonSchema) => void;
}

/** A flat shape, field by field. What it cannot say (groups in groups) is kept as it was. */
export function FieldBuilder({ schema, onChange }: FieldBuilderProps) {
  const [fields, setFields] = useState<readonly BuiltField[]>(() => [
    ...builtFields(schema),
    { name: '', kind: 'text' },
  ]);
  function change(at: number, next: BuiltField | undefined, keep: boolean): void {
    const changed = fields.flatMap((field, place) =>
      place === at ? (next === undefined ? [] : [next]) : [field],
    );
    setFields(changed);
    if (keep) onChange(schemaOfFields(changed, schema));
  }
  return (
    <>
      {fields.map((field, at) => (
        <Group key={at} gap={8} mb={8} align="end" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            aria-label={say('inspector.shape-field-name')}
            placeholder={say('inspector.shape-field-name')}
            value={field.name}
            onChange={(event) => change(at, { ...field, name: event.currentTarget.value }, false)}
            onBlur={() => change(at, { ...field, name: field.name.trim() }, true)}
          />
          <NativeSelect
            w={120}
            aria-label={say('inspector.shape-field-kind')}
            value={field.kind}
            data={(
              ['text', 'number', 'yes-no', 'date', 'date-time', 'text-list', 'any'] as const
            ).map((kind) => ({
              value: kind,
              label:
                kind === 'text-list'
                  ? say('inspector.kind-list-of', { of: say('inspector.kind-text') })
                  : say(`inspector.kind-${kind}`),
            }))}
            onChange={(event) =>
              change(at, { ...field, kind: event.currentTarget.value as BuiltField['kind'] }, true)
            } // the options above
          />
          <ActionIcon
            size={36}
            aria-label={say('inspector.form-remove-entry')}
            onClick={() => change(at, undefined, true)}
          >
            <X size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => setFields([...fields, { name: '', kind: 'text' }])}
      >
        {say('inspector.shape-add-field')}
      </Button>
    </>
  );
}
