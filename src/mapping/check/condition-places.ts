import type { JsonPath } from '../../shared/index.ts';
import type { Comparison, Condition } from '../binding.ts';

/** Each comparison with the path that leads to it. */
export function visitComparisons(
  condition: Condition,
  path: JsonPath,
  visit: (comparison: Comparison, path: JsonPath) => void,
): void {
  if ('all' in condition)
    condition.all.forEach((inner, at) => visitComparisons(inner, [...path, 'all', at], visit));
  else if ('any' in condition)
    condition.any.forEach((inner, at) => visitComparisons(inner, [...path, 'any', at], visit));
  else if ('not' in condition) visitComparisons(condition.not, [...path, 'not'], visit);
  else visit(condition, path);
}

/** The condition with the one at `path` replaced; undefined takes its line out. Undefined when nothing is left. */
export function replaceAt(
  condition: Condition,
  path: JsonPath,
  next: Condition | undefined,
): Condition | undefined {
  const [key, at, ...rest] = path;
  if (key === undefined) return next;
  if (key === 'not' && 'not' in condition) {
    const inner = replaceAt(condition.not, path.slice(1), next);
    return inner === undefined ? undefined : { not: inner };
  }
  const rows =
    key === 'all' && 'all' in condition
      ? condition.all
      : key === 'any' && 'any' in condition
        ? condition.any
        : undefined;
  if (rows === undefined || typeof at !== 'number') return condition;
  const changed = rows.flatMap((row, position) => {
    const inner = position === at ? replaceAt(row, rest, next) : row;
    return inner === undefined ? [] : [inner];
  });
  if (changed.length === 0) return undefined;
  return key === 'all' ? { all: changed } : { any: changed };
}

/** The paths of groups without a line in them. */
export function emptyGroups(condition: Condition, path: JsonPath = []): readonly JsonPath[] {
  if ('not' in condition) return emptyGroups(condition.not, [...path, 'not']);
  const key = 'all' in condition ? 'all' : 'any';
  const rows = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (rows === undefined) return [];
  if (rows.length === 0) return [path];
  return rows.flatMap((inner, at) => emptyGroups(inner, [...path, key, at]));
}
