import type { JsonPath } from '../../shared/index.ts';
import type { Binding, Condition, RefBinding, SlotContent } from '../binding.ts';
import { shown } from '../evaluate/shown.ts';
import { isBinding } from '../is-binding.ts';
import { operandAt, placeIn, wholeTarget, type Place } from '../tree/place.ts';
import { insidePart, titleOfRef } from '../types/infer-type.ts';
import type { SourceType } from '../types/source-type.ts';

/** Every ref with what it can see where it stands, a list's entry included (M2), and the field it helps to fill. */
export function visitScopedRefs(
  content: SlotContent,
  sources: readonly SourceType[],
  visit: (ref: RefBinding, sources: readonly SourceType[], target: JsonPath) => void,
): void {
  if (isBinding(content)) inBinding(content, sources, wholeTarget);
  else inCondition(content, sources, wholeTarget);

  function inBinding(binding: Binding, seen: readonly SourceType[], place: Place): void {
    switch (binding.kind) {
      case 'literal':
        return;
      case 'ref':
        visit(binding, seen, place.at);
        if (typeof binding.ifMissing === 'object') inOperand(binding.ifMissing.use, seen, place);
        return;
      case 'text':
        for (const part of binding.parts)
          if (typeof part !== 'string') inOperand(part, seen, place);
        return;
      case 'convert':
        inOperand(binding.of, seen, place);
        return;
      case 'table':
        inOperand(binding.on, seen, place);
        for (const row of binding.rows) inBinding(row.then, seen, place);
        if (binding.otherwise !== undefined) inBinding(binding.otherwise, seen, place);
        return;
      case 'when':
        for (const branch of binding.branches) {
          inCondition(branch.if, seen, place);
          inBinding(branch.then, seen, place);
        }
        if (binding.otherwise !== undefined) inBinding(binding.otherwise, seen, place);
        return;
      case 'object':
        for (const [name, inner] of Object.entries(binding.props))
          inBinding(inner, seen, placeIn(place, name));
        return;
      case 'list':
        binding.parts.forEach((part, at) => {
          const inside = insidePart(part, seen);
          if ('forEach' in part) {
            inOperand(part.forEach, seen, place);
            if (part.where !== undefined) inCondition(part.where, inside, place);
            if (part.sort !== undefined) inOperand(part.sort.by, inside, place);
          }
          inBinding(part.item, inside, placeIn(place, at));
        });
        return;
      case 'formula':
        for (const ref of Object.values(binding.refs)) inBinding(ref, seen, place);
    }
  }

  function inOperand(binding: Binding, seen: readonly SourceType[], place: Place): void {
    inBinding(binding, seen, operandAt(place));
  }

  function inCondition(condition: Condition, seen: readonly SourceType[], place: Place): void {
    if ('all' in condition) for (const inner of condition.all) inCondition(inner, seen, place);
    else if ('any' in condition) for (const inner of condition.any) inCondition(inner, seen, place);
    else if ('not' in condition) inCondition(condition.not, seen, place);
    else {
      inOperand(condition.left, seen, place);
      if (condition.right !== undefined) inOperand(condition.right, seen, place);
    }
  }
}

/** The title of the first field that a binding reads: what its problems are about. A formula is called by its text. */
export function sourceTitle(binding: Binding, sources: readonly SourceType[]): string {
  if (binding.kind === 'formula') return shown(binding.text);
  let title = '';
  visitScopedRefs(binding, sources, (ref, seen) => {
    if (title === '') title = titleOfRef(ref, seen);
  });
  return title;
}
