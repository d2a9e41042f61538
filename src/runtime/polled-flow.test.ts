import { describe, expect, it } from 'vitest';
import { foldRun } from './fold-run.ts';
import type { RunState } from './run-state.ts';
import type { RunEvent } from './run-event.ts';
import { runFlow } from './run-flow.ts';
import { aFlow, field, fixed, group, testCatalog, type FlowBuilder } from './testing/a-flow.ts';
import { fakePorts, quiet, type FakePorts } from './testing/fake-ports.ts';
import { answered, rowsService, type Script } from './testing/fake-service.ts';

const slim = group({ name: field('rows', 'name') });

describe('a polled flow', () => {
  const rows = () => aFlow().lists('rows').maps('slim', slim);
  const look = (
    ports: FakePorts,
    flow: FlowBuilder = rows(),
    whenEvent: (event: RunEvent, cancel: () => void) => void = () => undefined,
  ) => {
    const controller = new AbortController();
    return runFlow(
      {
        runId: `r${String(ports.service.requests.length)}`,
        flow: flow.build(),
        scope: { kind: 'flow' },
        writes: 'allow',
        samples: {},
        credentials: {},
        onlyNew: true,
      },
      testCatalog,
      ports,
      controller.signal,
      (event) => {
        whenEvent(event, () => {
          controller.abort();
        });
      },
    );
  };
  const newOnes = async (ports: FakePorts, flow: FlowBuilder = rows()) => {
    const events: RunEvent[] = [];
    await look(ports, flow, (event) => events.push(event));
    return events.reduce<RunState | undefined>(foldRun, undefined)?.steps['slim']?.counts.in;
  };
  /** Three pages of two rows; `refuses` says which page the service does not give. */
  const aService = () => {
    const service = { rows: 6, refuses: undefined as string | undefined };
    const script: Script = (request, call) =>
      (request.query.find(([name]) => name === 'after')?.[1] ?? '0') === service.refuses
        ? answered(400, { message: 'no' })
        : rowsService(service.rows, 2)(request, call);
    return { service, ports: fakePorts(script) };
  };

  it('only remembers at first, then gives what is new, once', async () => {
    const { service, ports } = aService();
    expect(await newOnes(ports)).toBe(0);
    service.rows = 8;
    expect(await newOnes(ports)).toBe(2);
    expect(await newOnes(ports)).toBe(0);
  });

  it.each(['0', '2'])(
    'does not take old rows for new when its first look fails at row %s',
    async (at) => {
      const { service, ports } = aService();
      service.refuses = at;
      await look(ports);
      service.refuses = undefined;
      expect(await newOnes(ports)).toBe(0);
      service.rows = 7;
      expect(await newOnes(ports)).toBe(1);
    },
  );

  it('does not take old rows for new when its first look skips a page that fails', async () => {
    const { service, ports } = aService();
    const skipping = () => aFlow().lists('rows', { onFailure: 'skip' }).maps('slim', slim);
    service.refuses = '2';
    await look(ports, skipping());
    service.refuses = undefined;
    expect(await newOnes(ports, skipping())).toBe(0);
  });

  it.each(['list', 'send'])(
    'gives all that was in one list again when the list was left undone at %s',
    async (where) => {
      const { service, ports } = aService();
      const listing = () =>
        rows().collects('list', field('slim', 'id')).adds('send', field('list'));
      await look(ports, listing());
      service.rows = 9;
      await look(ports, listing(), (event, cancel) => {
        if (event.type === 'step.started' && event.step === where) cancel();
      });
      expect(await newOnes(ports, listing())).toBe(3);
      expect(await newOnes(ports, listing())).toBe(0);
    },
  );

  it('does not take old rows for new when its first look is cancelled', async () => {
    const { ports } = aService();
    await look(ports, rows(), (event, cancel) => {
      if (event.type === 'step.started') cancel();
    });
    expect(await newOnes(ports)).toBe(0);
  });

  it('gives every row once when a later look breaks off half-way', async () => {
    const { service, ports } = aService();
    await look(ports);
    service.rows = 12;
    service.refuses = '8';
    expect(await newOnes(ports)).toBe(2);
    service.refuses = undefined;
    expect(await newOnes(ports)).toBe(4);
    expect(await newOnes(ports)).toBe(0);
  });

  it('gives the new rows of a list that leaves as one message, and no list when nothing is new', async () => {
    const { service, ports } = aService();
    const whole = () => aFlow().lists('rows', { emit: 'whole-list' }).maps('slim', field('rows'));
    const lists = async () => {
      const before = ports.kept.page('slim', 0, 1).total;
      await look(ports, whole());
      return { more: ports.kept.page('slim', 0, 9).total - before, of: ports };
    };
    expect((await lists()).more).toBe(0);
    service.rows = 8;
    expect((await lists()).more).toBe(1);
    expect(ports.kept.page('slim', 0, 1).records[0]?.output).toMatchObject([
      [{ id: 6 }, { id: 7 }],
    ]);
    const events: RunEvent[] = [];
    await look(ports, whole(), (event) => events.push(event));
    expect(events).not.toContainEqual(
      expect.objectContaining({ type: 'step.started', step: 'slim' }),
    );
  });

  it('gives a row again whose answer came after the run had failed elsewhere, and could not leave', async () => {
    let answerFirst = (): void => undefined;
    let refuse = (): void => undefined;
    const first = new Promise<void>((resolve) => (answerFirst = resolve));
    const refusal = new Promise<void>((resolve) => (refuse = resolve));
    const service = { rows: 2 };
    const ports = fakePorts(async (request, call) => {
      if (request.path === '/rows/2') await first;
      if (request.method !== 'POST') return rowsService(service.rows)(request, call);
      await refusal;
      return answered(422, { message: 'no' });
    });
    const flow = () =>
      aFlow()
        .lists('rows')
        .finds('detail', group({ id: field('rows', 'id') }))
        .maps('out', field('detail'))
        .filters(
          'some',
          { left: field('rows', 'id'), is: 'equals', right: fixed(3) },
          { after: ['rows'] },
        )
        .adds('bad', slim);
    await look(ports, flow());
    service.rows = 60;
    const going = look(ports, flow());
    await quiet(2_000);
    refuse();
    await quiet();
    answerFirst();
    await going;
    await look(ports, flow());
    expect(ports.service.requests.filter(({ path }) => path === '/rows/2')).toHaveLength(2);
  });

  it('gives a row once when a later look is cancelled after that row', async () => {
    const { service, ports } = aService();
    const sending = () => aFlow().lists('rows').adds('send', slim);
    await look(ports, sending());
    service.rows = 40;
    await look(ports, sending(), (event, cancel) => {
      if (event.type === 'step.counted' && event.step === 'send' && event.counts.done === 3)
        cancel();
    });
    await look(ports, sending());
    const sent = ports.service.requests.filter(({ method }) => method === 'POST');
    const names = sent.map(({ body }) => (body?.value as { name: string }).name);
    expect(new Set(names).size).toBe(34);
    // The one that was on its way when the run was cancelled may have arrived, or not.
    expect(names.length - new Set(names).size).toBeLessThanOrEqual(1);
    expect(names.filter((name) => name === 'row 6')).toHaveLength(1);
  });
});
