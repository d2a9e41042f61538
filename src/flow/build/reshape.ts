/** What a person does to the shape of what a step makes or gives, with everything that follows from it, as one operation. */
import {
  failure,
  success,
  type JsonSchema,
  type Result,
  type Wording,
} from '../../shared/index.ts';
import {
  isBelow,
  isBinding,
  mapRefs,
  renameField,
  type RefBinding,
  type Segment,
} from '../../mapping/index.ts';
import type { Flow, Shape } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { changeShape, type ShapeChange } from '../shape/change-shape.ts';
import { operationOf, type FindOperations } from '../step-facts.ts';
import { giversOf, usesOf, type Use } from '../uses/uses-of.ts';

/** Whose shape, and of which side. */
export interface ShapeOf {
  readonly step: string;
  readonly side: 'input' | 'output';
}

/**
 * The operation for one change of a shape. Of a renamed field, what fills it and what reads it follow; what reads a
 * removed one stays and is marked (M7).
 */
export function reshape(
  flow: Flow,
  catalog: FindOperations,
  { step: id, side }: ShapeOf,
  schema: JsonSchema,
  change: ShapeChange,
  origin: Shape['origin'] = 'by-hand',
): Result<Operation, Wording> {
  const changed = changeShape(schema, change);
  if (!changed.ok) return changed;
  const step = flow.steps.find((one) => one.id === id);
  if (step === undefined) return failure({ code: 'flow.unknown-step', params: {} });
  const set: Operation = {
    type: 'step.set-shape',
    step: id,
    side,
    shape: { schema: changed.value, origin },
  };
  if (change.type !== 'rename') return success(set);
  const name = change.name.trim();
  const following: Operation[] = [];
  const content = step.slots['input'];
  if (side === 'input' && content !== undefined && isBinding(content)) {
    const next = renameField(content, change.at, name);
    if (next !== content)
      following.push({ type: 'step.set-slot', step: id, slot: 'input', content: next });
  }
  following.push(...readersRenamed(flow, catalog, { step: id, side }, change.at, name));
  if (following.length === 0) return success(set);
  return success({
    type: 'batch',
    label: 'rename-field',
    params: { field: String(change.at.at(-1)), name, step: step.name },
    operations: [set, ...following],
  });
}

/** The fields of other steps that read a field of the shape. */
export function usesOfShapeField(
  flow: Flow,
  catalog: FindOperations,
  shape: ShapeOf,
  at: readonly Segment[],
): readonly Use[] {
  return usesOf(flow, catalog, placesGiven(flow, catalog, shape, at));
}

/** Where a field of the shape is read: nowhere, if the step's input is not what it gives. */
function placesGiven(
  flow: Flow,
  catalog: FindOperations,
  { step: id, side }: ShapeOf,
  at: readonly Segment[],
) {
  const step = flow.steps.find((one) => one.id === id);
  const operation = step && operationOf(step, catalog);
  if (step === undefined || operation === undefined) return [];
  const givesFields = ['same-as-input', 'adds-to-message'].includes(operation.outputShape ?? '');
  if (side === 'input' && !givesFields) return [];
  const isList = operation.emits === 'many' && step.emit === 'whole-list';
  const path = isList ? [{ each: true } as const, ...at] : at;
  return giversOf(flow, catalog, id).map((from) => ({ from, path }));
}

function readersRenamed(
  flow: Flow,
  catalog: FindOperations,
  shape: ShapeOf,
  at: readonly Segment[],
  name: string,
): readonly Operation[] {
  const places = placesGiven(flow, catalog, shape, at);
  const readers = new Set(usesOf(flow, catalog, places).map((use) => `${use.step} ${use.slot}`));
  return flow.steps.flatMap((step) =>
    Object.entries(step.slots).flatMap(([slot, content]): Operation[] => {
      if (!readers.has(`${step.id} ${slot}`)) return [];
      const next = mapRefs(content, (ref, origin) => {
        const place = places.find(
          ({ from, path }) => from === origin?.from && isBelow(origin.path, path),
        );
        return place === undefined || origin === undefined
          ? ref
          : withName(ref, place.path.length - 1 - (origin.path.length - ref.path.length), name);
      });
      return [{ type: 'step.set-slot', step: step.id, slot, content: next }];
    }),
  );
}

/** A name before the ref's own path is the card's business: what it goes through is renamed by itself. */
function withName(ref: RefBinding, at: number, name: string): RefBinding {
  return at < 0 ? ref : { ...ref, path: ref.path.with(at, name) };
}
