/**
 * What a step needs and gives in this flow: its operation's description, as the person shaped it. The designer, the
 * checks and the export read this; nobody else looks at traits.
 */
import type { Json, JsonSchema, Text } from '../shared/index.ts';
import {
  atPointer,
  settingsWithDefaults,
  type Catalog,
  type Component,
  type Operation,
} from '../catalog/index.ts';
import { branchesOf } from './branches.ts';
import type { Step } from './flow-document.ts';

export type FindOperations = Pick<Catalog, 'component' | 'inWords'>;

export const outPort = 'out';
export const inPort = 'in';
export const errorPort = 'error';

export function componentOf(step: Step, catalog: FindOperations): Component | undefined {
  return catalog.component(step.component);
}

/** Undefined while no operation is chosen, or when the component does not have it. */
export function operationOf(step: Step, catalog: FindOperations): Operation | undefined {
  return catalog.component(step.component)?.operations.find(({ id }) => id === step.operation);
}

/** What a slot of the step is filled against: what the person said, where the operation leaves it to them. */
export function inputSchemaOf(
  step: Step,
  catalog: FindOperations,
  slot = 'input',
): JsonSchema | undefined {
  const operation = operationOf(step, catalog);
  const declared = operation?.slots[slot]?.schema;
  if (slot !== 'input' || operation === undefined || !saysItsInput(operation)) return declared;
  return step.shapes?.input?.schema ?? declared;
}

/** The step says itself what it needs: the person decided it, or the service was asked. */
export function saysItsInput(operation: Operation): boolean {
  return operation.inputShape === 'by-person' || isDescribed(operation, 'input');
}

/** The service alone knows what the step needs, or gives. */
export function isDescribed({ describedBy }: Operation, side: 'input' | 'output'): boolean {
  return describedBy?.[side] !== undefined;
}

/** Whether the description's example shows what the step gives in this flow: the person and its data have no say in it. */
export function showsItsSample(step: Step, operation: Operation | undefined): boolean {
  if (step.shapes?.output !== undefined) return false;
  switch (operation?.outputShape) {
    case 'same-as-input':
    case 'same-message':
    case 'adds-to-message':
    case 'entry-of-list':
    case 'list-of-input':
    case 'by-way':
      return false;
    case 'fixed':
    case 'by-person':
    case undefined:
      return true;
  }
}

/** Whether what passed here counts in later runs too. */
export function remembersRuns(
  { settings }: Pick<Step, 'settings'>,
  operation: Operation | undefined,
): boolean {
  return (
    operation?.remembers !== undefined &&
    settingsWithDefaults(operation, settings)[operation.remembers] === 'runs'
  );
}

/** The id of the other flow that the step calls; undefined: it calls none, or none is chosen. */
export function calledFlowOf(
  { settings }: Pick<Step, 'settings'>,
  operation: Operation | undefined,
): string | undefined {
  if (operation?.callsFlow === undefined) return undefined;
  const id = settings[operation.callsFlow];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

export interface Port {
  readonly id: string;
  readonly title: Text;
}

/** Where edges may begin and end. The error port is there only while the step sends its failures that way. */
export function portsOf(
  step: Step,
  operation: Operation | undefined,
): { readonly in: boolean; readonly out: readonly Port[] } {
  const out = outPortsOf(step, operation);
  return {
    in: operation?.ports?.in !== false,
    out: step.onFailure === 'error-branch' ? [...out, { id: errorPort, title: '' }] : out,
  };
}

const onlyPort: readonly Port[] = [{ id: outPort, title: '' }];

function outPortsOf(step: Step, operation: Operation | undefined): readonly Port[] {
  const declared = operation?.ports?.out;
  if (operation?.branches !== undefined)
    return [
      ...branchesOf(step, operation).map(({ id, name }) => ({ id, title: name })),
      operation.branches.otherwise,
    ];
  if (operation === undefined || declared === undefined) return onlyPort;
  if (!('from' in declared)) return declared;
  const listed = atPointer(settingsWithDefaults(operation, step.settings), declared.from);
  const ports = Array.isArray(listed) ? (listed as readonly Json[]).flatMap(portIn) : [];
  return ports.length === 0 ? onlyPort : ports;
}

function portIn(entry: Json): readonly Port[] {
  if (typeof entry === 'string') return [{ id: entry, title: entry }];
  const id = atPointer(entry, '/id') ?? atPointer(entry, '/name');
  const title = atPointer(entry, '/title') ?? atPointer(entry, '/name') ?? id;
  return typeof id === 'string' ? [{ id, title: typeof title === 'string' ? title : id }] : [];
}

/** A filter, a log: the message goes on as it came. */
export function passesThrough(operation: Operation | undefined): boolean {
  if (operation === undefined) return false;
  const { outputShape, slots } = operation;
  return (
    outputShape === 'same-message' ||
    (outputShape === 'same-as-input' && slots['input'] === undefined)
  );
}
