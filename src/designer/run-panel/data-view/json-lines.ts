/**
 * JSON as lines, as `writeJson(value, 2)` writes them, of which only those in sight are written. Of 10 MB all lines are
 * counted in the time of a few frames; written they would be twice the data again.
 */
import {
  isJsonList,
  isJsonObject,
  writeJson,
  type Json,
  type JsonObject,
} from '../../../shared/index.ts';

/** Parts of at most so many lines are written whole, for the first of their lines that is asked for. */
const writtenWhole = 200;
/** The last parts that were written: what is in sight crosses a few of them. */
const partsKept = 64;
const indent = 2;

/** A part whose lines are not written together. */
interface LongPart {
  /** Of a group: the names of its fields. */
  readonly names: readonly string[] | undefined;
  /** Behind how many lines each of its own parts ends. */
  readonly ends: readonly number[];
}

export class JsonLines {
  readonly count: number;
  readonly #root: Json;
  readonly #long = new Map<object, LongPart>();
  readonly #written = new Map<object, readonly string[]>();
  #longest = 0;

  constructor(value: Json) {
    this.#root = value;
    this.count = this.#measure(value, 0);
  }

  /** About how many signs the longest line has: what is escaped in it counts once. */
  get longest(): number {
    return this.#longest;
  }

  /** A line, from 0. */
  at(line: number): string {
    return this.#lineOf(this.#root, line, 0, '', '');
  }

  /** How many lines a value has; `before` signs stand in front of its first one. */
  #measure(value: Json, depth: number, before = 0): number {
    const isOpen = hasParts(value);
    const own = depth * indent + before + (isOpen ? 1 : lengthOf(value) + 1);
    if (own > this.#longest) this.#longest = own;
    if (!isOpen) return 1;
    const names = isJsonList(value) ? undefined : Object.keys(value);
    const ends: number[] = [];
    let lines = 1;
    if (isJsonList(value))
      for (const part of value) ends.push((lines += this.#measure(part, depth + 1)));
    else
      for (const name of names ?? [])
        ends.push((lines += this.#measure(value[name] ?? null, depth + 1, name.length + 4)));
    lines++;
    if (lines > writtenWhole) this.#long.set(value, { names, ends });
    return lines;
  }

  /** `before` and `behind` stand around the value: its name, and a comma. */
  #lineOf(value: Json, line: number, depth: number, before: string, behind: string): string {
    const spaces = ' '.repeat(depth * indent);
    if (!hasParts(value)) return `${spaces}${before}${writeJson(value)}${behind}`;
    const long = this.#long.get(value);
    if (long === undefined) {
      const lines = this.#linesOf(value);
      const isLast = line === lines.length - 1;
      return `${spaces}${line === 0 ? before : ''}${lines[line] ?? ''}${isLast ? behind : ''}`;
    }
    const { names, ends } = long;
    const [opening = '', closing = ''] = isJsonList(value) ? '[]' : '{}';
    if (line === 0) return `${spaces}${before}${opening}`;
    const at = firstAbove(ends, line);
    if (at === ends.length) return `${spaces}${closing}${behind}`;
    const name = names?.[at];
    const part = isJsonList(value) ? value[at] : value[name ?? ''];
    const named = name === undefined ? '' : `${JSON.stringify(name)}: `;
    const comma = at < ends.length - 1 ? ',' : '';
    const begin = at === 0 ? 1 : (ends[at - 1] ?? 1);
    return this.#lineOf(part ?? null, line - begin, depth + 1, named, comma);
  }

  #linesOf(value: Open): readonly string[] {
    const known = this.#written.get(value);
    if (known !== undefined) return known;
    const lines = writeJson(value, indent).split('\n');
    const [oldest] = this.#written.keys();
    if (oldest !== undefined && this.#written.size >= partsKept) this.#written.delete(oldest);
    this.#written.set(value, lines);
    return lines;
  }
}

type Open = readonly Json[] | JsonObject;

/** A list or a group with something in it has lines of its own. */
function hasParts(value: Json): value is Open {
  if (isJsonList(value)) return value.length > 0;
  if (!isJsonObject(value)) return false;
  for (const name in value) if (Object.hasOwn(value, name)) return true;
  return false;
}

function lengthOf(value: Json): number {
  if (typeof value === 'string') return value.length + 2;
  return typeof value === 'object' ? 4 : String(value).length;
}

/** The place of the first that is above a number; the numbers rise. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
