import { ActionIcon, Button } from '@mantine/core';
import { ClipboardPaste, ListChecks, Plus, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { writeJson, type Json } from '../../../shared/index.ts';
import { inferType, isNothing, nothing, type TableBinding } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { LiteralControl } from '../controls/literal-control.tsx';
import { optionsOf } from '../controls/options.ts';
import type { ChangeField, EditedField } from '../edited-field.ts';
import { useFieldParts } from '../field-parts.ts';
import { LookedAt } from '../looked-at.tsx';
import { sourcesSeen, useMappingDesk } from '../mapping-desk.ts';
import { usePickTarget } from '../pick-target.ts';
import type { ListScope } from '../model/scope.ts';
import { fieldKindOf } from '../model/field-kind.ts';
import { useValueNow } from '../value-now.ts';
import { inWords } from '../value-words.ts';
import { forgetModesBelow } from './mode-store.ts';
import { PasteRows } from './paste-rows.tsx';
import { cellsOf, withPasted, type TableTypes } from './pasted-rows.ts';
import { memoryKey } from './use-modes.ts';
import css from './table-editor.module.css';

interface TableEditorProps {
  readonly field: EditedField;
  readonly binding: TableBinding;
  readonly scope: readonly ListScope[];
  readonly onChange: ChangeField;
  readonly onTyping?: (() => void) | undefined;
}

/** "When it is … use …": a row a value, and otherwise. The row that the current sample hits is marked. */
export function TableEditor({
  field,
  binding: table,
  scope,
  onChange,
  onTyping,
}: TableEditorProps) {
  const desk = useMappingDesk();
  const { NestedValue } = useFieldParts();
  const [isPasting, setIsPasting] = useState(false);
  const target = usePickTarget({ ...field, scope }, (on) => onChange({ ...table, on }));
  const source = useMemo(
    () => inferType(table.on, sourcesSeen(desk, scope)),
    [table.on, desk, scope],
  );
  const options = optionsOf(source, source);
  const missing = options.filter(
    ({ value }) => !table.rows.some(({ equals }) => writeJson(equals) === writeJson(value)),
  );
  const isUnset = isNothing(table.on);
  const value = useValueNow(table.on, scope);
  const hit =
    value === undefined
      ? -1
      : table.rows.findIndex(({ equals }) => writeJson(equals) === writeJson(value));
  const types: TableTypes = {
    source,
    target: field.schema,
    root: field.root,
    locale: desk.locale,
  };
  const setRow = (at: number, row: Partial<TableBinding['rows'][number]>, joins?: string) => {
    const old = table.rows[at];
    if (old === undefined) return;
    onChange(
      { ...table, rows: table.rows.with(at, { ...old, ...row }) },
      { ...(joins !== undefined && { joins }) },
    );
  };
  const addRows = (values: readonly Json[]) =>
    onChange({
      ...table,
      rows: [...table.rows, ...values.map((equals) => ({ equals, then: nothing }))],
    });
  const place = {
    schema: field.schema,
    root: field.root,
    scope,
    onTyping,
  };
  return (
    <div
      className={css.table}
      role="group"
      aria-label={say('fill.table-title', { field: field.label })}
      onFocus={(event) => event.target === event.currentTarget && desk.offer(target)}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (desk.readOnly || !isRows(text)) return;
        event.preventDefault();
        onChange(withPasted(table, text, types));
      }}
    >
      <div className={css.on}>
        <span className={css.word}>{say('fill.table-on')}</span>
        <LookedAt
          placeKey={`${field.key}#on`}
          label={say('fill.table-on')}
          binding={table.on}
          scope={scope}
          onChange={(on) => onChange({ ...table, on })}
        />
      </div>
      {isUnset && <p className={css.note}>{say('fill.table-unset')}</p>}
      {table.rows.length > 0 && (
        <div className={css.heads} aria-hidden>
          <span>{say('fill.table-when')}</span>
          <span>{say('fill.table-use')}</span>
        </div>
      )}
      {table.rows.map((row, at) => (
        // A row's place is who it is.
        <div
          key={at}
          className={css.row}
          role="group"
          aria-label={say('fill.table-row', { row: at + 1 })}
          data-hit={at === hit || undefined}
        >
          <EqualsCell
            label={say('fill.table-row-when', { row: at + 1 })}
            type={source}
            value={row.equals}
            onTyping={onTyping}
            onChange={(equals, joins) => setRow(at, { equals }, joins)}
          />
          <NestedValue
            {...place}
            placeKey={`${field.key}#row-${at}`}
            label={say('fill.table-row-use', { row: at + 1 })}
            binding={row.then}
            onChange={(then, options) => setRow(at, { then: then ?? nothing }, options?.joins)}
          />
          <ActionIcon
            className={css.remove}
            aria-label={say('fill.table-remove', { row: at + 1 })}
            disabled={desk.readOnly}
            onClick={() => {
              forgetModesBelow(memoryKey(desk.stepId, desk.slot, field.key));
              onChange({ ...table, rows: table.rows.toSpliced(at, 1) });
            }}
          >
            <X aria-hidden size={14} />
          </ActionIcon>
          {at === hit && <span className={css.hit}>{say('fill.table-hit')}</span>}
        </div>
      ))}
      <div className={css.row} data-otherwise data-hit={hit === -1 && !isUnset ? true : undefined}>
        <span className={css.otherwise}>{say('fill.table-otherwise')}</span>
        <NestedValue
          {...place}
          placeKey={`${field.key}#otherwise`}
          label={say('fill.table-otherwise')}
          binding={table.otherwise}
          onChange={(next, options) => {
            const { otherwise: _old, ...plain } = table;
            onChange(next === undefined ? plain : { ...plain, otherwise: next }, options);
          }}
        />
        {hit === -1 && !isUnset && (
          <span className={css.hit}>
            {say('fill.table-hit-none', { value: inWords(value, desk.locale) })}
          </span>
        )}
      </div>
      {!desk.readOnly && (
        <div className={css.actions}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus aria-hidden size={14} />}
            onClick={() => addRows([options.length > 0 ? (missing[0]?.value ?? '') : ''])}
          >
            {say('fill.table-add')}
          </Button>
          {missing.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<ListChecks aria-hidden size={14} />}
              onClick={() => addRows(missing.map((option) => option.value))}
            >
              {say('fill.table-all', { count: missing.length })}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<ClipboardPaste aria-hidden size={14} />}
            aria-expanded={isPasting}
            onClick={() => setIsPasting(!isPasting)}
          >
            {say('fill.table-paste')}
          </Button>
        </div>
      )}
      {isPasting && (
        <PasteRows
          onAdd={(text) => {
            setIsPasting(false);
            onChange(withPasted(table, text, types));
          }}
        />
      )}
    </div>
  );
}

interface EqualsCellProps {
  readonly label: string;
  /** Of what the table looks at: its values are offered. */
  readonly type: TableTypes['source'];
  readonly value: Json;
  readonly onTyping: (() => void) | undefined;
  readonly onChange: (value: Json, joins?: string) => void;
}

function EqualsCell({ label, type, value, onTyping, onChange }: EqualsCellProps) {
  const id = useId();
  const field = useMemo(
    (): EditedField => ({
      key: id,
      label,
      schema: type,
      root: type,
      kind: fieldKindOf(type, type),
      required: true,
      inputId: id,
      describedBy: undefined,
    }),
    [id, label, type],
  );
  return (
    <div className={css.cell}>
      <LiteralControl
        field={field}
        value={value}
        label={undefined}
        onTyping={onTyping}
        onChange={(next, options) => onChange(next ?? '', options?.joins)}
      />
    </div>
  );
}

/** Two columns or several lines: more than one cell takes. */
function isRows(text: string): boolean {
  return text.includes('\t') && cellsOf(text).length > 0;
}
