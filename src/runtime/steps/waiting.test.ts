import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../catalog/index.ts';
import { shippedComponents } from '../../catalog/testing/shipped.ts';
import type { Json } from '../../shared/index.ts';
import { foldRun, type RunEvent, type RunState } from '../contract.ts';
import { runFlow } from '../run-flow.ts';
import { aFlow, field, testComponents } from '../testing/a-flow.ts';
import { fakePorts, quiet } from '../testing/fake-ports.ts';
import { rowsService } from '../testing/fake-service.ts';

/** A list of three, this step, and the times at which messages went on from it. */
function start(use: 'delay/wait' | 'rate-limit/slow-down', settings: Record<string, Json>) {
  const [name = '', operation = ''] = use.split('/');
  const base = aFlow()
    .lists('rows')
    .maps('slow', field('rows'))
    .adds('send', field('slow'))
    .build();
  const flow = {
    ...base,
    steps: base.steps.map((step) =>
      step.id === 'slow'
        ? { ...step, component: `catalog:${name}`, operation, settings, slots: {} }
        : step,
    ),
  };
  const ports = fakePorts(rowsService(3));
  const begun = ports.clock.now();
  const wentOn: number[] = [];
  const events: RunEvent[] = [];
  const controller = new AbortController();
  const ended = runFlow(
    { runId: 'r', flow, scope: { kind: 'flow' }, writes: 'allow', samples: {}, credentials: {} },
    createCatalog([...testComponents, ...shippedComponents()]),
    {
      ...ports,
      records: {
        keep(step, { state }) {
          if (step === 'slow' && state === 'done') wentOn.push(ports.clock.now() - begun);
        },
      },
    },
    controller.signal,
    (event) => events.push(event),
  );
  return {
    wentOn,
    requests: ports.service.requests,
    ended,
    clock: ports.clock,
    cancel: () => {
      controller.abort();
    },
    state: () => events.reduce<RunState | undefined>(foldRun, undefined) as RunState,
  };
}

describe('Delay', () => {
  it('lets each message wait, one after the other, and go on unchanged', async () => {
    const run = start('delay/wait', { amount: 2.5, unit: 'second' });
    await run.clock.advance(7_499);
    expect(run.wentOn).toEqual([2_500, 5_000]);
    await run.clock.advance(1);
    await run.ended;
    expect(run.wentOn).toEqual([2_500, 5_000, 7_500]);
    expect(run.state().status).toBe('done');
  });

  it('does not wait for nothing', async () => {
    const run = start('delay/wait', { amount: 0 });
    await run.ended;
    expect(run.wentOn).toEqual([0, 0, 0]);
  });

  it('ends at once when the run is cancelled, and nothing is sent', async () => {
    const run = start('delay/wait', { amount: 10, unit: 'hour' });
    await run.clock.advance(60_000);
    run.cancel();
    await run.ended;
    expect(run.wentOn).toEqual([]);
    expect(run.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(run.state().status).toBe('cancelled');
    expect(run.state().steps['slow']?.counts).toMatchObject({ in: 1, cancelled: 1, done: 0 });
  });
});

describe('Rate limit', () => {
  it('lets so many go on at once, and the others when there is room', async () => {
    const run = start('rate-limit/slow-down', { count: 2, unit: 'minute' });
    await run.clock.advance(59_999);
    expect(run.wentOn).toEqual([0, 0]);
    await run.clock.advance(1);
    await run.ended;
    expect(run.wentOn).toEqual([0, 0, 60_000]);
  });

  it('ends at once when the run is cancelled', async () => {
    const run = start('rate-limit/slow-down', { count: 1, unit: 'hour' });
    await run.clock.advance(1_000);
    run.cancel();
    await quiet();
    await run.ended;
    expect(run.wentOn).toEqual([0]);
    expect(run.state().status).toBe('cancelled');
  });
});
