import { useMemo } from 'react';
import { settingsForm, type Component, type Operation } from '../../../catalog/index.ts';
import { readerOf } from '../../../catalog/readers.ts';
import { nameOfPointer, type Json, type JsonSchema } from '../../../shared/index.ts';
import type { Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import type { Described } from '../../effects/use-described-fields.ts';
import { useFieldChoices } from '../../queries/use-field-choices.ts';
import { useView, useWorkbench } from '../../state/workbench.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { FieldChoices } from '../../ui/schema-form/form-props.ts';
import { pointerOf } from '../../ui/schema-form/misfit-words.ts';
import { seeded } from '../../ui/schema-form/prepare-schema.ts';
import { SchemaForm } from '../../ui/schema-form/schema-form.tsx';
import { FieldsToGet } from './fields-to-get.tsx';
import { SentText } from './sent-text.tsx';

interface SettingsTabProps {
  readonly step: Step;
  readonly component: Component;
  readonly operation: Operation;
  readonly described: Described | undefined;
  readonly readOnly: boolean;
}

/** The step's fixed values. Each finished field is one change that can be undone. */
export function SettingsTab({ step, component, operation, described, readOnly }: SettingsTabProps) {
  const { document } = useWorkbench();
  const focused = useView((state) => state.focusedField);
  const choices = {
    ...useFieldChoices(step, component, operation, 'settings'),
    ...choicesOfReader(operation, described),
  };
  const form = settingsForm(operation, step.settings);
  const schema = useMemo(() => typedPart(form), [form]);
  const value = useMemo(
    () => (schema === undefined ? {} : seeded(schema, step.settings)),
    [schema, step.settings],
  );
  if (schema === undefined) return <EmptyState text={say('inspector.settings-none')} />;
  const { reading } = described ?? {};
  return (
    <>
      <SchemaForm
        key={`${step.id}/${operation.id}`}
        id={`settings-${step.id}`}
        schema={schema}
        value={value}
        choices={choices}
        labels={labelsWithin(step.labels, '/settings')}
        focused={
          focused === undefined
            ? undefined
            : pointerOf(focused[0] === 'settings' ? focused.slice(1) : focused)
        }
        disabled={readOnly}
        onCommit={(typed, chosen) => {
          const settings = { ...hidden(step.settings, schema), ...typed };
          const labels = { ...step.labels, ...prefixed(chosen, '/settings') };
          document.apply({
            type: 'step.set-settings',
            step: step.id,
            settings,
            ...(Object.keys(labels).length > 0 && { labels }),
          });
        }}
      />
      {reading?.fields !== undefined && (
        <FieldsToGet
          key={`${step.id}/${reading.fields.of}`}
          fields={reading.fields}
          readOnly={readOnly}
          onChoose={(places) => chooseFields(reading.fields?.settingOf(places))}
        />
      )}
      {reading?.text !== undefined && <SentText text={reading.text} />}
    </>
  );

  function chooseFields(value: Json | undefined): void {
    const at = operation.describedBy?.fields;
    if (at === undefined || value === undefined) return;
    document.apply({
      type: 'step.set-settings',
      step: step.id,
      settings: { ...step.settings, [nameOfPointer(at)]: value },
    });
  }
}

/** Settings that a person types or chooses in the form; the others are made. */
function typedPart(schema: JsonSchema | undefined): JsonSchema | undefined {
  if (schema === undefined) return undefined;
  const properties = Object.entries(schema.properties ?? {});
  if (properties.every(([, property]) => property.readOnly !== true)) return schema;
  const { additionalProperties: _closed, ...open } = schema;
  return {
    ...open,
    properties: Object.fromEntries(properties.filter(([, property]) => property.readOnly !== true)),
  };
}

/** What the form neither shows nor forgets. */
function hidden(settings: Step['settings'], schema: JsonSchema): Step['settings'] {
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => !Object.hasOwn(schema.properties ?? {}, name)),
  );
}

function choicesOfReader(
  operation: Operation,
  described: Described | undefined,
): Readonly<Record<string, FieldChoices>> {
  const offers = described === undefined ? [] : (readerOf(operation)?.offers ?? []);
  return Object.fromEntries(
    offers.map((at): [string, FieldChoices] => {
      const field = at.slice('/settings'.length);
      const options = described?.reading?.options[at];
      if (options !== undefined) return [field, { state: 'ready', options }];
      return [field, waitingChoice(described?.fields)];
    }),
  );
}

function waitingChoice(fields: Described['fields'] | undefined): FieldChoices {
  switch (fields?.kind) {
    case 'failed':
      return { state: 'failed', words: say('inspector.options-failed'), retry: fields.retry };
    case 'waiting':
      return { state: 'waiting', words: say('inspector.options-known-later') };
    case 'reading':
    case 'read':
    case undefined:
      return { state: 'loading' };
  }
}

function labelsWithin(labels: Step['labels'], prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels ?? {})
      .filter(([at]) => at.startsWith(`${prefix}/`))
      .map(([at, label]) => [at.slice(prefix.length), label]),
  );
}

function prefixed(
  labels: Readonly<Record<string, string>>,
  prefix: string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([at, label]) => [prefix + at, label]));
}
