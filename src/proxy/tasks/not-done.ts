import type { WordParams } from '../../shared/index.ts';
import { refusalStatus, type RefusalCode } from '../refusal.ts';
import { TaskRefused } from './transport.ts';

/** A no of our own to what a step asks for, in a sentence of `words/`; `columns`: the fields that it is about. */
export function notDone(
  code: RefusalCode,
  params: WordParams = {},
  columns: readonly string[] = [],
): TaskRefused {
  const body = columns.length === 0 ? {} : { columns: [...columns] };
  return new TaskRefused(refusalStatus[code], body, { code, params });
}
