import { describe, expect, it } from 'vitest';
import { aFlow, field, group } from '../testing/a-flow.ts';
import { rowsService } from '../testing/fake-service.ts';
import { runToEnd } from '../testing/started-run.ts';
import { takingTime } from '../testing/contract/ask-host.ts';
import { CallPlaces } from './call-places.ts';

const goesOn = { onStop: () => () => undefined };

function stopping() {
  const listeners = new Set<() => void>();
  return {
    listeners,
    onStop(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      const told = [...listeners];
      listeners.clear();
      for (const listener of told) listener();
    },
  };
}

describe('places for calls', () => {
  it('gives a free place without a promise', () => {
    const places = new CallPlaces(2);
    expect(places.enter(goesOn)).toBeUndefined();
    expect(places.enter(goesOn)).toBeUndefined();
    expect(places.enter(goesOn)).toBeInstanceOf(Promise);
  });

  it('gives the place that comes free to whoever waits longest, not to who comes now', async () => {
    const places = new CallPlaces(1);
    const order: string[] = [];
    void places.enter(goesOn);
    const first = places.enter(goesOn)?.then(() => order.push('first'));
    const second = places.enter(goesOn)?.then(() => order.push('second'));
    places.leave();
    const late = places.enter(goesOn)?.then(() => order.push('late'));
    await first;
    places.leave();
    await second;
    places.leave();
    await late;
    expect(order).toEqual(['first', 'second', 'late']);
  });

  it('lets go whoever waits when the run stops, and keeps no place and no listener for them', async () => {
    const places = new CallPlaces(1);
    const run = stopping();
    void places.enter(goesOn);
    const waiting = places.enter(run);
    run.stop();
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'runs.cancelled' } });
    places.leave();
    expect(places.enter(run)).toBeUndefined();
    expect(run.listeners.size).toBe(0);
  });

  it('has no listener left behind a wait', async () => {
    const places = new CallPlaces(1);
    const run = stopping();
    void places.enter(run);
    const waiting = places.enter(run);
    places.leave();
    await waiting;
    expect(run.listeners.size).toBe(0);
  });

  it('gives back its own place when the run stops while it waits for one of the run around it', async () => {
    const around = new CallPlaces(1);
    const places = new CallPlaces(1, around);
    const run = stopping();
    void around.enter(goesOn);
    const waiting = places.enter(run);
    run.stop();
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'runs.cancelled' } });
    around.leave();
    expect(places.enter(goesOn)).toBeUndefined();
  });

  it('R5 lets a cancel end all calls at once: two were on their way, the others say that nothing was sent', async () => {
    const { state, records } = await runToEnd(
      aFlow()
        .lists('rows')
        .finds('detail', group({ id: field('rows', 'id') }), { parallel: 8 }),
      (request, call) => (call < 3 ? rowsService(20)(request, call) : new Promise(() => undefined)),
      { limits: { callsAtOnce: 2 } },
      {
        onEvent(event, cancel) {
          if (event.type === 'step.counted' && event.counts.done === 2) cancel();
        },
      },
    );
    expect(state().status).toBe('cancelled');
    const why = records('detail').map(({ failure }) => failure?.code);
    expect(why.filter((code) => code === 'runs.cancelled-while-sending')).toHaveLength(2);
    expect(why.filter((code) => code === 'runs.cancelled')).toHaveLength(16);
  });

  it('gives a step with one call at a time its turn beside one with sixteen', async () => {
    const id = group({ id: field('rows', 'id') });
    const { ports } = await runToEnd(
      aFlow()
        .lists('rows')
        .finds('many', id, { parallel: 16 })
        .adds('single', id, { after: ['rows'], parallel: 1 }),
      takingTime(rowsService(400)),
      { limits: { callsAtOnce: 2 } },
    );
    const made = ports.service.requests.map(({ method }) => method);
    const singles = made.flatMap((method, at) => (method === 'POST' ? [at] : []));
    const between = singles.slice(1).map((at, before) => at - (singles[before] ?? 0) - 1);
    expect(singles).toHaveLength(400);
    // Those that waited already, and the two that were on their way.
    expect(Math.max(...between)).toBeLessThanOrEqual(18);
  });
});
