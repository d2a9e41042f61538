import type { Catalog } from '../../catalog/index.ts';
import type { Flow, Step } from '../../flow/index.ts';
import type { StepRun } from '../../runtime/contract.ts';
import type { JsonPath } from '../../shared/index.ts';
import { changesSomething } from '../state/flow-next.ts';
import { tabOfProblem } from '../state/problem-place.ts';
import type { ProblemState } from '../state/problem-store.ts';
import type { RunStoreState } from '../state/run-store.ts';
import type { ViewState } from '../state/view-store.ts';
import type { Condition, Place } from './lesson.ts';

/** What a lesson sees of the page. */
export interface Facts {
  readonly catalog: Catalog;
  readonly flow: Flow | undefined;
  readonly view: Pick<ViewState, 'selectedStep' | 'tab' | 'dialog'>;
  /** The field that was pointed at last, and its step. */
  readonly shownField: { readonly step: string; readonly field: JsonPath } | undefined;
  readonly run: Pick<RunStoreState, 'run' | 'scope'>;
  readonly problems: ProblemState;
}

/** Whether it is so now. */
export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.is) {
    case 'not':
      return !holds(condition.of, facts);
    case 'any':
      return condition.of.some((each) => holds(each, facts));
    case 'all':
      return condition.of.every((each) => holds(each, facts));
    case 'listed':
      return facts.view.dialog === 'problems';
    case 'sound':
      return facts.problems.isComplete && errorsIn(facts.problems).length === 0;
    default: {
      const step = stepAt(facts, condition.place);
      return step !== undefined && holdsOf(condition, step, facts);
    }
  }
}

export function stepAt({ flow, catalog }: Facts, place: Place): Step | undefined {
  if (place !== 'goal') return flow?.steps[place];
  const later = flow?.steps.slice(1) ?? [];
  return (
    later.findLast((step) => changesSomething(step, catalog)) ??
    later.findLast(({ operation }) => operation === '')
  );
}

type AboutStep = Extract<Condition, { readonly place: Place }>;

function holdsOf(condition: AboutStep, step: Step, facts: Facts): boolean {
  const { flow, view, problems } = facts;
  const isOpen = view.selectedStep === step.id;
  switch (condition.is) {
    case 'there':
      return true;
    case 'decided':
      return step.operation !== '';
    case 'connected':
      return (
        problems.isComplete &&
        !(problems.byStep[step.id] ?? []).some(
          (problem) => problem.severity === 'error' && tabOfProblem(problem) === 'credential',
        )
      );
    case 'mapped':
      return Object.keys(step.slots).length > 0;
    case 'open':
      return isOpen && (condition.tab === undefined || view.tab === condition.tab);
    case 'joined':
      return flow?.edges.some(({ to }) => to === step.id) === true;
    case 'at-field':
      return (
        isOpen &&
        view.tab === 'mapping' &&
        facts.shownField?.step === step.id &&
        facts.shownField.field[0] === condition.field
      );
    case 'uses':
      return usesSource(step, condition);
    case 'held':
    case 'halted':
    case 'ended':
    case 'refused':
    case 'accepted':
      return holdsInRun(condition.is, step, facts.run);
  }
}

function usesSource(step: Step, { field, source }: { field: string; source: string }): boolean {
  return Object.values(step.slots).some(
    (content) =>
      'kind' in content &&
      content.kind === 'object' &&
      JSON.stringify(content.props[field] ?? null).includes(JSON.stringify([source])),
  );
}

function holdsInRun(
  is: 'held' | 'halted' | 'ended' | 'refused' | 'accepted',
  { id }: Step,
  { run, scope }: Facts['run'],
): boolean {
  const state: StepRun | undefined = run?.steps[id];
  if (run === undefined || state === undefined || scope?.kind !== 'flow') return false;
  const hasEnded = run.finishedAt !== undefined;
  const { refused, done } = state.counts;
  switch (is) {
    case 'held':
    case 'halted':
      return state.status === is;
    case 'ended':
      return hasEnded;
    case 'refused':
      return refused > 0 && (hasEnded || state.status === 'halted');
    case 'accepted':
      return hasEnded && refused === 0 && done > 0;
  }
}

function errorsIn({ all }: ProblemState) {
  return all.filter(({ severity }) => severity === 'error');
}
