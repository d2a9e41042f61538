import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { ChevronDown, Database, TriangleAlert } from 'lucide-react';
import { memo, useEffect, useId, useState } from 'react';
import type { Binding } from '../../mapping/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { FieldEditor, type EditedField } from './field-editor.tsx';
import { useFieldParts, type FieldRowProps } from './field-parts.ts';
import { KindIcon, kindWord } from './kind-icon.tsx';
import { ListEditor } from './list-editor.tsx';
import {
  targetKey,
  useBindingAt,
  useFailureAt,
  useMadeText,
  useMappingDesk,
  useProblemsAt,
  type PickTarget,
} from './mapping-desk.ts';
import { fieldKindOf } from './model/field-kind.ts';
import { Pill } from './pill.tsx';
import css from './mapper.module.css';

/** One field of the consumed input: label, type, editor, result and what is not right yet. */
export const FieldRow = memo(function FieldRow({
  path,
  label,
  schema,
  required,
  scope,
}: FieldRowProps) {
  const desk = useMappingDesk();
  const { FieldList } = useFieldParts();
  const id = useId();
  const key = targetKey(path);
  const kind = fieldKindOf(schema, desk.root);
  const binding = useBindingAt(path);
  const problems = useProblemsAt(path);
  const made = useMadeText(path);
  const failure = useFailureAt(path);
  const [isOpen, setIsOpen] = useState(required || binding !== undefined);
  const target: PickTarget = {
    key,
    label,
    schema,
    scope,
    accept: (picked: Binding) => desk.set(path, picked),
  };
  useEffect(() => desk.register(target));

  const isGroup = kind === 'group';
  const asPill =
    (isGroup || kind === 'list') &&
    binding !== undefined &&
    binding.kind !== 'object' &&
    binding.kind !== 'list';
  const field: EditedField = {
    path,
    label,
    schema,
    kind,
    required,
    inputId: `${id}-input`,
    describedBy: `${id}-said`,
  };
  return (
    <div
      className={css.field}
      data-field={key}
      data-drop={key}
      data-problem={problems[0]?.severity}
      role="group"
      aria-label={label}
    >
      <div className={css.fieldHead}>
        {isGroup && !asPill ? (
          <button
            type="button"
            className={css.groupToggle}
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
        ) : null}
        <label className={css.label} htmlFor={field.inputId} title={String(path.at(-1) ?? '')}>
          {label}
          {required && <span className={css.required}>{say('mapper.required')}</span>}
        </label>
        <span className={css.kind}>
          <KindIcon kind={kind} />
          {kindWord(kind)}
        </span>
        <Tooltip label={say('mapper.data-choose-for', { field: label })}>
          <ActionIcon
            size="sm"
            aria-label={say('mapper.data-choose-for', { field: label })}
            disabled={desk.readOnly}
            onClick={() => {
              desk.offer(target);
              desk.openData();
            }}
          >
            <Database aria-hidden size={14} />
          </ActionIcon>
        </Tooltip>
      </div>
      {asPill ? (
        <div className={css.textEditor} onFocus={() => desk.offer(target)}>
          <Pill
            binding={binding}
            scope={scope}
            onChange={(next) => desk.set(path, next)}
            onRemove={() => desk.set(path, undefined)}
          />
        </div>
      ) : isGroup ? (
        isOpen && (
          <div className={css.nested}>
            <FieldList path={path} schema={schema} scope={scope} />
          </div>
        )
      ) : kind === 'list' ? (
        <ListEditor
          path={path}
          label={label}
          schema={schema}
          scope={scope}
          target={target}
          inputId={field.inputId}
        />
      ) : (
        <FieldEditor field={field} binding={binding} scope={scope} target={target} />
      )}
      <div id={`${id}-said`} className={css.said}>
        {schema.description !== undefined && binding === undefined && (
          <p className={css.help}>{schema.description}</p>
        )}
        {binding !== undefined && binding.kind !== 'literal' && !isGroup && made !== undefined && (
          <p className={css.result} aria-label={say('mapper.result-is', { value: made })}>
            → {made}
          </p>
        )}
        {failure !== undefined && (
          <div className={css.problem} data-severity="warning">
            <p>
              <TriangleAlert aria-hidden size={13} /> {sayWording(failure.first)}
              {failure.count > 1 && ` ${say('mapper.failure-entries', { count: failure.count })}`}
            </p>
          </div>
        )}
        {problems.map((problem, at) => (
          <div
            key={`${problem.code}-${at}`}
            className={css.problem}
            data-severity={problem.severity}
          >
            <p>
              <TriangleAlert aria-hidden size={13} /> {sayWording(problem)}
            </p>
            {problem.fixes.length > 0 && !desk.readOnly && (
              <div className={css.fixes}>
                {problem.fixes.map((fix, index) => (
                  <Button
                    key={index}
                    size="compact-xs"
                    variant="default"
                    onClick={() => desk.set(fix.at, fix.binding)}
                  >
                    {sayWording(fix)}
                  </Button>
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
    </div>
  );
});
