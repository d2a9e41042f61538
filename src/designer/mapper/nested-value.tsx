import { useId, useMemo, useRef, useState } from 'react';
import { isNothing } from '../../mapping/index.ts';
import type { EditedField } from './edited-field.ts';
import { FieldEditor } from './field-editor.tsx';
import { focusInside, opensModes } from './editor-focus.ts';
import { useMappingDesk } from './mapping-desk.ts';
import { fieldKindOf } from './model/field-kind.ts';
import { ModeButton } from './modes/mode-button.tsx';
import { ModeQuestion } from './modes/mode-question.tsx';
import { useModes } from './modes/use-modes.ts';
import css from './nested-value.module.css';
import type { NestedValueProps } from './field-parts.ts';

/** A value inside another one (what a row of a table uses, one side of a comparison), with all its ways to be filled. */
export function NestedValue(props: NestedValueProps) {
  const { placeKey, label, schema, root, scope, onChange, onTyping } = props;
  const desk = useMappingDesk();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const binding = isNothing(props.binding) ? undefined : props.binding;
  const field = useMemo(
    (): EditedField => ({
      key: placeKey,
      label,
      schema,
      root,
      kind: fieldKindOf(schema, root),
      required: false,
      inputId: id,
      describedBy: undefined,
    }),
    [placeKey, label, schema, root, id],
  );
  const modes = useModes(field, binding, onChange, () => focusInside(frame));
  return (
    <div
      className={css.place}
      data-drop={placeKey}
      onKeyDown={(event) => {
        if (!opensModes(event)) return;
        event.stopPropagation();
        setIsOpen(true);
      }}
    >
      {modes.question && <ModeQuestion question={modes.question} mode={modes.mode} />}
      <div className={css.row}>
        <div ref={frame} className={css.editor}>
          <FieldEditor
            field={field}
            binding={binding}
            scope={scope}
            modes={modes}
            onChange={onChange}
            onTyping={onTyping && (() => onTyping())}
          />
        </div>
        <ModeButton
          compact
          label={label}
          modes={modes}
          disabled={desk.readOnly}
          isOpen={isOpen}
          onOpen={setIsOpen}
        />
      </div>
    </div>
  );
}
