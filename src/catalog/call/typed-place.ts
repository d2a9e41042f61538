import type { Json } from '../../shared/index.ts';

/**
 * A place in an answer as a person writes it, as a JSON Pointer: `data.items`, `items[0].id`, `$.data.items`; what
 * begins with "/" is one already. Undefined where nothing is written.
 */
export function typedPlace(said: Json | undefined): string | undefined {
  if (typeof said !== 'string') return undefined;
  const text = said.trim();
  if (text.startsWith('/')) return text;
  const steps = text.replace(/^\$\.?/, '').replaceAll(/\[(-?\d+|\*)\]/g, '.$1');
  const parts = steps.match(/@\w+\.\w+|[^.]+/g) ?? [];
  return parts.length === 0 ? undefined : pointerOf(parts);
}

/** Names from the outside in, as a person writes them; a name with signs of its own needs the pointer. */
export function writtenPlace(parts: readonly string[]): string {
  return parts.every((part) => plainName.test(part)) ? parts.join('.') : pointerOf(parts);
}

/** `@odata.nextLink` is one name. */
const plainName = /^(@\w+\.\w+|[^.[\]/~$@]+)$/;

function pointerOf(parts: readonly string[]): string {
  return parts.map((part) => `/${escaped(part)}`).join('');
}

/** A JSON Pointer as a person would write it: `data.items`. */
export function placeInWords(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
