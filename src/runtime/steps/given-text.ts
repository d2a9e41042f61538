import {
  failure,
  isJsonObject,
  success,
  type Json,
  type JsonPath,
  type Result,
} from '../../shared/index.ts';
import { type Failure, refusedAt } from '../failure.ts';

/** Signs in one text that a step reads or makes: what a message may hold. */
export const longestText = 10_000_000;

/** The text in a field: a number or yes/no as it is written; why not, where there is none or it is too long. */
export function givenText(fields: Json, name: string): Result<string, Failure> {
  const value = isJsonObject(fields) && Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (value === undefined || value === null)
    return failure(refusedAt('steps.text-missing', [name]));
  if (typeof value === 'object') return failure(refusedAt('steps.not-a-text', [name]));
  return withinLimit(String(value), [name]);
}

/** A text that is not too long to go on. */
export function withinLimit(text: string, path: JsonPath = []): Result<string, Failure> {
  return text.length > longestText
    ? failure(refusedAt('steps.text-too-long', path, { limit: longestText, length: text.length }))
    : success(text);
}
