import { ActionIcon } from '@mantine/core';
import { ChevronDown, Database } from 'lucide-react';
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Binding } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import type { ChangeField, EditedField } from './edited-field.ts';
import { focusInside, opensModes } from './editor-focus.ts';
import { FieldEditor } from './field-editor.tsx';
import { useFieldParts, type FieldRowProps } from './field-parts.ts';
import { FieldSaid } from './field-said.tsx';
import { KindIcon, kindWord } from './kind-icon.tsx';
import { ListEditor } from './list-editor.tsx';
import {
  targetKey,
  useBindingAt,
  useHoldsWanted,
  useMappingDesk,
  useProblemsAt,
} from './mapping-desk.ts';
import type { PickTarget } from './desk/target.ts';
import { fieldKindOf } from './model/field-kind.ts';
import { ModeButton } from './modes/mode-button.tsx';
import { ModeQuestion } from './modes/mode-question.tsx';
import { useModes } from './modes/use-modes.ts';
import { opensAtOnce } from './objects/group-shown.ts';
import css from './field-row.module.css';

/** One field of the consumed input: label, type, how it is filled, editor, result and what is not right yet. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { path, label, schema, required, scope } = props;
  const desk = useMappingDesk();
  const { FieldList } = useFieldParts();
  const id = useId();
  const key = targetKey(path);
  const binding = useBindingAt(path);
  const problems = useProblemsAt(path);
  // A form may be endless: what is required is shown at once only near the top, and not again inside itself.
  const [isOpen, setIsOpen] = useState(
    () => binding !== undefined || (required && opensAtOnce(desk.root, path, schema)),
  );
  const holdsWanted = useHoldsWanted(path);
  useEffect(() => {
    if (holdsWanted) setIsOpen(true);
  }, [holdsWanted]);
  const [isChoosing, setIsChoosing] = useState(false);
  // While a person types, nothing is found wrong that was not before: they are not done yet.
  const [typing, setTyping] = useState<ReadonlySet<string> | undefined>(undefined);
  // What the editor tells itself is not told again below it.
  const [told, setTold] = useState<string | undefined>(undefined);
  const editor = useRef<HTMLDivElement>(null);
  const { root } = desk;
  const field = useMemo(
    (): EditedField => ({
      key,
      label,
      schema,
      root,
      kind: fieldKindOf(schema, root),
      required,
      inputId: `${id}-input`,
      describedBy: `${id}-said`,
    }),
    [key, label, schema, root, required, id],
  );
  const change: ChangeField = (next, options) => {
    if (options?.joins === undefined) setTyping(undefined);
    desk.set(path, next, options);
  };
  const onTyping = (next?: Binding) => {
    setTyping((known) => known ?? new Set(problems.map(({ code }) => code)));
    if (next !== undefined) desk.draft(path, next);
  };
  const modes = useModes(field, binding, change, () => focusInside(editor));
  const isParts =
    (field.kind === 'group' && modes.mode === 'fields') ||
    (field.kind === 'list' && modes.mode === 'entries');
  const whole: PickTarget = {
    key,
    label,
    schema,
    scope,
    accept: (picked: Binding) => change(picked),
  };
  // Every other editor says itself what it does with data.
  useEffect(() => (isParts ? desk.register(whole) : undefined));
  const shown = problems.filter(({ code }) => code !== told && typing?.has(code) !== false);

  return (
    <div
      className={css.field}
      data-field={key}
      data-drop={key}
      data-problem={shown[0]?.severity}
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (!opensModes(event)) return;
        event.stopPropagation();
        setIsChoosing(true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setTyping(undefined);
      }}
    >
      <div className={css.head} data-field-head>
        {field.kind === 'group' && isParts && (
          <button
            type="button"
            className={css.toggle}
            aria-expanded={isOpen}
            aria-label={say(isOpen ? 'mapper.group-hide' : 'mapper.group-show', { field: label })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronDown
              aria-hidden
              size={14}
              className={css.turn}
              data-open={isOpen || undefined}
            />
          </button>
        )}
        <label
          className={css.label}
          htmlFor={field.inputId}
          title={String(path.at(-1) ?? '')}
          // A box of words and pills is no control that a label can lead to by itself.
          onClick={() => document.getElementById(field.inputId)?.focus()}
        >
          <bdi>{label}</bdi>
          {required && <span className={css.required}>{say('mapper.required')}</span>}
        </label>
        <span className={css.kind} title={kindWord(field.kind)}>
          <KindIcon kind={field.kind} />
          <span className={css.kindWord}>{kindWord(field.kind)}</span>
        </span>
        <span className={css.tools}>
          <ModeButton
            label={label}
            modes={modes}
            disabled={desk.readOnly}
            isOpen={isChoosing}
            onOpen={setIsChoosing}
          />
          <ActionIcon
            size="sm"
            aria-label={say('mapper.data-choose-for', { field: label })}
            title={say('mapper.data-choose-for', { field: label })}
            disabled={desk.readOnly}
            onClick={() => {
              const target = desk.targetAt(key);
              if (target !== undefined) desk.offer(target);
              desk.openData();
            }}
          >
            <Database aria-hidden size={14} />
          </ActionIcon>
        </span>
      </div>
      {modes.question && <ModeQuestion question={modes.question} mode={modes.mode} />}
      <div ref={editor} data-problem={shown[0]?.severity}>
        {!isParts ? (
          <FieldEditor
            field={field}
            path={path}
            binding={binding}
            scope={scope}
            modes={modes}
            onChange={change}
            onTyping={onTyping}
            onMistake={setTold}
          />
        ) : field.kind === 'list' ? (
          <ListEditor
            path={path}
            label={label}
            schema={schema}
            scope={scope}
            target={whole}
            inputId={field.inputId}
          />
        ) : (
          isOpen && (
            <div className={css.nested}>
              <FieldList path={path} schema={schema} scope={scope} />
            </div>
          )
        )}
      </div>
      <FieldSaid
        id={`${id}-said`}
        path={path}
        help={binding === undefined ? schema.description : undefined}
        editorTells={modes.mode === 'formula'}
        showsResult={binding !== undefined && binding.kind !== 'literal' && !isParts}
        problems={shown}
      />
    </div>
  );
});
