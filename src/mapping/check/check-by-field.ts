/**
 * `checkBinding` for a form that is filled field by field: a field of the top level whose binding is the same object as
 * last time is not looked at again. One change in a form of 1,000 fields then costs one field.
 *
 * 1. The problems are those of `checkBinding` without proposals, field by field in the target's order.
 * 2. What was found before formulas could be read is looked at again once they can be.
 * 3. What cannot be taken field by field (not a group, or one of several kinds) is checked whole.
 */
import { propertiesOf, requiredOf, resolve, type JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../binding.ts';
import type { SourceType } from '../types/source-type.ts';
import { formulasAreOpen } from '../formula/installed.ts';
import { checkBinding } from './check-binding.ts';
import type { MappingProblem } from './mapping-problem.ts';

interface Checked {
  readonly locale: string | undefined;
  readonly sources: readonly SourceType[];
  readonly readsFormulas: boolean;
  readonly fields: Map<
    string,
    { binding: Binding | undefined; problems: readonly MappingProblem[] }
  >;
}

const checked = new WeakMap<JsonSchema, Checked[]>();
/** Several steps may fill the same schema from different data. */
const sourcesKept = 4;
const nothing: readonly MappingProblem[] = [];

export function checkByField(
  binding: Binding | undefined,
  target: JsonSchema,
  sources: readonly SourceType[],
  locale?: string,
): readonly MappingProblem[] {
  if (!isByField(binding, target))
    return checkBinding(binding, target, sources, { suggest: false, locale });
  const props = binding?.kind === 'object' ? binding.props : {};
  const required = new Set(requiredOf(resolve(target, target), target));
  const { fields } = lastChecked(target, sources, locale);
  const problems: MappingProblem[] = [];
  for (const name of new Set([
    ...required,
    ...Object.keys(propertiesOf(target, target)),
    ...Object.keys(props),
  ])) {
    const inner = Object.hasOwn(props, name) ? props[name] : undefined;
    if (inner === undefined && !required.has(name)) continue;
    let known = fields.get(name);
    if (known === undefined || known.binding !== inner) {
      const alone: Binding = {
        kind: 'object',
        props: inner === undefined ? {} : { [name]: inner },
      };
      const found = checkBinding(alone, target, sources, { suggest: false, locale, only: name });
      fields.set(
        name,
        (known = { binding: inner, problems: found.length === 0 ? nothing : found }),
      );
    }
    problems.push(...known.problems);
  }
  return problems;
}

function isByField(binding: Binding | undefined, target: JsonSchema): boolean {
  const here = resolve(target, target);
  if (here.oneOf !== undefined || here.anyOf !== undefined) return false;
  if (binding === undefined) return requiredOf(here, target).length > 0;
  return (
    binding.kind === 'object' && binding.variant === undefined && here.properties !== undefined
  );
}

function lastChecked(
  target: JsonSchema,
  sources: readonly SourceType[],
  locale: string | undefined,
): Checked {
  let kept = checked.get(target);
  if (kept === undefined) checked.set(target, (kept = []));
  const readsFormulas = formulasAreOpen();
  let found = kept.find(
    (one) =>
      one.locale === locale && one.readsFormulas === readsFormulas && isSame(one.sources, sources),
  );
  if (found === undefined) {
    found = { sources, locale, readsFormulas, fields: new Map() };
    kept.push(found);
    if (kept.length > sourcesKept) kept.shift();
  }
  return found;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
