import { Menu, Popover } from '@mantine/core';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { choiceTitle, resolve, shortened, type Json, type JsonSchema } from '../../shared/index.ts';
import type { Binding, Conversion } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { ConversionChip } from './conversion-chip.tsx';
import { ConvertPanel } from './convert-panel.tsx';
import type { EditedField } from './edited-field.ts';
import { KindIcon, kindWord } from './kind-icon.tsx';
import { sourcesSeen, useMappingDesk } from './mapping-desk.ts';
import type { PickTarget } from './desk/target.ts';
import type { ListScope } from './model/scope.ts';
import { fieldKindOf } from './model/field-kind.ts';
import { PillDefaultForm } from './pill-default-form.tsx';
import { useFieldParts } from './field-parts.ts';
import { PillMenu } from './pill-menu.tsx';
import {
  pillFacts,
  whenEmptyOf,
  withConversions,
  withDefault,
  withInside,
  withPick,
  withWhenEmpty,
} from './pill-facts.ts';
import { ReplacePanel } from './replace/replace-panel.tsx';
import { useComponentOf } from './use-component-of.ts';
import { useValueNow, valueNow } from './value-now.ts';
import { inWords } from './value-words.ts';
import css from './pill.module.css';

interface PillProps {
  readonly binding: Binding;
  readonly scope: readonly ListScope[];
  readonly onChange: (binding: Binding) => void;
  readonly onRemove: () => void;
  /** The field it stands in: what it takes comes first among the conversions. */
  readonly field?: Pick<EditedField, 'key' | 'label' | 'schema' | 'root'>;
  /** Moves the caret to the neighbour text. */
  readonly onLeave?: (direction: -1 | 1) => void;
  /** Data as it is: nothing is converted here. */
  readonly isPlain?: boolean;
  /** Puts other data behind it. */
  readonly onAddAfter?: (binding: Binding) => void;
}

const shownCharacters = 24;
const anything: JsonSchema = {};

/** Data inside a field: icon, name, live value, type, conversions; its menu changes how it is taken. */
export function Pill(props: PillProps) {
  const { binding, scope, onChange, onRemove, field, onLeave, isPlain = false, onAddAfter } = props;
  const desk = useMappingDesk();
  const { view } = useWorkbench();
  const { PillEditor } = useFieldParts();
  const facts = useMemo(() => pillFacts(binding, sourcesSeen(desk, scope)), [binding, desk, scope]);
  const value = shownValue(useValueNow(binding, scope), facts.schema, desk.locale);
  const component = useComponentOf(facts.ref?.from);
  const tab = useView((state) => state.tab);
  const [panel, setPanel] = useState<'convert' | 'default' | 'replace' | undefined>(undefined);
  const [isEditing, setIsEditing] = useState(false);
  const [openChip, setOpenChip] = useState<number | undefined>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const kind = fieldKindOf(facts.schema, facts.schema);
  const inner = binding.kind === 'convert' ? binding.of : binding;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      if (!desk.readOnly) onRemove();
    } else if (event.key === 'ArrowLeft') leave(event, -1);
    else if (event.key === 'ArrowRight') leave(event, 1);
    // What is typed goes behind the pill, as behind a character.
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey)
      onLeave?.(1);
  };
  const leave = (event: KeyboardEvent, direction: -1 | 1) => {
    if (onLeave === undefined) return;
    event.preventDefault();
    onLeave(direction);
  };
  const convert = (conversions: readonly Conversion[]) => {
    setPanel(undefined);
    onChange(withConversions(binding, [...facts.conversions, ...conversions]));
    // One that wants to be told more opens at once.
    const asks = conversions.length === 1 && Object.keys(conversions[0] ?? {}).length > 1;
    if (asks) setOpenChip(facts.conversions.length);
    else button.current?.focus();
  };
  const pickInstead = (accept: (picked: Binding) => void) => {
    const target: PickTarget = {
      key: `${field?.key ?? ''}#pill`,
      label: field?.label ?? facts.label,
      schema: field?.schema ?? {},
      scope,
      accept,
    };
    desk.offer(target);
    desk.openData();
  };
  const name = facts.broken
    ? say('mapper.pill-broken', { field: facts.label })
    : facts.ref === undefined
      ? facts.label
      : say('mapper.pill-name', { field: facts.label, source: facts.source });

  return (
    <Popover
      opened={panel !== undefined}
      onChange={(isOpen) => !isOpen && setPanel(undefined)}
      position="bottom-start"
      trapFocus
      returnFocus
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
                className={css.main}
                data-pill
                aria-label={`${name}, ${kindWord(kind)}${value === undefined ? '' : `: ${value}`}`}
                title={`${name}${value === undefined ? '' : `: ${value}`}`}
                onKeyDown={onKeyDown}
              >
                {facts.broken ? (
                  <TriangleAlert aria-hidden size={13} />
                ) : (
                  component !== undefined && <ComponentIcon component={component} size={14} bare />
                )}
                <bdi className={css.label}>{facts.label}</bdi>
                {facts.picked !== undefined && <span className={css.picked}>{facts.picked}</span>}
                {value !== undefined && <span className={css.value}>: {value}</span>}
                <span className={css.kind} title={kindWord(kind)}>
                  <KindIcon kind={kind} />
                </span>
                <ChevronDown aria-hidden size={12} />
              </button>
            </Menu.Target>
            <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
              <PillMenu
                broken={facts.broken}
                source={component === undefined ? undefined : facts.source}
                takesEntry={facts.ref !== undefined && facts.picked !== undefined}
                whenEmpty={facts.ref === undefined || isPlain ? undefined : whenEmptyOf(binding)}
                onReplace={() =>
                  facts.ref === undefined
                    ? pickInstead((picked) => onChange(withInside(binding, picked)))
                    : setPanel('replace')
                }
                onEdit={inner.kind === 'ref' ? undefined : () => setIsEditing(true)}
                onPick={(pick) =>
                  facts.ref && onChange(withInside(binding, withPick(facts.ref, pick)))
                }
                onConvert={isPlain ? undefined : () => setPanel('convert')}
                onList={isPlain ? undefined : (conversion) => convert([conversion])}
                onWhenEmpty={(answer) =>
                  answer === 'use' ? setPanel('default') : onChange(withWhenEmpty(binding, answer))
                }
                onAddAfter={onAddAfter && (() => pickInstead(onAddAfter))}
                onGoToSource={() => facts.ref && view.selectStep(facts.ref.from, tab)}
                onRemove={onRemove}
              />
            </Menu.Dropdown>
          </Menu>
          {facts.conversions.map((conversion, at) => (
            <ConversionChip
              key={`${conversion.name}-${at}`}
              conversion={conversion}
              startsOpen={at === openChip}
              preview={(next) => {
                const chain = facts.conversions.with(at, next);
                return inWords(valueNow(withConversions(binding, chain), desk, scope), desk.locale);
              }}
              onClose={() => {
                setOpenChip(undefined);
                button.current?.focus();
              }}
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
        {panel === 'convert' && (
          <ConvertPanel
            binding={binding}
            type={facts.schema}
            wanted={field && resolve(field.schema, field.root)}
            scope={scope}
            onChoose={convert}
          />
        )}
        {panel === 'replace' && facts.ref !== undefined && (
          <ReplacePanel
            old={facts.ref}
            label={facts.label}
            wanted={field?.schema ?? anything}
            root={field?.root ?? anything}
            scope={scope}
            onReplace={(next) => {
              setPanel(undefined);
              onChange(withInside(binding, next));
              button.current?.focus();
            }}
            onDone={() => {
              setPanel(undefined);
              button.current?.focus();
            }}
          />
        )}
        {panel === 'default' && (
          <PillDefaultForm
            kind={kind}
            locale={desk.locale}
            onUse={(instead) => {
              setPanel(undefined);
              onChange(withDefault(binding, instead));
              button.current?.focus();
            }}
          />
        )}
      </Popover.Dropdown>
      {isEditing && (
        <PillEditor
          binding={inner}
          label={field?.label ?? facts.label}
          schema={field?.schema ?? {}}
          root={field?.root ?? {}}
          scope={scope}
          onChange={(next) => onChange(withInside(binding, next))}
          onClose={() => {
            setIsEditing(false);
            button.current?.focus();
          }}
        />
      )}
    </Popover>
  );
}

function shownValue(
  value: Json | undefined,
  schema: JsonSchema,
  locale: string,
): string | undefined {
  if (value === undefined) return undefined;
  const text = choiceTitle(value, schema, schema) ?? inWords(value, locale);
  return shortened(text, shownCharacters);
}
