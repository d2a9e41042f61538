import { describe, expect, it } from 'vitest';
import { aFlow, field, fixed, formula } from '../testing/a-flow.ts';
import { ran } from '../testing/started-run.ts';
import type { Condition } from '../../mapping/index.ts';

const people = [{ name: 'Ada', age: 36 }, { name: 'Bob' }, { name: 'Cy', age: null }];
const filtered = (condition: Condition) =>
  ran(
    aFlow()
      .receives('in')
      .filters('some', condition, { onFailure: 'skip' })
      .maps('out', field('in')),
    people,
  );

describe('a filter', () => {
  it('lets everything pass, unchanged, as long as it has no condition', async () => {
    const run = await filtered({ all: [] });
    expect(run.inputs('out')).toEqual(people);
    expect(run.counts('some')).toMatchObject({ in: 3, done: 3, dropped: 0 });
  });

  it('leaves out, counts and keeps what does not meet its condition, also where there is nothing to compare', async () => {
    const run = await filtered({ left: field('in', 'age'), is: 'greater', right: fixed(18) });
    expect(run.inputs('out')).toEqual([people[0]]);
    expect(run.counts('some')).toMatchObject({ in: 3, done: 1, dropped: 2, refused: 0, out: 1 });
    expect(run.records('some').map(({ state, input }) => [state, input])).toEqual([
      ['done', people[0]],
      ['dropped', people[1]],
      ['dropped', people[2]],
    ]);
  });

  it('refuses a message whose condition cannot be worked out, and says why', async () => {
    const broken = formula('$assert($a != "Bob", "not Bob")', 'in', 'name');
    const run = await filtered({ left: broken, is: 'equals', right: fixed(true) });
    expect(run.records('some')[1]).toMatchObject({
      state: 'refused',
      input: { name: 'Bob' },
      failure: { code: 'mapping.formula-own-words' },
    });
    expect(run.counts('some')).toMatchObject({ refused: 1 });
  });

  it('keeps the order where the condition has to be waited for', async () => {
    const waited = formula('$map([$a], function($v) { $v & "" })', 'in', 'name');
    const run = await filtered({ left: waited, is: 'not-equals', right: fixed('Bob') });
    expect(run.inputs('out')).toEqual([people[0], people[2]]);
  });

  it('gives the way of those that were left out nothing: they are not refused', async () => {
    const run = await filtered({ left: field('in', 'name'), is: 'equals', right: fixed('nobody') });
    expect(run.state.status).toBe('done');
    expect(run.state.steps['out']?.status).toBe('not-reached');
    expect(run.counts('some')).toMatchObject({ in: 3, dropped: 3, refused: 0 });
  });
});
