import type { Binding, Condition, WhenBinding } from '../binding.ts';
import { decidedByTypes } from '../types/decided.ts';
import { isNothing } from '../tree/nothing.ts';
import { checkConditionIn } from './check-condition-in.ts';
import { visitComparisons } from './condition-places.ts';
import { partOf, type Checking, type Field } from './field.ts';
import { finding, mend, plainDefault } from './finding.ts';
import { shown } from '../evaluate/shown.ts';
import { narrowed, surelyMade } from './narrow.ts';
import { writtenOf } from './written.ts';

/** "Only if": each branch where its condition holds, branches that are never reached, and what happens else. */
export function checkWhen(checking: Checking, when: WhenBinding, field: Field): void {
  const changed = (at: number, branch: WhenBinding['branches'][number]): WhenBinding => ({
    ...when,
    branches: when.branches.map((other, position) => (position === at ? branch : other)),
  });
  const conditions = when.branches.map((branch) => ({
    text: writtenOf(branch.if),
    isAlways: decidedByTypes(branch.if, field.sources) === 'always',
  }));
  when.branches.forEach((branch, at) => {
    checkConditionIn(checking, branch.if, field, (next) =>
      next === undefined ? withoutBranch(when, at) : changed(at, { ...branch, if: next }),
    );
    // Whenever this one holds, an earlier one did already.
    const isCovered = conditions
      .slice(0, at)
      .some(({ text, isAlways }) => isAlways || text === conditions[at]?.text);
    if (isFinished(branch.if) && isCovered)
      checking.report(
        field,
        finding(
          'branch-unreachable',
          { field: checking.titleOf(field), number: at + 1 },
          [mend('remove-branch', withoutBranch(when, at), { number: at + 1 })],
          'warning',
        ),
      );
    checking.check(
      branch.then,
      partOf(field, (then) => then && changed(at, { ...branch, then }), {
        sources: narrowed(field.sources, branch.if),
        there: new Set([...(field.there ?? []), ...surelyMade(branch.if)]),
      }),
    );
  });
  const otherwise = partOf(field, (next) => next && { ...when, otherwise: next });
  const isSure = conditions.some(({ isAlways }) => isAlways);
  if (when.otherwise !== undefined) checking.check(when.otherwise, otherwise);
  else if (!isSure) sayOtherwise(checking, otherwise);
}

/** A required field that gets nothing when no branch and no row applies. */
export function sayOtherwise(checking: Checking, field: Field): void {
  if (!field.required) return;
  const value = plainDefault(checking.schemaOf(field));
  const fixes =
    value === undefined
      ? []
      : [mend('otherwise', { kind: 'literal', value }, { value: shown(value) })];
  checking.report(
    field,
    finding('no-otherwise', { field: checking.titleOf(field) }, fixes, 'warning'),
  );
}

/** Every line of it says what it looks at. */
function isFinished(condition: Condition): boolean {
  let isSaid = true;
  visitComparisons(condition, [], ({ left }) => {
    isSaid &&= !isNothing(left);
  });
  return isSaid;
}

/** The last branch gone, what it was for is what happens else. */
function withoutBranch(when: WhenBinding, at: number): Binding | undefined {
  const branches = when.branches.filter((_, position) => position !== at);
  return branches.length === 0 ? when.otherwise : { ...when, branches };
}
