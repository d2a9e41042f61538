import type { Json, JsonPath } from '../../shared/index.ts';

/** What is at a path of a value; undefined where it leads nowhere. */
export function valueAt(root: Json | undefined, path: JsonPath): Json | undefined {
  let here: unknown = root;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here as Json | undefined; // it was JSON all the way
}
