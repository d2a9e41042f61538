import { expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import { aFlow, aStep, findCustomers } from '../../../flow/testing/a-flow.ts';
import { aBench } from '../../effects/testing/a-bench.ts';
import { createDesk } from './create-desk.ts';

function aDesk() {
  const steps = [findCustomers(), aStep('each', 'for-each/each-entry')];
  const { bench } = aBench(aFlow({ steps }));
  const { actions } = createDesk(bench, 'each', 'list');
  const accepted: Binding[] = [];
  const field = (key: string) =>
    actions.register({
      key,
      label: key,
      schema: { type: 'array' },
      scope: [],
      accept: (binding) => accepted.push(binding),
    });
  return { bench, actions, accepted, field };
}
const tags = { from: 'find', path: ['tags'] };

it('puts data that is picked into the only field there is, without one being chosen', () => {
  const { bench, actions, accepted, field } = aDesk();
  field('[]');
  actions.pick(tags);
  expect(accepted).toEqual([{ kind: 'ref', ...tags }]);
  expect(bench.toasts.getState().toasts).toEqual([]);
});

it('says how to choose a field where it is not known which one is meant', () => {
  const { bench, actions, accepted, field } = aDesk();
  field('["one"]');
  field('["other"]');
  actions.pick(tags);
  expect(accepted).toEqual([]);
  expect(bench.toasts.getState().toasts.map(({ text }) => text)).toEqual([
    'Click a field on the right, then click the data that belongs there.',
  ]);
});
