import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../../words/index.ts';

interface SecretFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
}

/** A secret: masked; it can be looked at only while it is being typed. */
export function SecretField({ value, onChange, onLeave, ...input }: SecretFieldProps) {
  const [inside, setInside] = useState(false);
  const [shown, setShown] = useState(false);
  const named = shown ? say('inspector.secret-hide') : say('inspector.secret-show');
  return (
    <div
      onFocus={() => setInside(true)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setInside(false);
        setShown(false);
        onLeave?.();
      }}
    >
      <TextInput
        {...input}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        data-1p-ignore
        data-lpignore="true"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        rightSection={
          inside && value !== '' ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={named}
              title={named}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? <EyeOff size={16} /> : <Eye size={16} />}
            </ActionIcon>
          ) : undefined
        }
      />
    </div>
  );
}
