import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../runtime/index.ts';
import {
  aFlow,
  field,
  group,
  quiet,
  rowsService,
  type FlowBuilder,
} from '../runtime/testing/index.ts';
import { aPage, ask, slim } from './testing/a-page.ts';

describe('a flow that fires by itself', () => {
  it('runs on its schedule and tells which run it is', async () => {
    const { client, clock, news, events } = aPage(rowsService(1));
    const flow = aFlow()
      .lists('rows')
      .starts({ kind: 'schedule', cron: '*/5 * * * *', timeZone: 'UTC' });
    const { next } = await client.listen({ listenId: 'l1', request: ask(flow) });
    expect(new Date(next ?? 0).toISOString()).toBe('2026-03-01T10:05:00.000Z');
    await clock.advance(10 * 60_000);
    await client.stopListening('l1');
    await clock.advance(60 * 60_000);
    expect(news.filter(({ type }) => type === 'fired')).toEqual([
      { type: 'fired', listenId: 'l1', runId: 'run-1', at: Date.UTC(2026, 2, 1, 10, 5) },
      { type: 'fired', listenId: 'l1', runId: 'run-2', at: Date.UTC(2026, 2, 1, 10, 10) },
    ]);
    expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(2);
  });

  it('is said to be lost when its worker ends, once, and not when nobody waits for it any more', async () => {
    const { client, workers, news } = aPage(rowsService(1));
    const flow = aFlow()
      .lists('rows')
      .starts({ kind: 'schedule', cron: '*/5 * * * *', timeZone: 'UTC' });
    await client.listen({ listenId: 'l1', request: ask(flow) });
    await client.listen({ listenId: 'l2', request: ask(flow) });
    await client.stopListening('l2');
    const lost = () => news.filter(({ type }) => type === 'lost');
    workers[0]?.crash();
    expect(lost()).toEqual([{ type: 'lost', listenId: 'l1' }]);
    client.warm();
    workers[1]?.crash();
    client.dispose();
    expect(lost()).toHaveLength(1);
  });

  it('gives what is new when it polls', async () => {
    const service = { rows: 2 };
    const { client, clock, events } = aPage((request, call) =>
      rowsService(service.rows)(request, call),
    );
    const flow = aFlow()
      .lists('rows')
      .maps('slim', slim)
      .starts({ kind: 'poll', everySeconds: 10 });
    await client.listen({ listenId: 'l1', request: ask(flow) });
    await clock.advance(9_000);
    service.rows = 3;
    await clock.advance(2_000);
    const last = events
      .filter((event) => event.type === 'step.finished' && event.step === 'slim')
      .at(-1);
    expect(last).toMatchObject({ status: 'done', counts: { in: 1, done: 1 } });
  });

  it('runs for each call, at an address that is given back when it stops', async () => {
    const { client, doors, events } = aPage(rowsService(0));
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ text: field('call') }));
    const { webhook } = await client.listen({ listenId: 'l1', request: ask(flow) });
    expect(webhook?.url).toBe('http://localhost/hooks/w1');
    doors[0]?.call({ message: 'hello' });
    await quiet();
    expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(1);
    await client.stopListening('l1');
    expect(doors[0]?.isOpen).toBe(false);
  });

  it('says its address when calls come through, and not before that it waits', async () => {
    let open: () => void = () => undefined;
    const comeThrough = new Promise<void>((done) => (open = done));
    const { client, news } = aPage(rowsService(0), undefined, comeThrough);
    let address: string | undefined;
    const listening = client
      .listen({ listenId: 'l1', request: ask(aFlow().receives('call')) })
      .then(({ webhook }) => (address = webhook?.url));
    await quiet();
    expect([address, news]).toEqual([undefined, []]);
    open();
    await listening;
    expect(address).toBe('http://localhost/hooks/w1');
  });

  it('gives its address back where calls never come through, and says so to who waits for it', async () => {
    const { client, doors } = aPage(rowsService(0), undefined, Promise.reject(new Error('gone')));
    const listening = client.listen({ listenId: 'l1', request: ask(aFlow().receives('call')) });
    await expect(listening).rejects.toThrow('calls do not come through');
    expect(doors[0]?.isOpen).toBe(false);
  });

  it('is heard of no more when it is stopped before calls come through', async () => {
    const { client, doors } = aPage(rowsService(0), undefined, new Promise(() => undefined));
    const listening = client.listen({ listenId: 'l1', request: ask(aFlow().receives('call')) });
    await quiet();
    await client.stopListening('l1');
    expect(await listening).toEqual({});
    expect(doors[0]?.isOpen).toBe(false);
  });

  it('tells a waiting caller the first reply of its run, or how the run ended without one', async () => {
    const { client, doors } = aPage(rowsService(0));
    const answers: CallAnswer[] = [];
    const answer = (said: CallAnswer): void => void answers.push(said);
    const called = async (flow: FlowBuilder): Promise<void> => {
      await client.listen({ listenId: 'l1', request: ask(flow) });
      doors.at(-1)?.call({ message: { no: 7 }, answer });
      await quiet(1_000);
    };
    await called(
      aFlow()
        .receives('call')
        .replies('reply', group({ no: field('call', 'no') })),
    );
    expect(answers).toMatchObject([{ status: 200, body: '{"no":7}' }, 'done']);
    await called(aFlow().receives('call').passesOnce('rest', field('call')));
    expect(answers[2]).toBe('done');
    const broken = aFlow().receives('call').splits('each', field('call', 'no'));
    await called(broken);
    expect(answers[3]).toBe('failed');
  });

  it('takes calls that the page has received, and stops after as many as were wanted', async () => {
    const { client, doors, news, events } = aPage(rowsService(0));
    const flow = aFlow()
      .receives('call')
      .maps('slim', group({ text: field('call') }));
    await client.listen({ listenId: 'l1', request: ask(flow), callsFrom: 'page', firings: 1 });
    await client.hand('l1', 'first');
    await client.hand('l1', 'second');
    await quiet();
    expect(doors).toEqual([]);
    expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(1);
    expect(news.at(-1)).toEqual({ type: 'stopped', listenId: 'l1' });
  });
});
