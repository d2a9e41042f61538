import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aFlow } from '../../flow/testing/a-flow.ts';
import { waitNoLonger } from '../state/once-open.ts';
import { addOnceOpen } from './add-once-open.ts';
import { aBench } from './testing/a-bench.ts';

const flow = aFlow({ steps: [] });
const other = { ...flow, id: 'other' };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
});
afterEach(() => {
  waitNoLonger();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the flow has once the wanted additions have been made, or not. */
function fromCatalogue() {
  const { bench } = aBench(flow);
  bench.document.close();
  return {
    want: (component: string) => addOnceOpen(bench, { flow: flow.id }, component),
    open(opened = flow): readonly string[] {
      bench.document.open(opened);
      vi.runAllTimers();
      return (bench.document.getState().flow?.steps ?? []).map(({ component }) => component);
    },
  };
}

test('adds what was chosen last, once, when its flow is open', () => {
  const { want, open } = fromCatalogue();
  want('catalog:router');
  want('catalog:log');
  expect(open()).toEqual(['catalog:log']);
  expect(open()).toEqual([]);
});

test('adds nothing to another flow, nor to its own one afterwards', () => {
  const { want, open } = fromCatalogue();
  want('catalog:log');
  expect(open(other)).toEqual([]);
  expect(open()).toEqual([]);
});

test('adds nothing later where the flow was left before it was open', () => {
  const { want, open } = fromCatalogue();
  want('catalog:log');
  waitNoLonger();
  expect(open()).toEqual([]);
});
