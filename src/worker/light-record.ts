import type { MessageRecord } from '../runtime/index.ts';
import { roomAfter } from '../shared/index.ts';

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
