import { pageBytes, pageRows } from './database.ts';

/** How many rows to ask for, so that a page stays near its size whatever a row weighs. */
export interface Pacer {
  next(): number;
  note(rows: readonly (readonly unknown[])[]): void;
}

const firstRows = 100;

export function createPacer(): Pacer {
  let rowBytes = 0;
  return {
    next: () =>
      rowBytes === 0
        ? firstRows
        : Math.max(1, Math.min(pageRows, Math.floor(pageBytes / rowBytes))),
    note(rows) {
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
