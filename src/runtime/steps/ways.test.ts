import { describe, expect, it } from 'vitest';
import { aFlow, field, fixed, formula, group, type FlowBuilder } from '../testing/a-flow.ts';
import { answered } from '../testing/fake-service.ts';
import { ran, runToEnd } from '../testing/started-run.ts';
import type { Json } from '../../shared/index.ts';
import { liveHeapMb } from '../../shared/testing/live-heap.ts';

const orders = [{ total: 5 }, { total: 500 }, { total: 50 }];
const above = (limit: number) =>
  ({ left: field('in', 'total'), is: 'greater', right: fixed(limit) }) as const;
const total = group({ total: field('in', 'total') });

describe('a router', () => {
  const routed = (settings: Record<string, Json> = {}) =>
    aFlow()
      .receives('in')
      .routes('way', { big: above(100), middle: above(10) }, { settings })
      .maps('bigs', total, { after: ['way'], by: 'big' })
      .maps('middles', total, { after: ['way'], by: 'middle' })
      .maps('rest', total, { after: ['way'], by: 'otherwise' });

  it('sends a message along the first branch that fits, the rest along "otherwise", and counts where they went', async () => {
    const run = await ran(routed(), orders);
    expect(run.inputs('bigs')).toEqual([{ total: 500 }]);
    expect(run.inputs('middles')).toEqual([{ total: 50 }]);
    expect(run.inputs('rest')).toEqual([{ total: 5 }]);
    expect(run.counts('way')).toMatchObject({
      in: 3,
      done: 3,
      out: 3,
      byPort: { big: 1, middle: 1, otherwise: 1 },
    });
  });

  it('sends a message along every branch that fits where it takes all', async () => {
    const run = await ran(routed({ match: 'all' }), orders);
    expect(run.inputs('bigs')).toEqual([{ total: 500 }]);
    expect(run.inputs('middles')).toEqual([{ total: 500 }, { total: 50 }]);
    expect(run.inputs('rest')).toEqual([{ total: 5 }]);
    expect(run.counts('way')).toMatchObject({ done: 3, out: 4 });
  });

  it('counts what leaves by a way that leads nowhere', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .routes('way', { big: above(100) }),
      orders,
    );
    expect(run.counts('way')?.byPort).toEqual({ otherwise: 2, big: 1 });
  });

  it('takes no branch that has no condition', async () => {
    const flow = routed().build();
    const [, way] = flow.steps;
    const bare = { ...way, slots: {} } as (typeof flow.steps)[number];
    const run = await ran(
      { build: () => ({ ...flow, steps: flow.steps.with(1, bare) }) } as FlowBuilder,
      orders,
    );
    expect(run.counts('way')?.byPort).toEqual({ otherwise: 3 });
  });

  it('sends everything along "otherwise" while it is switched off', async () => {
    const off = routed().build();
    const steps = off.steps.map((step) => (step.id === 'way' ? { ...step, disabled: true } : step));
    const run = await ran({ build: () => ({ ...off, steps }) } as FlowBuilder, orders);
    expect(run.counts('rest')).toMatchObject({ in: 3 });
    expect(run.counts('bigs')).toMatchObject({ in: 0 });
  });

  it('waits for formulas in its conditions', async () => {
    const text = formula('$map([$a], function($v) { $v > 10 })', 'in', 'total');
    const flow = aFlow()
      .receives('in')
      .routes('way', { big: { left: text, is: 'is-yes' } });
    expect((await ran(flow, orders)).counts('way')?.byPort).toEqual({ otherwise: 1, big: 2 });
  });
});

describe('for each', () => {
  it('gives one message for each entry, with its position and the number of entries', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'lines'))
      .maps('out', field('each'));
    const run = await ran(flow, [{ lines: ['a', 'b'] }, { lines: ['c'] }]);
    expect(run.inputs('out')).toEqual([
      { entry: 'a', position: 1, count: 2 },
      { entry: 'b', position: 2, count: 2 },
      { entry: 'c', position: 1, count: 1 },
    ]);
    expect(run.ids('out')).toEqual(['0.0', '0.1', '1.0']);
  });

  it('takes nothing for a list without entries', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'lines'))
      .maps('out', field('each'));
    const run = await ran(flow, [{ lines: [] }, { lines: null }]);
    expect(run.counts('each')).toMatchObject({ in: 2, done: 2, out: 0 });
    expect(run.counts('out')).toMatchObject({ in: 0 });
  });

  it('refuses what is no list', async () => {
    const run = await ran(aFlow().receives('in').splits('each', field('in', 'lines')), [
      { lines: 5 },
    ]);
    expect(run.state.steps['each']?.refusals[0]?.failure.code).toBe('runs.not-a-list');
  });
});

describe('collect', () => {
  const lines = [
    { no: 1, lines: [1, 2, 3] },
    { no: 2, lines: [4] },
    { no: 3, lines: [] },
  ];
  const perOrder = (flow: FlowBuilder) =>
    flow
      .collects('list', field('each', 'entry'))
      .maps('out', group({ no: field('in', 'no'), list: field('list', 'list') }));

  it('makes one list of the messages of each group, and what came before the group can still be read', async () => {
    const run = await ran(
      perOrder(aFlow().receives('in').splits('each', field('in', 'lines'))),
      lines,
    );
    expect(run.inputs('out')).toEqual([
      { no: 1, list: [1, 2, 3] },
      { no: 2, list: [4] },
    ]);
    expect(run.counts('list')).toMatchObject({ in: 4, done: 4, out: 2 });
  });

  it('ends a group whose last messages were left out or refused on the way', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'lines'))
      .filters('some', { left: field('each', 'entry'), is: 'less', right: fixed(3) })
      .maps('check', group({ a: formula('$assert($a != 2, "no")', 'each', 'entry') }), {
        onFailure: 'skip',
      });
    expect((await ran(perOrder(flow), lines)).inputs('out')).toEqual([{ no: 1, list: [1] }]);
  });

  it('makes one list of the whole run, in order, where nothing took a list apart or the person says so', async () => {
    const flow = (settings: Record<string, Json>) =>
      aFlow()
        .receives('in')
        .splits('each', field('in', 'lines'))
        .collects('list', field('each', 'entry'), { settings })
        .maps('out', field('list'));
    expect((await ran(flow({ of: 'run' }), lines)).inputs('out')).toEqual([
      { list: [1, 2, 3, 4], count: 4 },
    ]);
    const plain = aFlow()
      .receives('in')
      .collects('list', field('in', 'no'))
      .maps('out', field('list'));
    expect((await ran(plain, lines)).inputs('out')).toEqual([{ list: [1, 2, 3], count: 3 }]);
  });

  it('makes lists of lists where groups are inside each other', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('outer', field('in', 'rows'))
      .splits('inner', field('outer', 'entry'))
      .collects('small', field('inner', 'entry'))
      .collects('big', field('small', 'list'))
      .maps('out', field('big', 'list'));
    expect((await ran(flow, [{ rows: [[1, 2], [3]] }, { rows: [[4]] }])).inputs('out')).toEqual([
      [[1, 2], [3]],
      [[4]],
    ]);
  });

  it('makes lists of so many, which belong to the group they were made of', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'lines'))
      .collects('pairs', field('each', 'entry'), { settings: { size: 2 } })
      .collects('all', field('pairs', 'list'))
      .maps('out', field('all', 'list'));
    const run = await ran(flow, lines);
    expect(run.inputs('out')).toEqual([[[1, 2], [3]], [[4]]]);
    expect(run.counts('pairs')).toMatchObject({ in: 4, done: 4, out: 3 });
  });

  it('puts what came different ways into the order in which it was made', async () => {
    const big = { left: field('each', 'entry'), is: 'greater', right: fixed(1) } as const;
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'lines'))
      .routes('way', { big })
      .maps('slow', field('each'), { after: ['way'], by: 'big' })
      .maps('fast', field('each'), { after: ['way'], by: 'otherwise' })
      .collects('list', field('each', 'entry'), { after: ['slow', 'fast'] })
      .maps('out', field('list', 'list'));
    expect((await ran(flow, lines)).inputs('out')).toEqual([[1, 2, 3], [4]]);
  });

  it('does not wait for messages that go another way for good', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'lines'))
      .collects('list', field('each', 'entry'))
      .maps('aside', field('each'), { after: ['each'] })
      .adds('send', field('each'), { after: ['aside'] })
      .maps('out', field('list', 'list'), { after: ['list'] });
    const run = await ran(flow, lines, { writes: 'ask' });
    expect(run.inputs('out')).toEqual([[1, 2, 3], [4]]);
  });
});

describe('removing duplicates', () => {
  it('lets the first of each key pass and counts the others as left out', async () => {
    const flow = aFlow()
      .receives('in')
      .passesOnce('once', field('in', 'mail'))
      .maps('out', field('in'));
    const run = await ran(flow, [
      { mail: 'a', no: 1 },
      { mail: 'b', no: 2 },
      { mail: 'a', no: 3 },
      { no: 4 },
      { mail: '', no: 5 },
      { mail: '', no: 6 },
    ]);
    expect(run.inputs('out')).toMatchObject([
      { no: 1 },
      { no: 2 },
      { no: 4 },
      { no: 5 },
      { no: 6 },
    ]);
    expect(run.counts('once')).toMatchObject({ in: 6, done: 5, dropped: 1 });
  });

  it('tells texts from numbers', async () => {
    const flow = aFlow().receives('in').passesOnce('once', field('in', 'no'));
    expect((await ran(flow, [{ no: 1 }, { no: '1' }, { no: 1 }])).counts('once')).toMatchObject({
      done: 2,
      dropped: 1,
    });
  });
});

describe('memory', () => {
  it('holds of the keys that passed no more than fingerprints, however long they are', async () => {
    const [page, count] = [500, 10_000];
    const before = liveHeapMb();
    let grown = 0;
    const run = await runToEnd(
      aFlow().lists('rows').passesOnce('once', field('rows')),
      ({ query }) => {
        const from = Number(query.find(([name]) => name === 'after')?.[1] ?? 0);
        if (from % 2_500 === 0) grown = Math.max(grown, liveHeapMb() - before);
        const items = Array.from({ length: page }, (_, at) => ({
          name: String(Math.floor((from + at) / 2)).padEnd(5_000, 'abc'),
        }));
        return answered(200, { items, next: from + page < count ? String(from + page) : null });
      },
    );
    expect(run.counts('once')).toMatchObject({ done: count / 2, dropped: count / 2 });
    expect(grown).toBeLessThan(16);
  });

  it('holds no more than what is collected: 100,000 small records of a list in less than 16 MB', async () => {
    const entries = Array.from({ length: 100_000 }, (_, id) => ({ id, name: `row ${String(id)}` }));
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'entries'))
      .filters('some', { left: field('each', 'entry', 'id'), is: 'not-equals', right: fixed(5) })
      .collects('list', group({ id: field('each', 'entry', 'id') }))
      .maps('out', group({ count: field('list', 'count') }));
    const before = liveHeapMb();
    const run = await ran(flow, [{ entries }]);
    const grown = liveHeapMb() - before;
    expect(run.inputs('out')).toEqual([{ count: 99_999 }]);
    expect(grown).toBeLessThan(16);
  });
});
