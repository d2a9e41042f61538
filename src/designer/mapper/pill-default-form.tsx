import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { readTypedNumber } from './controls/typed-number.ts';
import type { FieldKind } from './model/field-kind.ts';

interface PillDefaultFormProps {
  /** Of what stands in the pill: a number is read as a number. */
  readonly kind: FieldKind;
  readonly locale: string;
  readonly onUse: (instead: Json) => void;
}

/** Asks for the value to use where there is nothing. */
export function PillDefaultForm({ kind, locale, onUse }: PillDefaultFormProps) {
  const [typed, setTyped] = useState('');
  const isNumber = kind === 'number' || kind === 'whole-number';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onUse((isNumber ? readTypedNumber(typed, locale)?.value : undefined) ?? typed);
      }}
    >
      <TextInput
        data-autofocus
        label={say('mapper.pill-if-empty-label')}
        inputMode={isNumber ? 'decimal' : 'text'}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button mt={8} size="xs" type="submit">
        {say('mapper.pill-apply')}
      </Button>
    </form>
  );
}
