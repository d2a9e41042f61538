import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { shapeFromPaste, type PastedShape } from '../../../catalog/index.ts';
import { parseJson } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { asCode } from '../theme.ts';
import css from './shape.module.css';

interface PasteExampleProps {
  readonly onTake: (pasted: PastedShape) => void;
  /** Goes on field by field from what was taken; absent while nothing was. */
  readonly onEdit: (() => void) | undefined;
}

/** Reads the fields from an example, or a description of them (JSON Schema), that the person has. */
export function PasteExample({ onTake, onEdit }: PasteExampleProps) {
  const [text, setText] = useState('');
  const [taken, setTaken] = useState(false);
  const read = text.trim() === '' ? undefined : parseJson(text);
  return (
    <>
      <Textarea
        label={say('inspector.shape-paste')}
        description={say('inspector.shape-paste-help')}
        placeholder={'{ "email": "ada@example.com", "tags": ["vip"] }'}
        autosize
        minRows={4}
        maxRows={14}
        attributes={asCode}
        spellCheck={false}
        classNames={{ input: css.code ?? '' }}
        error={
          taken && read?.ok === false
            ? say('inspector.webhook-bad-json', { line: read.reason.line })
            : undefined
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={8} mt={8}>
        <Button
          size="compact-sm"
          variant="light"
          disabled={read === undefined}
          onClick={() => {
            setTaken(true);
            if (read?.ok === true) onTake(shapeFromPaste(read.value));
          }}
        >
          {say('inspector.shape-take')}
        </Button>
        {onEdit !== undefined && (
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {say('inspector.shape-edit')}
          </Button>
        )}
      </Group>
    </>
  );
}
