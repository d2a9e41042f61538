import type { Operation } from '../component/operation.ts';
import { atPointer } from '../json-pointer.ts';
import { settingsWithDefaults, type Settings } from '../settings.ts';
import { soapNoteOf } from '../soap/annotations.ts';
import { splitAddress } from './address.ts';
import { describedCallOf, describedNoteOf } from './described-call.ts';
import { httpCallOf } from './plan-call.ts';
import type { StepShapes } from '../call-contract.ts';
import { soapCallOf, soapInputOf } from './plan-soap.ts';

/**
 * The host (and port) that a step will call, where the person or the service's description says it; undefined where the
 * component knows it, or nobody does yet. An account is made for certain hosts: whoever shows one can say when it will not do.
 */
export function calledHost(
  operation: Operation,
  settings: Settings,
  shapes: StepShapes | undefined,
): string | undefined {
  const origin = calledOrigin(operation, settings, shapes);
  return origin === undefined ? undefined : new URL(origin).host;
}

/** The same with its scheme. */
export function calledOrigin(
  operation: Operation,
  settings: Settings,
  shapes: StepShapes | undefined,
): string | undefined {
  const place = addressPointer(operation);
  const whole = settingsWithDefaults(operation, settings);
  const typed = place === undefined ? undefined : atPointer(whole, place);
  const isTyped = typeof typed === 'string' && typed.trim() !== '';
  const described =
    soapCallOf(operation) === undefined
      ? describedCallOf(operation) && describedNoteOf(operation, shapes)?.address
      : soapNoteOf(soapInputOf(operation, shapes))?.address;
  return splitAddress(isTyped ? typed : described)?.origin;
}

function addressPointer(operation: Operation): string | undefined {
  const told = soapCallOf(operation) ?? describedCallOf(operation);
  if (told !== undefined) return told.address;
  for (const part of httpCallOf(operation)?.path ?? [])
    if (typeof part === 'object' && 'address' in part) return part.address;
  return undefined;
}
