import type { JsonPath } from '../../shared/index.ts';
import {
  isBinding,
  type Binding,
  type Condition,
  type RefBinding,
  type SlotContent,
} from '../binding.ts';

/** A ref that a binding or condition reads, and the field of the target it helps to fill (list parts by position). */
export interface UsedRef {
  readonly ref: RefBinding;
  readonly target: JsonPath;
}

/** All refs, formulas' included, found without running anything (M8). */
export function usedRefs(content: SlotContent): readonly UsedRef[] {
  const found: UsedRef[] = [];
  visitRefs(content, [], (ref, target) => {
    found.push({ ref, target });
    return ref;
  });
  return found;
}

/** The same tree with every ref replaced by what `change` makes of it: renames of keys, a step in place of another. */
export function mapRefs<Content extends SlotContent>(
  content: Content,
  change: (ref: RefBinding) => RefBinding,
): Content {
  return visitRefs(content, [], change) as Content; // the kind of a node never changes
}

type Visit = (ref: RefBinding, target: JsonPath) => RefBinding;

function visitRefs(content: SlotContent, target: JsonPath, visit: Visit): SlotContent {
  return isBinding(content)
    ? inBinding(content, target, visit)
    : inCondition(content, target, visit);
}

function inBinding(binding: Binding, target: JsonPath, visit: Visit): Binding {
  const go = (inner: Binding, at: JsonPath = target): Binding => inBinding(inner, at, visit);
  switch (binding.kind) {
    case 'literal':
      return binding;
    case 'ref':
      return inRef(binding, target, visit);
    case 'text':
      return {
        ...binding,
        parts: binding.parts.map((part) => (typeof part === 'string' ? part : go(part))),
      };
    case 'convert':
      return { ...binding, of: go(binding.of) };
    case 'table':
      return {
        ...binding,
        on: go(binding.on),
        rows: binding.rows.map((row) => ({ ...row, then: go(row.then) })),
        ...(binding.otherwise === undefined ? {} : { otherwise: go(binding.otherwise) }),
      };
    case 'when':
      return {
        ...binding,
        branches: binding.branches.map((branch) => ({
          if: inCondition(branch.if, target, visit),
          then: go(branch.then),
        })),
        ...(binding.otherwise === undefined ? {} : { otherwise: go(binding.otherwise) }),
      };
    case 'object':
      return {
        ...binding,
        props: Object.fromEntries(
          Object.entries(binding.props).map(([name, inner]) => [
            name,
            go(inner, [...target, name]),
          ]),
        ),
      };
    case 'list':
      return {
        ...binding,
        parts: binding.parts.map((part, at) => {
          const inside = [...target, at];
          if (!('forEach' in part)) return { ...part, item: go(part.item, inside) };
          return {
            ...part,
            forEach: go(part.forEach),
            ...(part.where === undefined ? {} : { where: inCondition(part.where, inside, visit) }),
            ...(part.sort === undefined
              ? {}
              : { sort: { ...part.sort, by: go(part.sort.by, inside) } }),
            item: go(part.item, inside),
          };
        }),
      };
    case 'formula':
      return {
        ...binding,
        refs: Object.fromEntries(
          Object.entries(binding.refs).map(([name, ref]) => [name, inRef(ref, target, visit)]),
        ),
      };
  }
}

function inRef(ref: RefBinding, target: JsonPath, visit: Visit): RefBinding {
  const changed = visit(ref, target);
  if (typeof changed.ifMissing !== 'object') return changed;
  return { ...changed, ifMissing: { use: inBinding(changed.ifMissing.use, target, visit) } };
}

function inCondition(condition: Condition, target: JsonPath, visit: Visit): Condition {
  if ('all' in condition)
    return { all: condition.all.map((inner) => inCondition(inner, target, visit)) };
  if ('any' in condition)
    return { any: condition.any.map((inner) => inCondition(inner, target, visit)) };
  if ('not' in condition) return { not: inCondition(condition.not, target, visit) };
  return {
    ...condition,
    left: inBinding(condition.left, target, visit),
    ...(condition.right === undefined ? {} : { right: inBinding(condition.right, target, visit) }),
  };
}
