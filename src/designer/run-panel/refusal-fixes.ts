import { checkBinding, setAt } from '../../mapping/index.ts';
import type { JsonPath } from '../../shared/index.ts';
import type { Operation } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import type { FailureFamily, RefusedField } from './model/refusal-facts.ts';
import type { StepFacts } from './use-step-facts.ts';

/** A one-click mend; `skip` also tries again at once. */
export interface Fix {
  readonly kind: 'mapping' | 'skip';
  readonly words: string;
  readonly operation: Operation;
}

const fixesShown = 3;
const mayMiss: ReadonlySet<string> = new Set(['mapping.may-be-empty', 'mapping.may-be-nothing']);
/** Skipping helps when single messages are refused, not when all of them would be. */
const skippable: ReadonlySet<FailureFamily> = new Set([
  'mapping',
  'data',
  'not-found',
  'exists-already',
  'other',
]);

/** What can be mended here: what the mapping's own check offers for the field, leaving it out, or skipping such messages. */
export function fixesFor(
  facts: StepFacts,
  fields: readonly RefusedField[],
  family: FailureFamily,
): readonly Fix[] {
  const { step, binding, input, sources } = facts;
  const fixes: Fix[] = [];
  if (binding !== undefined && input !== undefined && fields.length > 0) {
    const set = (at: JsonPath, next: typeof binding | undefined): Operation => ({
      type: 'step.set-slot',
      step: step.id,
      slot: 'input',
      content: setAt(binding, at, next),
    });
    for (const problem of checkBinding(binding, input, sources, { suggest: false })) {
      const field = fields.find(({ path }) => samePath(path, problem.path));
      // A worry about nothing coming is beside the point when something came and was refused.
      if (
        field === undefined ||
        (mayMiss.has(problem.code) &&
          field.value !== undefined &&
          field.value !== null &&
          field.value !== '')
      )
        continue;
      for (const fix of problem.fixes)
        fixes.push({
          kind: 'mapping',
          words: sayWording(fix),
          operation: set(fix.at, fix.binding),
        });
    }
    for (const field of fields) {
      if (field.optional && field.sources.length > 0) {
        fixes.push({
          kind: 'mapping',
          words: say('run-panel.fix-leave-out', { field: field.title }),
          operation: set(field.path, undefined),
        });
      }
    }
  }
  const shown = fixes
    .filter((fix, at) => fixes.findIndex(({ words }) => words === fix.words) === at)
    .slice(0, fixesShown);
  if (skippable.has(family) && step.onFailure !== 'skip') {
    shown.push({
      kind: 'skip',
      words: say('run-panel.fix-skip'),
      operation: { type: 'step.set-failure', step: step.id, onFailure: 'skip' },
    });
  }
  return shown;
}

function samePath(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
