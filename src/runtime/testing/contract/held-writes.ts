import { expect, it } from 'vitest';
import { aFlow, field, fixed, formula, group } from '../a-flow.ts';
import { rowsService } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { askHost, stateOf, typesOf } from './ask-host.ts';

/** Writes that wait for the person. */
export function describeHeldWrites(host: HostUnderTest): void {
  const run = askHost(host);
  const slim = group({ id: field('rows', 'id') });

  it('holds writes and sends them in the same run, without reading again', async () => {
    const flow = aFlow().lists('rows').adds('send', slim);
    const ran = await run(flow, rowsService(3), {
      asks: { writes: 'ask' },
      confirm: { send: 'send' },
    });
    expect(typesOf(ran.events).filter((type) => type.startsWith('run.'))).toEqual([
      'run.started',
      'run.held',
      'run.resumed',
      'run.finished',
    ]);
    expect(ran.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST', 'POST']);
  });

  it('sends what was held, however many refused messages wait behind it for the error branch', async () => {
    const onlyFirst = formula('$assert($a < 1, "no")', 'rows', 'id');
    const flow = aFlow()
      .lists('rows')
      .adds('send', group({ id: field('rows', 'id'), check: onlyFirst }), {
        onFailure: 'error-branch',
      })
      .maps('told', group({ id: field('rows', 'id') }), { after: [] })
      .onError('send', 'told');
    const ran = await run(flow, rowsService(60), {
      asks: { writes: 'ask' },
      confirm: { send: 'send' },
    });
    expect(ran.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(stateOf(ran).steps['send']?.counts).toMatchObject({ in: 60, done: 1, refused: 59 });
    expect(ran.records('told')).toHaveLength(59);
  });

  it('sends nothing that the person did not want sent', async () => {
    const flow = aFlow().lists('rows').adds('send', slim);
    const ran = await run(flow, rowsService(3), {
      asks: { writes: 'ask' },
      confirm: { send: 'do-not-send' },
    });
    expect(ran.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(ran.records('send').map(({ state }) => state)).toEqual(['held', 'held', 'held']);
  });

  it('sends only what was shown, and shows what comes later, when the person says so', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('first', slim)
      .adds('second', slim, { after: ['rows', 'first'] });
    const ran = await run(flow, rowsService(2), {
      asks: { writes: 'ask' },
      confirm: { first: 'send', second: ['send-shown', 'do-not-send'] },
    });
    expect(stateOf(ran).steps['first']?.counts).toMatchObject({ in: 2, done: 2, held: 0 });
    expect(stateOf(ran).steps['second']?.counts).toMatchObject({ in: 4, done: 2, held: 2 });
    expect(ran.requests.filter(({ method }) => method === 'POST')).toHaveLength(4);
  });

  it('shows held writes again with the recipients that the person wants, and sends exactly these', async () => {
    const flow = aFlow()
      .lists('rows')
      .invites('send', group({ id: field('rows', 'id'), to: fixed('ada@example.com') }));
    const ran = await run(flow, rowsService(2), {
      asks: { writes: 'ask' },
      confirm: { send: [{ sendTo: { email: 'me@example.org' } }, 'send'] },
    });
    const sent = [0, 1].map((id) => ({ id, to: 'me@example.org' }));
    expect(typesOf(ran.events).filter((type) => /^run|held|readdressed/.test(type))).toEqual([
      'run.started',
      'step.held',
      'run.held',
      'run.resumed',
      'step.readdressed',
      'step.held',
      'run.held',
      'run.resumed',
      'run.finished',
    ]);
    expect(ran.requests.flatMap(({ body }) => (body === undefined ? [] : [body.value]))).toEqual(
      sent,
    );
    expect(ran.records('send').map(({ input, request }) => [input, request?.body])).toEqual(
      sent.map((one) => [one, one]),
    );
    expect(ran.records('send').map(({ readdressed }) => readdressed)).toEqual([[['to']], [['to']]]);
    expect(stateOf(ran).steps['send']?.sendsTo).toEqual({ email: 'me@example.org' });
  });

  it('sends to the real recipients when the person takes their own back', async () => {
    const flow = aFlow()
      .lists('rows')
      .invites('send', group({ to: fixed('ada@example.com') }));
    const ran = await run(flow, rowsService(1), {
      asks: { writes: 'ask' },
      confirm: { send: [{ sendTo: { email: 'me@example.org' } }, { sendTo: {} }, 'send'] },
    });
    expect(ran.requests.at(-1)?.body?.value).toEqual({ to: 'ada@example.com' });
    expect(ran.records('send')[0]?.readdressed).toBeUndefined();
    expect(stateOf(ran).steps['send']?.sendsTo).toBeUndefined();
  });

  it('asks nobody about a step whose writes the person always lets go', async () => {
    const flow = aFlow().lists('rows').adds('send', slim).adds('then', slim);
    const ran = await run(flow, rowsService(2), {
      asks: { writes: 'ask', sendsAlways: ['send'] },
      confirm: { then: 'do-not-send' },
    });
    expect(stateOf(ran).steps['send']?.counts).toMatchObject({ done: 2, held: 0 });
    expect(stateOf(ran).steps['then']?.counts).toMatchObject({ done: 0, held: 2 });
  });
}
