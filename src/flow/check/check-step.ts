import type { JsonSchema } from '../../shared/index.ts';
import { checkValue, isBinding, type SourceType } from '../../mapping/index.ts';
import {
  settingsForm,
  settingsWithDefaults,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import { branchesOf, slotsOf } from '../branches.ts';
import { freshnessOf } from '../described/described-shapes.ts';
import type { Flow, Step } from '../flow-document.ts';
import { checkSlot } from './check-slot.ts';
import { flowFix, flowProblem, type FlowProblem } from './flow-problem.ts';

/** Everything that a step's problems depend on. Nothing else may be read, so that unchanged steps need no new check. */
export interface StepToCheck {
  readonly step: Step;
  readonly component: Component | undefined;
  readonly operation: Operation | undefined;
  readonly credentials: Flow['credentials'];
  /** What its mappings may read: all they do read, and the nearest earlier steps. */
  readonly sources: readonly SourceType[];
  /** The next step that says what it needs, for a step that can make anything. */
  readonly next: { readonly name: string; readonly schema: JsonSchema } | undefined;
  readonly hasNext: boolean;
  /** Dates and numbers are most likely written as people of this language write them. */
  readonly locale: string;
  /** Whether to look for a field of the same name for what is not filled yet. */
  readonly suggest: boolean;
  /** Whether formulas are checked and typed yet: what was found before that is looked at again. */
  readonly readsFormulas: boolean;
}

export function checkStep(given: StepToCheck): readonly FlowProblem[] {
  const { step, component, operation } = given;
  if (step.disabled === true)
    return [
      flowProblem('step-off', { step: step.name }, ['disabled'], {
        step: step.id,
        severity: 'hint',
        fixes: [
          flowFix(
            'switch-on',
            { step: step.name },
            { type: 'step.set-enabled', step: step.id, enabled: true },
          ),
        ],
      }),
    ];
  if (component === undefined || operation === undefined) return [unknownOperation(given)];
  return [
    ...checkVersion(step, component),
    ...checkCredential(step, component, given.credentials),
    ...checkSettings(step, operation),
    ...checkShapes(given, operation),
    ...Object.keys(slotsOf(step, operation)).flatMap(
      (slot) =>
        emptyBranch(step, operation, slot) ??
        checkSlot(step, operation, slot, given.sources, given.suggest, given.locale),
    ),
    ...unknownSlots(step, operation),
  ];
}

function unknownOperation({ step, component }: StepToCheck): FlowProblem {
  const at = { step: step.id };
  if (component === undefined)
    return flowProblem(
      'component-unknown',
      { step: step.name, component: step.component },
      ['component'],
      at,
    );
  return step.operation === ''
    ? flowProblem('operation-not-chosen', { step: step.name }, ['operation'], at)
    : flowProblem('operation-unknown', { step: step.name }, ['operation'], at);
}

/** The flow was made with a newer description: what it relies on may be missing here. */
function checkVersion(step: Step, component: Component): readonly FlowProblem[] {
  if (!isNewer(step.componentVersion, component.version)) return [];
  return [
    flowProblem(
      'component-newer',
      { step: step.name, has: component.version, wants: step.componentVersion },
      ['componentVersion'],
      { step: step.id, severity: 'warning' },
    ),
  ];
}

function isNewer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function checkCredential(
  step: Step,
  component: Component,
  credentials: Flow['credentials'],
): readonly FlowProblem[] {
  if (component.credentials.length === 0) return [];
  if (step.credential !== undefined) {
    const slot = credentials.find(({ id }) => id === step.credential);
    const isKnown =
      slot?.component === component.id && component.credentials.some(({ id }) => id === slot.type);
    return isKnown
      ? []
      : [flowProblem('credential-unknown', { step: step.name }, ['credential'], { step: step.id })];
  }
  if (component.credentialOptional === true) return [];
  const fixes = credentials
    .filter((slot) => slot.component === component.id)
    .map((slot) =>
      flowFix(
        'use-credential',
        { credential: slot.name },
        {
          type: 'step.set-credential',
          step: step.id,
          credential: slot.id,
        },
      ),
    );
  return [
    flowProblem('credential-missing', { step: step.name }, ['credential'], {
      step: step.id,
      fixes,
    }),
  ];
}

function checkSettings(step: Step, operation: Operation): readonly FlowProblem[] {
  const form = settingsForm(operation, step.settings);
  if (form === undefined) return [];
  return checkValue(settingsWithDefaults(operation, step.settings), form).map((problem) => ({
    ...problem,
    fixes: [],
    path: ['settings', ...problem.path],
    step: step.id,
  }));
}

/** A branch that says nothing about its messages gets none. */
function emptyBranch(
  step: Step,
  operation: Operation,
  slot: string,
): readonly FlowProblem[] | undefined {
  if (Object.hasOwn(step.slots, slot)) return undefined;
  const branch = branchesOf(step, operation).find(({ id }) => id === slot);
  if (branch === undefined) return undefined;
  const params = { step: step.name, branch: branch.name };
  const where = { step: step.id };
  return [{ ...flowProblem('branch-without-condition', params, ['slots', slot], where), slot }];
}

/** A step that can give anything has to say what, so that later steps can offer its fields. */
function checkShapes(
  { step, component, next, hasNext }: StepToCheck,
  operation: Operation,
): readonly FlowProblem[] {
  if (operation.describedBy !== undefined)
    return component === undefined ? [] : checkRead(step, component, operation);
  const input = operation.slots['input'];
  if (
    operation.inputShape === 'by-person' &&
    step.shapes?.input === undefined &&
    saysNothing(input?.schema)
  ) {
    const content = step.slots['input'];
    const isFilled = content !== undefined && isBinding(content);
    return [
      flowProblem('shape-unknown', { step: step.name }, ['shapes', 'input'], {
        step: step.id,
        severity: isFilled ? 'hint' : 'error',
        fixes:
          next === undefined
            ? []
            : [
                flowFix(
                  'shape-of-next',
                  { step: next.name },
                  {
                    type: 'step.set-shape',
                    step: step.id,
                    side: 'input',
                    shape: { schema: next.schema, origin: 'next-step' },
                  },
                ),
              ],
      }),
    ];
  }
  const isOpen =
    operation.outputShape === 'by-person' &&
    step.shapes?.output === undefined &&
    saysNothing(operation.output);
  return isOpen && hasNext
    ? [
        flowProblem('output-unknown', { step: step.name }, ['shapes', 'output'], {
          step: step.id,
          severity: 'hint',
        }),
      ]
    : [];
}

/** Its fields come from the service, and it was not asked yet, or about something else than the settings say now. */
function checkRead(step: Step, component: Component, operation: Operation): readonly FlowProblem[] {
  const freshness = freshnessOf(step, component, operation);
  if (freshness === undefined || freshness === 'read') return [];
  if (checkSettings(step, operation).length > 0) return []; // said at the setting
  // What a reader makes is what is sent: without it there is nothing to send.
  const severity = operation.describedBy?.reader === undefined ? 'hint' : 'error';
  const code = freshness === 'unread' ? 'fields-not-read' : 'fields-outdated';
  return [flowProblem(code, { step: step.name }, ['settings'], { step: step.id, severity })];
}

function saysNothing(schema: JsonSchema | undefined): boolean {
  return (
    schema === undefined ||
    (schema.properties === undefined &&
      schema.type === undefined &&
      schema.$ref === undefined &&
      schema.oneOf === undefined &&
      schema.anyOf === undefined &&
      schema.allOf === undefined)
  );
}

/** Kept from another operation: nothing reads it, and nothing is lost until the person takes it out. */
function unknownSlots(step: Step, operation: Operation): readonly FlowProblem[] {
  return Object.keys(step.slots)
    .filter((slot) => !Object.hasOwn(slotsOf(step, operation), slot))
    .map((slot) => ({
      ...flowProblem('slot-unused', { step: step.name }, ['slots', slot], {
        step: step.id,
        severity: 'hint',
        fixes: [
          flowFix(
            'remove-slot',
            {},
            { type: 'step.set-slot', step: step.id, slot, content: undefined },
          ),
        ],
      }),
      slot,
    }));
}
