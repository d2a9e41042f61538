import { checkBinding, setAt, targetOf, type Binding } from '../../mapping/index.ts';
import { nameOfPointer, wordsOf, type JsonPath } from '../../shared/index.ts';
import type { Catalog } from '../../catalog/index.ts';
import { operationOf, startingStep, type Operation } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import type { FailureFamily, RefusedField } from './model/refusal-facts.ts';
import { isSkippable } from './model/refusal-offers.ts';
import type { StepFacts } from './use-step-facts.ts';

/** A one-click mend: one change of the flow. */
export interface Fix {
  readonly kind: 'mapping' | 'skip' | 'start' | 'operation';
  readonly words: string;
  readonly operation: Operation;
}

const fixesShown = 3;
const mayMiss: ReadonlySet<string> = new Set(['mapping.may-be-empty', 'mapping.may-be-nothing']);
/** What can be mended at the field: what the mapping's own check offers for it, or leaving it out; never what changes nothing. */
export function fieldFixes(
  facts: Pick<StepFacts, 'step' | 'binding' | 'input' | 'sources'>,
  fields: readonly RefusedField[],
  family: FailureFamily,
): readonly Fix[] {
  const { step, binding, input, sources } = facts;
  // The value is right: it is there already.
  if (family === 'exists-already' || binding === undefined || input === undefined) return [];
  const fixes: Fix[] = [];
  const offer = (words: string, at: JsonPath, next: Binding | undefined): void => {
    const content = setAt(binding, at, next);
    if (content === binding || fixes.some((fix) => fix.words === words)) return;
    const operation: Operation = { type: 'step.set-slot', step: step.id, slot: 'input', content };
    fixes.push({ kind: 'mapping', words, operation });
  };
  const refused = fields.flatMap((field) => {
    const target = targetOf(binding, field.path);
    return target === undefined ? [] : [{ ...field, target }];
  });
  for (const problem of checkBinding(binding, input, sources, { suggest: false })) {
    const field = refused.find(({ target }) => samePath(target, problem.path));
    // A worry about nothing coming is beside the point when something came and was refused.
    if (
      field === undefined ||
      (mayMiss.has(problem.code) &&
        field.value !== undefined &&
        field.value !== null &&
        field.value !== '')
    )
      continue;
    for (const fix of problem.fixes) offer(sayWording(fix), fix.at, fix.binding);
  }
  for (const { optional, sources: from, title, target } of refused) {
    if (optional && from.length > 0)
      offer(say('run-panel.fix-leave-out', { field: title }), target, undefined);
  }
  return fixes.slice(0, fixesShown);
}

/** Leaving out what is refused, from now on; undefined where that would not help or is so already. */
export function skipFix(
  { step }: StepFacts,
  family: FailureFamily,
  words: string,
): Fix | undefined {
  if (!isSkippable(family) || step.onFailure === 'skip') return undefined;
  return {
    kind: 'skip',
    words,
    operation: { type: 'step.set-failure', step: step.id, onFailure: 'skip' },
  };
}

/** What is there already is changed instead: by the operation that its component has for that, known by the refused field. */
export function orChangeFix(
  { step, component, operation }: Pick<StepFacts, 'step' | 'component' | 'operation'>,
  fields: readonly Pick<RefusedField, 'path'>[],
  family: FailureFamily,
): Fix | undefined {
  const { orChange } = operation ?? {};
  const other = component?.operations.find(({ id }) => id === orChange?.operation);
  if (family !== 'exists-already' || component === undefined || other === undefined)
    return undefined;
  const names = fields.flatMap(({ path: [name] }) => (typeof name === 'string' ? [name] : []));
  const key = orChange?.key === undefined ? undefined : nameOfPointer(orChange.key);
  return {
    kind: 'operation',
    words: say('run-panel.fix-or-change', { operation: wordsOf(other.title) }),
    operation: {
      type: 'batch',
      label: wordsOf(other.title),
      operations: [
        {
          type: 'step.set-operation',
          step: step.id,
          operation: other.id,
          componentVersion: component.version,
        },
        ...(key === undefined || names.length === 0
          ? []
          : [
              {
                type: 'step.set-settings',
                step: step.id,
                settings: { ...step.settings, [key]: names },
              } as const,
            ]),
      ],
    },
  };
}

const pollEverySeconds = 300;

/** What is there already comes from entries that were taken before: a first step that can tell new ones from old ones ends that. */
export function onlyNewFix(
  { flow }: StepFacts,
  family: FailureFamily,
  catalog: Catalog,
): Fix | undefined {
  const first = startingStep(flow, catalog);
  const canTell = first !== undefined && operationOf(first, catalog)?.starts === 'poll';
  if (family !== 'exists-already' || flow.start.kind === 'poll' || !canTell) return undefined;
  return {
    kind: 'start',
    words: say('run-panel.fix-only-new', { source: first.name }),
    operation: { type: 'flow.set-start', start: { kind: 'poll', everySeconds: pollEverySeconds } },
  };
}

function samePath(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
