import { describe, expect, it } from 'vitest';
import { aFlow, field, group } from '../testing/a-flow.ts';
import { fakeStart } from '../testing/fake-ports.ts';
import { answered, rowsService, type Script } from '../testing/fake-service.ts';
import { startRun, runToEnd } from '../testing/started-run.ts';

const slim = group({ name: field('rows', 'name') });

describe('messages that a service refuses', () => {
  const picky: Script = (request) => {
    if (request.method !== 'POST') return rowsService(4)(request, 0);
    const { name } = request.body?.value as { name: string };
    return name === 'row 1'
      ? answered(422, {
          message: 'Not accepted',
          errors: [{ field: 'name', message: 'must not end in 1' }],
        })
      : answered(201, { name });
  };

  it('are skipped, counted, and told with the field and the value that was sent', async () => {
    const done = await runToEnd(
      aFlow().lists('rows').adds('send', slim, { onFailure: 'skip' }),
      picky,
    );
    expect(done.state().status).toBe('done');
    expect(done.counts('send')).toEqual({ in: 4, done: 3, refused: 1, out: 3 });
    expect(done.state().steps['send']?.refusals).toEqual([
      {
        message: '0.1',
        index: 1,
        failure: expect.objectContaining({
          kind: 'terminal',
          status: 422,
          serviceWords: 'Not accepted',
          fields: [{ path: ['name'], value: 'row 1', words: 'must not end in 1' }],
        }) as unknown,
      },
    ]);
  });

  it('stop the run where the step says so, and nothing more is sent', async () => {
    const done = await runToEnd(aFlow().lists('rows').adds('send', slim), picky);
    expect(done.state().status).toBe('failed');
    expect(done.state().steps['send']?.status).toBe('failed');
    expect(done.counts('send')).toEqual({ in: 4, done: 1, refused: 1, cancelled: 2, out: 1 });
    expect(done.ports.service.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('are not made up while the step is switched off: its way for failures gets nothing', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, { onFailure: 'error-branch', disabled: true })
      .maps('failed', slim, { after: [] })
      .onError('send', 'failed')
      .maps('sent', slim, { after: ['send'] });
    const run = startRun(flow, rowsService(3));
    await run.ended;
    expect(run.counts('sent')).toEqual({ in: 3, done: 3, out: 3 });
    expect(run.counts('failed')).toEqual({});
  });

  it('take the error branch with what was sent', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, { onFailure: 'error-branch' })
      .maps(
        'log',
        group({ who: field('send', 'input', 'name'), why: field('send', 'error', 'words') }),
        { after: [] },
      )
      .onError('send', 'log');
    const done = await runToEnd(flow, picky);
    expect(done.outputs('log')).toEqual([{ who: 'row 1', why: 'Not accepted' }]);
    expect(done.counts('send')).toEqual({ in: 4, done: 3, refused: 1, out: 4 });
  });

  it('are refused before anything is sent when the mapping cannot be made', async () => {
    const strict = group({
      name: { kind: 'ref', from: 'rows', path: ['nickname'], ifMissing: 'stop' },
    });
    const done = await runToEnd(
      aFlow().lists('rows').adds('send', strict, { onFailure: 'skip' }),
      rowsService(2),
    );
    expect(done.counts('send')).toEqual({ in: 2, refused: 2 });
    expect(done.state().steps['send']?.refusals[0]?.failure).toMatchObject({
      code: 'mapping.source-missing',
      fields: [{ path: ['name'] }],
    });
  });
});

describe('tries', () => {
  const flaky = (failures: number, status: number, headers = {}): Script => {
    let left = failures;
    return (request, call) =>
      left-- > 0 ? answered(status, { message: 'busy' }, headers) : rowsService(1)(request, call);
  };

  it('are made again after a growing time when a read fails for now', async () => {
    const started = startRun(aFlow().lists('rows'), flaky(2, 503));
    await started.ports.clock.advance(10_000);
    await started.ended;
    expect(started.state().status).toBe('done');
    const delays = started.events.flatMap((event) =>
      event.type === 'step.retrying' ? [event.delayMs] : [],
    );
    expect(delays).toHaveLength(2);
    expect(delays[0]).toBeGreaterThanOrEqual(250);
    expect(delays[0]).toBeLessThanOrEqual(500);
    expect(delays[1]).toBeGreaterThanOrEqual(500);
    expect(delays[1]).toBeLessThanOrEqual(1_000);
  });

  it('wait as long as the service asks', async () => {
    const started = startRun(aFlow().lists('rows'), flaky(1, 429, { 'retry-after': '7' }));
    await started.ports.clock.advance(6_999);
    expect(started.ports.service.requests).toHaveLength(1);
    await started.ports.clock.advance(1);
    await started.ended;
    expect(started.ports.service.requests).toHaveLength(2);
    expect(started.state().finishedAt).toBe(fakeStart + 7_000);
  });

  it('wait until the time that a service names in another way', async () => {
    const until = {
      date: 'Tue, 20 Aug 2013 14:50:41 GMT',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1377010251',
    };
    const started = startRun(aFlow().lists('rows'), flaky(1, 403, until));
    await started.ports.clock.advance(9_999);
    expect(started.ports.service.requests).toHaveLength(1);
    await started.ports.clock.advance(1);
    await started.ended;
    expect(started.ports.service.requests).toHaveLength(2);
  });

  it('are not made again for a write that the service would not know again', async () => {
    const done = await runToEnd(
      aFlow().receives('call').adds('send', field('call')),
      flaky(1, 503),
      {
        received: [{ a: 1 }],
      },
    );
    expect(done.ports.service.requests).toHaveLength(1);
    expect(done.state().status).toBe('failed');
  });

  it('carry the same key for a write that the service knows again', async () => {
    const started = startRun(
      aFlow().receives('call').addsOnce('send', field('call')),
      flaky(1, 503),
      {
        received: [{ a: 1 }],
      },
    );
    await started.ports.clock.advance(1_000);
    await started.ended;
    expect(started.ports.service.requests.map(({ headers }) => headers)).toEqual([
      [['Idempotency-Key', 'r1/0/send']],
      [['Idempotency-Key', 'r1/0/send']],
    ]);
  });
});
