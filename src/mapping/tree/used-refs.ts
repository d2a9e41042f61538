import type { JsonPath } from '../../shared/index.ts';
import type { Binding, Condition, RefBinding, SlotContent } from '../binding.ts';
import { isBinding } from '../is-binding.ts';
import { operandAt, placeIn, wholeTarget, type Place } from './place.ts';
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
  visitRefs(content, { place: wholeTarget, entries: noEntries }, (ref, { place, entries }) => {
    found.push({ ref, target: place.at, origin: originOf(ref, entries) });
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
  return visitRefs(content, { place: wholeTarget, entries: noEntries }, (ref, { entries }) =>
    change(ref, originOf(ref, entries), entries),
  ) as Content; // the kind of a node never changes
}

/** Where the visit stands: the field that is filled, and the entries in sight. */
interface At {
  readonly place: Place;
  readonly entries: EntryOrigins;
}
type Visit = (ref: RefBinding, at: At) => RefBinding;

function visitRefs(content: SlotContent, at: At, visit: Visit): SlotContent {
  return isBinding(content) ? inBinding(content, at, visit) : inCondition(content, at, visit);
}

function inBinding(binding: Binding, at: At, visit: Visit): Binding {
  const go = (inner: Binding, here: At = at): Binding => inBinding(inner, here, visit);
  const operand = (inner: Binding, here: At = at): Binding => inOperand(inner, here, visit);
  switch (binding.kind) {
    case 'literal':
      return binding;
    case 'ref':
      return inRef(binding, at, visit);
    case 'text':
      return {
        ...binding,
        parts: binding.parts.map((part) => (typeof part === 'string' ? part : operand(part))),
      };
    case 'convert':
      return { ...binding, of: operand(binding.of) };
    case 'table':
      return {
        ...binding,
        on: operand(binding.on),
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
            go(inner, { ...at, place: placeIn(at.place, name) }),
          ]),
        ),
      };
    case 'list':
      return {
        ...binding,
        parts: binding.parts.map((part, position) => {
          const here: At = { ...at, place: placeIn(at.place, position) };
          if (!('forEach' in part)) return { ...part, item: go(part.item, here) };
          const entry = entryOrigin(part.forEach, at.entries);
          const inside: At = {
            ...here,
            entries: new Map([...at.entries, [`item:${part.name}`, entry]]),
          };
          return {
            ...part,
            forEach: operand(part.forEach),
            ...(part.where === undefined ? {} : { where: inCondition(part.where, inside, visit) }),
            ...(part.sort === undefined
              ? {}
              : { sort: { ...part.sort, by: operand(part.sort.by, inside) } }),
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

function inOperand(binding: Binding, at: At, visit: Visit): Binding {
  return inBinding(binding, { ...at, place: operandAt(at.place) }, visit);
}

function inRef(ref: RefBinding, at: At, visit: Visit): RefBinding {
  const changed = visit(ref, at);
  if (typeof changed.ifMissing !== 'object') return changed;
  return { ...changed, ifMissing: { use: inOperand(changed.ifMissing.use, at, visit) } };
}

function inCondition(condition: Condition, at: At, visit: Visit): Condition {
  if ('all' in condition)
    return { all: condition.all.map((inner) => inCondition(inner, at, visit)) };
  if ('any' in condition)
    return { any: condition.any.map((inner) => inCondition(inner, at, visit)) };
  if ('not' in condition) return { not: inCondition(condition.not, at, visit) };
  return {
    ...condition,
    left: inOperand(condition.left, at, visit),
    ...(condition.right === undefined ? {} : { right: inOperand(condition.right, at, visit) }),
  };
}
