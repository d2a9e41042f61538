import { isBinding, type Binding } from '../../mapping/index.ts';
import { isJsonObject, type Json, type JsonObject } from '../../shared/index.ts';
import { refusedAt } from '../failure.ts';
import type { Executor } from './executor.ts';
import { done, fromFields, refused } from './from-fields.ts';

/**
 * Keeps the message and adds or changes the fields that are filled in. A group that is filled field by field keeps its
 * other fields; one that is filled as a whole is replaced.
 */
export const setValues: Executor = {
  form: 'inline',
  make(setup) {
    const content = setup.step.slots['input'];
    const binding = content !== undefined && isBinding(content) ? content : undefined;
    return fromFields(setup, (fields, { body }) => {
      if (!isJsonObject(body))
        return refused(fields, refusedAt('steps.message-without-fields', []));
      if (!isJsonObject(fields)) return refused(fields, refusedAt('steps.not-fields', []));
      return done(fields, laidOver(body, fields, binding));
    });
  },
};

function laidOver(kept: JsonObject, fields: JsonObject, binding: Binding | undefined): JsonObject {
  const made: Record<string, Json> = { ...kept };
  for (const [name, value] of Object.entries(fields)) {
    const before = Object.hasOwn(kept, name) ? kept[name] : undefined;
    const inner = binding?.kind === 'object' ? binding.props[name] : undefined;
    made[name] =
      inner?.kind === 'object' && isJsonObject(before) && isJsonObject(value)
        ? laidOver(before, value, inner)
        : value;
  }
  return made;
}
