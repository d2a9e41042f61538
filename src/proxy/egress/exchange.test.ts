import { describe, expect, it } from 'vitest';
import { callerOf } from '../caller.ts';
import { Exchange } from './exchange.ts';
import { limitsByProfile } from './limits.ts';
import { createWatch } from './watch.ts';

const limits = { ...limitsByProfile.call, answerBytes: 1_000_000 };

/** The wire in place of undici's: it tells what it was asked for. */
function onTheWire() {
  const asked: string[] = [];
  const controller = {
    aborted: false,
    paused: false,
    reason: null,
    abort: (reason: Error) => void asked.push(`abort ${reason.message}`),
    pause: () => void asked.push('pause'),
    resume: () => void asked.push('resume'),
  };
  const caller = new AbortController();
  const watch = createWatch(1000, 'a.example', callerOf(caller.signal));
  const exchange = new Exchange('a.example', watch, limits);
  exchange.onRequestStart(controller);
  return {
    asked,
    caller,
    exchange,
    begin: (status = 200) => exchange.onResponseStart(controller, status, { etag: '"1"' }),
    give: (piece: string | number) =>
      exchange.onResponseData(
        controller,
        typeof piece === 'string' ? Buffer.from(piece) : Buffer.alloc(piece),
      ),
    end: () => exchange.onResponseEnd(),
    fail: (cause: Error) => exchange.onResponseError(controller, cause),
    done: () => watch.end(),
  };
}

async function readAll(exchange: Exchange): Promise<number> {
  let bytes = 0;
  for await (const piece of exchange.pieces()) bytes += piece.length;
  return bytes;
}

describe('an answer on the wire', () => {
  it('has its head after those that only announce it', async () => {
    const wire = onTheWire();
    wire.begin(103);
    wire.begin(201);
    expect(await wire.exchange.head()).toEqual({ status: 201, headers: { etag: '"1"' } });
    wire.done();
  });

  it('is one piece where it is short, in however many it came', async () => {
    const wire = onTheWire();
    wire.begin();
    const whole = wire.exchange.whole();
    for (const part of ['to', 'get', 'her']) wire.give(part);
    wire.end();
    expect([String(await whole), wire.asked]).toEqual(['together', []]);
    wire.done();
  });

  it('makes its service wait while more than a short one is there, and lets it go on when that is read', async () => {
    const wire = onTheWire();
    wire.begin();
    wire.give(40_000);
    wire.give(40_000);
    expect([await wire.exchange.whole(), wire.asked]).toEqual([undefined, ['pause']]);
    const all = readAll(wire.exchange);
    expect(wire.asked).toEqual(['pause', 'resume']);
    wire.end();
    expect(await all).toBe(80_000);
    wire.done();
  });

  it('that is left closes its connection, unless all of it has come', () => {
    const [open, over] = [onTheWire(), onTheWire()];
    for (const wire of [open, over]) wire.begin();
    over.end();
    for (const { exchange, done } of [open, over]) {
      exchange.leave();
      done();
    }
    expect([open.asked, over.asked]).toEqual([['abort proxy.call-cancelled'], []]);
  });

  it('that grows beyond its limit is broken off while nobody reads it', async () => {
    const wire = onTheWire();
    wire.begin();
    wire.give(1_000_001);
    expect(wire.asked).toEqual(['abort proxy.answer-too-large']);
    await expect(wire.exchange.whole()).rejects.toThrow('proxy.answer-too-large');
    wire.done();
  });

  it('ends for the first cause, whatever follows from it', async () => {
    const wire = onTheWire();
    wire.begin();
    const whole = wire.exchange.whole();
    wire.caller.abort();
    wire.fail(new Error('aborted'));
    await expect(whole).rejects.toThrow('proxy.call-cancelled');
    wire.done();
  });

  it('is cut where its service breaks off in the middle, and never came where it breaks off before', async () => {
    const [before, midway] = [onTheWire(), onTheWire()];
    midway.begin();
    for (const wire of [before, midway]) {
      wire.fail(new Error('gone'));
      wire.done();
    }
    await expect(before.exchange.head()).rejects.toThrow('proxy.service-unreachable');
    await expect(midway.exchange.whole()).rejects.toThrow('proxy.answer-cut');
  });

  it('is not asked for any more where the caller has gone before it', async () => {
    const wire = onTheWire();
    wire.caller.abort();
    await expect(wire.exchange.head()).rejects.toThrow('proxy.call-cancelled');
    wire.done();
  });
});
