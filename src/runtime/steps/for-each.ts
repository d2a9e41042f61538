import { isJsonList, type Json } from '../../shared/index.ts';
import type { Evaluation } from '../../mapping/index.ts';
import { fromMapping, terminal } from '../failure.ts';
import type { CallIo, Executor, Prepared, PreparedCall } from './executor.ts';
import { slotOrBody } from './slot-value.ts';

/** Entries that leave before others get a turn: of a long list only so many are copied at once. */
const entriesAtOnce = 256;

/**
 * One message for each entry of a list, with its position (from 1) and the number of entries. It waits while later
 * steps have enough to do. No list at all is a list without entries.
 */
export const forEach: Executor = {
  form: 'calling',
  make({ step }) {
    const listOf = slotOrBody(step, 'list');
    return {
      prepare(message, context) {
        const made = listOf(message, context);
        return made instanceof Promise ? made.then(prepared) : prepared(made);
      },
      async perform({ input }: PreparedCall, io: CallIo) {
        const list = isJsonList(input) ? input : [];
        for (let at = 0; at < list.length; at += entriesAtOnce) {
          const more = at + entriesAtOnce < list.length;
          if (!(await io.give(entries(list, at), more))) break;
        }
        return undefined;
      },
    };
  },
};

function prepared({ value = null, problems }: Evaluation): Prepared {
  if (problems.length > 0) return { ok: false, failure: fromMapping(problems), input: value };
  if (value === null) return { ok: true, call: { input: [] } };
  return isJsonList(value)
    ? { ok: true, call: { input: value } }
    : { ok: false, failure: terminal('runs.not-a-list'), input: value };
}

function entries(list: readonly Json[], from: number): readonly Json[] {
  return list
    .slice(from, from + entriesAtOnce)
    .map((entry, at): Json => ({ entry, position: from + at + 1, count: list.length }));
}
