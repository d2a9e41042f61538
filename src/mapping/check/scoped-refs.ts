import type { JsonPath } from '../../shared/index.ts';
import type { Binding, Condition, RefBinding, SlotContent } from '../binding.ts';
import { shown } from '../evaluate/shown.ts';
import { isBinding } from '../is-binding.ts';
import { insidePart, titleOfRef } from '../types/infer-type.ts';
import type { SourceType } from '../types/source-type.ts';

/** Every ref together with what it can see where it stands: inside a list that includes the list's entry (M2). */
export function visitScopedRefs(
  content: SlotContent,
  sources: readonly SourceType[],
  visit: (ref: RefBinding, sources: readonly SourceType[], target: JsonPath) => void,
): void {
  if (isBinding(content)) inBinding(content, sources, []);
  else inCondition(content, sources, []);

  function inBinding(binding: Binding, seen: readonly SourceType[], target: JsonPath): void {
    switch (binding.kind) {
      case 'literal':
        return;
      case 'ref':
        visit(binding, seen, target);
        if (typeof binding.ifMissing === 'object') inBinding(binding.ifMissing.use, seen, target);
        return;
      case 'text':
        for (const part of binding.parts)
          if (typeof part !== 'string') inBinding(part, seen, target);
        return;
      case 'convert':
        inBinding(binding.of, seen, target);
        return;
      case 'table':
        inBinding(binding.on, seen, target);
        for (const row of binding.rows) inBinding(row.then, seen, target);
        if (binding.otherwise !== undefined) inBinding(binding.otherwise, seen, target);
        return;
      case 'when':
        for (const branch of binding.branches) {
          inCondition(branch.if, seen, target);
          inBinding(branch.then, seen, target);
        }
        if (binding.otherwise !== undefined) inBinding(binding.otherwise, seen, target);
        return;
      case 'object':
        for (const [name, inner] of Object.entries(binding.props))
          inBinding(inner, seen, [...target, name]);
        return;
      case 'list':
        binding.parts.forEach((part, at) => {
          const inside = insidePart(part, seen);
          if ('forEach' in part) {
            inBinding(part.forEach, seen, target);
            if (part.where !== undefined) inCondition(part.where, inside, target);
            if (part.sort !== undefined) inBinding(part.sort.by, inside, target);
          }
          inBinding(part.item, inside, [...target, at]);
        });
        return;
      case 'formula':
        for (const ref of Object.values(binding.refs)) inBinding(ref, seen, target);
    }
  }

  function inCondition(condition: Condition, seen: readonly SourceType[], target: JsonPath): void {
    if ('all' in condition) for (const inner of condition.all) inCondition(inner, seen, target);
    else if ('any' in condition)
      for (const inner of condition.any) inCondition(inner, seen, target);
    else if ('not' in condition) inCondition(condition.not, seen, target);
    else {
      inBinding(condition.left, seen, target);
      if (condition.right !== undefined) inBinding(condition.right, seen, target);
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
