import { ActionIcon, Menu, Text } from '@mantine/core';
import { Ellipsis, NotebookPen, Pencil, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { CommandItem } from '../ui/command-item.tsx';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { focusSoon, menuClosesAfterMs } from '../ui/focus.ts';
import type { StepFacts } from './step-facts.ts';
import css from './step-panel.module.css';

interface StepHeaderProps {
  readonly facts: StepFacts;
  readonly onNote: () => void;
}

/** Which step this is, its name (editable in place), and what can be done with the whole step. */
export function StepHeader({ facts, onNote }: StepHeaderProps) {
  const { view } = useWorkbench();
  const { step, number, component, operation } = facts;
  const name = useRef<HTMLInputElement>(null);
  return (
    <header className={css.header}>
      <ComponentIcon component={step.component} size={32} />
      <div className={css.titles}>
        <div className={css.nameRow}>
          <span className={css.number} aria-hidden>
            {number}
          </span>
          <StepName key={step.id + step.name} step={step.id} name={step.name} field={name} />
        </div>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {component === undefined
            ? say('inspector.unknown-component')
            : operation === undefined
              ? wordsOf(component.description)
              : `${wordsOf(component.title)} · ${wordsOf(operation.title)}`}
        </Text>
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={say('inspector.more')}>
            <Ellipsis size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {/* The menu gives the focus back to its button when it closes; the name takes it after that. */}
          <Menu.Item
            leftSection={<Pencil size={14} />}
            onClick={() =>
              focusSoon(() => name.current, {
                afterMs: menuClosesAfterMs,
                give: () => name.current?.select(),
              })
            }
          >
            {say('inspector.menu-rename')}
          </Menu.Item>
          <Menu.Item leftSection={<NotebookPen size={14} />} onClick={onNote}>
            {say(step.note === undefined ? 'inspector.menu-note' : 'inspector.menu-note-edit')}
          </Menu.Item>
          <CommandItem id="step.switch" target={{ steps: [step.id] }} />
          <Menu.Divider />
          <CommandItem id="selection.remove" target={{ steps: [step.id] }} />
        </Menu.Dropdown>
      </Menu>
      <ActionIcon aria-label={say('inspector.close')} onClick={() => view.selectStep(undefined)}>
        <X size={18} />
      </ActionIcon>
    </header>
  );
}

interface StepNameProps {
  readonly step: string;
  readonly name: string;
  readonly field: React.RefObject<HTMLInputElement | null>;
}

function StepName({ step, name, field }: StepNameProps) {
  const { document } = useWorkbench();
  const [text, setText] = useState(name);
  function keep(): void {
    const wanted = text.trim();
    if (wanted === '') setText(name);
    else if (wanted !== name) document.apply({ type: 'step.rename', step, name: wanted });
  }
  return (
    <input
      ref={field}
      className={css.name}
      dir="auto"
      aria-label={say('inspector.step-name')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setText(name);
          requestAnimationFrame(() => field.current?.blur());
        }
      }}
    />
  );
}
