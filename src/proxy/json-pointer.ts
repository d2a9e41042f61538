import { isJsonList, isJsonObject, type Json } from '../shared/index.ts';

/** What a JSON Pointer (RFC 6901) finds; undefined where there is nothing. Own properties only. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isJsonList(value)) value = /^\d+$/.test(name) ? value[Number(name)] : undefined;
    else if (isJsonObject(value)) value = Object.hasOwn(value, name) ? value[name] : undefined;
    else return undefined;
  }
  return value;
}
