import { describe, expect, it } from 'vitest';
import type { Json } from '../shared/index.ts';
import type { Fetch } from '../proxy/page-call.ts';
import { createWebhookDoor, readEvents } from './webhook-door.ts';

const delivery = (body: Json, query: Record<string, string> = {}): string =>
  `event: received\ndata: ${JSON.stringify({ id: 'd', at: 1, method: 'POST', query, headers: {}, body })}\n\n`;

function stream(...parts: readonly string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
}

describe('server-sent events', () => {
  it('are read across any cut, with comments and data of several lines', async () => {
    const events = [];
    for await (const event of readEvents(
      stream(': hi\n\nevent: rec', 'eived\r', '\ndata: a\r\nda', 'ta: b\n\n', 'data: c\n\n'),
    ))
      events.push(event);
    expect(events).toEqual([
      { event: 'received', data: 'a\nb' },
      { event: 'message', data: 'c' },
    ]);
  });
});

describe('the door for calls', () => {
  it('asks for an address, hands over what arrives, and gives the address back', async () => {
    const asked: string[] = [];
    let listened = 0;
    const fetch: Fetch = (address, init) => {
      asked.push(`${init.method ?? 'GET'} ${address}`);
      if (address === '/api/webhooks')
        return Promise.resolve(
          Response.json({
            id: 'w 1',
            url: 'http://h/hooks/w1',
            reach: 'this-computer',
            expires: 5,
          }),
        );
      if (init.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
      listened++;
      return Promise.resolve(
        listened === 1
          ? new Response(stream(delivery({ name: 'Ada' }), delivery('', { name: 'Bob' })))
          : new Response('', { status: 404 }),
      );
    };
    const ended = new AbortController();
    const door = await createWebhookDoor(fetch, () => Promise.resolve()).open(ended.signal);
    const calls: Json[] = [];
    await new Promise<void>((lost) =>
      door.receive(
        ({ message }) => {
          calls.push(message);
          return undefined;
        },
        lost,
        { answers: false, onOpen: () => void asked.push('calls come through') },
      ),
    );
    ended.abort();
    expect(door.registration.url).toBe('http://h/hooks/w1');
    expect(calls).toEqual([{ name: 'Ada' }, { name: 'Bob' }]);
    expect(asked).toEqual([
      'POST /api/webhooks',
      'GET /api/webhooks/w%201/events',
      'calls come through',
      'GET /api/webhooks/w%201/events',
      'DELETE /api/webhooks/w%201',
    ]);
  });

  it('tells callers who wait what the flow says first, and nothing that could overtake it', async () => {
    const asked: string[] = [];
    const fetch: Fetch = (address, init) => {
      asked.push(
        `${init.method ?? 'GET'} ${address} ${typeof init.body === 'string' ? init.body : ''}`,
      );
      if (address === '/api/webhooks')
        return Promise.resolve(
          Response.json({ id: 'w1', url: 'http://h/w1', reach: 'this-computer', expires: 5 }),
        );
      const isFirst = address.endsWith('/events?answers=1') && asked.length === 2;
      return Promise.resolve(
        isFirst
          ? new Response(stream(delivery(1), delivery(2)))
          : new Response('', { status: 404 }),
      );
    };
    const door = await createWebhookDoor(fetch, () => Promise.resolve()).open(
      new AbortController().signal,
    );
    await new Promise<void>((lost) =>
      door.receive(
        ({ message, answer }) => {
          if (message === 1) answer?.({ status: 200, headers: {}, body: '1' });
          answer?.('done');
          return undefined;
        },
        lost,
        { answers: true },
      ),
    );
    expect(asked.filter((one) => one.includes('/answers/'))).toEqual([
      'POST /api/webhooks/w1/answers/d {"status":200,"headers":{},"body":"1"}',
      'POST /api/webhooks/w1/answers/d {"without":"done"}',
    ]);
  });

  it('R2 reads no further than calls are taken', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull(controller) {
          given++;
          controller.enqueue(new TextEncoder().encode(delivery(given)));
        },
      },
      { highWaterMark: 0 },
    );
    const fetch: Fetch = (address, init) =>
      Promise.resolve(
        address === '/api/webhooks'
          ? Response.json({ id: 'w1', url: 'http://h/w1', reach: 'this-computer', expires: 5 })
          : init?.method === 'DELETE'
            ? new Response()
            : new Response(endless),
      );
    const ended = new AbortController();
    const door = await createWebhookDoor(fetch, () => Promise.resolve()).open(ended.signal);
    const calls: Json[] = [];
    door.receive(
      ({ message }) => {
        calls.push(message);
        return new Promise(() => undefined);
      },
      () => undefined,
      { answers: false },
    );
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    ended.abort();
    expect(calls).toEqual([1]);
    expect(given).toBeLessThan(5);
  });
});
