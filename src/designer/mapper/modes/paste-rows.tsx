import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { say } from '../../../words/index.ts';
import { cellsOf } from './pasted-rows.ts';
import css from './table-editor.module.css';

/** Takes two columns from a spreadsheet, and says how many rows they are. */
export function PasteRows({ onAdd }: { readonly onAdd: (text: string) => void }) {
  const [text, setText] = useState('');
  const count = cellsOf(text).length;
  return (
    // What is pasted here is looked at first: the table's own paste would take it at once.
    <div className={css.paste} onPaste={(event) => event.stopPropagation()}>
      <Textarea
        autoFocus
        size="sm"
        label={say('fill.table-paste-label')}
        description={say('fill.table-paste-about')}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button size="compact-sm" disabled={count === 0} onClick={() => onAdd(text)}>
        {say('fill.table-paste-use', { count })}
      </Button>
    </div>
  );
}
