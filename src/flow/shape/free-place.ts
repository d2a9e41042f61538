import { kindsOf, resolve, schemaAt, type JsonPath } from '../../shared/index.ts';
import { isDescribed, operationOf, type FindOperations } from '../step-facts.ts';
import type { Step } from '../flow-document.ts';

/**
 * Whether the person says what belongs at a place of the consumed input: the operation leaves the input's shape to them
 * (`inputShape`) and its own description says nothing about this place.
 */
export function isFreePlace(step: Step, catalog: FindOperations, at: JsonPath): boolean {
  const operation = operationOf(step, catalog);
  if (operation?.inputShape !== 'by-person') return false;
  if (isDescribed(operation, 'input') && step.shapes?.input?.origin === 'service') return false;
  const declared = operation.slots['input']?.schema ?? {};
  let here = resolve(declared, declared);
  for (const part of at) {
    // Only what is named can be free: inside a free place everything is the person's already.
    if (typeof part !== 'string' || here.properties?.[part] === undefined) return false;
    here = schemaAt(here, [part]) ?? {};
  }
  const { kinds, open } = kindsOf(here, declared);
  return open && kinds.size === 0;
}
