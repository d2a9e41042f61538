/**
 * What can and cannot be done, before anything runs: a binding held against the schema it fills and the schemas it reads.
 *
 * 1. Two passes. Every ref is checked where it stands (with its lists' entries in sight); then every field is compared
 *    by type. A field whose type is not known because its ref is broken is not reported twice.
 * 2. A fix replaces the binding at one target path. Inside "only if" and tables the whole of it is rebuilt.
 */
import {
  itemsOf,
  kindsOf,
  kindWord,
  propertiesOf,
  propertyAt,
  requiredOf,
  resolve,
  titleOf,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type {
  Binding,
  Condition,
  ConvertBinding,
  ListBinding,
  ObjectBinding,
  RefBinding,
  TableBinding,
  WhenBinding,
} from '../binding.ts';
import { isRefusedName, shown } from '../evaluate/frame.ts';
import { matchByName } from '../match/match-by-name.ts';
import { bindingAt } from '../tree/edit-tree.ts';
import { mapRefs } from '../tree/used-refs.ts';
import { infer, insidePart, titleOfRef } from '../types/infer-type.ts';
import { standalone } from '../types/schema-make.ts';
import type { SourceType } from '../types/source-type.ts';
import { takes, typeAfter } from '../types/conversion-types.ts';
import { checkComparison, visitComparisons } from './check-condition.ts';
import { checkLiteral } from './check-literal.ts';
import { chosenVariant } from './check-variant.ts';
import { checkRef } from './check-ref.ts';
import { compareTypes } from './compare-types.ts';
import {
  finding,
  mend,
  plainDefault,
  withConversions,
  type Finding,
  type Mend,
} from './finding.ts';
import { fieldTitle, type MappingFix, type MappingProblem } from './mapping-problem.ts';
import { fieldByField, oneOfItsFields } from './fixes-by-field.ts';
import { narrowed } from './narrow.ts';
import { visitScopedRefs } from './scoped-refs.ts';

export interface CheckOptions {
  /** Look for a source by name for each required field that is not filled (default yes). */
  readonly suggest?: boolean;
}

/** Puts a changed inner binding back into what surrounds it at the same target path. */
type Rebuild = (inner: Binding | undefined) => Binding | undefined;
interface Field {
  readonly at: JsonPath;
  readonly schema: JsonSchema;
  readonly required: boolean;
  readonly sources: readonly SourceType[];
  readonly rebuild: Rebuild;
}

/** Everything that is unfinished or cannot fit, in the target's order, each with its one-click fixes. */
export function checkBinding(
  binding: Binding | undefined,
  target: JsonSchema,
  sources: readonly SourceType[],
  options: CheckOptions = {},
): readonly MappingProblem[] {
  const problems: MappingProblem[] = [];
  const lonely: MappingProblem[] = [];
  const broken = new Set<RefBinding>();
  const own: Rebuild = (inner) => inner;
  if (binding !== undefined) checkRefs(binding);
  check(binding, { at: [], schema: target, required: true, sources, rebuild: own });
  return options.suggest === false || lonely.length === 0 ? problems : withSuggestions();

  function report(field: Field, found: Finding): void {
    problems.push({
      code: found.code,
      params: found.params,
      path: field.at,
      severity: found.severity,
      fixes: found.fixes.map(({ code, params, binding: inner }): MappingFix => ({
        code,
        params,
        at: field.at,
        binding: field.rebuild(inner),
      })),
    });
  }

  function checkRefs(root: Binding): void {
    visitScopedRefs(root, sources, (ref, seen, at) => {
      const found = checkRef(ref, seen, fieldTitle(target, at));
      if (found === undefined) return;
      if (found.severity === 'error') broken.add(ref);
      const whole = bindingAt(root, at) ?? root;
      const swap = (next: Binding | undefined): Binding | undefined =>
        next?.kind === 'ref'
          ? mapRefs(whole, (other: RefBinding) => (other === ref ? next : other))
          : next;
      report({ at, schema: target, required: false, sources: seen, rebuild: swap }, found);
    });
  }

  function check(here: Binding | undefined, field: Field): void {
    if (here === undefined) {
      unbound(field);
      return;
    }
    switch (here.kind) {
      case 'literal': {
        const place = (path: JsonPath, mends: readonly Mend[]): readonly MappingFix[] =>
          mends.map(({ code, params, binding: inner }) => ({
            code,
            params,
            at: [...field.at, ...path],
            binding: field.rebuild(inner),
          }));
        const schema = standalone(resolve(field.schema, target), target);
        for (const problem of checkLiteral(here, schema, fieldTitle(target, field.at), place)) {
          problems.push({ ...problem, path: [...field.at, ...problem.path] });
        }
        return;
      }
      case 'object':
        checkGroup(here, field);
        return;
      case 'list':
        checkList(here, field);
        return;
      case 'when':
        checkWhen(here, field);
        return;
      case 'table':
        checkTable(here, field);
        return;
      case 'formula':
        report(field, finding('formula-not-yet', { field: fieldTitle(target, field.at) }));
        return;
      case 'convert':
        if (readsBroken(here, field)) return;
        checkChain(here, field);
        compare(here, field);
        return;
      case 'ref':
      case 'text':
        if (!readsBroken(here, field)) compare(here, field);
    }
  }

  function readsBroken(here: Binding, field: Field): boolean {
    let found = false;
    visitScopedRefs(here, field.sources, (ref) => {
      found ||= broken.has(ref);
    });
    return found;
  }

  function unbound(field: Field): void {
    if (!field.required) return;
    const schema = standalone(resolve(field.schema, target), target);
    const isRoot = field.at.length === 0;
    if (isRoot && requiredOf(schema, schema).length > 0) {
      checkGroup({ kind: 'object', props: {} }, field);
      return;
    }
    if (isRoot && (kindsOf(schema, schema).open || kindsOf(schema, schema).kinds.has('object')))
      return;
    const value = schema.default ?? schema.const;
    const fixes =
      value === undefined
        ? []
        : [mend('use-value', { kind: 'literal', value }, { value: shown(value) })];
    report(field, finding('required-unbound', { field: fieldTitle(target, field.at) }, fixes));
    const made = problems.at(-1);
    if (made !== undefined) lonely.push(made);
  }

  function checkGroup(group: ObjectBinding, field: Field): void {
    const chosen = chosenVariant(group, field.schema, target, fieldTitle(target, field.at));
    const schema = chosen.variant?.schema ?? resolve(field.schema, target);
    const { kinds, open } = kindsOf(schema, target);
    if (!open && !kinds.has('object')) {
      const wanted = kindWord(standalone(schema, target));
      report(
        field,
        finding('kind-impossible', {
          field: fieldTitle(target, field.at),
          source: '',
          given: 'group',
          wanted,
        }),
      );
      return;
    }
    if (chosen.found !== undefined) report(field, chosen.found);
    for (const name of new Set([
      ...requiredOf(schema, target),
      ...Object.keys(propertiesOf(schema, target)),
      ...Object.keys(group.props),
    ])) {
      const inner = Object.hasOwn(group.props, name) ? group.props[name] : undefined;
      const at = [...field.at, name];
      const required = requiredOf(schema, target).includes(name);
      if (inner === undefined && !required) continue;
      const property = propertyAt(schema, name, target);
      const inside: Field = {
        at,
        schema: property ?? {},
        required,
        sources: field.sources,
        rebuild: (next) => next,
      };
      if (isRefusedName(name))
        report(inside, finding('name-refused', { name }, [mend('leave-out', undefined)]));
      else if (property === undefined)
        report(
          inside,
          finding('unknown-field', { field: titleOf(undefined, name) }, [
            mend('leave-out', undefined),
          ]),
        );
      else check(inner, inside);
    }
  }

  function checkList(list: ListBinding, field: Field): void {
    const { kinds, open } = kindsOf(field.schema, target);
    const title = fieldTitle(target, field.at);
    for (const [at, part] of list.parts.entries()) {
      if (!('forEach' in part)) continue;
      const { schema } = infer(part.forEach, field.sources);
      const known = kindsOf(schema, schema);
      const swap = (forEach: Binding): Binding => ({
        ...list,
        parts: list.parts.map((other, position) =>
          position === at ? { ...part, forEach } : other,
        ),
      });
      if (!known.open && !known.kinds.has('array')) {
        const fix = mend('to-list', swap(withConversions(part.forEach, [{ name: 'to-list' }])));
        report(
          field,
          finding(
            'for-each-needs-list',
            { field: title, source: sourceTitle(part.forEach, field.sources) },
            [fix],
          ),
        );
      }
      if (part.where !== undefined)
        checkConditionIn(part.where, { ...field, sources: insidePart(part, field.sources) });
    }
    if (!open && !kinds.has('array')) {
      const [only] = list.parts;
      const fixes =
        list.parts.length === 1 && only !== undefined && !('forEach' in only)
          ? [mend('first', only.item)]
          : [mend('first', withConversions(list, [{ name: 'first' }]))];
      report(
        field,
        finding(
          'list-into-single',
          {
            field: title,
            source: title,
            given: 'list',
            wanted: kindWord(standalone(field.schema, target)),
          },
          fixes,
        ),
      );
      return;
    }
    const items = itemsOf(field.schema, target) ?? {};
    list.parts.forEach((part, at) => {
      check(part.item, {
        at: [...field.at, at],
        schema: items,
        required: false,
        sources: insidePart(part, field.sources),
        rebuild: own,
      });
    });
  }

  function checkWhen(when: WhenBinding, field: Field): void {
    when.branches.forEach((branch, at) => {
      checkConditionIn(branch.if, field);
      const rebuild: Rebuild = (then) =>
        field.rebuild(
          then && {
            ...when,
            branches: when.branches.map((other, position) =>
              position === at ? { ...branch, then } : other,
            ),
          },
        );
      check(branch.then, { ...field, sources: narrowed(field.sources, branch.if), rebuild });
    });
    const otherwise: Rebuild = (next) => field.rebuild(next && { ...when, otherwise: next });
    if (when.otherwise !== undefined) check(when.otherwise, { ...field, rebuild: otherwise });
    else noOtherwise(field, otherwise);
  }

  function checkTable(table: TableBinding, field: Field): void {
    table.rows.forEach((row, at) => {
      const rebuild: Rebuild = (then) =>
        field.rebuild(
          then && {
            ...table,
            rows: table.rows.map((other, position) => (position === at ? { ...row, then } : other)),
          },
        );
      check(row.then, { ...field, rebuild });
    });
    const otherwise: Rebuild = (next) => field.rebuild(next && { ...table, otherwise: next });
    if (table.otherwise !== undefined) check(table.otherwise, { ...field, rebuild: otherwise });
    else noOtherwise(field, otherwise);
  }

  function noOtherwise(field: Field, otherwise: Rebuild): void {
    if (!field.required) return;
    const value = plainDefault(standalone(resolve(field.schema, target), target));
    const fixes =
      value === undefined
        ? []
        : [mend('otherwise', { kind: 'literal', value }, { value: String(value) })];
    report(
      { ...field, rebuild: otherwise },
      finding('no-otherwise', { field: fieldTitle(target, field.at) }, fixes, 'warning'),
    );
  }

  function checkConditionIn(condition: Condition, field: Field): void {
    visitComparisons(condition, [], (comparison) => {
      const wrong = checkComparison(comparison, field.sources);
      if (wrong !== undefined)
        report(field, {
          code: wrong.code,
          params: wrong.params,
          severity: wrong.severity,
          fixes: [],
        });
    });
  }

  function checkChain(binding: ConvertBinding, field: Field): void {
    let type = infer(binding.of, field.sources);
    for (const [at, conversion] of binding.with.entries()) {
      const known = kindsOf(type.schema, type.schema);
      const single = !known.open && known.kinds.size > 0 && !known.kinds.has('array');
      if (takes[conversion.name] === 'list' && single) {
        const rest = binding.with.filter((_, position) => position !== at);
        const fix = mend(
          'remove-conversion',
          rest.length === 0 ? binding.of : { ...binding, with: rest },
        );
        const params = {
          field: fieldTitle(target, field.at),
          source: sourceTitle(binding.of, field.sources),
          conversion: conversion.name,
        };
        report(field, finding('conversion-needs-list', params, [fix]));
        return;
      }
      type = typeAfter(conversion, type);
    }
  }

  function compare(here: Binding, field: Field): void {
    const schema = standalone(resolve(field.schema, target), target);
    const type = infer(here, field.sources);
    const title = fieldTitle(target, field.at);
    const source = sourceTitle(here, field.sources);
    const byFields = (): readonly Mend[] => [
      ...fieldByField(here, schema, field.sources),
      ...oneOfItsFields(here, schema, field.at, field.sources),
    ];
    for (const found of compareTypes({
      binding: here,
      type,
      target: schema,
      required: field.required,
      field: title,
      source,
      byFields,
    })) {
      report(field, found);
    }
  }

  function withSuggestions(): readonly MappingProblem[] {
    const matches = matchByName(target, sources, { existing: binding });
    return problems.map((problem) => {
      if (!lonely.includes(problem)) return problem;
      const key = JSON.stringify(problem.path);
      const found = matches.find((match) => JSON.stringify(match.target) === key);
      if (found === undefined) return problem;
      const { source = '', step = '' } = found.reason.params;
      const fix: MappingFix = {
        code: 'mapping.fix-use-field',
        params: { source, step },
        at: found.target,
        binding: found.binding,
      };
      return { ...problem, fixes: [fix, ...problem.fixes] };
    });
  }
}

function sourceTitle(binding: Binding, sources: readonly SourceType[]): string {
  let title = '';
  visitScopedRefs(binding, sources, (ref, seen) => {
    if (title === '') title = titleOfRef(ref, seen);
  });
  return title;
}
