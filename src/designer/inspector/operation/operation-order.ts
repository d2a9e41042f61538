import { requiredOf } from '../../../shared/index.ts';
import {
  canStart,
  effectOf,
  settingsWithDefaults,
  type Operation,
} from '../../../catalog/index.ts';

/** A component's operations, what suits the place first: at the start what gives data by itself, later what does something with data. */
export function inOrderFor(
  isFirst: boolean,
  operations: readonly Operation[],
): readonly Operation[] {
  const rank = isFirst ? rankAtStart : rankLater;
  return operations.toSorted((one, other) => rank(one) - rank(other));
}

function rankAtStart(operation: Operation): number {
  if (!canStart(operation, settingsWithDefaults(operation, {}))) return 2;
  const asksFor = Object.values(operation.slots).flatMap(({ schema }) =>
    schema === undefined ? [] : requiredOf(schema, schema),
  );
  return asksFor.length === 0 ? 0 : 1;
}

function rankLater(operation: Operation): number {
  if (operation.starts === 'webhook') return 2;
  return effectOf(operation, settingsWithDefaults(operation, {})) === 'read' ? 1 : 0;
}
