import { pageBytes, pageRows } from './database.ts';

/** How many rows to ask for, so that a page stays near its size whatever a row weighs. */
export interface Pacer {
  next(): number;
  note(rows: readonly (readonly unknown[])[]): void;
}

/** What a row weighs is known only from one: the first is asked for alone, and a page grows from there. */
const firstRows = 1;
const growth = 10;

export function createPacer(): Pacer {
  let rowBytes = 0;
  let last = firstRows;
  return {
    next: () =>
      rowBytes === 0
        ? firstRows
        : Math.max(1, Math.min(pageRows, last * growth, Math.floor(pageBytes / rowBytes))),
    note(rows) {
      last = rows.length;
      const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0);
      rowBytes = Math.max(1, bytes / Math.max(1, rows.length));
    },
  };
}

function sizeOf(row: readonly unknown[]): number {
  return row.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 8) + 4,
    0,
  );
}
