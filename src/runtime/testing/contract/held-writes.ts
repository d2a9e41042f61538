import { expect, it } from 'vitest';
import type { Step } from '../../../flow/index.ts';
import type { JsonSchema } from '../../../shared/index.ts';
import { aFlow, field, fixed, formula, group } from '../a-flow.ts';
import { rowsService } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { expectSound } from '../sound-reports.ts';
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

  it.each([2, 5, 60])(
    'R5 gives the way of failures all that was refused behind what the person did not want sent: %i rows',
    async (rows) => {
      const onlyFirst = formula('$assert($a < 1, "no")', 'rows', 'id');
      const flow = aFlow()
        .lists('rows')
        .adds('send', group({ id: field('rows', 'id'), check: onlyFirst }), {
          onFailure: 'error-branch',
          parallel: 3,
        })
        .maps('told', group({ id: field('rows', 'id') }), { after: [] })
        .finds('look', group({ id: field('rows', 'id') }))
        .onError('send', 'told');
      const ran = await run(flow, rowsService(rows), {
        asks: { writes: 'ask' },
        confirm: { send: 'do-not-send' },
      });
      expectSound(ran.events);
      expect(stateOf(ran).steps['send']?.counts).toMatchObject({ held: 1, refused: rows - 1 });
      for (const step of ['told', 'look'])
        expect(stateOf(ran).steps[step]?.counts).toMatchObject({ in: rows - 1, done: rows - 1 });
      expect(ran.requests.map(({ method }) => method)).not.toContain('POST');
      expect(ran.requests).toHaveLength(rows);
    },
  );

  it('sends nothing that the person did not want sent', async () => {
    const flow = aFlow().lists('rows').adds('send', slim);
    const ran = await run(flow, rowsService(3), {
      asks: { writes: 'ask' },
      confirm: { send: 'do-not-send' },
    });
    expect(ran.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(ran.records('send').map(({ state }) => state)).toEqual(['held', 'held', 'held']);
  });

  it('goes on with an example of the answer where the person wants to see the rest, and asks nobody with it', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('first', slim, givesIds(7))
      .finds('look', group({ id: field('first', 'id') }), givesIds(8))
      .adds('second', group({ id: field('look', 'id') }), givesIds(9))
      .maps('told', group({ id: field('second', 'id') }))
      .maps('beside', slim, { after: ['rows'] });
    const ran = await run(flow, rowsService(2), {
      asks: { writes: 'ask', sendsAlways: ['second'] },
      confirm: { first: 'go-on-invented' },
    });
    expect(ran.requests.map(({ method }) => method)).toEqual(['GET']);
    const { status, steps } = stateOf(ran);
    expect(status).toBe('done');
    expect(steps['first']?.counts).toMatchObject({ in: 2, done: 0, held: 2, out: 2 });
    expect(steps['look']?.counts).toMatchObject({ in: 2, done: 2, out: 2 });
    expect(steps['second']?.counts).toMatchObject({ in: 2, done: 0, held: 2, out: 2 });
    expect(steps['told']?.counts).toMatchObject({ in: 2, done: 2 });
    expect(Object.keys(steps).filter((step) => steps[step]?.hasInvented === true)).toEqual([
      'first',
      'look',
      'second',
      'told',
    ]);
    expect(ran.records('first')[1]).toMatchObject({
      state: 'held',
      input: { id: 1 },
      invented: 'output',
    });
    expect(ran.records('second')[1]).toMatchObject({
      state: 'held',
      request: { method: 'POST', body: { id: 8 } },
      invented: 'input',
    });
    expect(ran.records('second')[1]?.response).toBeUndefined();
    expect(ran.records('told')[1]?.output).toEqual([{ id: 9 }]);
    expect(ran.records('beside').map(({ invented }) => invented)).toEqual([undefined, undefined]);
  });

  it('keeps apart what was really answered and what was not, also in lists that are made of it', async () => {
    const flow = aFlow()
      .lists('rows')
      .adds('send', slim, givesIds(7))
      .maps('after', group({ id: field('send', 'id') }))
      .collects('all', field('after', 'id'), { settings: { of: 'run' } })
      .maps('told', group({ ids: field('all', 'list') }));
    const real = await run(flow, rowsService(2), {
      asks: { writes: 'ask' },
      confirm: { send: 'send' },
    });
    expect(real.records('told').map(({ invented }) => invented)).toEqual([undefined]);
    expect(real.records('told')[0]?.output).toEqual([{ ids: [0, 1] }]);
    expect(stateOf(real).steps['told']?.hasInvented).toBeUndefined();
    const invented = await run(flow, rowsService(2), {
      asks: { writes: 'ask' },
      confirm: { send: 'go-on-invented' },
    });
    expect(invented.records('told').map((record) => record.invented)).toEqual(['input']);
    expect(invented.records('told')[0]?.output).toEqual([{ ids: [7, 7] }]);
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

/** What is known of a step's answers: an id, such as this one. */
function givesIds(id: number): { readonly shapes: Step['shapes'] } {
  const schema: JsonSchema = {
    type: 'object',
    properties: { id: { type: 'integer', examples: [id] } },
    required: ['id'],
  };
  return { shapes: { output: { schema, origin: 'by-hand' } } };
}
