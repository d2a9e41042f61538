import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { schemaAt } from '../../../shared/index.ts';
import type { Segment } from '../../../mapping/index.ts';
import { shapeFields, type Shape, type ShapeOf, type Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useShape, type StepShape } from '../../effects/use-shape.ts';
import { ChoiceCards } from '../choice-cards.tsx';
import { LaterSample } from './later-sample.tsx';
import { PasteExample } from './paste-example.tsx';
import { ShapeForm } from './shape-form.tsx';
import css from './shape.module.css';

interface ShapeChoiceProps {
  readonly step: Step;
  readonly side: ShapeOf['side'];
  /** The free place of the input; the whole of it when empty. */
  readonly at: readonly string[];
  readonly title: string;
  readonly readOnly: boolean;
  /** After the fields were taken over from somewhere: nothing more has to be said. */
  readonly onTaken?: () => void;
}

type How = Exclude<Shape['origin'], 'service'>;

/** "What should come out?": as the next step needs it, like an example, or field by field. */
export function ShapeChoice({ step, side, at, title, readOnly, onTaken }: ShapeChoiceProps) {
  const shape = useShape(step, side);
  const isSaid = shape.shape !== undefined && isSomething(shape, at);
  const [how, setHow] = useState<How | undefined>(() => (isSaid ? howOf(shape) : undefined));
  const { next, later, tested } = shape;
  const offersNext = side === 'input' && at.length === 0;
  return (
    <section className={css.choice}>
      <Group justify="space-between" mb={8}>
        <Title order={3} size="13px">
          {title}
        </Title>
        {isSaid && (
          <Text size="xs" c="dimmed">
            {say('inspector.shape-fields', { count: shapeFields(shape.schema, at).length })}
          </Text>
        )}
      </Group>
      {!isSaid && tested !== undefined && (
        <div className={css.later}>
          <Button
            size="compact-sm"
            variant="light"
            disabled={readOnly}
            onClick={() => {
              shape.change({ type: 'take', at, schema: tested }, 'sample');
              setHow('by-hand');
              onTaken?.();
            }}
          >
            {say('inspector.shape-tested-take')}
          </Button>
        </div>
      )}
      {later !== undefined && <LaterSample shape={shape} later={later} readOnly={readOnly} />}
      <ChoiceCards
        legend={title}
        hideLegend
        value={how}
        disabled={readOnly}
        choices={[
          ...(offersNext
            ? [
                {
                  value: 'next-step' as const,
                  title: say('inspector.shape-next'),
                  help: helpForNext(next),
                  disabled: next?.schema === undefined,
                  inside: <NextHasChanged shape={shape} />,
                },
              ]
            : []),
          {
            value: 'sample' as const,
            title: say('inspector.shape-sample'),
            help: say('inspector.shape-sample-help'),
            inside: (
              <PasteExample
                onTake={(pasted) => {
                  shape.take(at, pasted);
                  onTaken?.();
                }}
                onEdit={isSaid ? () => setHow('by-hand') : undefined}
              />
            ),
          },
          {
            value: 'by-hand' as const,
            title: say('inspector.shape-build'),
            help: say('inspector.shape-build-help'),
            inside: <ShapeForm shape={shape} at={at} readOnly={readOnly} />,
          },
        ]}
        onChoose={(chosen) => {
          setHow(chosen);
          if (chosen !== 'next-step' || next?.schema === undefined) return;
          shape.change({ type: 'take', at, schema: next.schema }, 'next-step');
          onTaken?.();
        }}
      />
      {!isSaid && side === 'output' && (
        <Text size="xs" c="dimmed" mt={6}>
          {say('inspector.shape-none-yet')}
        </Text>
      )}
    </section>
  );
}

/** The next step may need other fields than it did when they were taken over. */
function NextHasChanged({ shape }: { readonly shape: StepShape }) {
  const { next } = shape;
  const wanted = next?.schema;
  if (next === undefined || wanted === undefined) return null;
  if (shape.shape?.origin !== 'next-step' || isSame(shape.schema, wanted)) return null;
  return (
    <>
      <Text size="xs">{say('inspector.shape-next-other', { step: next.step })}</Text>
      <Button
        mt={8}
        size="compact-sm"
        variant="light"
        onClick={() => shape.change({ type: 'take', at: [], schema: wanted }, 'next-step')}
      >
        {say('inspector.shape-take')}
      </Button>
    </>
  );
}

function helpForNext(next: StepShape['next']): string {
  if (next === undefined) return say('inspector.shape-next-none');
  return say(
    next.schema === undefined ? 'inspector.shape-next-free' : 'inspector.shape-next-help',
    {
      step: next.step,
    },
  );
}

/** What was read from an example, or from a test, is there to be looked at and changed. */
function howOf({ shape }: StepShape): How | undefined {
  if (shape?.origin === 'sample') return 'by-hand';
  return shape?.origin === 'service' ? undefined : shape?.origin;
}

function isSomething({ schema }: StepShape, at: readonly Segment[]): boolean {
  const here = schemaAt(
    schema,
    at.filter((part) => typeof part === 'string'),
  );
  return here?.type !== undefined || here?.properties !== undefined;
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
