import { expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import type { Flow } from '../../../flow/index.ts';
import { inLanguage } from './in-language.ts';
import { templateFlows } from './template-flows.ts';

const texts = { Order: 'Bestellung', first: 'erste', Hello: 'Hallo' };

function withStep(step: Partial<Flow['steps'][number]>): Flow {
  const [some] = Object.values(templateFlows);
  if (some === undefined) throw new Error('there is no template');
  const base = { component: 'catalog:c', componentVersion: '1.0.0', operation: 'o' };
  const whole = { id: 'Order', name: 'Order', ...base, settings: {}, slots: {}, ...step };
  return { ...some, name: 'Order', steps: [whole], credentials: [] };
}

const hello: Binding = { kind: 'literal', value: 'Hello' };
const order: Binding = { kind: 'ref', from: 'Order', path: ['Order'] };

it('says what people read in another language', () => {
  const flow = withStep({
    labels: { '/settings/kind': 'Order' },
    settings: { branches: [{ id: 'first', name: 'Order' }] },
    shapes: { output: { schema: { title: 'Order', type: 'string' }, origin: 'by-hand' } },
    slots: {
      input: {
        kind: 'object',
        props: {
          a: { kind: 'text', parts: ['Hello', order] },
          b: { kind: 'convert', of: order, with: [{ name: 'default-if-empty', value: 'Hello' }] },
          c: { kind: 'when', branches: [], otherwise: hello },
        },
      },
    },
  });
  expect(inLanguage(flow, texts)).toMatchObject({
    name: 'Bestellung',
    steps: [
      {
        id: 'Order',
        name: 'Bestellung',
        labels: { '/settings/kind': 'Bestellung' },
        settings: { branches: [{ id: 'first', name: 'Bestellung' }] },
        shapes: { output: { schema: { title: 'Bestellung' } } },
        slots: {
          input: {
            props: {
              a: { parts: ['Hallo', order] },
              b: { of: order, with: [{ name: 'default-if-empty', value: 'Hallo' }] },
              c: { otherwise: { value: 'Hallo' } },
            },
          },
        },
      },
    ],
  });
});

it('leaves what means something to the flow or a service, also where it is the same word', () => {
  const step = {
    settings: { value: 'Order', title: 'Order', name: 'Order', labels: ['Order'] },
    shapes: {
      output: {
        schema: { type: 'string', enum: ['Order'], examples: ['Hello'], default: 'Hello' },
        origin: 'by-hand',
      },
    },
    slots: {
      input: {
        kind: 'list',
        parts: [
          {
            forEach: { kind: 'convert', of: order, with: [{ name: 'first' }] },
            name: 'Order',
            item: { kind: 'table', on: order, rows: [{ equals: 'Order', then: order }] },
          },
        ],
      },
    },
  } as const satisfies Partial<Flow['steps'][number]>;
  expect(inLanguage(withStep(step), texts).steps[0]).toMatchObject(step);
});
