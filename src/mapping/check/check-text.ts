import { kindWord, kindsOf } from '../../shared/index.ts';
import type { Binding, TextBinding } from '../binding.ts';
import { conversionsFor } from '../conversions/conversions-for.ts';
import { infer } from '../types/infer-type.ts';
import { withoutNull } from '../types/schema-make.ts';
import { operandOf, type Checking, type Field } from './field.ts';
import { finding, withConversions } from './finding.ts';
import { sourceTitle } from './scoped-refs.ts';

/** Each field inside a text is one value: a list or a group has no place in a sentence. */
export function checkText(checking: Checking, text: TextBinding, field: Field): void {
  text.parts.forEach((part, at) => {
    if (typeof part === 'string') return;
    const inside = operandOf(field, (next): Binding => ({
      ...text,
      parts: text.parts.map((other, position) => (position === at ? next : other)),
    }));
    checking.check(part, inside);
    if (part.kind === 'ref' && checking.isBroken(part)) return;
    const from = withoutNull(infer(part, field.sources).schema);
    const { kinds, open } = kindsOf(from, from);
    if (open || kinds.size === 0) return;
    if ([...kinds].some((kind) => kind !== 'array' && kind !== 'object')) return;
    const fixes = conversionsFor(from, { type: 'string' }, checking.locale).map((offer) => ({
      code: offer.code,
      params: offer.params,
      binding: withConversions(part, offer.with),
    }));
    const params = {
      field: checking.titleOf(field),
      source: sourceTitle(part, field.sources),
      given: kindWord(from),
    };
    checking.report(inside, finding('text-needs-single', params, fixes));
  });
}
