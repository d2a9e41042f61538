import { useMemo } from 'react';
import type { Component, Operation } from '../../../catalog/index.ts';
import type { Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useFieldChoices } from '../../queries/use-field-choices.ts';
import { useView, useWorkbench } from '../../state/workbench.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { pointerOf } from '../../ui/schema-form/misfit-words.ts';
import { seeded } from '../../ui/schema-form/prepare-schema.ts';
import { SchemaForm } from '../../ui/schema-form/schema-form.tsx';

interface SettingsTabProps {
  readonly step: Step;
  readonly component: Component;
  readonly operation: Operation;
  readonly readOnly: boolean;
}

/** The step's fixed values. Each finished field is one change that can be undone. */
export function SettingsTab({ step, component, operation, readOnly }: SettingsTabProps) {
  const { document } = useWorkbench();
  const focused = useView((state) => state.focusedField);
  const choices = useFieldChoices(step, component, operation, 'settings');
  const schema = operation.settings;
  const value = useMemo(
    () => (schema === undefined ? {} : seeded(schema, step.settings)),
    [schema, step.settings],
  );
  if (schema === undefined) return <EmptyState text={say('inspector.settings-none')} />;
  return (
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
      onCommit={(settings, chosen) => {
        const labels = { ...step.labels, ...prefixed(chosen, '/settings') };
        document.apply({
          type: 'step.set-settings',
          step: step.id,
          settings,
          ...(Object.keys(labels).length > 0 && { labels }),
        });
      }}
    />
  );
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
