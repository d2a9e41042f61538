import { describe, expect, it } from 'vitest';
import { aFlow, field, group } from '../testing/a-flow.ts';
import { quiet } from '../testing/fake-ports.ts';
import { rowsService } from '../testing/fake-service.ts';
import { startRun } from '../testing/started-run.ts';

const slim = group({ name: field('rows', 'name') });

describe('writes that ask', () => {
  const flow = () => aFlow().lists('rows').adds('send', slim).maps('after', field('send'));

  it('are shown exactly, and nothing is sent', async () => {
    const started = startRun(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    expect(started.state().status).toBe('held');
    expect(started.state().steps['send']).toMatchObject({
      status: 'held',
      heldEffect: 'write',
      counts: { in: 3, held: 3 },
    });
    expect(started.ports.service.requests).toHaveLength(1);
    expect(
      started.ports.kept
        .page('send', 0, 10)
        .records.map(({ state, request }) => [state, request?.method, request?.body]),
    ).toEqual([
      ['held', 'POST', { name: 'row 0' }],
      ['held', 'POST', { name: 'row 1' }],
      ['held', 'POST', { name: 'row 2' }],
    ]);
    started.cancel();
    await started.ended;
  });

  it('go on in the same run when the person says send, without reading again', async () => {
    const started = startRun(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    started.ports.signal.send('confirm:send', 'send');
    await started.ended;
    expect(started.state().status).toBe('done');
    expect(started.ports.service.requests.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
      'POST',
      'POST',
    ]);
    expect(started.counts('send')).toEqual({ in: 3, done: 3, out: 3 });
    expect(started.counts('after')).toEqual({ in: 3, done: 3, out: 3 });
  });

  it('end as held when the person says do not send; what follows is not reached', async () => {
    const started = startRun(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    started.ports.signal.send('confirm:send', 'do-not-send');
    await started.ended;
    expect(started.state().status).toBe('done');
    expect(started.counts('send')).toEqual({ in: 3, held: 3 });
    expect(started.state().steps['after']?.status).toBe('not-reached');
    expect(started.ports.service.requests).toHaveLength(1);
  });

  it('ask once for each step that writes', async () => {
    const twice = aFlow()
      .lists('rows')
      .adds('first', slim)
      .removes('second', group({ id: field('first', 'name') }));
    const started = startRun(twice, rowsService(2), { writes: 'ask' });
    await quiet();
    started.ports.signal.send('confirm:first', 'send');
    await quiet();
    expect(
      started.events.flatMap((event) =>
        event.type === 'step.held' ? [[event.step, event.effect, event.count]] : [],
      ),
    ).toEqual([
      ['first', 'write', 2],
      ['second', 'delete', 2],
    ]);
    started.ports.signal.send('confirm:second', 'send');
    await started.ended;
    expect(started.state().status).toBe('done');
  });

  it('hold a thousand and leave the rest at their source', async () => {
    const started = startRun(aFlow().lists('rows').adds('send', slim), rowsService(5_000), {
      writes: 'ask',
    });
    await quiet(20_000);
    expect(started.state().status).toBe('held');
    expect(started.state().steps['send']?.counts.held).toBe(1_000);
    expect(started.ports.service.requests.length).toBeLessThan(13);
    started.ports.signal.send('confirm:send', 'send');
    await started.ended;
    expect(started.counts('send')).toEqual({ in: 5_000, done: 5_000, out: 5_000 });
  });

  it('hold the next thousand when the person let go only what was shown', async () => {
    const started = startRun(aFlow().lists('rows').adds('send', slim), rowsService(1_500), {
      writes: 'ask',
    });
    await quiet(20_000);
    started.ports.signal.send('confirm:send', 'send-shown');
    await quiet(20_000);
    expect(started.state().status).toBe('held');
    expect(started.counts('send')).toEqual({ in: 1_500, done: 1_000, out: 1_000, held: 500 });
    started.ports.signal.send('confirm:send', 'do-not-send');
    await started.ended;
  });

  it('end as cancelled when the run is cancelled', async () => {
    const started = startRun(flow(), rowsService(3), { writes: 'ask' });
    await quiet();
    started.cancel();
    await started.ended;
    expect(started.state().status).toBe('cancelled');
    expect(started.counts('send')).toEqual({ in: 3, cancelled: 3 });
  });
});
