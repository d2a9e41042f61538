import { Button, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Wording } from '../../../shared/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import css from './shape.module.css';

interface NewFieldProps {
  /** The group's name; undefined for the whole shape. */
  readonly group: string | undefined;
  readonly onAdd: (name: string) => Wording | undefined;
}

/** A name and Enter is a new field; the focus stays for the next one. */
export function NewField({ group, onAdd }: NewFieldProps) {
  const [name, setName] = useState('');
  const [why, setWhy] = useState<Wording>();
  const input = useRef<HTMLInputElement>(null);
  const label =
    group === undefined
      ? say('inspector.shape-new-field')
      : say('inspector.shape-new-field-of', { group });
  return (
    <form
      className={css.newField}
      onSubmit={(event) => {
        event.preventDefault();
        const refused = onAdd(name);
        setWhy(refused);
        if (refused === undefined) setName('');
        input.current?.focus();
      }}
    >
      <TextInput
        ref={input}
        size="xs"
        className={css.grow}
        aria-label={label}
        placeholder={label}
        error={why && sayWording(why)}
        autoComplete="off"
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setWhy(undefined);
        }}
      />
      <Button
        size="xs"
        type="submit"
        variant="default"
        leftSection={<Plus aria-hidden size={14} />}
        disabled={name.trim() === ''}
      >
        {say('inspector.shape-add')}
      </Button>
    </form>
  );
}
