import type { JsonPath } from '../../../shared/index.ts';
import type { DropPlace } from '../model/drop/drop-plan.ts';
import { sourcesSeen } from '../mapping-desk.ts';
import type { PickTarget } from './target.ts';
import type { DeskState } from './desk-state.ts';

/** A field that may take data, with all that a drop on it depends on. */
export function placeOf(
  { key, label, schema, scope }: PickTarget,
  { root, sources, binding }: Pick<DeskState, 'root' | 'sources' | 'binding'>,
): DropPlace {
  return {
    path: pathOf(key),
    label,
    schema,
    root,
    scope,
    seen: sourcesSeen({ sources }, scope),
    whole: binding,
  };
}

/** A field's key is its path; a place inside a field (a row of a table, one side of a comparison) has none of its own. */
function pathOf(key: string): JsonPath | undefined {
  return key.startsWith('[') && key.endsWith(']') ? (JSON.parse(key) as JsonPath) : undefined; // `targetKey` wrote it
}
