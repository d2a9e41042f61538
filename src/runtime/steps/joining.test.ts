import { describe, expect, it } from 'vitest';
import { aFlow, field, fixed, formula, group } from '../testing/a-flow.ts';
import { rowsService } from '../testing/fake-service.ts';
import { ran, runToEnd } from '../testing/started-run.ts';
import type { Json } from '../../shared/index.ts';
import { liveHeapMb } from '../../shared/testing/live-heap.ts';

const orders = [{ no: 1 }, { no: 2 }, { no: 3 }];
const no = (from: string) => group({ no: field(from, 'no') });
const atLeast = (limit: number) =>
  ({ left: field('in', 'no'), is: 'greater', right: fixed(limit - 1) }) as const;

describe('a join', () => {
  it('gives one message with what each way gave, by the name of the step it comes from', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .maps('one', group({ a: field('in', 'no') }))
        .maps('two', group({ b: field('in', 'no') }), { after: ['in'] })
        .joins('both', { after: ['one', 'two'] }),
      orders.slice(0, 2),
    );
    expect(run.outputs('both')).toEqual([
      { ways: { one: { a: 1 }, two: { b: 1 } }, missing: [] },
      { ways: { one: { a: 2 }, two: { b: 2 } }, missing: [] },
    ]);
    expect(run.counts('both')).toMatchObject({ in: 4, done: 4, out: 2 });
  });

  it('names the branches that lead straight to it, and those that a message did not take', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .routes('way', { two: atLeast(2), three: atLeast(3) }, { settings: { match: 'all' } })
        .maps('check', no('in'), { after: ['way'], by: 'two' })
        .joins('all', { after: ['way'], by: 'three' })
        .maps('out', field('all'))
        .connects('check', 'all')
        .connects('way', 'all', 'otherwise'),
      orders,
    );
    expect(run.inputs('out')).toEqual([
      { ways: { Rest: { no: 1 } }, missing: ['three', 'check'] },
      { ways: { check: { no: 2 } }, missing: ['three', 'Rest'] },
      { ways: { check: { no: 3 }, three: { no: 3 } }, missing: ['Rest'] },
    ]);
  });

  it('is not held up by a copy that was refused or left out', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .maps('checked', group({ a: formula('$assert($a != 1, "no")', 'in', 'no') }), {
          onFailure: 'skip',
        })
        .filters('late', atLeast(3), { after: ['in'] })
        .joins('both', { after: ['checked', 'late'] }),
      orders,
    );
    expect(run.outputs('both')).toEqual([
      { ways: { checked: {} }, missing: ['late'] },
      { ways: { checked: {}, late: { no: 3 } }, missing: [] },
    ]);
  });

  it('joins inside each group, and what came before the ways can still be read', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .splits('each', field('in', 'lines'))
        .maps('one', field('each', 'entry'))
        .maps('two', field('each', 'position'), { after: ['each'] })
        .joins('both', { after: ['one', 'two'] })
        .collects('list', group({ at: field('each', 'position'), both: field('both', 'ways') }))
        .maps('out', group({ no: field('in', 'no'), list: field('list', 'list') })),
      [
        { no: 1, lines: ['a', 'b'] },
        { no: 2, lines: ['c'] },
      ],
    );
    expect(run.inputs('out')).toEqual([
      {
        no: 1,
        list: [
          { at: 1, both: { one: 'a', two: 1 } },
          { at: 2, both: { one: 'b', two: 2 } },
        ],
      },
      { no: 2, list: [{ at: 1, both: { one: 'c', two: 1 } }] },
    ]);
  });

  it('takes a way that takes lists apart and puts them together again as one copy', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .splits('each', field('in', 'lines'))
        .collects('list', field('each', 'entry'))
        .maps('short', no('in'), { after: ['in'] })
        .joins('both', { after: ['list', 'short'] }),
      [{ no: 1, lines: ['a', 'b'] }],
    );
    expect(run.outputs('both')).toEqual([
      { ways: { short: { no: 1 }, list: { list: ['a', 'b'], count: 2 } }, missing: [] },
    ]);
  });

  it('gives a list of what came where a way gave several messages', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .splits('each', field('in', 'lines'))
        .maps('short', no('in'), { after: ['in'] })
        .joins('both', { after: ['each', 'short'] }),
      [{ no: 1, lines: ['a', 'b'] }],
    );
    expect(run.outputs('both')).toEqual([
      {
        ways: {
          each: [
            { entry: 'a', position: 1, count: 2 },
            { entry: 'b', position: 2, count: 2 },
          ],
          short: { no: 1 },
        },
        missing: [],
      },
    ]);
  });

  it('can be followed by another one that waits for a third way of the same message', async () => {
    const run = await ran(
      aFlow()
        .receives('in')
        .maps('one', no('in'))
        .maps('two', no('in'), { after: ['in'] })
        .maps('three', no('in'), { after: ['in'] })
        .joins('first', { after: ['one', 'two'] })
        .joins('all', { after: ['first', 'three'] })
        .maps('out', field('all', 'missing')),
      orders,
    );
    expect(run.inputs('out')).toEqual([[], [], []]);
    expect(run.counts('all')).toMatchObject({ in: 6, out: 3 });
  });

  it('is tested alone on what the steps before it gave', async () => {
    const flow = aFlow()
      .receives('in')
      .maps('one', no('in'))
      .maps('two', no('in'), { after: ['in'] })
      .joins('both', { after: ['one', 'two'] });
    const run = await ran(flow, [], {
      scope: { kind: 'only', step: 'both' },
      samples: { one: [{ no: 1 }, { no: 2 }], two: [{ no: 9 }] },
    });
    expect(run.outputs('both')).toEqual([
      { ways: { one: { no: 1 }, two: { no: 9 } }, missing: [] },
      { ways: { one: { no: 2 } }, missing: ['two'] },
    ]);
  });

  it('keeps only what is on its way: 20,000 messages in less than 8 MB', async () => {
    const flow = aFlow()
      .receives('in')
      .splits('each', field('in', 'entries'))
      .maps('one', field('each', 'entry'))
      .maps('two', field('each', 'position'), { after: ['each'] })
      .joins('both', { after: ['one', 'two'] });
    const entries = Array.from({ length: 20_000 }, (_, id) => ({ id }));
    const before = liveHeapMb();
    const run = await ran(flow, [{ entries }]);
    expect(run.counts('both')).toMatchObject({ in: 40_000, done: 40_000, out: 20_000 });
    expect(liveHeapMb() - before).toBeLessThan(8);
  });
});

describe('totals', () => {
  const sales = [
    { country: 'AT', total: 0.1 },
    { country: 'IT', total: '30' },
    { country: 'AT', total: 0.2 },
    { country: 'AT', total: null },
  ];
  const of = (settings: Record<string, Json> = {}) =>
    aFlow()
      .receives('in')
      .totals(
        'sums',
        { input: field('in', 'total'), key: field('in', 'country') },
        { settings, onFailure: 'skip' },
      );

  it('adds as on paper, of everything and of each group, in the order in which groups came', async () => {
    expect((await ran(of(), sales)).outputs('sums')).toEqual([
      {
        count: 4,
        sum: 30.3,
        average: 10.1,
        minimum: 0.1,
        maximum: 30,
        first: 0.1,
        last: null,
        groups: [
          {
            key: 'AT',
            count: 3,
            sum: 0.3,
            average: 0.15,
            minimum: 0.1,
            maximum: 0.2,
            first: 0.1,
            last: null,
          },
          {
            key: 'IT',
            count: 1,
            sum: 30,
            average: 30,
            minimum: 30,
            maximum: 30,
            first: 30,
            last: 30,
          },
        ],
      },
    ]);
  });

  it('keeps every digit of long whole numbers', async () => {
    const run = await ran(of(), [
      { country: 'AT', total: 9007199254740993n },
      { country: 'AT', total: 1 },
    ]);
    expect(run.outputs('sums')).toMatchObject([
      { sum: 9007199254740994n, maximum: 9007199254740993n, minimum: 1 },
    ]);
  });

  it('refuses what is no number, and counts without it', async () => {
    const run = await ran(of(), [...sales, { country: 'AT', total: 'many' }]);
    expect(run.state.steps['sums']?.refusals[0]?.failure.code).toBe('steps.not-a-number');
    expect(run.outputs('sums')).toMatchObject([{ count: 4, sum: 30.3 }]);
  });

  it('counts anything where the person says so, and where no value is chosen', async () => {
    const anything = await ran(of({ values: 'anything' }), [{ country: 'AT', total: 'many' }]);
    expect(anything.outputs('sums')).toMatchObject([{ count: 1, sum: null, first: 'many' }]);
    const bare = await ran(aFlow().receives('in').totals('sums', {}), sales);
    expect(bare.outputs('sums')).toMatchObject([
      { count: 4, sum: null, average: null, first: sales[0], last: sales[3], groups: [] },
    ]);
  });

  it('has no average and no smallest of nothing but empty values', async () => {
    expect((await ran(of(), [{ country: 'AT' }])).outputs('sums')).toMatchObject([
      { count: 1, sum: 0, average: null, minimum: null, maximum: null },
    ]);
  });
});

describe('lists by time', () => {
  it('begin anew with the first message that comes after their time', async () => {
    let minutes = 0;
    // Each look at the clock is a minute later.
    const now = () => Promise.resolve(60_000 * minutes++);
    const flow = aFlow()
      .receives('in')
      .collects('list', field('in', 'no'), { settings: { minutes: 3 } });
    const received = Array.from({ length: 7 }, (_, at) => ({ no: at + 1 }));
    const run = await runToEnd(flow, rowsService(0), { received }, { ports: { now } });
    expect(run.outputs('list')).toEqual([
      { list: [1, 2, 3], count: 3 },
      { list: [4, 5, 6], count: 3 },
      { list: [7], count: 1 },
    ]);
  });
});
