import { roomAfter, writeJson, type Json } from '../../shared/index.ts';
import type { Failure } from '../failure.ts';
import type { RunEvent } from '../run-event.ts';

/** More than a screen shows at once. */
const longestValue = 1_000;

/** R6: of a big value that a refusal names a report carries the beginning; the whole of it is in the message's record. */
export function withoutPayload(event: RunEvent): RunEvent {
  if (!('failure' in event) || event.failure === undefined) return event;
  const { failure } = event;
  if (!failure.fields.some(isBig)) return event;
  return { ...event, failure: { ...failure, fields: failure.fields.map(shortened) } };
}

type Field = Failure['fields'][number];

function isBig({ value }: Field): boolean {
  return value !== undefined && roomAfter(value, longestValue) <= 0;
}

function shortened(field: Field): Field {
  return isBig(field) ? { ...field, value: beginningOf(field.value ?? null) } : field;
}

function beginningOf(value: Json): string {
  const text = typeof value === 'string' ? value : writeJson(value);
  return `${text.slice(0, longestValue)}…`;
}
