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
  it('lets the first report out after 40 ms', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    await clock.advance(39);
    expect(posts).toEqual([]);
    await clock.advance(1);
    expect(posts).toEqual([{ runId: 'r', number: 1, events: [started] }]);
  });

  it('gathers what follows for 50 ms and keeps the latest counts of each step', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    await clock.advance(40);
    outbox.acknowledge(1);
    for (let done = 1; done <= 500; done++) outbox.add(counted('a', done));
    outbox.add(counted('b', 3));
    await clock.advance(49);
    expect(posts).toHaveLength(1);
    await clock.advance(1);
    expect(posts[1]?.events).toEqual([counted('a', 500), counted('b', 3)]);
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
    expect(posts.length).toBeLessThanOrEqual(21);
    expect(posts.length).toBeGreaterThanOrEqual(19);
  });

  it('waits for a page that has not taken the last batch, and then sends only the latest', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    outbox.add(counted('a', 1));
    await clock.advance(5000);
    outbox.add(counted('a', 2));
    expect(posts).toHaveLength(1);
    outbox.acknowledge(1);
    await clock.advance(50);
    expect(posts[1]?.events).toEqual([counted('a', 2)]);
  });

  it('lets the end out at once, even when the page is slow, with the last counts before it', async () => {
    const { clock, posts, outbox } = anOutbox();
    outbox.add(started);
    await clock.advance(40);
    outbox.add(counted('a', 7));
    outbox.add(finished);
    expect(posts[1]?.events).toEqual([counted('a', 7), finished]);
  });

  it('tells a run that is over at once in one report', () => {
    const { posts, outbox } = anOutbox();
    outbox.add(started);
    outbox.add(finished);
    expect(posts.map(({ events }) => events)).toEqual([[started, finished]]);
  });

  it('R6 sends of ten thousand refusals the fifty that a screen lists', () => {
    const { posts, outbox } = anOutbox();
    outbox.add(started);
    for (let index = 0; index < 10_000; index++)
      outbox.add({ type: 'message.refused', step: 'a', message: String(index), index, failure });
    outbox.add(finished);
    expect(posts[0]?.events.filter(({ type }) => type === 'message.refused')).toHaveLength(50);
  });
});
