import { settingsWithDefaults, type Operation } from '../../catalog/index.ts';
import { readerOf } from '../../catalog/readers.ts';
import { shapesIn, type ReadShapes, type Step } from '../../flow/index.ts';
import {
  failure,
  sayOwnWords,
  success,
  type Json,
  type JsonSchema,
  type Result,
  type Wording,
} from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';

interface Read {
  readonly shapes: ReadShapes;
  readonly settings: Step['settings'];
}

/**
 * What a message says of a step's fields: as it stands there, or as the reader makes it. Words that are ours, not the
 * service's, are said in the person's language.
 */
export function shapesRead(
  message: Json,
  operation: Operation,
  step: Pick<Step, 'settings'>,
): Result<Read, Wording> {
  const reader = readerOf(operation);
  if (reader === undefined) {
    const found = shapesIn(operation, message ?? undefined);
    return found.ok ? success({ shapes: found.value, settings: step.settings }) : found;
  }
  const reading = reader.read(message, settingsWithDefaults(operation, step.settings));
  if (reading === undefined) return failure({ code: 'flow.fields-unreadable', params: {} });
  if (reading.lost !== undefined) return failure(reading.lost);
  const { input, output, settings } = reading;
  return success({
    shapes: {
      ...(input === undefined ? {} : { input: said(input) }),
      ...(output === undefined ? {} : { output: said(output) }),
    },
    settings,
  });
}

/** A schema is JSON. */
function said(schema: JsonSchema): JsonSchema {
  return sayOwnWords(schema as unknown as Json, sayWording) as unknown as JsonSchema;
}
