import { isJsonList, isJsonObject, type Json } from '../../../shared/index.ts';

/** The new value, made of the old one's parts wherever they are equal: what did not change is the same object. */
export function keepSame(old: Json | undefined, now: Json | undefined): Json | undefined {
  if (old === now || old === undefined || now === undefined) return now;
  if (isJsonList(old) && isJsonList(now)) {
    const list = now.map((entry, at) => keepSame(old[at], entry) as Json); // an entry is never undefined
    return list.length === old.length && list.every((entry, at) => entry === old[at]) ? old : list;
  }
  if (isJsonObject(old) && isJsonObject(now)) {
    const names = Object.keys(now);
    const group = Object.fromEntries(
      names.map((name) => [
        name,
        keepSame(Object.hasOwn(old, name) ? old[name] : undefined, now[name]) as Json,
      ]),
    );
    return names.length === Object.keys(old).length &&
      names.every((name) => Object.hasOwn(old, name) && group[name] === old[name])
      ? old
      : group;
  }
  return now;
}
