import { describe, expect, it } from 'vitest';
import type { Condition } from '../mapping/index.ts';
import {
  aFlow,
  field,
  fixed,
  group,
  rowsService,
  testComponents,
  type FlowBuilder,
} from '../runtime/testing/index.ts';
import { aPage, ask } from './testing/a-page.ts';

const slim = group({ name: field('rows', 'name') });
const isRow1: Condition = {
  left: field('slim', 'name'),
  is: 'equals',
  right: fixed('row 1'),
};
const isEarly: Condition = { left: field('rows', 'id'), is: 'less', right: fixed(2) };

async function why(flow: FlowBuilder, index: number) {
  const page = aPage(rowsService(3));
  await page.client.start(ask(flow));
  await expect.poll(() => page.state()?.status).toBe('done');
  const lines = await page.client.whyDropped({
    runId: 'r1',
    step: 'some',
    index,
    flow: flow.build(),
    components: testComponents,
  });
  return lines.map(({ comparison, left, right, holds }) => [comparison.is, left, right, holds]);
}

describe('why a message was left out', () => {
  const flow = aFlow()
    .lists('rows')
    .maps('slim', slim)
    .filters('some', { all: [isRow1, isEarly] });

  it('is told by what the step before gave, and by what earlier ones gave for it', async () => {
    expect(await why(flow, 2)).toEqual([
      ['equals', 'row 2', 'row 1', false],
      ['less', 2, 2, false],
    ]);
    expect(await why(flow, 0)).toEqual([['equals', 'row 0', 'row 1', false]]);
  });

  it('is nothing of a message that passed', async () => {
    expect(await why(flow, 1)).toEqual([]);
  });

  it('is nothing where what was looked at is not kept', async () => {
    const once = aFlow()
      .lists('rows')
      .filters('some', { left: field('flow', 'run'), is: 'equals', right: fixed('other') });
    expect(await why(once, 0)).toEqual([]);
  });
});
