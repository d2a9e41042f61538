import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import type { JournalRow } from '../../storage/contract.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { followRows, joinRows, journalOf, openStored } from './journal.ts';

const flow = newFlow('0', () => 'f');

/** Does what the numbers say; gives the document and the rows, joined where they can be. */
function worked(draws: readonly number[]) {
  const document = createDocumentStore(() => 1);
  document.open(flow);
  const rows: JournalRow[] = [];
  document.follow((change) => {
    const joined = joinRows(rows.at(-1), change);
    if (joined === undefined) rows.push({ flow: 'f', number: rows.length + 1, ...change });
    else rows[rows.length - 1] = joined;
  });
  for (const [at, draw] of draws.entries()) {
    const name = `${at + 1}`;
    const last = document.getState().past.at(-1);
    if (draw === 0) document.undo();
    else if (draw === 1) document.redo();
    else if (draw === 2) document.apply({ type: 'flow.rename', name }, { joins: 'typing' });
    else if (draw === 3) document.apply({ type: 'flow.rename', name }, { quiet: true });
    else if (draw === 4) document.goTo(at % 4);
    else if (draw === 5 && last !== undefined)
      document.apply({ type: 'flow.set-region', locale: name, timeZone: 'UTC' }, { follows: last });
    else document.apply({ type: 'flow.rename', name });
  }
  const { past, future, flow: now } = document.getState();
  return { now, history: { past, future }, rows };
}
const draws = fc.array(fc.nat(7), { maxLength: 40 });

test('gives the flow and its history back, whatever was done and whenever it was saved last', () => {
  fc.assert(
    fc.property(draws, fc.nat(40), (drawn, at) => {
      const { now, history, rows } = worked(drawn);
      const number = Math.min(at, rows.length);
      const saved = followRows({ flow, past: [], future: [] }, rows.slice(0, number));
      const head = { flow: 'f', rev: 3, number, from: 1 };
      const stored = openStored({ id: 'f', rev: 3, flow: saved.flow }, head, rows);
      expect(stored).toMatchObject({ flow: now, history, number: rows.length, isDue: false });
    }),
  );
});

test('the shortest journal of a history gives the same history', () => {
  fc.assert(
    fc.property(draws, (drawn) => {
      const { now, history } = worked(drawn);
      if (now === undefined) throw new Error('nothing is open');
      const rows = journalOf('f', history, 9);
      const head = { flow: 'f', rev: 1, number: rows.at(-1)?.number ?? 9, from: 10 };
      expect(openStored({ id: 'f', rev: 1, flow: now }, head, rows).history).toEqual(history);
    }),
  );
});

test('stops at a change that cannot be made, and has the journal written anew', () => {
  const entry = {
    label: { code: 'history.remove-step', params: {} },
    operation: { type: 'step.remove', step: 'gone' },
    inverse: { type: 'step.remove', step: 'gone' },
  } as const;
  const rows = [{ flow: 'f', number: 1, how: 'done', entry }] as const;
  const head = { flow: 'f', rev: 1, number: 0, from: 1 };
  const stored = openStored({ id: 'f', rev: 1, flow }, head, rows);
  expect(stored).toMatchObject({ flow, recovered: [], isDue: true, number: 1 });
});
