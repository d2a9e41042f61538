import { describe, expect, it } from 'vitest';
import { aFlow, aStep, addSubscriber, catalog, findCustomers } from '../testing/a-flow.ts';
import { isFreePlace } from './free-place.ts';
import { neededAfter } from './needed-after.ts';

describe('a place whose shape the person says', () => {
  it('is the whole of what a mapper makes, and a request’s data', () => {
    const mapper = aStep('make', 'mapper/make-message');
    const rest = aStep('call', 'rest/request');
    expect(isFreePlace(mapper, catalog, [])).toBe(true);
    expect(isFreePlace(mapper, catalog, ['anything'])).toBe(false);
    expect(
      [[], ['body'], ['headers'], ['query'], ['body', 'name']].map((at) =>
        isFreePlace(rest, catalog, at),
      ),
    ).toEqual([false, true, false, false, false]);
    expect(isFreePlace(addSubscriber(undefined), catalog, [])).toBe(false);
  });
});

describe('what the next step needs', () => {
  it('is told from behind a filter', () => {
    const flow = aFlow({
      steps: [
        aStep('make', 'mapper/make-message'),
        aStep('only', 'filter/only-if'),
        addSubscriber(undefined),
      ],
    });
    expect(neededAfter(flow, catalog, 'make')).toMatchObject({
      step: 'add',
      schema: { title: 'New subscriber' },
    });
  });

  it('is unknown of a step that takes anything, and of nothing', () => {
    const flow = aFlow({ steps: [findCustomers(), aStep('make', 'mapper/make-message')] });
    expect(neededAfter(flow, catalog, 'find')).toEqual({ step: 'make', schema: undefined });
    expect(neededAfter(flow, catalog, 'make')).toBeUndefined();
  });
});
