import type { JsonSchema } from '../json-schema.ts';
import { asSchema } from './as-schema.ts';

/** What a local reference (`#/$defs/a`) leads to; undefined for one to nowhere, to another file or to no schema. */
export function atPointer(root: JsonSchema, ref: string): JsonSchema | undefined {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  let here: unknown = root;
  for (const part of ref.slice(2).split('/')) {
    const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return asSchema(here);
}

/** The last name of a reference, as people wrote it: `#/components/schemas/Card` and `Card` are both `Card`. */
export function nameOfPointer(ref: string): string {
  return decode(ref.slice(ref.lastIndexOf('/') + 1))
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
