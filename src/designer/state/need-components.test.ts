import { expect, test } from 'vitest';
import { addSubscriber, aFlow, findCustomers } from '../../flow/testing/a-flow.ts';
import { componentsIn } from './need-components.ts';

test('a flow needs the components of its steps, of flows it carries, and of what "undo" brings back', () => {
  const removed = addSubscriber(undefined, 'gone');
  const history = {
    past: [
      {
        operation: { type: 'step.remove', step: 'gone' },
        inverse: {
          type: 'batch',
          label: 'x',
          operations: [{ type: 'step.add', step: { ...removed, component: 'catalog:slack' } }],
        },
      },
    ],
    future: [],
  } as unknown as Parameters<typeof componentsIn>[1]; // what else is in an entry is not read
  const flow = {
    ...aFlow({ steps: [findCustomers('a')] }),
    calledFlows: [{ steps: [removed] }],
  };
  expect([...componentsIn(flow, history)]).toEqual([
    'catalog:crm',
    'catalog:newsletter',
    'catalog:slack',
  ]);
});
