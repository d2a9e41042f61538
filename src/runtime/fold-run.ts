import { noCounts, refusalsKept } from './run-counts.ts';
import type { RunState, StepRun } from './run-state.ts';
import type { RunEvent } from './run-event.ts';

const waiting: StepRun = { status: 'waiting', counts: noCounts, refusals: [] };

/**
 * What a screen shows after one more report. Pure: `events.reduce(foldRun, undefined)` gives the same state on every
 * host. Reports before `run.started` and reports about steps that the run did not announce change nothing.
 */
export function foldRun(state: RunState | undefined, event: RunEvent): RunState | undefined {
  if (event.type === 'run.started') return started(event);
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'step.started':
      return withStep(state, event.step, (step) => ({
        ...step,
        status: 'running',
        startedAt: event.at,
      }));
    case 'step.counted':
      return withStep(state, event.step, (step) => ({ ...step, counts: event.counts }));
    case 'message.refused':
      return withStep(state, event.step, (step) =>
        step.refusals.length >= refusalsKept
          ? step
          : {
              ...step,
              refusals: [
                ...step.refusals,
                { message: event.message, index: event.index, failure: event.failure },
              ],
            },
      );
    case 'step.retrying':
      return state;
    case 'step.held':
      return withStep(state, event.step, (step) => ({
        ...step,
        status: 'held',
        heldEffect: event.effect,
      }));
    case 'step.readdressed':
      return withStep(state, event.step, ({ sendsTo: _before, ...step }) =>
        Object.keys(event.to).length === 0 ? step : { ...step, sendsTo: event.to },
      );
    case 'step.invented':
      return withStep(state, event.step, (step) => ({ ...step, hasInvented: true }));
    case 'step.halted':
      return withStep(state, event.step, (step) => ({ ...step, status: 'halted' }));
    case 'step.finished':
      return withStep(state, event.step, (step) => ({
        ...step,
        status: event.status,
        counts: event.counts,
        finishedAt: event.at,
        ...stoodStill(step, stillMs(state, event.at)),
        ...(event.failure === undefined ? {} : { failure: event.failure }),
      }));
    case 'run.held':
      return { ...state, status: 'held', stillSince: event.at };
    case 'run.resumed': {
      const { stillSince: _ended, ...rest } = state;
      const ms = stillMs(state, event.at);
      const steps = mapSteps(state.steps, (step) => resumed(step, ms));
      return { ...rest, ...stoodStill(rest, ms), status: 'running', steps };
    }
    case 'run.finished': {
      const { stillSince: _ended, ...rest } = state;
      return {
        ...rest,
        ...stoodStill(rest, stillMs(state, event.at)),
        status: event.status,
        finishedAt: event.at,
        ...(event.failure === undefined ? {} : { failure: event.failure }),
      };
    }
  }
}

function stillMs({ stillSince }: RunState, at: number): number {
  return stillSince === undefined ? 0 : Math.max(0, at - stillSince);
}

function stoodStill(
  { stoodStillMs = 0 }: { readonly stoodStillMs?: number },
  ms: number,
): { readonly stoodStillMs?: number } {
  return stoodStillMs + ms === 0 ? {} : { stoodStillMs: stoodStillMs + ms };
}

function started(event: Extract<RunEvent, { type: 'run.started' }>): RunState {
  return {
    runId: event.runId,
    status: 'running',
    startedAt: event.at,
    steps: Object.fromEntries(event.steps.map((step) => [step, waiting])),
  };
}

/** A step that still waits for the person says so again when the run next stands still. */
function resumed(step: StepRun, ms: number): StepRun {
  if (step.finishedAt !== undefined) return step;
  const waited = step.startedAt === undefined ? step : { ...step, ...stoodStill(step, ms) };
  if (step.status === 'halted') return { ...waited, status: 'running', wentOn: true };
  return step.status === 'held' ? { ...waited, status: 'running' } : waited;
}

function withStep(state: RunState, id: string, change: (step: StepRun) => StepRun): RunState {
  const step = Object.hasOwn(state.steps, id) ? state.steps[id] : undefined;
  return step === undefined ? state : { ...state, steps: { ...state.steps, [id]: change(step) } };
}

function mapSteps(
  steps: Readonly<Record<string, StepRun>>,
  change: (step: StepRun) => StepRun,
): Readonly<Record<string, StepRun>> {
  return Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, change(step)]));
}
