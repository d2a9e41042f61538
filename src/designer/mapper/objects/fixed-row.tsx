import { Button } from '@mantine/core';
import { Lock } from 'lucide-react';
import type { JsonPath } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { useBindingAt, useMappingDesk } from '../mapping-desk.ts';
import { inWords } from '../value-words.ts';
import type { FixedField } from './group-shown.ts';
import css from './objects.module.css';

interface FixedRowProps {
  /** Of the group. */
  readonly path: JsonPath;
  readonly field: FixedField;
}

/** A field that can only be one thing: nothing to choose but whether it is sent. */
export function FixedRow({ path, field }: FixedRowProps) {
  const desk = useMappingDesk();
  const at = [...path, field.name];
  const isSent = useBindingAt(at) !== undefined;
  const value = inWords(field.value, desk.locale);
  return (
    <div className={css.fixed} role="group" aria-label={field.title} title={field.name}>
      <span className={css.fixedLabel}>{field.title}</span>
      <span className={css.fixedValue}>
        <Lock aria-hidden size={12} /> {say('lists.always', { value })}
      </span>
      {!desk.readOnly && !(isSent && field.required) && (
        <Button
          size="compact-xs"
          variant={field.required ? 'light' : 'subtle'}
          aria-label={`${field.title}: ${say(isSent ? 'lists.always-leave' : 'lists.always-use')}`}
          onClick={() => desk.set(at, isSent ? undefined : { kind: 'literal', value: field.value })}
        >
          {say(isSent ? 'lists.always-leave' : 'lists.always-use')}
        </Button>
      )}
    </div>
  );
}
