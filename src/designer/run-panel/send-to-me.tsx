import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { OwnAddresses, RecipientKind } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { isAddress } from './model/own-addresses.ts';
import css from './run-panel.module.css';

interface SendToMeProps {
  /** What the requests hold recipients of. */
  readonly kinds: readonly RecipientKind[];
  readonly own: OwnAddresses;
  readonly onOwn: (own: OwnAddresses) => void;
  readonly onCancel: () => void;
}

const inputs = {
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
} as const;

/** Asks where the person is reached; what they say is filled in the next time. */
export function SendToMe({ kinds, own, onOwn, onCancel }: SendToMeProps) {
  const [typed, setTyped] = useState<OwnAddresses>(own);
  const [wrong, setWrong] = useState<readonly RecipientKind[]>([]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = kinds.filter((kind) => !isAddress(kind, typed[kind] ?? ''));
    setWrong(missing);
    if (missing.length > 0) return;
    onOwn(Object.fromEntries(Object.entries(typed).map(([kind, text]) => [kind, text.trim()])));
  }

  return (
    <form
      className={css.sendToMe}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {kinds.map((kind, at) => (
        <TextInput
          key={kind}
          {...inputs[kind]}
          size="xs"
          ref={at === 0 ? focusAtOnce : undefined}
          label={say(`run-panel.own-${kind}`)}
          value={typed[kind] ?? ''}
          error={wrong.includes(kind) ? say(`run-panel.own-${kind}-wrong`) : undefined}
          onChange={({ currentTarget }) => setTyped({ ...typed, [kind]: currentTarget.value })}
        />
      ))}
      <Button size="xs" type="submit">
        {say('run-panel.show-to-me')}
      </Button>
      <Button size="xs" variant="default" onClick={onCancel}>
        {say('run-panel.keep-recipients')}
      </Button>
    </form>
  );
}

/** It was opened to type in. One function for all drawings: the focus is given once. */
function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
