import type { MessageRecord } from '../../../runtime/contract.ts';

/** The pages that cover some places. */
export function pagesOf(from: number, to: number, pageSize: number): readonly number[] {
  const first = Math.floor(Math.max(0, from) / pageSize);
  const last = Math.floor(Math.max(0, to) / pageSize);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** A record of some pages by its index; places shift while messages are still undecided, so the index is asked. */
export function recordWithIndex(
  records: readonly MessageRecord[],
  index: number,
): MessageRecord | undefined {
  return records.find((record) => record.index === index);
}
