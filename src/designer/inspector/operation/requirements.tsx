import { Text } from '@mantine/core';
import { ArrowDownToLine, ArrowUpFromLine, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { propertiesOf, wordsOf, type JsonSchema } from '../../../shared/index.ts';
import type { Component, Operation } from '../../../catalog/index.ts';
import type { Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { FieldTable } from './field-table.tsx';
import css from './requirements.module.css';

interface RequirementsProps {
  readonly component: Component;
  readonly operation: Operation;
  /** The step that uses it: its own shapes are then what counts. */
  readonly step?: Step;
}

/** The three things to know before an operation is used: how to sign in, what it needs, what it gives. */
export function Requirements({ component, operation, step }: RequirementsProps) {
  const input = operation.slots['input'];
  const needs = step?.shapes?.input?.schema ?? input?.schema;
  const gives = givenBy(operation, step);
  const conditionOnly = Object.values(operation.slots).some((slot) => slot.kind === 'condition');
  return (
    <div className={css.three}>
      <Block icon={<KeyRound size={15} />} title={say('inspector.how-to-sign-in')}>
        <SignIn component={component} />
      </Block>
      <Block icon={<ArrowDownToLine size={15} />} title={say('inspector.what-it-needs')}>
        {hasFields(needs) ? (
          <FieldTable label={say('inspector.what-it-needs')} schema={needs} example={step?.shapes?.input === undefined ? operation.sample.input : undefined} marksRequired />
        ) : (
          <Text size="sm" c="dimmed">
            {conditionOnly ? say('inspector.needs-condition') : input === undefined ? say('inspector.needs-nothing') : say('inspector.needs-any')}
          </Text>
        )}
      </Block>
      <Block icon={<ArrowUpFromLine size={15} />} title={say('inspector.what-it-gives')}>
        {operation.emits === 'many' && (
          <Text size="xs" c="dimmed" mb={4}>
            {say(step?.emit === 'whole-list' ? 'inspector.gives-list' : 'inspector.gives-each')}
          </Text>
        )}
        {hasFields(gives) ? (
          <FieldTable label={say('inspector.what-it-gives')} schema={gives} example={step?.shapes === undefined ? operation.sample.output : undefined} />
        ) : (
          <Text size="sm" c="dimmed">
            {say(operation.outputShape === 'by-person' ? 'inspector.gives-by-person' : operation.outputShape === 'same-as-input' ? 'inspector.gives-same' : 'inspector.gives-nothing')}
          </Text>
        )}
      </Block>
    </div>
  );
}

function SignIn({ component }: { readonly component: Component }) {
  if (component.credentials.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {say('inspector.no-sign-in')}
      </Text>
    );
  return (
    <ul className={css.ways}>
      {component.credentials.map((type) => (
        <li key={type.id}>
          <span className={css.field}>{wordsOf(type.title)}</span>
          {type.description !== undefined && <span className={css.kind}>{wordsOf(type.description)}</span>}
        </li>
      ))}
      {component.credentialOptional === true && <li className={css.kind}>{say('inspector.sign-in-optional')}</li>}
    </ul>
  );
}

function Block({ icon, title, children }: { readonly icon: ReactNode; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.block} aria-label={title}>
      <h4 className={css.heading}>
        <span aria-hidden className={css.icon}>
          {icon}
        </span>
        {title}
      </h4>
      {children}
    </section>
  );
}

function givenBy(operation: Operation, step: Step | undefined): JsonSchema | undefined {
  if (step?.shapes?.output !== undefined) return step.shapes.output.schema;
  if (operation.outputShape === 'same-as-input') return step?.shapes?.input?.schema ?? operation.output;
  return operation.output;
}

function hasFields(schema: JsonSchema | undefined): schema is JsonSchema {
  if (schema === undefined) return false;
  const inside = schema.items ?? schema;
  return Object.keys(propertiesOf(inside, schema)).length > 0;
}
