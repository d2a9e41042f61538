import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import { effectOf } from '../../catalog/index.ts';
import type { Binding, EvaluationContext } from '../../mapping/index.ts';
import type { Json } from '../../shared/index.ts';
import type { Step } from '../../flow/index.ts';
import type { Calling, Inline, Outcome, StepSetup, StepWorld } from '../steps/executor.ts';
import { executorOf } from '../steps/executors.ts';
import { neverAborted } from '../ports.ts';
import { fakePorts } from './fake-ports.ts';

const catalog = shippedCatalog();

const nowhere = fakePorts(() => {
  throw new Error('this step calls no service');
});

const context: EvaluationContext = {
  locale: 'en',
  timeZone: 'UTC',
  now: Date.UTC(2026, 2, 1),
  uuid: () => 'id-1',
};

interface Given {
  /** What its fields hold. */
  readonly fields?: Json;
  /** What fills its fields, where that matters. */
  readonly input?: Binding;
  readonly settings?: Record<string, Json>;
  readonly emit?: NonNullable<Step['emit']>;
  /** The message that comes in. */
  readonly body?: Json;
  /** Where nothing else is said, time stands still and there are no functions. */
  readonly world?: StepWorld;
  /** What earlier steps gave. */
  readonly sources?: Readonly<Record<string, Json>>;
}

/** A shipped step that only computes, to give messages to: `aStepThat('csv/read')`. */
export function aStepThat(use: `${string}/${string}`, given: Given = {}) {
  const [name = '', id = ''] = use.split('/');
  const component = catalog.component(`catalog:${name}`);
  const operation = catalog.operation(`catalog:${name}`, id);
  if (component === undefined || operation === undefined) throw new Error(`no ${use}`);
  const executor = executorOf(operation);
  if (executor === undefined || executor.form === 'gathering')
    throw new Error(`${use} cannot be executed here`);
  const step: Step = {
    id: 'step',
    name,
    component: component.id,
    componentVersion: component.version,
    operation: id,
    settings: given.settings ?? {},
    slots: { input: given.input ?? { kind: 'literal', value: given.fields ?? {} } },
    ...(given.emit === undefined ? {} : { emit: given.emit }),
  };
  const effect = effectOf(operation, step.settings);
  const setup: StepSetup = {
    step,
    operation,
    component,
    effect,
    flow: 'flow',
    ways: [],
    world: given.world ?? { ports: nowhere, signal: neverAborted },
  };
  const inline: Inline =
    executor.form === 'inline' ? executor.make(setup) : { run: performing(executor.make(setup)) };
  let count = 0;
  return {
    async run(body: Json = given.body ?? {}): Promise<Outcome> {
      const id = String(count++);
      return inline.run({ id, origin: 0, body, sources: given.sources ?? {} }, context);
    },
  };
}

/** A step that takes its time, as if it only computed. */
function performing(calling: Calling): Inline['run'] {
  return async (message, context) => {
    const prepared = await calling.prepare(message, context);
    if (!prepared.ok) return { state: 'refused', failure: prepared.failure };
    const { input } = prepared.call;
    const outputs: Json[] = [];
    const failure = await calling.perform(prepared.call, {
      idempotencyKey: 'key',
      attempt: () => Promise.reject(new Error('this step calls no service')),
      give(more) {
        outputs.push(...more);
        return Promise.resolve(true);
      },
      roomAfter: () => Number.POSITIVE_INFINITY,
      leave: () => undefined,
    });
    return failure === undefined
      ? { state: 'done', outputs, input }
      : { state: 'refused', failure, input };
  };
}

/** What leaves a shipped step for one message. */
export async function outputsOf(
  use: `${string}/${string}`,
  given: Given,
): Promise<readonly Json[]> {
  const outcome = await aStepThat(use, given).run();
  if (outcome.state !== 'done')
    throw new Error(outcome.state === 'refused' ? JSON.stringify(outcome.failure) : outcome.state);
  return outcome.outputs;
}

/** Why a shipped step refuses a message: code and what its sentence names. */
export async function refusalOf(
  use: `${string}/${string}`,
  given: Given,
): Promise<{ readonly code: string; readonly [param: string]: unknown }> {
  const outcome = await aStepThat(use, given).run();
  if (outcome.state !== 'refused') throw new Error(`not refused, but ${outcome.state}`);
  return { code: outcome.failure.code, ...outcome.failure.params };
}
