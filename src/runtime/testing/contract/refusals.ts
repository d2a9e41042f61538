import { expect, it } from 'vitest';
import { aFlow, field, group } from '../a-flow.ts';
import { answered, rowsService, type Script } from '../fake-service.ts';
import type { HostUnderTest, Ran } from '../hosts.ts';
import { askHost, refusing, stateOf, typesOf } from './ask-host.ts';

/** R3 and R4: what is tried again, and what becomes of what was refused. */
export function describeRefusals(host: HostUnderTest): void {
  const run = askHost(host);
  const slim = group({ id: field('rows', 'id') });

  it('R3 tries a read again that fails for now, and tells it', async () => {
    let asked = 0;
    const ran = await run(aFlow().lists('rows'), (request, call) =>
      asked++ < 2 ? answered(503, {}) : rowsService(1)(request, call),
    );
    expect(stateOf(ran).status).toBe('done');
    expect(ran.events.filter(({ type }) => type === 'step.retrying')).toHaveLength(2);
  });

  /** Fails so many times before it answers. */
  const busy = (times: number, status: number, headers = {}): Script => {
    let left = times;
    return (request, call) =>
      left-- > 0 ? answered(status, { message: 'busy' }, headers) : rowsService(1)(request, call);
  };
  const pauses = ({ events }: Ran) =>
    events.flatMap((event) => (event.type === 'step.retrying' ? [event.delayMs] : []));

  it('R3 waits twice as long before each further try, spread so that not all come back at once', async () => {
    const ran = await run(aFlow().lists('rows'), busy(2, 503));
    const [first = 0, second = 0, ...more] = pauses(ran);
    expect(ran.slept).toBe(first + second);
    expect(more).toEqual([]);
    expect(first).toBeGreaterThanOrEqual(250);
    expect(first).toBeLessThanOrEqual(500);
    expect(second).toBeGreaterThanOrEqual(500);
    expect(second).toBeLessThanOrEqual(1_000);
  });

  it('R3 waits as long as the service asks, and tells it', async () => {
    const ran = await run(aFlow().lists('rows'), busy(1, 429, { 'retry-after': '7' }));
    expect(pauses(ran)).toEqual([7_000]);
    expect(ran.slept).toBe(7_000);
    expect(ran.requests).toHaveLength(2);
    expect(stateOf(ran).status).toBe('done');
  });

  it('R3 tries nothing again that another try cannot mend', async () => {
    const ran = await run(aFlow().lists('rows'), busy(1, 404));
    expect(pauses(ran)).toEqual([]);
    expect(stateOf(ran).status).toBe('failed');
  });

  it('R3 tries a write again only where the service knows it again, by the same key', async () => {
    const asks = { received: [{ a: 1 }] };
    const known = aFlow().receives('in').addsOnce('send', field('in'));
    const sent = await run(known, busy(1, 503), { asks });
    expect(stateOf(sent).status).toBe('done');
    expect(sent.requests.map(({ headers }) => headers)).toEqual([
      [['Idempotency-Key', 'r1/0/send']],
      [['Idempotency-Key', 'r1/0/send']],
    ]);
    const unknown = aFlow().receives('in').adds('send', field('in'));
    const once = await run(unknown, busy(1, 503), { asks });
    expect(stateOf(once).status).toBe('failed');
    expect(once.requests).toHaveLength(1);
    expect(pauses(once)).toEqual([]);
  });

  it('R4 skips what is refused and counts it', async () => {
    const ran = await run(
      aFlow().lists('rows').adds('send', slim, { onFailure: 'skip' }),
      refusing('3'),
    );
    expect(stateOf(ran).steps['send']).toMatchObject({
      status: 'done',
      counts: { in: 5, done: 4, refused: 1 },
    });
  });

  it('R4 stops at what is refused, and every message is in one count', async () => {
    const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('3'));
    expect(stateOf(ran).status).toBe('failed');
    expect(stateOf(ran).steps['send']?.counts).toMatchObject({
      in: 5,
      done: 3,
      refused: 1,
      cancelled: 1,
    });
  });

  it('R4 stands still at a refusal, leaves it out when the person says so, and does nothing twice', async () => {
    const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('3'), {
      asks: { refusals: 'ask' },
      atRefusal: { send: 'skip' },
    });
    expect(typesOf(ran.events).filter((type) => /^run|halted/.test(type))).toEqual([
      'run.started',
      'step.halted',
      'run.held',
      'run.resumed',
      'run.finished',
    ]);
    expect(stateOf(ran).steps['send']).toMatchObject({
      status: 'done',
      counts: { in: 5, done: 4, refused: 1 },
    });
    expect(ran.requests.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
      'POST',
      'POST',
      'POST',
      'POST',
    ]);
  });

  it('R4 ends at a refusal when the person says so, as if nobody had been asked', async () => {
    const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('3'), {
      asks: { refusals: 'ask' },
      atRefusal: { send: 'stop' },
    });
    expect(stateOf(ran).status).toBe('failed');
    expect(stateOf(ran).steps['send']).toMatchObject({
      status: 'failed',
      counts: { in: 5, done: 3, refused: 1, cancelled: 1 },
    });
  });

  it('R4 asks nobody when the last message is refused: nothing is left that could go on', async () => {
    const ran = await run(aFlow().lists('rows').adds('send', slim), refusing('4'), {
      asks: { refusals: 'ask' },
      atRefusal: {},
    });
    expect(typesOf(ran.events)).not.toContain('step.halted');
    expect(stateOf(ran).status).toBe('failed');
    expect(stateOf(ran).steps['send']?.counts).toMatchObject({ in: 5, done: 4, refused: 1 });
  });

  it('keeps and counts which refused messages took the way of failures', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, { onFailure: 'error-branch' })
      .maps('told', group({ id: field('rows', 'id') }), { after: [] })
      .onError('send', 'told');
    const ran = await run(flow, refusing('3'));
    expect(ran.records('send').map(({ ports }) => ports)).toEqual([
      undefined,
      undefined,
      undefined,
      ['error'],
      undefined,
    ]);
    const { out, byPort } = stateOf(ran).steps['send']?.counts ?? {};
    expect([out, byPort]).toEqual([5, { out: 4, error: 1 }]);
  });
}
