import { goals, holds, type RowName } from './goals.ts';

/** One measured row, as `--json` writes it. */
export interface MeasuredRow {
  readonly name: RowName;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly holds: 'target' | 'floor' | 'no';
}

/** What a group of rows tells while it measures. */
export interface Report {
  row(name: RowName, value: number): void;
  /** A figure beside the rows: what stood on the other side of a ratio. */
  note(line: string): void;
  /** The machine was busy: a baseline was slower than it is on a quiet one. */
  spoil(why: string): void;
}

export class PrintedReport implements Report {
  readonly rows: MeasuredRow[] = [];
  readonly spoilt: string[] = [];
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
    print(line('name', 'value', 'unit', 'floor / target', 'holds'));
  }

  row(name: RowName, value: number): void {
    const { better, floor, target, unit } = goals[name];
    const goal = `${better === 'more' ? '>=' : '<='} ${String(floor)} / ${String(target)}`;
    const measured = { name, value: rounded(value), unit, goal, holds: holds(name, value) };
    this.rows.push(measured);
    this.#print(line(name, String(measured.value), unit, goal, measured.holds));
  }

  note(words: string): void {
    this.#print(`    ${words}`);
  }

  spoil(why: string): void {
    this.spoilt.push(why);
    this.#print(`    VOID: ${why}`);
  }
}

function line(name: string, value: string, unit: string, goal: string, reached: string): string {
  return `${name.padEnd(38)} ${value.padStart(9)} ${unit.padEnd(3)} ${goal.padEnd(16)} ${reached}`;
}

/** Three digits that count; a judgement is made from the value itself. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
