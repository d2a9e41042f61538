import { useMemo } from 'react';
import { schemaFromSample, shapeOfEntry, type PastedShape } from '../../catalog/index.ts';
import type { Segment } from '../../mapping/index.ts';
import { isJsonList, type JsonSchema, type Wording } from '../../shared/index.ts';
import {
  inputSchemaOf,
  neededAfter,
  operationOf,
  reshape,
  usesOfShapeField,
  widenShape,
  type Shape,
  type ShapeChange,
  type ShapeOf,
  type Step,
  type Use,
  type Widened,
} from '../../flow/index.ts';
import { useDocument, useSamples, useWorkbench } from '../state/workbench.ts';
import { keepAsSample } from './keep-as-sample.ts';

/** The shape of what a step makes (a Mapper) or gives (a Webhook), and all that a person does to it. */
export interface StepShape {
  /** The whole shape; what the operation itself says where the person said nothing. */
  readonly schema: JsonSchema;
  readonly shape: Shape | undefined;
  /** The next step, and what it needs if it says so. */
  readonly next: ReturnType<typeof neededAfter>;
  /** What the last samples have that the shape does not. */
  readonly later: Widened | undefined;
  /** The shape of what the last test gave, while nobody has said one. */
  readonly tested: JsonSchema | undefined;
  /** One change of the history; why not, where it cannot be. */
  change(change: ShapeChange, origin?: Shape['origin']): Wording | undefined;
  /** What the person pasted is the shape at a place; an example is what later steps show until the step was tested. */
  take(at: readonly Segment[], pasted: PastedShape): void;
  /** The fields of other steps that use a field of the shape. */
  usesOf(at: readonly Segment[]): readonly Use[];
}

/** So many of the last messages are looked at for fields that the shape does not have. */
const messagesLookedAt = 50;

export function useShape(step: Step, side: ShapeOf['side']): StepShape {
  const bench = useWorkbench();
  const { catalog, document } = bench;
  const flow = useDocument((state) => state.flow);
  const sample = useSamples((state) => state.byStep[step.id]);
  const shape = step.shapes?.[side];
  const schema =
    side === 'input' ? (inputSchemaOf(step, catalog) ?? open) : (shape?.schema ?? open);
  const findsMany = operationOf(step, catalog)?.emits === 'many';
  const isOneList = findsMany && step.emit === 'whole-list';
  const seen = useMemo(() => {
    if (side === 'input' || sample === undefined || sample.origin === 'schema') return undefined;
    // The shape is that of an entry, whether each of them is a message or all of them are one.
    const entries = isOneList
      ? sample.messages.flatMap((message) => (isJsonList(message) ? message : []))
      : sample.messages;
    return entries.length === 0
      ? undefined
      : schemaFromSample(entries.slice(-messagesLookedAt)).items;
  }, [side, sample, isOneList]);
  const later = useMemo(
    () => (seen === undefined || shape === undefined ? undefined : widenShape(shape.schema, seen)),
    [seen, shape],
  );
  const next = useMemo(
    () => (flow === undefined ? undefined : neededAfter(flow, catalog, step.id)),
    [flow, catalog, step.id],
  );
  const of: ShapeOf = { step: step.id, side };
  const change: StepShape['change'] = (wanted, origin) => {
    const now = document.getState().flow;
    if (now === undefined) return undefined;
    const planned = reshape(now, catalog, of, schema, wanted, origin ?? shape?.origin);
    if (!planned.ok) return planned.reason;
    const applied = document.apply(planned.value);
    return applied.ok ? undefined : applied.reason;
  };
  return {
    schema,
    shape,
    next,
    later,
    tested: shape === undefined ? seen : undefined,
    change,
    take(at, pasted) {
      const taken =
        findsMany && side === 'output' && at.length === 0 ? shapeOfEntry(pasted) : pasted;
      change({ type: 'take', at, schema: taken.schema }, 'sample');
      const { example } = taken;
      if (side !== 'output' || example === undefined) return;
      void keepAsSample(bench, openDatabase, step.id, {
        origin: 'by-hand',
        messages: [isOneList ? [example] : example],
        at: Date.now(),
      });
    },
    usesOf: (at) => (flow === undefined ? [] : usesOfShapeField(flow, catalog, of, at)),
  };
}

const open: JsonSchema = {};

// Asked for when an example is kept: the panel is part of the first view.
const openDatabase = async () => (await import('../storage/open-database.ts')).database;
