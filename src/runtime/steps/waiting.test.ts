import { describe, expect, it, vi } from 'vitest';
import { createCatalog } from '../../catalog/index.ts';
import { shippedComponents } from '../../catalog/testing/shipped.ts';
import type { Json } from '../../shared/index.ts';
import { foldRun } from '../fold-run.ts';
import type { RunState } from '../run-state.ts';
import type { RunEvent } from '../run-event.ts';
import { runFlow } from '../run-flow.ts';
import { aFlow, field, testComponents } from '../testing/a-flow.ts';
import { fakePorts, quiet } from '../testing/fake-ports.ts';
import { rowsService } from '../testing/fake-service.ts';

/** A list of three (or more), this step, and the times at which the next one sends. */
function start(
  use: 'delay/wait' | 'rate-limit/slow-down',
  settings: Record<string, Json>,
  parallel = 4,
  rows = 3,
  takes: (ms: number) => number = (ms) => ms,
) {
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
        ? { ...step, component: `catalog:${name}`, operation, settings, parallel, slots: {} }
        : step,
    ),
  };
  const ports = fakePorts(rowsService(rows));
  const begun = ports.clock.now();
  const sent: number[] = [];
  const events: RunEvent[] = [];
  const controller = new AbortController();
  const listening = vi.spyOn(controller.signal, 'addEventListener');
  const ended = runFlow(
    { runId: 'r', flow, scope: { kind: 'flow' }, writes: 'allow', samples: {}, credentials: {} },
    createCatalog([...testComponents, ...shippedComponents()]),
    {
      ...ports,
      sleep: (ms) => ports.sleep(takes(ms)),
      service: {
        call(request, credential, signal) {
          if (request.via === undefined && request.method === 'POST')
            sent.push(ports.clock.now() - begun);
          return ports.service.call(request, credential, signal);
        },
      },
    },
    controller.signal,
    (event) => events.push(event),
  );
  return {
    sent,
    ended,
    clock: ports.clock,
    listeners: () => listening.mock.calls.length,
    cancel: () => {
      controller.abort();
    },
    state: () => events.reduce<RunState | undefined>(foldRun, undefined) as RunState,
  };
}

describe('Delay', () => {
  it('lets messages wait at the same time, and go on unchanged', async () => {
    const run = start('delay/wait', { amount: 2.5, unit: 'second' });
    await run.clock.advance(2_499);
    expect(run.sent).toEqual([]);
    await run.clock.advance(1);
    await run.ended;
    expect(run.sent).toEqual([2_500, 2_500, 2_500]);
    expect(run.state().status).toBe('done');
  });

  it('lets them wait one after the other where the step works on one at a time', async () => {
    const run = start('delay/wait', { amount: 1, unit: 'minute' }, 1);
    await run.clock.advance(180_000);
    await run.ended;
    expect(run.sent).toEqual([60_000, 120_000, 180_000]);
  });

  it('is over when the clock says so, also where each nap takes longer than it was meant to', async () => {
    const run = start('delay/wait', { amount: 1, unit: 'minute' }, 1, 1, (ms) => ms * 3);
    await run.clock.advance(70_000);
    await run.ended;
    expect(run.sent).toEqual([60_000]);
  });

  it('does not wait for nothing', async () => {
    const run = start('delay/wait', { amount: 0 });
    await run.ended;
    expect(run.sent).toEqual([0, 0, 0]);
  });

  it('ends at once when the run is cancelled, and nothing is sent', async () => {
    const run = start('delay/wait', { amount: 10, unit: 'hour' });
    await run.clock.advance(60_000);
    run.cancel();
    await run.ended;
    expect(run.sent).toEqual([]);
    expect(run.state().status).toBe('cancelled');
    expect(run.state().steps['slow']?.counts).toMatchObject({ in: 3, cancelled: 3, done: 0 });
  });

  it('listens for the cancel once, however many messages wait', async () => {
    const few = start('delay/wait', { amount: 10, unit: 'hour' }, 1, 1);
    await few.clock.advance(3_000);
    const many = start('delay/wait', { amount: 10, unit: 'hour' }, 16, 16);
    await many.clock.advance(3_000);
    expect(many.listeners()).toBe(few.listeners());
    for (const run of [few, many]) {
      run.cancel();
      await run.ended;
    }
    expect(many.state().steps['slow']?.counts).toMatchObject({ in: 16, cancelled: 16 });
  });
});

describe('Rate limit', () => {
  it('lets so many go on at once, and the others when there is room', async () => {
    const run = start('rate-limit/slow-down', { count: 2, unit: 'minute' });
    await run.clock.advance(59_999);
    expect(run.sent).toEqual([0, 0]);
    await run.clock.advance(1);
    await run.ended;
    expect(run.sent).toEqual([0, 0, 60_000]);
  });

  it('ends at once when the run is cancelled', async () => {
    const run = start('rate-limit/slow-down', { count: 1, unit: 'hour' });
    await run.clock.advance(1_000);
    run.cancel();
    await quiet();
    await run.ended;
    expect(run.sent).toEqual([0]);
    expect(run.state().status).toBe('cancelled');
  });

  it('keeps to its number over a longer time', async () => {
    const run = start('rate-limit/slow-down', { count: 1, unit: 'second' });
    await run.clock.advance(2_000);
    await run.ended;
    expect(run.sent).toEqual([0, 1_000, 2_000]);
  });
});
