/**
 * The plan of a run: everything that does not depend on a message is worked out here, once.
 *
 * 1. Bindings are compiled once. What later steps read is known, so a message carries that and nothing else.
 * 2. A step that is switched off is bridged: what comes before it goes straight to what follows on its usual way. What
 *    only its failures or its branches lead to is not reached.
 * 3. Steps are in an order in which each comes after everything that leads to it.
 */
import { failure, success, type Json, type JsonSchema, type Result } from '../../shared/index.ts';
import { effectOf, type Catalog, type Effect, type Operation } from '../../catalog/index.ts';
import {
  calledFlowOf,
  errorPort,
  downstreamOf,
  forkOf,
  inputSchemaOf,
  openersInto,
  operationOf,
  orderSteps,
  partsInOpenGroup,
  reachOf,
  upstreamOf,
  waysInto,
  type Edge,
  type Flow,
  type Step,
  type Way,
} from '../../flow/index.ts';
import type { RunRequest, RunScope } from '../run-request.ts';
import { type Failure, terminal } from '../failure.ts';
import { answeredBefore } from '../steps/answered-before.ts';
import { leftOut } from '../steps/left-out.ts';
import type {
  Calling,
  Executor,
  Gathering,
  Inline,
  StepSetup,
  StepWorld,
} from '../steps/executor.ts';
import { executorOf } from '../steps/executors.ts';
import { carriedAfter } from './carried.ts';
import { inventedOutput } from './invented-output.ts';
import { bridged, cutOff, waysFrom } from './ways.ts';

/** Where components are found. */
export type RunCatalog = Pick<Catalog, 'component'>;

export interface PlannedStep {
  readonly step: Step;
  readonly operation: Operation;
  readonly effect: Effect;
  /** What its input is filled against. */
  readonly input: JsonSchema | undefined;
  readonly work:
    | { readonly form: 'inline'; readonly inline: Inline }
    | { readonly form: 'gathering'; readonly gathering: Gathering }
    | { readonly form: 'calling'; readonly calling: Calling };
  /** What goes on from here where nobody is asked. */
  readonly invented: () => Json;
  /** By port, the positions (in the plan) of the steps that get what leaves there. */
  readonly next: ReadonlyMap<string, readonly number[]>;
  /** How many edges lead here. */
  readonly entries: number;
  /** Where the copies of a message meet: the step that they part from, and the name of each way by its last step and port. */
  readonly join?: {
    readonly fork: string | undefined;
    /** A later step waits for copies from the same fork. */
    readonly isInside: boolean;
    readonly ways: ReadonlyMap<string, string>;
  };
  /** Lists of the same message come from here that several steps took apart: their names say which of them. */
  readonly namesOpeners: boolean;
  /** Of the step that a run begins at: so many parts of a message's name come behind the name of the group around it. */
  readonly partsInGroup?: number;
  /** Sources that a message has when it leaves. */
  readonly carries: readonly string[];
  /** Sources that a message must have when it comes. */
  readonly reads: readonly string[];
  /** What leaves has the very sources that came in. */
  readonly carriesUnchanged: boolean;
}

export interface RunPlan {
  readonly steps: readonly PlannedStep[];
  /** Ids of steps in scope that are switched off. */
  readonly skipped: readonly string[];
}

/** Which step cannot be run, and why. */
export interface PlanRefusal {
  readonly step: string | undefined;
  readonly failure: Failure;
}

export function planRun(
  request: RunRequest,
  catalog: RunCatalog,
  world: StepWorld,
): Result<RunPlan, PlanRefusal> {
  const { flow, scope } = request;
  const inScope = stepsInScope(flow, scope);
  const begins = beginOf(scope);
  const isOn = (step: Step): boolean => step.disabled !== true || step.id === begins;
  const { edges, gone } = waysBetween(flow, inScope, inScope.filter(isOn), catalog);
  const active: Flow['steps'] = inScope.filter((step) => isOn(step) && !gone.has(step.id));
  const ordered = orderSteps({ steps: [...active], edges });
  if (ordered.length === 0)
    return failure({ step: undefined, failure: terminal('runs.nothing-to-run') });
  const position = new Map(ordered.map((step, at) => [step.id, at]));
  const goesBack = edges.some(
    ({ from, to }) => (position.get(from) ?? 0) >= (position.get(to) ?? 0),
  );
  if (goesBack) return failure({ step: undefined, failure: terminal('runs.circle') });
  const carried = carriedAfter(ordered, edges);
  const leaving = waysFrom(edges);
  const entries = new Map<string, number>();
  for (const { to } of edges) entries.set(to, (entries.get(to) ?? 0) + 1);
  const steps: PlannedStep[] = [];
  for (const [at, step] of ordered.entries()) {
    const component = catalog.component(step.component);
    const operation = component?.operations.find((each) => each.id === step.operation);
    const executor = operation === undefined ? undefined : executorOf(operation);
    if (component === undefined || operation === undefined)
      return refusal(step, 'runs.unknown-operation');
    if (executor === undefined) return refusal(step, 'runs.not-yet');
    const effect = effectIn(world, step, operation);
    const entering = step.id === begins ? flow.edges : edges;
    const ways =
      operation.gathers?.ways === true ? waysInto(flow.steps, entering, catalog, step.id) : [];
    const setup = {
      step,
      operation,
      component,
      effect,
      world,
      flow: flow.id,
      ways: ways.map(({ name }) => name),
    };
    steps.push({
      step,
      operation,
      effect,
      input: inputSchemaOf(step, catalog),
      work: workIn(request, executor, setup),
      invented: () => inventedOutput(flow, catalog, step, operation),
      next: nextByPort(leaving.get(step.id) ?? [], position),
      entries: entries.get(step.id) ?? 0,
      namesOpeners: openersInto(active, edges, catalog, step.id).length > 1,
      ...(ways.length === 0 ? {} : { join: joinOf(step.id, ways, ordered, edges, catalog) }),
      ...(step.id === begins ? partsInGroup(flow, catalog, step.id) : {}),
      carries: carried[at]?.names ?? [],
      reads: carried[at]?.entering ?? [],
      carriesUnchanged: carried[at]?.unchanged ?? false,
    });
  }
  return success({
    steps,
    skipped: inScope.filter((step) => !active.includes(step)).map((step) => step.id),
  });
}

function partsInGroup(
  flow: Flow,
  catalog: RunCatalog,
  step: string,
): Pick<PlannedStep, 'partsInGroup'> {
  const parts = partsInOpenGroup(flow, catalog, step);
  return parts === undefined ? {} : { partsInGroup: parts };
}

/** A step that calls another flow only reads where that flow does. */
function effectIn({ calls }: StepWorld, step: Step, operation: Operation): Effect {
  const called = calledFlowOf(step, operation);
  return called !== undefined && calls?.onlyReads(called) === true
    ? 'read'
    : effectOf(operation, step.settings);
}

function joinOf(
  id: string,
  ways: readonly Way[],
  steps: readonly Step[],
  edges: Flow['edges'],
  catalog: RunCatalog,
): NonNullable<PlannedStep['join']> {
  const fork = forkOf(edges, id);
  const reach = reachOf(edges);
  const isInside = steps.some(
    (other) =>
      reach.isBefore(id, other.id) &&
      operationOf(other, catalog)?.gathers?.ways === true &&
      forkOf(edges, other.id) === fork,
  );
  return {
    fork,
    isInside,
    ways: new Map(ways.map(({ from, port, name }) => [`${from}:${port}`, name])),
  };
}

/** The ways that messages take, and the steps that none can come to while others are switched off. */
function waysBetween(
  flow: Flow,
  inScope: readonly Step[],
  on: readonly Step[],
  catalog: RunCatalog,
): { readonly edges: Edge[]; readonly gone: ReadonlySet<string> } {
  const ids = new Set(inScope.map(({ id }) => id));
  const active = new Set(on.map(({ id }) => id));
  const steps = new Map(inScope.map((step) => [step.id, step]));
  // A step that is switched off neither fails nor chooses.
  const goesOn = ({ from, fromPort }: Edge): boolean => {
    const step = steps.get(from);
    const described = catalog
      .component(step?.component ?? '')
      ?.operations.find(({ id }) => id === step?.operation);
    const { otherwise } = described?.branches ?? {};
    return otherwise === undefined ? fromPort !== errorPort : fromPort === otherwise.id;
  };
  const every = bridged(flow.edges, ids, active, () => true);
  const edges = bridged(flow.edges, ids, active, goesOn);
  const gone = cutOff(every, edges);
  return { edges: edges.filter(({ from }) => !gone.has(from)), gone };
}

/** What a step does in this run: a test may leave it out, or know the answers already. */
function workIn(request: RunRequest, executor: Executor, setup: StepSetup): PlannedStep['work'] {
  const { step, operation } = setup;
  if (request.leftOut?.includes(step.id) === true && step.id !== beginOf(request.scope)) {
    const givesMany =
      operation.emits === 'groups' || (operation.emits === 'many' && step.emit !== 'whole-list');
    return { form: 'inline', inline: leftOut(step.id, givesMany, request) };
  }
  const work = workOf(executor, setup);
  if (request.answers === undefined || work.form !== 'calling') return work;
  const answers = Object.hasOwn(request.answers, step.id) ? request.answers[step.id] : undefined;
  return { form: 'calling', calling: answeredBefore(work.calling, answers ?? {}) };
}

/** The step that a run in the middle of a flow begins at. */
function beginOf(scope: RunScope): string | undefined {
  return scope.kind === 'only' || scope.kind === 'from' ? scope.step : undefined;
}

function workOf(executor: Executor, setup: StepSetup): PlannedStep['work'] {
  switch (executor.form) {
    case 'inline':
      return { form: 'inline', inline: executor.make(setup) };
    case 'calling':
      return { form: 'calling', calling: executor.make(setup) };
    case 'gathering':
      return { form: 'gathering', gathering: executor.make(setup) };
  }
}

function refusal(step: Step, code: `runs.${string}`): Result<RunPlan, PlanRefusal> {
  return failure({ step: step.id, failure: terminal(code, { step: step.name }) });
}

function stepsInScope(flow: Flow, scope: RunScope): readonly Step[] {
  if (scope.kind === 'flow') return flow.steps;
  if (scope.kind === 'only') return flow.steps.filter((step) => step.id === scope.step);
  const wanted =
    scope.kind === 'from'
      ? fromOn(flow, scope.step, scope.upTo)
      : new Set([scope.step, ...upstreamOf(flow, scope.step)]);
  return flow.steps.filter((step) => wanted.has(step.id));
}

/** A step and what follows it; with an end, what lies on the ways between them. */
function fromOn(flow: Flow, step: string, upTo: string | undefined): ReadonlySet<string> {
  const after = [step, ...downstreamOf(flow, step)];
  if (upTo === undefined) return new Set(after);
  const before = new Set([step, upTo, ...upstreamOf(flow, upTo)]);
  return new Set(after.filter((id) => before.has(id)));
}

function nextByPort(
  edges: readonly Edge[],
  position: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const next = new Map<string, number[]>();
  for (const edge of edges) {
    const to = position.get(edge.to);
    if (to === undefined) continue;
    const targets = next.get(edge.fromPort);
    if (targets === undefined) next.set(edge.fromPort, [to]);
    else targets.push(to);
  }
  return next;
}
