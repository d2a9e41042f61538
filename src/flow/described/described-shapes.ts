/**
 * Of an operation whose service alone knows what it needs and gives (`describedBy`): when it has to be asked, and what
 * its answer does to a step.
 *
 * 1. A shape remembers what it was read of (`basis`). It is read anew only when that is another: never because time passed.
 * 2. Nothing is lost: what fills or reads a field that has gone stays, and the checks mark it.
 * 3. What a person said by hand is not replaced unasked.
 */
import {
  failure,
  fingerprint,
  isJsonObject,
  success,
  writeJson,
  type Json,
  type JsonSchema,
  type Result,
  type Wording,
} from '../../shared/index.ts';
import {
  atPointer,
  settingsWithDefaults,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import type { Shape, Step } from '../flow-document.ts';
import type { Operation as FlowOperation } from '../operation.ts';
import { isDescribed } from '../step-facts.ts';
import { compareShapes, type ShapeChanges } from './compare-shapes.ts';

export type Side = 'input' | 'output';
const sides: readonly Side[] = ['input', 'output'];

/** What a service said that a step needs and gives. */
export type ReadShapes = Readonly<Partial<Record<Side, JsonSchema>>>;
type Basis = NonNullable<Shape['basis']>;

/** What a shape that is read now would be read of: the settings asked about; the version and the account it is asked with. */
export function basisOfShapes(
  step: Step,
  component: Component,
  operation: Operation,
  account: string,
): Basis {
  return {
    asked: askedOf(step, component, operation),
    by: fingerprint([component.version, account]),
  };
}

function askedOf(step: Step, component: Component, operation: Operation): string {
  return fingerprint([component.id, operation.id, ...settingsAsked(step, operation)]);
}

/** A reader looks at everything that a person chose; what it made of that is no cause to read again. */
function settingsAsked(step: Step, operation: Operation): readonly Json[] {
  const { needs = [], also = [], hosts, reader, fields } = operation.describedBy ?? {};
  const whole = settingsWithDefaults(operation, step.settings);
  const inside = { settings: whole };
  const needed = needs.map((at) => atPointer(inside, at) ?? null);
  // Left out while they are not there: what was read before there were any was read of the same.
  for (const at of [...also, ...(hosts === undefined ? [] : [hosts])]) {
    const value = atPointer(inside, at);
    if (value !== undefined) needed.push([at, value]);
  }
  if (reader === undefined) return needed;
  const chosen = Object.entries(whole).filter(
    ([name]) => operation.settings?.properties?.[name]?.readOnly !== true,
  );
  const got = fields === undefined ? undefined : atPointer(inside, fields);
  return [...needed, Object.fromEntries(chosen), got ?? null];
}

/** How what was read stands to the settings as they are now; undefined where the service need not be asked. */
export function freshnessOf(
  step: Step,
  component: Component,
  operation: Operation,
): 'read' | 'outdated' | 'unread' | undefined {
  if (operation.describedBy === undefined) return undefined;
  const read = sides.flatMap((side) => step.shapes?.[side] ?? []);
  if (read.length === 0) return 'unread';
  const asked = askedOf(step, component, operation);
  return read.some(({ basis }) => basis !== undefined && basis.asked !== asked)
    ? 'outdated'
    : 'read';
}

/** Whether the service has to be asked: some side was never read, or of something else. What was said by hand stands. */
export function areShapesDue(step: Step, operation: Operation, basis: Basis): boolean {
  const described = sides.filter((side) => isDescribed(operation, side));
  return described.some((side) => {
    const shape = step.shapes?.[side];
    if (shape === undefined)
      return !described.some((other) => isFresh(step.shapes?.[other], basis));
    return shape.origin === 'service' && !isFresh(shape, basis);
  });
}

function isFresh(shape: Shape | undefined, basis: Basis): boolean {
  return shape?.basis?.asked === basis.asked && shape.basis.by === basis.by;
}

/** The schemas in the one message that a describing operation gave. */
export function shapesIn(
  { describedBy }: Operation,
  message: Json | undefined,
): Result<ReadShapes, Wording> {
  const unreadable = failure({ code: 'flow.fields-unreadable', params: {} });
  if (message === undefined) return failure({ code: 'flow.fields-none', params: {} });
  const found: Partial<Record<Side, JsonSchema>> = {};
  for (const side of sides) {
    const at = describedBy?.[side];
    const schema = at === undefined ? undefined : atPointer(message, at);
    // A side that the service has nothing for is left out, or empty.
    if (schema === undefined || schema === null) continue;
    if (!isJsonObject(schema)) return unreadable;
    found[side] = schema as JsonSchema; // read by functions that trust no part of a schema
  }
  return success(found);
}

export interface TakenShapes {
  /** Undefined: all is as it was. */
  readonly operation: FlowOperation | undefined;
  /** What became different of the same thing asked about; of something else everything would be. */
  readonly changes: Readonly<Partial<Record<Side, ShapeChanges>>>;
}

/**
 * The step with what was read, and with the settings that a reader put right. `unasked`: nobody pressed anything, so what
 * was said by hand is left.
 */
export function takeShapes(
  step: Step,
  operation: Operation,
  read: ReadShapes,
  basis: Basis,
  unasked: boolean,
  settings: Step['settings'] = step.settings,
): TakenShapes {
  const operations: FlowOperation[] = [];
  if (writeJson(settings) !== writeJson(step.settings))
    operations.push({ type: 'step.set-settings', step: step.id, settings });
  const changes: Partial<Record<Side, ShapeChanges>> = {};
  for (const side of sides) {
    if (!isDescribed(operation, side)) continue;
    const before = step.shapes?.[side];
    if (unasked && before !== undefined && before.origin !== 'service') continue;
    const schema = read[side];
    if (schema === undefined && before === undefined) continue;
    const isSame = before !== undefined && schema !== undefined && same(before.schema, schema);
    if (isSame && before.origin === 'service' && isFresh(before, basis)) continue;
    operations.push({
      type: 'step.set-shape',
      step: step.id,
      side,
      shape:
        schema === undefined
          ? undefined
          : { schema: isSame ? before.schema : schema, origin: 'service', basis },
    });
    if (isSame || before === undefined) continue;
    if (before.basis !== undefined && before.basis.asked !== basis.asked) continue;
    const found = compareShapes(before.schema, schema ?? {});
    if (found.added.length + found.gone.length + found.other.length > 0) changes[side] = found;
  }
  if (operations.length === 0) return { operation: undefined, changes };
  return {
    operation: {
      type: 'batch',
      label: 'read-fields',
      params: { step: step.name },
      operations,
    },
    changes,
  };
}

function same(one: JsonSchema, other: JsonSchema): boolean {
  return one === other || writeJson(one as Json) === writeJson(other as Json);
}
