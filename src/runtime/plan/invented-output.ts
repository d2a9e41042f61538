import { exampleOf, type Operation } from '../../catalog/index.ts';
import {
  outputSchemaOf,
  showsItsSample,
  type FindOperations,
  type Flow,
  type Step,
} from '../../flow/index.ts';
import type { Json } from '../../shared/index.ts';

/**
 * What goes on from a step where nobody is asked: its description's example, else one made of what is known of its
 * output, else an empty group of fields. The same in every run.
 */
export function inventedOutput(
  flow: Flow,
  catalog: FindOperations,
  step: Step,
  operation: Operation,
): Json {
  const givesList = operation.emits === 'many' && step.emit === 'whole-list';
  const told = showsItsSample(step, operation) && !givesList ? operation.sample.output : undefined;
  if (told !== undefined) return told;
  const schema = outputSchemaOf(flow, catalog, step.id);
  return schema === undefined || Object.keys(schema).length === 0 ? {} : exampleOf(schema);
}
