import { expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { aFlow, field, fixed, group } from '../a-flow.ts';
import { answered, fakeService, rowsService, type Script } from '../fake-service.ts';
import type { HostUnderTest, Ran } from '../hosts.ts';
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

  const busyFor =
    (id: string | number): Script =>
    (request, call) =>
      (request.body?.value as { readonly id?: Json } | undefined)?.id === id
        ? answered(503, { message: 'busy' })
        : rowsService(3)(request, call);

  it.each([
    ['for now: it comes again', {}, ['a', 'b', 'c']],
    ['for now, and the person ended the run: it comes again', { refusals: 'ask' }, ['a', 'b', 'c']],
  ] as const)('remembers of a message that ended the run, refused %s', async (_why, more, sent) => {
    const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
    const flow = aFlow()
      .receives('in')
      .passesOnce('once', field('in', 'mail'), { settings: { where: 'runs' } })
      .adds('send', field('in'));
    const received = ['a', 'b', 'c'].map((mail) => ({ id: mail, mail }));
    const asks = { received, remembers: true, ...more };
    const ended = { state, atRefusal: { send: 'stop' } } as const;
    const taken = ({ records }: Ran) =>
      records('send').flatMap(({ state: how, input }) =>
        how === 'done' ? [(input as { readonly id: string }).id] : [],
      );
    const first = taken(await run(flow, busyFor('b'), { asks, ...ended }));
    const second = taken(await run(flow, rowsService(0), { asks, ...ended }));
    expect([...first, ...second]).toEqual(sent);
  });

  it('remembers a message as done that was refused for now, where the person left it out', async () => {
    const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
    const flow = aFlow()
      .receives('in')
      .passesOnce('once', field('in', 'mail'), { settings: { where: 'runs' } })
      .adds('send', field('in'));
    const received = ['a', 'b', 'c'].map((mail) => ({ id: mail, mail }));
    const asks = { received, remembers: true, refusals: 'ask' } as const;
    await run(flow, busyFor('b'), { asks, state, atRefusal: { send: 'skip' } });
    const again = await run(flow, rowsService(0), { asks, state });
    expect(again.records('send')).toEqual([]);
  });

  it('gives a row again with the next look that was refused for now and ended the run, and none that was refused for good', async () => {
    const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
    const flow = aFlow()
      .lists('rows')
      .adds('send', group({ id: field('rows', 'id') }));
    const look = async (script: Script) => {
      const asks = { onlyNew: true, remembers: true } as const;
      const { records } = await run(flow, script, { asks, state });
      return records('send').map(
        // What was not worked on has no input yet.
        ({ input, state: how }) =>
          `${String((input as { readonly id: number } | undefined)?.id ?? '-')} ${how}`,
      );
    };
    await look(rowsService(0));
    expect(await look(busyFor(1))).toEqual(['0 done', '1 refused', '- cancelled']);
    expect(await look(refusing('1'))).toEqual([
      '1 refused',
      '- cancelled',
      '- cancelled',
      '- cancelled',
    ]);
    expect(await look(refusing('1'))).toEqual(['2 done', '3 done', '4 done']);
  });

  it('lets keys of a list pass again that was left undone as a whole', async () => {
    const { state } = createMemoryPorts({ service: fakeService(rowsService(0)) });
    const flow = aFlow()
      .lists('rows')
      .passesOnce('once', field('rows', 'id'), { settings: { where: 'runs' } })
      .collects('list', field('once', 'id'), { settings: { of: 'run' } })
      .adds('send', field('list'));
    const sent = async (script: Script) => {
      const { requests } = await run(flow, script, { asks: { remembers: true }, state });
      return requests.flatMap(({ body }) => (body === undefined ? [] : [body.value]));
    };
    await sent((request, call) =>
      request.method === 'POST' ? answered(503, {}) : rowsService(3)(request, call),
    );
    expect(await sent(rowsService(3))).toMatchObject([{ list: [0, 1, 2] }]);
    expect(await sent(rowsService(3))).toEqual([]);
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
