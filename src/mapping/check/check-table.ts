import { choicesOf, kindWord, kindsOf, type Json } from '../../shared/index.ts';
import type { Binding, TableBinding } from '../binding.ts';
import { conversionsFor } from '../conversions/conversions-for.ts';
import { isSameJson } from '../evaluate/compare.ts';
import { shown } from '../evaluate/shown.ts';
import { isNothing } from '../tree/nothing.ts';
import { canBe } from '../types/decided.ts';
import { coversAll } from '../types/covers-all.ts';
import { infer } from '../types/infer-type.ts';
import type { Inferred } from '../types/inferred.ts';
import { withoutNull } from '../types/schema-make.ts';
import { otherValues } from './check-literal.ts';
import { sayOtherwise } from './check-when.ts';
import { operandOf, partOf, type Checking, type Field } from './field.ts';
import { finding, mend, withConversions, type Mend } from './finding.ts';
import { sourceTitle } from './scoped-refs.ts';

type Row = TableBinding['rows'][number];

/** A value table: what is looked up is one value, each row can happen, once, and what happens else is said. */
export function checkTable(checking: Checking, table: TableBinding, field: Field): void {
  const lookup = operandOf(field, (on) => ({ ...table, on }));
  if (isNothing(table.on))
    checking.report(field, finding('table-no-lookup', { field: checking.titleOf(field) }));
  else if (table.on.kind !== 'ref') checking.check(table.on, lookup);
  const type = infer(table.on, field.sources);
  const isSingle = checkLookup(checking, table, type, lookup);
  const repeated = repeatedRows(table);
  table.rows.forEach((row, at) => {
    if (isSingle) checkRow(checking, table, at, { type, isRepeated: repeated.has(at) }, field);
    const then = partOf(field, (next) => next && withRow(table, at, { ...row, then: next }));
    checking.check(row.then, then);
  });
  const otherwise = partOf(field, (next) => next && { ...table, otherwise: next });
  if (table.otherwise !== undefined) checking.check(table.otherwise, otherwise);
  else if (!coversAll(table, type)) sayOtherwise(checking, otherwise);
}

/** A list or a group is never equal to a value of a row. False when that is so. */
function checkLookup(
  checking: Checking,
  table: TableBinding,
  { schema }: Inferred,
  lookup: Field,
): boolean {
  const from = withoutNull(schema);
  const { kinds, open } = kindsOf(from, from);
  if (open || kinds.size === 0) return true;
  if ([...kinds].some((kind) => kind !== 'array' && kind !== 'object')) return true;
  if (table.rows.some(({ equals }) => typeof equals === 'object')) return true;
  const source = sourceTitle(table.on, lookup.sources);
  const fixes = conversionsFor(from, { type: 'string' }, checking.locale).map((offer) => ({
    code: offer.code,
    params: offer.params,
    binding: withConversions(table.on, offer.with),
  }));
  checking.report(lookup, finding('table-needs-single', { source, given: kindWord(from) }, fixes));
  return false;
}

/** The rows that come to nothing, because an earlier one is for the same value. */
function repeatedRows({ rows }: TableBinding): ReadonlySet<number> {
  const texts = new Set<string>();
  const others: Json[] = [];
  const repeated = new Set<number>();
  for (const [at, { equals }] of rows.entries()) {
    const isKnown =
      typeof equals === 'string'
        ? texts.has(equals)
        : others.some((other) => isSameJson(other, equals));
    if (isKnown) repeated.add(at);
    else if (typeof equals === 'string') texts.add(equals);
    else others.push(equals);
  }
  return repeated;
}

function checkRow(
  checking: Checking,
  table: TableBinding,
  at: number,
  { type, isRepeated }: { readonly type: Inferred; readonly isRepeated: boolean },
  field: Field,
): void {
  const { equals } = table.rows[at] as Row; // called for each row
  const remove = (): Mend => mend('remove-row', withoutRow(table, at), { value: shown(equals) });
  const params = {
    field: checking.titleOf(field),
    source: sourceTitle(table.on, field.sources),
    value: shown(equals),
  };
  if (isRepeated) {
    checking.report(field, finding('row-repeated', params, [remove()], 'warning'));
    return;
  }
  if (canBe(type, equals)) return;
  const known = withoutNull(type.schema);
  const taken = table.rows.map((row) => row.equals);
  const nearest = otherValues(equals, known).filter(
    (value) => !taken.some((other) => isSameJson(other, value)),
  );
  const row = table.rows[at] as Row;
  const others = nearest.map((value) =>
    mend('use-value', withRow(table, at, { ...row, equals: value }), { value: shown(value) }),
  );
  const choices = choicesOf(known, known);
  checking.report(
    field,
    finding(
      choices === undefined ? 'row-of-other-kind' : 'row-never',
      {
        ...params,
        given: kindWord(known),
        ...(choices === undefined ? {} : { choices: choices.map(shown).join(', ') }),
      },
      [...others, remove()],
      'warning',
    ),
  );
}

function withRow(table: TableBinding, at: number, row: Row): TableBinding {
  return { ...table, rows: table.rows.map((other, position) => (position === at ? row : other)) };
}

function withoutRow(table: TableBinding, at: number): Binding {
  return { ...table, rows: table.rows.filter((_, position) => position !== at) };
}
