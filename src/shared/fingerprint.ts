import type { Json } from './json.ts';

/**
 * Tells at once whether content is the same as before: 11 signs, whatever the order of a group's fields. Not for
 * secrets and not for names (`hashOf`): two contents of many thousands may share one.
 */
export function fingerprint(value: Json | undefined): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 2654435761);
      other = Math.imul(other ^ code, 1597334677);
    }
  };
  walk(value);
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36).padStart(11, '0');

  function walk(part: Json | undefined): void {
    if (Array.isArray(part)) {
      take('[');
      for (const entry of part as readonly Json[]) walk(entry);
      take(']');
    } else if (typeof part === 'object' && part !== null) {
      take('{');
      for (const name of Object.keys(part).toSorted()) {
        take(`${name}:`);
        walk((part as { readonly [key: string]: Json })[name]);
      }
      take('}');
    } else take(`${typeof part} ${String(part)},`);
  }
}
