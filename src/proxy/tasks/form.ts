import { isJsonObject, type Json } from '../../shared/index.ts';

/** A text of a form or of a task's input; empty where there is none. */
export function textOf(values: Json, name: string): string {
  const value = isJsonObject(values) ? values[name] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Whether a box is ticked. */
export function isTicked(values: Json, name: string): boolean {
  return isJsonObject(values) && values[name] === true;
}
