import { expect, it } from 'vitest';
import { aFlow, field, fixed, group } from '../a-flow.ts';
import { fakeService, rowsService, type Script } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { createMemoryPorts } from '../../memory-ports.ts';
import { askHost, refusing, stateOf, takenLate } from './ask-host.ts';

/** What callers are answered, and what is remembered from run to run. */
export function describeAnswersAndMemory(host: HostUnderTest): void {
  const run = askHost(host);

  it('answers each call once, with the first reply', async () => {
    const flow = aFlow()
      .receives('in')
      .replies('early', group({ number: field('in', 'number') }))
      .adds('send', field('in'))
      .replies('late', fixed('too late'));
    const ran = await run(flow, rowsService(0), {
      asks: { received: [{ number: 7 }, { number: 8 }] },
    });
    expect(ran.replies).toMatchObject({
      0: { status: 200, body: '{"number":7}' },
      1: { status: 200, body: '{"number":8}' },
    });
    expect(stateOf(ran).status).toBe('done');
  });

  it('lets a key pass once in all runs, and again where its message was left undone', async () => {
    const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
    const flow = () =>
      aFlow()
        .receives('in')
        .passesOnce('once', field('in', 'mail'), { settings: { where: 'runs' } })
        .adds('send', field('in'));
    const passed = async (mails: readonly string[], refused?: string) => {
      const ran = await run(flow(), refused === undefined ? rowsService(0) : refusing(refused), {
        asks: { received: mails.map((mail) => ({ id: mail, mail })), remembers: true },
        state,
      });
      return ran.records('send').map(({ id, state: how }) => `${mails[Number(id)] ?? ''} ${how}`);
    };
    expect(await passed(['a', 'b', 'c'], 'b')).toEqual(['a done', 'b refused', 'c cancelled']);
    expect(await passed(['a', 'b', 'c', 'd'])).toEqual(['c done', 'd done']);
  });

  it('does not send again at the next look what was taken after the run had failed elsewhere', async () => {
    const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
    const flow = aFlow()
      .lists('rows')
      .adds('good', group({ id: field('rows', 'id') }), { after: ['rows'] })
      .adds('bad', group({ bad: field('rows', 'id') }), { after: ['rows'] });
    const look = async (script: Script) => {
      const asks = { onlyNew: true, remembers: true } as const;
      const { requests } = await run(flow, script, { asks, state });
      return requests.flatMap(({ body }) => (body === undefined ? [] : [body.value]));
    };
    expect(await look(takenLate(0))).toEqual([]);
    expect(await look(takenLate(1))).toEqual(expect.arrayContaining([{ id: 0 }, { bad: 0 }]));
    expect(await look(rowsService(1))).toEqual([]);
  });
}
