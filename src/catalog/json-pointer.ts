import { isJsonList, isJsonObject, type Json } from '../shared/index.ts';

/** The names of a JSON Pointer (RFC 6901), unescaped. */
export function pointerParts(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a JSON Pointer leads to; undefined where it leads nowhere. Own properties only. In a list `-1` is its last entry. */
export function atPointer(value: Json | undefined, pointer: string): Json | undefined {
  let here = value;
  for (const part of pointerParts(pointer)) {
    if (isJsonList(here)) here = /^-\d+$/.test(part) ? here.at(Number(part)) : here[Number(part)];
    else if (isJsonObject(here) && Object.hasOwn(here, part)) here = here[part];
    else return undefined;
  }
  return here;
}
