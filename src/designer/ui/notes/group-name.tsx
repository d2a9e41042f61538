import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { StepGroup } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { nameGroup } from '../../effects/group-acts.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { focusStep } from '../focus.ts';

interface GroupNameProps {
  readonly group: StepGroup;
  /** What gets the focus afterwards. */
  readonly node: string;
  readonly className?: string;
}

const longestName = 80;

/** The name of a group while it is typed: Enter and a press beside it keep it, Esc does not. */
export function GroupName({ group, node, className }: GroupNameProps) {
  const bench = useWorkbench();
  const [typed, setTyped] = useState(group.title);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    nameGroup(bench, group.id, event.key === 'Enter' ? typed : group.title);
    focusStep(node);
  }

  return (
    <input
      ref={field}
      className={className}
      dir="auto"
      aria-label={say('groups.title')}
      maxLength={longestName}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (bench.view.getState().namedGroup === group.id) nameGroup(bench, group.id, typed);
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    />
  );
}
