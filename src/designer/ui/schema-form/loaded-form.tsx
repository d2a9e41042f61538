import Form, { type IChangeEvent } from '@rjsf/core';
import type { ErrorSchema, RJSFSchema } from '@rjsf/utils';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isJsonObject, writeJson, type Json, type JsonObject } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { focusSoon } from '../focus.ts';
import { FormFrame, type FormFacts } from './form-frame.ts';
import type { SchemaFormProps } from './form-props.ts';
import { formValidator } from './form-validator.ts';
import { pointerOf, wordsByField } from './misfit-words.ts';
import { prepareSchema, widgetsOf, withChoices } from './prepare-schema.ts';
import { templates } from './templates.tsx';
import { misfitsOf, plain } from './validation.ts';
import { widgets } from './widgets.tsx';
import css from './schema-form.module.css';

const fieldSeparator = '/';

export function LoadedForm(props: SchemaFormProps) {
  const {
    schema,
    value,
    onChange,
    onCommit,
    onSubmit,
    refusals,
    choices,
    labels,
    focused,
    disabled,
    strict,
    id,
  } = props;
  const [draft, setDraft] = useState(value);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(false);
  const [forgiven, setForgiven] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(draft);
  const given = useRef(value);
  const chosenLabels = useRef<Record<string, string>>({});
  const frame = useRef<HTMLDivElement>(null);

  // Undo, or another panel, changed the value: the form follows unless it is what the form itself gave.
  useEffect(() => {
    if (same(given.current, value)) return;
    given.current = value;
    latest.current = value;
    setDraft(value);
  }, [value]);
  useEffect(() => setForgiven(new Set()), [refusals]);

  const shaped = useMemo(() => prepareSchema(schema), [schema]);
  const uiSchema = useMemo(
    () => withChoices(widgetsOf(shaped), Object.keys(choices ?? {})),
    [shaped, choices],
  );
  const words = useMemo(() => wordsByField(misfitsOf(shaped, draft), shaped), [shaped, draft]);

  const shown: Record<string, string> = {};
  for (const [at, wording] of words) {
    if (sent || strict === true || left.has(at)) shown[at] = say(wording.code, wording.params);
  }
  for (const [at, sentence] of Object.entries(refusals ?? {})) {
    if (!forgiven.has(at)) shown[at] = sentence;
  }

  useEffect(() => {
    if (focused === undefined || focused === '') return undefined;
    return focusSoon(() => fieldAt(frame.current, id, focused));
  }, [focused, id]);

  function change(event: IChangeEvent): void {
    const now = (plain(event.formData) ?? {}) as JsonObject; // the root of every form here is a group of fields
    const changed = Object.keys({ ...latest.current, ...now }).filter(
      (key) => !same(latest.current[key], now[key]),
    );
    latest.current = now;
    setDraft(now);
    if (refusals !== undefined && changed.length > 0)
      setForgiven((before) => new Set([...before, ...changed.map((key) => pointerOf([key]))]));
    onChange?.(now);
  }

  function commit(): void {
    if (onCommit === undefined || same(given.current, latest.current)) return;
    given.current = latest.current;
    onCommit(latest.current, chosenLabels.current);
    chosenLabels.current = {};
  }

  const facts: FormFacts = {
    choices: choices ?? {},
    labels: labels ?? {},
    leave: (at) => {
      setLeft((before) => (before.has(at) ? before : new Set([...before, at])));
      commit();
    },
    // The choice itself is told by the form after this call, hence on the next turn.
    choose: (at, label) => {
      if (label !== undefined) chosenLabels.current[at] = label;
      setLeft((before) => new Set([...before, at]));
      queueMicrotask(commit);
    },
  };

  function submit(): void {
    const misfits = misfitsOf(shaped, latest.current);
    setSent(true);
    const first = misfits[0];
    if (first !== undefined) {
      // The field's complaint must be on screen before the field gets the focus, so that it is read out with it.
      requestAnimationFrame(() => fieldAt(frame.current, id, pointerOf(first.path))?.focus());
      return;
    }
    onSubmit?.(latest.current);
  }

  return (
    <FormFrame value={facts}>
      <div ref={frame} className={css.form}>
        <Form
          schema={shaped as RJSFSchema} // ours is the readable part of the same language
          uiSchema={uiSchema}
          validator={formValidator}
          formData={draft}
          extraErrors={toErrors(shown)}
          templates={templates}
          widgets={widgets}
          idPrefix={id}
          idSeparator={fieldSeparator}
          disabled={disabled ?? false}
          showErrorList={false}
          noHtml5Validate
          noValidate
          tagName={onSubmit === undefined ? 'div' : 'form'}
          onChange={change}
          onSubmit={submit}
          autoComplete="off"
        >
          {props.children ?? <></>}
        </Form>
      </div>
    </FormFrame>
  );
}

function fieldAt(frame: HTMLElement | null, id: string, pointer: string): HTMLElement | null {
  const field =
    frame?.querySelector<HTMLElement>(
      `#${CSS.escape(id + pointer.replaceAll('/', fieldSeparator))}`,
    ) ?? null;
  field?.closest('details')?.setAttribute('open', '');
  return field;
}

function toErrors(shown: Readonly<Record<string, string>>): ErrorSchema {
  const root: Record<string, unknown> = {};
  for (const [pointer, sentence] of Object.entries(shown)) {
    let here = root;
    for (const part of pointer.split('/').slice(1)) {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      here = (here[key] ??= {}) as Record<string, unknown>;
    }
    here['__errors'] = [sentence];
  }
  return root as ErrorSchema; // built part by part, which its recursive type cannot follow
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  if (isJsonObject(one) !== isJsonObject(other)) return false;
  return writeJson(one) === writeJson(other);
}
