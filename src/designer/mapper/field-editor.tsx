import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { JsonPath } from '../../shared/index.ts';
import type { Binding, Conversion } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { ConversionChip } from './conversion-chip.tsx';
import { LiteralControl } from './controls/literal-control.tsx';
import { ServiceChoice, useHasServiceChoices } from './controls/service-choice.tsx';
import type { ChangeField, EditedField } from './edited-field.ts';
import { useMappingDesk } from './mapping-desk.ts';
import { usePickTarget } from './pick-target.ts';
import type { ListScope } from './model/scope.ts';
import { DataEditor } from './modes/data-editor.tsx';
import { LeftOut } from './modes/left-out.tsx';
import { modeOf, type Mode } from './modes/mode.ts';
import { TableEditor } from './modes/table-editor.tsx';
import type { FieldModes } from './modes/use-modes.ts';
import { WhenEditor } from './modes/when-editor.tsx';
import { withConversions } from './pill-facts.ts';
import { TextEditor } from './text-editor.tsx';
import css from './field-editor.module.css';

// It brings the formula language with it: only who has a formula loads it.
const FormulaEditor = lazy(async () => ({
  default: (await import('./modes/formula/formula-editor.tsx')).FormulaEditor,
}));

export interface FieldEditorProps {
  readonly field: EditedField;
  /** Where the field is, when it is one of the form: the service may know what it takes. */
  readonly path?: JsonPath;
  readonly binding: Binding | undefined;
  readonly scope: readonly ListScope[];
  readonly modes: FieldModes;
  readonly onChange: ChangeField;
  /** In the middle of a word, with what it would be. */
  readonly onTyping?: ((binding?: Binding) => void) | undefined;
  /** A mistake that the editor tells itself, by its code. */
  readonly onMistake?: ((code: string | undefined) => void) | undefined;
}

/** The control of one place, by the way it is filled. A conversion of more than data stands behind what it converts. */
export function FieldEditor(props: FieldEditorProps) {
  const { binding, modes, onChange } = props;
  if (binding?.kind !== 'convert' || modeOf(binding) === 'data') return <ModeEditor {...props} />;
  const chain = binding.with;
  return (
    <div className={css.converted}>
      <ModeEditor
        {...props}
        binding={binding.of}
        modes={modes}
        onChange={(next, options) =>
          onChange(next && { kind: 'convert', of: next, with: chain }, options)
        }
      />
      <ChipsAfter chain={chain} onChange={(next) => onChange(withConversions(binding, next))} />
    </div>
  );
}

function ModeEditor(props: FieldEditorProps) {
  const { field, path, binding, scope, modes, onChange, onTyping, onMistake } = props;
  const fromService = useHasServiceChoices(path);
  // Words and pills are one control, whatever the way is called: who types or picks goes from one to the other.
  if (holdsWords(field, binding, modes.mode, fromService))
    return <TextEditor {...{ field, binding, scope, onChange, onTyping }} />;
  switch (modes.mode) {
    case 'table':
      return binding?.kind === 'table' ? (
        <TableEditor {...{ field, binding, scope, onChange, onTyping }} />
      ) : null;
    case 'when':
      return binding?.kind === 'when' ? (
        <WhenEditor {...{ field, binding, scope, onChange, onTyping }} />
      ) : null;
    case 'leave-out':
      return (
        <LeftOut
          field={field}
          scope={scope}
          onChange={onChange}
          onFill={() => modes.choose(modes.offered[0] ?? 'fixed')}
        />
      );
    case 'fixed':
      return holdsWhole(binding) ? (
        <DataEditor {...{ field, binding, scope, onChange }} />
      ) : (
        <FixedEditor {...props} fromService={fromService} />
      );
    case 'formula':
      return binding?.kind === 'formula' ? (
        <Suspense fallback={<Skeleton height={96} />}>
          <FormulaEditor {...{ field, binding, scope, onChange, onTyping, onMistake }} />
        </Suspense>
      ) : null;
    case 'data':
    case 'text':
    case 'fields':
    case 'entries':
      return <DataEditor {...{ field, binding, scope, onChange }} />;
  }
}

function holdsWords(
  field: EditedField,
  binding: Binding | undefined,
  mode: Mode,
  fromService: boolean,
): boolean {
  if (mode === 'text') return true;
  const takesText = field.kind === 'text' || field.kind === 'email' || field.kind === 'anything';
  if (mode === 'data') return takesText && binding !== undefined;
  return mode === 'fixed' && takesText && !fromService && !holdsWhole(binding);
}

/** A group or list that stands there as one value: there is no control to type one. */
function holdsWhole(binding: Binding | undefined): boolean {
  return binding?.kind === 'literal' && typeof binding.value === 'object' && binding.value !== null;
}

function FixedEditor(props: FieldEditorProps & { readonly fromService: boolean }) {
  const { field, path, binding, scope, onChange, onTyping, fromService } = props;
  const desk = useMappingDesk();
  const target = usePickTarget({ ...field, scope }, (picked) => onChange(picked));
  const literal = binding?.kind === 'literal' ? binding : undefined;
  const shared = {
    field,
    value: literal?.value,
    label: literal?.label,
    onTyping: onTyping && (() => onTyping()),
    onFocus: () => desk.offer(target),
  };
  return (
    <div className={css.control}>
      {fromService && path !== undefined ? (
        <ServiceChoice
          {...shared}
          path={path}
          onChange={(value, { label } = {}) =>
            onChange(
              value === undefined
                ? undefined
                : { kind: 'literal', value, ...(label !== undefined && { label }) },
            )
          }
        />
      ) : (
        <LiteralControl
          {...shared}
          onChange={(value, options) =>
            onChange(value === undefined ? undefined : { kind: 'literal', value }, options)
          }
        />
      )}
    </div>
  );
}

function ChipsAfter({
  chain,
  onChange,
}: {
  readonly chain: readonly Conversion[];
  readonly onChange: (chain: readonly Conversion[]) => void;
}) {
  return (
    <div className={css.chips}>
      <span className={css.then}>{say('fill.chips-after')}</span>
      {chain.map((conversion, at) => (
        <ConversionChip
          key={`${conversion.name}-${at}`}
          conversion={conversion}
          onChange={(next) => onChange(chain.with(at, next))}
          onRemove={() => onChange(chain.toSpliced(at, 1))}
        />
      ))}
    </div>
  );
}
