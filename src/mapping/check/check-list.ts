import { itemAt, itemsOf, kindWord, kindsOf, type JsonSchema } from '../../shared/index.ts';
import type { ForEachPart, ListBinding } from '../binding.ts';
import { infer, insidePart } from '../types/infer-type.ts';
import { withoutNull } from '../types/schema-make.ts';
import { checkConditionIn } from './check-condition-in.ts';
import { fieldIn, operandOf, type Checking, type Field } from './field.ts';
import { finding, mend, withConversions } from './finding.ts';
import { sourceTitle } from './scoped-refs.ts';

/** A list made of parts: what is repeated is a list, what is made fits the entries, and there are enough of them. */
export function checkList(checking: Checking, list: ListBinding, field: Field): void {
  const { target } = checking;
  list.parts.forEach((part, at) => {
    if ('forEach' in part) checkForEach(checking, list, part, at, field);
  });
  const { kinds, open } = kindsOf(field.schema, target);
  if (!open && !kinds.has('array')) return intoSingle(checking, list, field);
  checkCount(checking, list, field);
  let place: number | undefined = 0;
  list.parts.forEach((part, at) => {
    if ('forEach' in part) place = undefined;
    const schema: JsonSchema | undefined =
      place === undefined ? itemsOf(field.schema, target) : itemAt(field.schema, place, target);
    if (place !== undefined) place++;
    const sources = insidePart(part, field.sources);
    if (schema === undefined && !open) {
      const extra = fieldIn(field, list, at, { schema: {}, required: false, sources });
      const params = { field: checking.titleOf(field), count: at };
      checking.report(extra, finding('too-many-entries', params, [mend('leave-out', undefined)]));
      return;
    }
    checking.check(
      part.item,
      fieldIn(field, list, at, { schema: schema ?? {}, required: false, sources }),
    );
  });
}

function checkForEach(
  checking: Checking,
  list: ListBinding,
  part: ForEachPart,
  at: number,
  field: Field,
): void {
  const change = (next: ForEachPart): ListBinding => ({
    ...list,
    parts: list.parts.map((other, position) => (position === at ? next : other)),
  });
  const outer = operandOf(field, (forEach) => change({ ...part, forEach }));
  if (part.forEach.kind !== 'ref') checking.check(part.forEach, outer);
  const { schema } = infer(part.forEach, field.sources);
  const known = kindsOf(schema, schema);
  if (!known.open && !known.kinds.has('array')) {
    const params = {
      field: checking.titleOf(field),
      source: sourceTitle(part.forEach, field.sources),
    };
    const one = withConversions(part.forEach, [{ name: 'to-list' }]);
    checking.report(outer, finding('for-each-needs-list', params, [mend('to-list', one)]));
  }
  const inside = insidePart(part, field.sources);
  const { where, sort } = part;
  if (where !== undefined)
    checkConditionIn(
      checking,
      where,
      operandOf(field, (binding) => binding, inside),
      (next) => change(withWhere(part, next)),
    );
  if (sort === undefined) return;
  const by = operandOf(field, (next) => change({ ...part, sort: { ...sort, by: next } }), inside);
  if (sort.by.kind !== 'ref') checking.check(sort.by, by);
  const key = infer(sort.by, inside).schema;
  const { kinds, open } = kindsOf(key, key);
  if (open || kinds.size === 0 || [...kinds].some((kind) => kind !== 'array' && kind !== 'object'))
    return;
  const { sort: _sort, ...unsorted } = part;
  checking.report(
    field,
    finding(
      'sort-needs-single',
      { source: sourceTitle(sort.by, inside), given: kindWord(withoutNull(key)) },
      [mend('remove-sort', change(unsorted))],
      'warning',
    ),
  );
}

function withWhere(part: ForEachPart, where: ForEachPart['where']): ForEachPart {
  const { where: _old, ...rest } = part;
  return where === undefined ? rest : { ...rest, where };
}

function intoSingle(checking: Checking, list: ListBinding, field: Field): void {
  const [only, ...more] = list.parts;
  const title = checking.titleOf(field);
  const first =
    more.length === 0 && only !== undefined && !('forEach' in only)
      ? only.item
      : withConversions(list, [{ name: 'first' }]);
  const params = {
    field: title,
    source: title,
    given: 'list',
    wanted: kindWord(checking.schemaOf(field)),
  };
  checking.report(field, finding('list-into-single', params, [mend('first', first)]));
}

/** Fixed entries can be counted before anything runs, and a limit says how many there are at most. */
function checkCount(checking: Checking, list: ListBinding, field: Field): void {
  const { minItems = 0, maxItems = Infinity } = withoutNull(checking.schemaOf(field));
  const fixed = list.parts.filter((part) => !('forEach' in part)).length;
  const most = list.parts.reduce(
    (sum, part) => sum + ('forEach' in part ? (part.limit ?? Infinity) : 1),
    0,
  );
  const title = checking.titleOf(field);
  if (most < minItems)
    checking.report(field, finding('too-few-entries', { field: title, count: minItems }));
  if (fixed > maxItems)
    checking.report(field, finding('too-many-entries', { field: title, count: maxItems }));
}
