import { Button, Menu, Popover, TextInput } from '@mantine/core';
import { ChevronDown, X } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import {
  compileBinding,
  conversionDescriptors,
  type Binding,
  type Conversion,
} from '../../mapping/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { ConversionChip } from './conversion-chip.tsx';
import { sourcesSeen, useMappingDesk, type ListScope, type MappingDesk } from './mapping-desk.ts';
import { pillFacts, withConversions, withPick } from './pill-facts.ts';
import { useComponentOf } from './use-component-of.ts';
import { inWords } from './value-words.ts';
import css from './mapper.module.css';

interface PillProps {
  readonly binding: Binding;
  readonly scope: readonly ListScope[];
  readonly onChange: (binding: Binding) => void;
  readonly onRemove: () => void;
  /** Moves the caret to the neighbour text. */
  readonly onLeave?: (direction: -1 | 1) => void;
}

/** Data of an earlier step inside a field: icon, name, live value, conversions; its menu changes how it is taken. */
export function Pill({ binding, scope, onChange, onRemove, onLeave }: PillProps) {
  const desk = useMappingDesk();
  const facts = pillFacts(binding, sourcesSeen(desk, scope));
  const component = useComponentOf(facts.ref?.from);
  const value = usePillValue(binding, desk, scope);
  const [asksIfEmpty, setAsksIfEmpty] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      onRemove();
    } else if (event.key === 'ArrowLeft') onLeave?.(-1);
    else if (event.key === 'ArrowRight') onLeave?.(1);
  };
  const convert = (conversion: Conversion) =>
    onChange(withConversions(binding, [...facts.conversions, conversion]));
  const name = facts.broken
    ? say('mapper.pill-broken', { field: facts.label })
    : say('mapper.pill-name', { field: facts.label, source: facts.source });

  return (
    <Popover
      opened={asksIfEmpty}
      onChange={setAsksIfEmpty}
      trapFocus
      withinPortal
      // The pill itself is no button that opens something: an item of its menu does.
      withRoles={false}
    >
      <Popover.Target>
        <span className={css.pill} data-broken={facts.broken || undefined}>
          <Menu disabled={desk.readOnly} position="bottom-start" withinPortal>
            <Menu.Target>
              <button
                ref={button}
                type="button"
                className={css.pillMain}
                aria-label={name}
                title={name}
                onKeyDown={onKeyDown}
              >
                {component !== undefined && <ComponentIcon component={component} size={14} bare />}
                <span className={css.pillLabel}>{facts.label}</span>
                {facts.picked !== undefined && (
                  <span className={css.pillPicked}>{facts.picked}</span>
                )}
                {value !== undefined && <span className={css.pillValue}>: {value}</span>}
                <ChevronDown aria-hidden size={12} />
              </button>
            </Menu.Target>
            <Menu.Dropdown mah={340} style={{ overflowY: 'auto' }}>
              {facts.broken && (
                <Menu.Item onClick={desk.openData}>{say('mapper.pill-replace')}</Menu.Item>
              )}
              {facts.ref !== undefined && facts.picked !== undefined && (
                <PickItems
                  onPick={(pick) =>
                    facts.ref &&
                    onChange(withConversions(withPick(facts.ref, pick), facts.conversions))
                  }
                  onList={convert}
                />
              )}
              <Menu.Label>{say('mapper.pill-convert')}</Menu.Label>
              {conversionDescriptors
                .filter(({ group }) => group !== 'empty' && group !== 'other')
                .map((descriptor) => (
                  <Menu.Item key={descriptor.name} onClick={() => convert(descriptor.initial)}>
                    {sayWording({ code: descriptor.code, params: {} })}
                  </Menu.Item>
                ))}
              <Menu.Divider />
              <Menu.Item onClick={() => setAsksIfEmpty(true)}>
                {say('mapper.pill-if-empty')}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<X aria-hidden size={14} />} onClick={onRemove}>
                {say('mapper.pill-remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {facts.conversions.map((conversion, at) => (
            <ConversionChip
              key={`${conversion.name}-${at}`}
              conversion={conversion}
              onChange={(next) =>
                onChange(withConversions(binding, facts.conversions.with(at, next)))
              }
              onRemove={() =>
                onChange(withConversions(binding, facts.conversions.toSpliced(at, 1)))
              }
            />
          ))}
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <IfEmptyForm
          onUse={(instead) => {
            setAsksIfEmpty(false);
            convert({ name: 'default-if-empty', value: instead });
            button.current?.focus();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function PickItems({
  onPick,
  onList,
}: {
  readonly onPick: (pick: 'first' | 'last' | 'each') => void;
  readonly onList: (conversion: Conversion) => void;
}) {
  return (
    <>
      <Menu.Label>{say('mapper.pill-menu-take')}</Menu.Label>
      <Menu.Item onClick={() => onPick('first')}>{say('mapper.pill-first')}</Menu.Item>
      <Menu.Item onClick={() => onPick('last')}>{say('mapper.pill-last')}</Menu.Item>
      <Menu.Item onClick={() => onPick('each')}>{say('mapper.picked-all')}</Menu.Item>
      <Menu.Item onClick={() => onList({ name: 'join', by: ', ' })}>
        {say('mapper.pill-joined')}
      </Menu.Item>
    </>
  );
}

function IfEmptyForm({ onUse }: { readonly onUse: (instead: string) => void }) {
  const [instead, setInstead] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onUse(instead);
      }}
    >
      <TextInput
        data-autofocus
        label={say('mapper.pill-if-empty-label')}
        value={instead}
        onChange={(event) => setInstead(event.currentTarget.value)}
      />
      <Button mt={8} size="xs" type="submit">
        {say('mapper.pill-apply')}
      </Button>
    </form>
  );
}

const noTime = { now: 0, uuid: () => '…' };
const shownCharacters = 24;

/** Refs and their conversions cost microseconds: no need to wait for the preview thread. */
function usePillValue(
  binding: Binding,
  desk: MappingDesk,
  scope: readonly ListScope[],
): string | undefined {
  const compiled = useMemo(() => compileBinding(binding), [binding]);
  const sources = Object.fromEntries(
    [...desk.sources, ...scope.map(({ source }) => source)].map(({ type, sample }) => [
      type.from,
      sample,
    ]),
  );
  const made = compiled.evaluate(sources, { locale: desk.locale, timeZone: 'UTC', ...noTime });
  // Pills hold no formula, so nothing has to be waited for.
  if (made instanceof Promise || made.value === undefined) return undefined;
  const text = inWords(made.value, desk.locale);
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters - 1)}…` : text;
}
