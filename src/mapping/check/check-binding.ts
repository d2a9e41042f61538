/**
 * What can and cannot be done, before anything runs: a binding held against the schema it fills and the schemas it reads.
 *
 * 1. Two passes. Every ref is checked where it stands (with its lists' entries in sight); then every field is compared
 *    by type. A field whose type is not known because its ref is broken is not reported twice.
 * 2. A fix replaces the binding at one target path. Inside "only if", tables and texts the whole of it is rebuilt.
 */
import {
  kindsOf,
  requiredOf,
  resolve,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Binding, FormulaBinding, LiteralBinding, RefBinding } from '../binding.ts';
import { shown } from '../evaluate/shown.ts';
import { matchByName } from '../match/match-by-name.ts';
import { bindingAt, setAt } from '../tree/edit-tree.ts';
import { isNothing } from '../tree/nothing.ts';
import { mapRefs, usedRefs } from '../tree/used-refs.ts';
import { infer } from '../types/infer-type.ts';
import { standalone, withoutNull } from '../types/schema-make.ts';
import type { SourceType } from '../types/source-type.ts';
import { checkChain } from './check-chain.ts';
import { formulaFindings, formulaGivesList } from './check-formula.ts';
import { checkGroup } from './check-group.ts';
import { checkList } from './check-list.ts';
import { checkLiteral } from './check-literal.ts';
import { checkRef } from './check-ref.ts';
import { checkTable } from './check-table.ts';
import { checkText } from './check-text.ts';
import { checkWhen } from './check-when.ts';
import { compareTypes } from './compare/compare-types.ts';
import { operandOf, rootField, type Checking, type Field } from './field.ts';
import { finding, mend, type Finding, type Mend } from './finding.ts';
import { fieldByField, oneOfItsFields } from './fixes-by-field.ts';
import { fieldTitle, type MappingFix, type MappingProblem } from './mapping-problem.ts';
import { isUnbound, withProposals } from './proposals.ts';
import { sourceTitle, visitScopedRefs } from './scoped-refs.ts';
import { writtenOf } from './written.ts';

export interface CheckOptions {
  /** Look for a source by name for each required field that is not filled (default yes). */
  readonly suggest?: boolean | undefined;
  /** The flow's language: dates and numbers are most likely written as people there write them. */
  readonly locale?: string | undefined;
  /** Look at one field of the whole group alone. */
  readonly only?: string | undefined;
}

/** Everything that is unfinished or cannot fit, in the target's order, each with its one-click fixes. */
export function checkBinding(
  binding: Binding | undefined,
  target: JsonSchema,
  sources: readonly SourceType[],
  options: CheckOptions = {},
): readonly MappingProblem[] {
  const problems: MappingProblem[] = [];
  const broken = new Set<RefBinding>();
  const checking: Checking = {
    target,
    locale: options.locale,
    only: options.only,
    report,
    check,
    isBroken: (ref) => broken.has(ref),
    titleOf: (field) => fieldTitle(target, field.at),
    schemaOf: (field) => standalone(resolve(field.schema, target), target),
  };
  const whole = rootField(target, sources);
  if (binding !== undefined) checkRefs(binding);
  check(binding, whole);
  return options.suggest === false || !problems.some(isUnbound)
    ? problems
    : withProposals(problems, matchByName(target, sources, { existing: binding }));

  function report(field: Field, found: Finding): void {
    problems.push({
      code: found.code,
      params: found.params,
      path: field.at,
      severity: found.severity,
      fixes: found.fixes.map((one): MappingFix => ({
        code: one.code,
        params: one.params,
        ...field.put(one.binding),
      })),
    });
  }

  function checkRefs(root: Binding): void {
    visitScopedRefs(root, sources, (ref, seen, at) => {
      const found = checkRef(ref, seen, fieldTitle(target, at));
      if (found === undefined) return;
      if (found.severity === 'error') broken.add(ref);
      const place = nearestBinding(root, at, ref);
      const swap = (next: Binding | undefined): Binding | undefined =>
        next?.kind === 'ref'
          ? mapRefs(place.binding, (other: RefBinding) => (other === ref ? next : other))
          : next;
      report(
        { ...whole, at, sources: seen, put: (next) => ({ at: place.at, binding: swap(next) }) },
        found,
      );
    });
  }

  function check(here: Binding | undefined, field: Field): void {
    if (here === undefined) return unbound(field);
    if (isNothing(here)) return nothingYet(field);
    switch (here.kind) {
      case 'literal':
        return literal(here, field);
      case 'object':
        return checkGroup(checking, here, field);
      case 'list':
        return checkList(checking, here, field);
      case 'when':
        return checkWhen(checking, here, field);
      case 'table':
        return checkTable(checking, here, field);
      case 'convert':
        if (here.of.kind !== 'ref')
          check(
            here.of,
            operandOf(field, (of) => ({ ...here, of })),
          );
        if (readsBroken(here, field)) return;
        if (!checkChain(checking, here, field)) return;
        return compare(here, field);
      case 'text':
        checkText(checking, here, field);
        if (!readsBroken(here, field)) compare(here, field);
        return;
      case 'ref':
        if (typeof here.ifMissing === 'object')
          check(
            here.ifMissing.use,
            operandOf(field, (use) => ({ ...here, ifMissing: { use } })),
          );
        if (!readsBroken(here, field)) compare(here, field);
        return;
      case 'formula':
        return formula(here, field);
    }
  }

  function formula(here: FormulaBinding, field: Field): void {
    const title = checking.titleOf(field);
    const findings = formulaFindings(here, field.sources, title);
    for (const found of findings) report(field, found);
    if (findings.some(({ severity }) => severity === 'error') || readsBroken(here, field)) return;
    const list = formulaGivesList(here, field.sources, checking.schemaOf(field), title);
    if (list !== undefined) report(field, list);
    if (list?.severity !== 'error') compare(here, field);
  }

  function literal(here: LiteralBinding, field: Field): void {
    const place = (path: JsonPath, mends: readonly Mend[]): readonly MappingFix[] =>
      mends.map(({ code, params, binding: inner }) => {
        const placed = field.put(path.length === 0 ? inner : setAt(here, path, inner));
        return { code, params, ...placed };
      });
    const schema = checking.schemaOf(field);
    for (const problem of checkLiteral(here, schema, checking.titleOf(field), place))
      problems.push({ ...problem, path: [...field.at, ...problem.path] });
  }

  /** A row or branch in which nothing is chosen yet: said once, however many there are. */
  function nothingYet(field: Field): void {
    const found = finding('nothing-yet', { field: checking.titleOf(field) });
    const isSaid = problems.some(
      ({ code, path }) => code === found.code && JSON.stringify(path) === JSON.stringify(field.at),
    );
    if (field.required && !isSaid) report(field, found);
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
    const schema = checking.schemaOf(field);
    const isRoot = field.at.length === 0;
    if (isRoot && requiredOf(schema, schema).length > 0)
      return checkGroup(checking, { kind: 'object', props: {} }, field);
    const { kinds, open } = kindsOf(schema, schema);
    if (isRoot && (open || kinds.has('object'))) return;
    const value = schema.default ?? schema.const;
    const fixes =
      value === undefined
        ? []
        : [mend('use-value', { kind: 'literal', value }, { value: shown(value) })];
    report(field, finding('required-unbound', { field: checking.titleOf(field) }, fixes));
  }

  function compare(here: Binding, field: Field): void {
    const schema = checking.schemaOf(field);
    const byFields = (): readonly Mend[] => [
      ...fieldByField(here, schema, field.sources),
      ...oneOfItsFields(here, schema, field.at, field.sources),
    ];
    const type = infer(here, field.sources);
    const isThere = field.there?.has(writtenOf(here)) === true;
    for (const found of compareTypes({
      binding: here,
      type: isThere ? { schema: withoutNull(type.schema), mayMiss: false } : type,
      target: schema,
      required: field.required,
      field: checking.titleOf(field),
      source: sourceTitle(here, field.sources),
      locale: options.locale,
      byFields,
    }))
      report(field, found);
  }
}

/**
 * The binding at a target path that reads the ref, else the one around it (an "only if" around a group): what is repeated,
 * looked up or compared has no target of its own.
 */
function nearestBinding(
  root: Binding,
  at: JsonPath,
  wanted: RefBinding,
): { readonly at: JsonPath; readonly binding: Binding } {
  for (let end = at.length; end > 0; end--) {
    const binding = bindingAt(root, at.slice(0, end));
    if (binding !== undefined && usedRefs(binding).some(({ ref }) => ref === wanted))
      return { at: at.slice(0, end), binding };
  }
  return { at: [], binding: root };
}
