import type { JsonPath, Wording } from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';

/** Something the preview could not make of the current samples. */
export interface PreviewFailure extends Wording {
  /** In the result: list positions are those of the made entries. */
  readonly target: JsonPath;
}

/** The first failure of a field, and how many entries have one. */
export interface FieldFailure {
  readonly first: PreviewFailure;
  readonly count: number;
}

/** Failures by the key of the field that could not be made. */
export type FieldFailures = ReadonlyMap<string, FieldFailure>;
export const noFailures: FieldFailures = new Map();

export function indexFailures(
  failures: readonly PreviewFailure[],
  binding: Binding | undefined,
): FieldFailures {
  if (failures.length === 0) return noFailures;
  const found = new Map<string, FieldFailure>();
  for (const failure of failures) {
    const key = JSON.stringify(fieldOf(failure.target, binding));
    const known = found.get(key);
    found.set(key, { first: known?.first ?? failure, count: (known?.count ?? 0) + 1 });
  }
  return found;
}

/** The field that made a place of the result: list positions become the part that made the entry. */
export function fieldOf(target: JsonPath, binding: Binding | undefined): JsonPath {
  const path: (string | number)[] = [];
  let here = binding;
  for (const step of target) {
    if (here?.kind === 'object' && typeof step === 'string') {
      here = Object.hasOwn(here.props, step) ? here.props[step] : undefined;
      path.push(step);
    } else if (here?.kind === 'list' && typeof step === 'number') {
      const fixed = here.parts.findIndex((part) => 'forEach' in part);
      const part = fixed === -1 || step < fixed ? step : fixed;
      here = here.parts[part]?.item;
      path.push(part);
    } else break;
  }
  return path;
}
