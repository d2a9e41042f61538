import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { say } from '../../words/first.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import css from './flow-name.module.css';

/** The flow's name, typed in place: Enter or leaving keeps it, Esc brings the old one back. */
export function FlowName() {
  const { document: flowDocument } = useWorkbench();
  const name = useDocument((state) => state.flow?.name ?? '');
  const readOnly = useDocument((state) => state.readOnly);
  const [draft, setDraft] = useState(name);
  useEffect(() => setDraft(name), [name]);
  useEffect(() => {
    document.title = `${name} · ${say('common.brand')}`;
    return () => {
      document.title = say('common.brand');
    };
  }, [name]);

  function keep() {
    const wanted = draft.trim();
    if (wanted === '') setDraft(name);
    else if (wanted !== name) flowDocument.apply({ type: 'flow.rename', name: wanted });
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setDraft(name);
  }
  return (
    <span className={css.sizer} data-value={draft}>
      <VisuallyHidden component="h1">{name}</VisuallyHidden>
      <input
        className={css.name}
        dir="auto"
        aria-label={say('common.flow-name')}
        value={draft}
        readOnly={readOnly}
        size={1}
        maxLength={120}
        spellCheck={false}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}
