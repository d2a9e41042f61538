import {
  humanise,
  isJsonList,
  isJsonObject,
  schemaAt,
  titleOf,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';

/** One line of the result: a value, or the head of a group or a list whose lines come below it. */
export interface ResultRow {
  /** Its place in the result. */
  readonly path: JsonPath;
  readonly key: string;
  readonly label: string;
  readonly depth: number;
  /** Of a single value; absent at a head. */
  readonly value?: Json;
  readonly head?: {
    readonly kind: 'group' | 'list';
    readonly count: number;
    readonly shown: number;
  };
}

/** The lines of a result, top down; what is closed has its head only. */
export function resultRows(
  result: Json,
  root: JsonSchema,
  cuts: ReadonlyMap<string, number>,
  isClosed: (key: string) => boolean,
): readonly ResultRow[] {
  const rows: ResultRow[] = [];
  inside(result, [], 0);
  return rows;

  function inside(value: Json, path: JsonPath, depth: number): void {
    if (isJsonList(value))
      value.forEach((entry, at) => line(entry, [...path, at], depth, entryLabel(path, at)));
    else if (isJsonObject(value))
      for (const [name, inner] of Object.entries(value)) {
        const at = [...path, name];
        line(inner, at, depth, titleOf(schemaAt(root, at), name));
      }
    else line(value, path, depth, titleOf(root, ''));
  }

  function line(value: Json, path: JsonPath, depth: number, label: string): void {
    const key = JSON.stringify(path);
    const base = { path, key, label, depth };
    if (!isJsonList(value) && !isJsonObject(value)) {
      rows.push({ ...base, value });
      return;
    }
    const shown = isJsonList(value) ? value.length : Object.keys(value).length;
    const kind = isJsonList(value) ? 'list' : 'group';
    rows.push({ ...base, head: { kind, shown, count: cuts.get(key) ?? shown } });
    if (!isClosed(key)) inside(value, path, depth + 1);
  }

  function entryLabel(path: JsonPath, at: number): string {
    const name = path.findLast((step) => typeof step === 'string');
    const title = schemaAt(root, [...path, at])?.title;
    const word = title ?? (typeof name === 'string' ? humanise(name) : '');
    return `${word} ${at + 1}`.trim();
  }
}
