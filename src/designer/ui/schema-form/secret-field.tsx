import { ActionIcon, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../../words/index.ts';
import css from './schema-form.module.css';

type Frame = Pick<
  TextInputProps,
  'label' | 'description' | 'error' | 'required' | 'disabled' | 'placeholder' | 'id' | 'autoFocus'
>;

interface SecretFieldProps extends Frame {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  /** A text of several lines, such as the file of a key: a field of one line would lose them. */
  readonly hasLines?: boolean;
}

/** A secret: masked; it can be looked at only while it is being typed. */
export function SecretField({
  value,
  onChange,
  onLeave,
  hasLines = false,
  ...input
}: SecretFieldProps) {
  const [inside, setInside] = useState(false);
  const [shown, setShown] = useState(false);
  const named = shown ? say('inspector.secret-hide') : say('inspector.secret-show');
  const shared = {
    ...input,
    value,
    autoComplete: 'new-password',
    autoCapitalize: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    'data-1p-ignore': true,
    'data-lpignore': 'true',
    rightSection:
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
      ) : undefined,
  };
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
      {hasLines ? (
        <Textarea
          {...shared}
          autosize
          minRows={3}
          maxRows={8}
          classNames={shown ? {} : { input: css.masked }}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          {...shared}
          type={shown ? 'text' : 'password'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
