import type { JsonPath } from '../../shared/index.ts';
import type { Binding, Condition, RefBinding, SlotContent } from '../binding.ts';
import { isBinding } from '../is-binding.ts';
import { entryOrigin, noEntries, originOf, type EntryOrigins, type Origin } from './origin.ts';

/** A ref that a binding or condition reads, and the field of the target it helps to fill (list parts by position). */
export interface UsedRef {
  readonly ref: RefBinding;
  readonly target: JsonPath;
  /** The place it reads in the step that gives it, even from inside a list's card. */
  readonly origin: Origin | undefined;
}

/** All refs, formulas' included, found without running anything (M8). */
export function usedRefs(content: SlotContent): readonly UsedRef[] {
  const before = known.get(content);
  if (before !== undefined) return before;
  const found: UsedRef[] = [];
  visitRefs(content, { target: [], entries: noEntries }, (ref, { target, entries }) => {
    found.push({ ref, target, origin: originOf(ref, entries) });
    return ref;
  });
  known.set(content, found);
  return found;
}

/** Content is never changed in place: a long flow, of which one step is another, is read once. */
const known = new WeakMap<SlotContent, readonly UsedRef[]>();

/**
 * The same tree with every ref replaced by what `change` makes of it: renames of keys, a step in place of another.
 * `change` is told where the data comes from and where the entries around the ref do.
 */
export function mapRefs<Content extends SlotContent>(
  content: Content,
  change: (ref: RefBinding, origin: Origin | undefined, entries: EntryOrigins) => RefBinding,
): Content {
  return visitRefs(content, { target: [], entries: noEntries }, (ref, { entries }) =>
    change(ref, originOf(ref, entries), entries),
  ) as Content; // the kind of a node never changes
}

/** Where the visit stands: the field that is filled, and the entries in sight. */
interface At {
  readonly target: JsonPath;
  readonly entries: EntryOrigins;
}
type Visit = (ref: RefBinding, at: At) => RefBinding;

function visitRefs(content: SlotContent, at: At, visit: Visit): SlotContent {
  return isBinding(content) ? inBinding(content, at, visit) : inCondition(content, at, visit);
}

function inBinding(binding: Binding, at: At, visit: Visit): Binding {
  const go = (inner: Binding, here: At = at): Binding => inBinding(inner, here, visit);
  switch (binding.kind) {
    case 'literal':
      return binding;
    case 'ref':
      return inRef(binding, at, visit);
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
          if: inCondition(branch.if, at, visit),
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
            go(inner, { ...at, target: [...at.target, name] }),
          ]),
        ),
      };
    case 'list':
      return {
        ...binding,
        parts: binding.parts.map((part, position) => {
          const place: At = { ...at, target: [...at.target, position] };
          if (!('forEach' in part)) return { ...part, item: go(part.item, place) };
          const entry = entryOrigin(part.forEach, at.entries);
          const inside: At = {
            ...place,
            entries: new Map([...at.entries, [`item:${part.name}`, entry]]),
          };
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
          Object.entries(binding.refs).map(([name, ref]) => [name, inRef(ref, at, visit)]),
        ),
      };
  }
}

function inRef(ref: RefBinding, at: At, visit: Visit): RefBinding {
  const changed = visit(ref, at);
  if (typeof changed.ifMissing !== 'object') return changed;
  return { ...changed, ifMissing: { use: inBinding(changed.ifMissing.use, at, visit) } };
}

function inCondition(condition: Condition, at: At, visit: Visit): Condition {
  if ('all' in condition)
    return { all: condition.all.map((inner) => inCondition(inner, at, visit)) };
  if ('any' in condition)
    return { any: condition.any.map((inner) => inCondition(inner, at, visit)) };
  if ('not' in condition) return { not: inCondition(condition.not, at, visit) };
  return {
    ...condition,
    left: inBinding(condition.left, at, visit),
    ...(condition.right === undefined ? {} : { right: inBinding(condition.right, at, visit) }),
  };
}
