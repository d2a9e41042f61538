import type { MessageRecord } from '../runtime/index.ts';

/** So many characters of one record travel while the run goes on. */
const lightest = 200_000;

/** While a run goes on its data is asked for again and again: a big record comes without its data until the run is over. */
export function lightRecord(record: MessageRecord): MessageRecord {
  const { input, output, request, response, ...rest } = record;
  const left = [input, output, request, response].reduce(
    (room: number, part) => roomAfter(part, room),
    lightest,
  );
  return left > 0 ? record : { ...rest, isBig: true };
}

/** What is left of some characters after a value; not more is looked at than they hold. */
function roomAfter(value: unknown, room: number): number {
  if (room <= 0) return room;
  if (typeof value === 'string') return room - value.length;
  if (typeof value !== 'object' || value === null) return room - 5;
  let left = room;
  for (const part of Array.isArray(value) ? value : Object.values(value)) {
    left = roomAfter(part, left - 4);
    if (left <= 0) return left;
  }
  return left;
}
