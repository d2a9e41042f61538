import { describe, expect, it } from 'vitest';
import type { Counts, Failure, RunEvent } from '../runtime/contract.ts';
import { fakeClock } from '../runtime/testing/index.ts';
import { EventOutbox, type EventBatch } from './event-outbox.ts';

const failure: Failure = { kind: 'terminal', code: 'service.refused', params: {}, fields: [] };
const counts = (done: number): Counts => ({
  in: done,
  done,
  refused: 0,
  dropped: 0,
  held: 0,
  cancelled: 0,
  out: done,
});
const started: RunEvent = { type: 'run.started', runId: 'r', at: 0, steps: ['a', 'b'] };
const finished: RunEvent = { type: 'run.finished', at: 1, status: 'done' };
const counted = (step: string, done: number): RunEvent => ({
  type: 'step.counted',
  step,
  counts: counts(done),
});

function anOutbox() {
  const clock = fakeClock();
  const posts: EventBatch[] = [];
  const outbox = new EventOutbox('r', {
    now: clock.now,
    later: (ms, act) => void clock.sleep(ms).then(act),
    post: (batch) => posts.push(batch),
  });
  return { clock, posts, outbox };
}

describe('the outbox of a run', () => {
  it('lets the beginning of a run and of a step out before anything else is done', () => {
    const { posts, outbox } = anOutbox();
    const begun: RunEvent = { type: 'step.started', step: 'a', at: 0 };
    outbox.add(started);
    outbox.add(begun);
    expect(posts).toEqual([
      { runId: 'r', number: 1, events: [started] },
      { runId: 'r', number: 2, events: [begun] },
    ]);
  });

  it('gathers what follows, and keeps the latest counts of each step: 30 ms first, then 50', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    for (let done = 1; done <= 500; done++) outbox.add(counted('a', done));
    outbox.add(counted('b', 3));
    await clock.advance(29);
    expect(posts).toHaveLength(1);
    await clock.advance(1);
    expect(posts[1]?.events).toEqual([counted('a', 500), counted('b', 3)]);
    outbox.acknowledge(2);
    outbox.add(counted('a', 501));
    await clock.advance(49);
    expect(posts).toHaveLength(2);
    await clock.advance(1);
    expect(posts[2]?.events).toEqual([counted('a', 501)]);
  });

  it('R6 posts at most 20 times a second', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    outbox.acknowledge(1);
    for (let ms = 0; ms < 1000; ms++) {
      outbox.add(counted('a', ms));
      await clock.advance(1);
      outbox.acknowledge(posts.length);
    }
    expect(posts.length).toBeLessThanOrEqual(22);
    expect(posts.length).toBeGreaterThanOrEqual(20);
  });

  it('waits for a page that has not taken the last batch, and then sends only the latest', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    outbox.add(counted('a', 1));
    await clock.advance(30);
    outbox.add(counted('a', 2));
    await clock.advance(5000);
    outbox.add(counted('a', 3));
    expect(posts).toHaveLength(2);
    outbox.acknowledge(2);
    await clock.advance(50);
    expect(posts[2]?.events).toEqual([counted('a', 3)]);
  });

  it('lets the end out at once, even when the page is slow, with the last counts before it', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    outbox.add(counted('a', 6));
    await clock.advance(30);
    outbox.add(counted('a', 7));
    outbox.add(finished);
    expect(posts[2]?.events).toEqual([counted('a', 7), finished]);
  });

  it('R6 sends of ten thousand refusals the fifty that a screen lists', () => {
    const { posts, outbox } = anOutbox();
    outbox.add(started);
    for (let index = 0; index < 10_000; index++)
      outbox.add({ type: 'message.refused', step: 'a', message: String(index), index, failure });
    outbox.add(finished);
    expect(posts[1]?.events.filter(({ type }) => type === 'message.refused')).toHaveLength(50);
  });
});
