import { ActionIcon, Button, Checkbox, Group, Menu, Text, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Wording } from '../../../shared/index.ts';
import type { ShapeField, Use } from '../../../flow/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import type { StepShape } from '../../effects/use-shape.ts';
import { focusSoon, menuClosesAfterMs } from '../focus.ts';
import { UseList } from '../use-list.tsx';
import { KindSelect } from './kind-select.tsx';
import css from './shape.module.css';

interface ShapeRowProps {
  readonly shape: StepShape;
  readonly field: ShapeField;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly readOnly: boolean;
  /** The fields inside. */
  readonly children: ReactNode;
}

/** One field of a shape: its name, kind, and whether it must be there; its menu moves and removes it. */
export function ShapeRow({ shape, field, isFirst, isLast, readOnly, children }: ShapeRowProps) {
  const { path, name } = field;
  const [asked, setAsked] = useState<readonly Use[]>();
  const move = (by: -1 | 1) => {
    shape.change({ type: 'move', at: path, by }, 'by-hand');
  };
  const remove = () => {
    shape.change({ type: 'remove', at: path }, 'by-hand');
    setAsked(undefined);
  };
  return (
    <div role="group" aria-label={name}>
      <div className={css.row}>
        <FieldName key={name} shape={shape} field={field} readOnly={readOnly} />
        <KindSelect
          label={say('inspector.shape-kind-of', { field: name })}
          kind={field}
          readOnly={readOnly}
          onChange={(next) => shape.change({ type: 'set-kind', at: path, ...next }, 'by-hand')}
        />
        <Checkbox
          size="xs"
          className={css.required ?? ''}
          aria-label={say('inspector.shape-required-of', { field: name })}
          disabled={readOnly}
          checked={field.required}
          onChange={(event) =>
            shape.change(
              { type: 'set-required', at: path, required: event.currentTarget.checked },
              'by-hand',
            )
          }
        />
        <Menu position="bottom-end" withinPortal disabled={readOnly}>
          <Menu.Target>
            <ActionIcon
              size={28}
              aria-label={say('inspector.shape-more', { field: name })}
              disabled={readOnly}
            >
              <Ellipsis size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<ArrowUp size={14} />}
              disabled={isFirst}
              onClick={() => move(-1)}
            >
              {say('inspector.shape-up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<ArrowDown size={14} />}
              disabled={isLast}
              onClick={() => move(1)}
            >
              {say('inspector.shape-down')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<Trash2 size={14} />}
              onClick={() => {
                const uses = shape.usesOf(path);
                if (uses.length === 0) remove();
                else setAsked(uses);
              }}
            >
              {say('inspector.shape-remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {asked !== undefined && (
        <RemovalAsked
          field={name}
          uses={asked}
          onKeep={() => setAsked(undefined)}
          onRemove={remove}
        />
      )}
      {children}
    </div>
  );
}

interface FieldNameProps {
  readonly shape: StepShape;
  readonly field: ShapeField;
  readonly readOnly: boolean;
}

/** Kept when the field is left or Enter is pressed; Escape takes it back; Alt with an arrow moves the field. */
function FieldName({ shape, field, readOnly }: FieldNameProps) {
  const [text, setText] = useState(field.name);
  const [why, setWhy] = useState<Wording>();
  const input = useRef<HTMLInputElement>(null);
  const keep = () => {
    if (text.trim() === field.name) return;
    setWhy(shape.change({ type: 'rename', at: field.path, name: text }, 'by-hand'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape' && text !== field.name) {
      event.stopPropagation();
      setText(field.name);
      setWhy(undefined);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const by = event.key === 'ArrowUp' ? -1 : 1;
      const row = input.current?.closest('[role="group"]');
      const other = by === -1 ? row?.previousElementSibling : row?.nextElementSibling;
      shape.change({ type: 'move', at: field.path, by }, 'by-hand');
      other?.querySelector('input')?.focus();
    }
  };
  return (
    <TextInput
      ref={input}
      size="xs"
      className={css.grow}
      aria-label={say('inspector.shape-field-name')}
      error={why && sayWording(why)}
      readOnly={readOnly}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setWhy(undefined);
      }}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}

interface RemovalAskedProps {
  readonly field: string;
  readonly uses: readonly Use[];
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** What a removal would leave without data, said before it is done. */
function RemovalAsked({ field, uses, onKeep, onRemove }: RemovalAskedProps) {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  // Asked by a menu that gives its focus back as it closes: the question takes it after that, once.
  useEffect(() => focusSoon(() => keep.current, { afterMs: menuClosesAfterMs }), []);
  return (
    <div className={css.asked} role="alertdialog" aria-labelledby={id}>
      <Text id={id} size="sm">
        {say('uses.of-field', { count: uses.length, field })}
      </Text>
      <UseList uses={uses} />
      <Text size="xs" c="dimmed">
        {say('uses.stay', { count: uses.length })}
      </Text>
      <Group gap={8} mt={8}>
        <Button size="compact-sm" variant="default" ref={keep} onClick={onKeep}>
          {say('uses.keep')}
        </Button>
        <Button size="compact-sm" color="red" onClick={onRemove}>
          {say('uses.remove-anyway')}
        </Button>
      </Group>
    </div>
  );
}
