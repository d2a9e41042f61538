import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { schemaFromSample } from '../../../catalog/index.ts';
import type { Component, Operation } from '../../../catalog/index.ts';
import { parseJson, propertiesOf, type JsonSchema } from '../../../shared/index.ts';
import { inputSchemaOf, type Flow, type Shape } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import type { StepFacts } from '../step-facts.ts';
import { FieldBuilder } from './field-builder.tsx';
import css from '../start/webhook-listen.module.css';

interface ShapeEditorProps {
  readonly facts: StepFacts & { readonly component: Component; readonly operation: Operation };
  /** A Mapper says what comes out by what it is given to fill; a Webhook says what it receives. */
  readonly side: 'input' | 'output';
  readonly readOnly: boolean;
}

/** What a step without a shape of its own gives: as the next step needs it, like an example, or field by field. */
export function ShapeEditor({ facts, side, readOnly }: ShapeEditorProps) {
  const { document, catalog } = useWorkbench();
  const { flow, step, operation } = facts;
  const shape = step.shapes?.[side];
  const [how, setHow] = useState<Shape['origin'] | undefined>(shape?.origin);
  const next = nextOf(flow, step.id);
  const wanted = next === undefined ? undefined : known(inputSchemaOf(next, catalog));
  const set = (made: Shape) =>
    document.apply({ type: 'step.set-shape', step: step.id, side, shape: made });
  const makesIt = side === 'input' && operation.outputShape === 'same-as-input';
  const title = say(operation.starts === 'webhook' ? 'inspector.shape-in' : 'inspector.shape');
  return (
    <section>
      <Group justify="space-between" mb={8}>
        <Title order={3} size="13px">
          {title}
        </Title>
        {shape !== undefined && (
          <Text size="xs" c="dimmed">
            {say('inspector.shape-fields', { count: fieldsIn(shape.schema) })}
          </Text>
        )}
      </Group>
      <ChoiceCards
        legend={title}
        hideLegend
        value={how}
        disabled={readOnly}
        choices={[
          ...(makesIt
            ? [
                {
                  value: 'next-step' as const,
                  title: say('inspector.shape-next'),
                  help:
                    next === undefined
                      ? say('inspector.shape-next-none')
                      : say(
                          wanted === undefined
                            ? 'inspector.shape-next-free'
                            : 'inspector.shape-next-help',
                          { step: next.name },
                        ),
                  disabled: wanted === undefined,
                },
              ]
            : []),
          {
            value: 'sample' as const,
            title: say('inspector.shape-sample'),
            help: say('inspector.shape-sample-help'),
            inside: <PasteSample onTake={(schema) => set({ schema, origin: 'sample' })} />,
          },
          {
            value: 'by-hand' as const,
            title: say('inspector.shape-build'),
            help: say('inspector.shape-build-help'),
            inside: (
              <FieldBuilder
                key={how}
                schema={shape?.schema}
                onChange={(schema) => set({ schema, origin: 'by-hand' })}
              />
            ),
          },
        ]}
        onChoose={(chosen) => {
          setHow(chosen);
          if (chosen === 'next-step' && wanted !== undefined)
            set({ schema: wanted, origin: 'next-step' });
        }}
      />
      {shape === undefined && (
        <Text size="xs" c="dimmed" mt={6}>
          {say('inspector.shape-none-yet')}
        </Text>
      )}
    </section>
  );
}

function PasteSample({ onTake }: { readonly onTake: (schema: JsonSchema) => void }) {
  const [text, setText] = useState('');
  const [taken, setTaken] = useState(false);
  const read = text.trim() === '' ? undefined : parseJson(text);
  return (
    <>
      <Textarea
        label={say('inspector.shape-paste')}
        placeholder={'{ "email": "ada@example.com", "tags": ["vip"] }'}
        autosize
        minRows={4}
        maxRows={14}
        spellCheck={false}
        classNames={{ input: css.code ?? '' }}
        error={
          taken && read?.ok === false
            ? say('inspector.webhook-bad-json', { line: read.reason.line })
            : undefined
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        mt={8}
        size="compact-sm"
        variant="light"
        disabled={read === undefined}
        onClick={() => {
          setTaken(true);
          if (read?.ok === true) onTake(schemaFromSample(read.value));
        }}
      >
        {say('inspector.shape-take')}
      </Button>
    </>
  );
}

function nextOf(flow: Flow, step: string) {
  const edge = flow.edges.find(({ from }) => from === step);
  return flow.steps.find(({ id }) => id === edge?.to);
}

function known(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema !== undefined && fieldsIn(schema) > 0 ? schema : undefined;
}

function fieldsIn(schema: JsonSchema): number {
  return Object.keys(propertiesOf(schema.items ?? schema, schema)).length;
}
