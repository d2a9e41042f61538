import { describe, expect, it } from 'vitest';
import { applyOperation } from './apply-operation.ts';
import type { Binding } from '../mapping/index.ts';
import type { Step } from './flow-document.ts';
import { sourcesOf } from './sources.ts';
import { outputSchemaOf } from './given.ts';
import {
  aFlow,
  aStep,
  addSubscriber,
  anEdge,
  catalog,
  findCustomers,
  group,
  ref,
} from './testing/a-flow.ts';

const mapper = (id: string, change: Partial<Step> = {}): Step =>
  aStep(id, 'mapper/make-message', change);
const filter = (id: string): Step => aStep(id, 'filter/only-if');

describe('sourcesOf', () => {
  it('is every earlier step, the first one first, with what it gives', () => {
    const flow = aFlow({ steps: [findCustomers(), filter('only'), addSubscriber(undefined)] });
    const sources = sourcesOf(flow, catalog, 'add');
    expect(sources.map(({ from, title }) => [from, title])).toEqual([
      ['find', 'find'],
      ['only', 'only'],
    ]);
    expect(sources[1]?.schema).toBe(sources[0]?.schema);
  });

  it('gives the whole list as a list', () => {
    const flow = aFlow({
      steps: [findCustomers('find', { emit: 'whole-list' }), addSubscriber(undefined)],
    });
    expect(outputSchemaOf(flow, catalog, 'find')).toMatchObject({
      type: 'array',
      items: { title: 'Customer' },
    });
  });

  it('knows what a mapper makes from its mapping alone', () => {
    const flow = aFlow({
      steps: [
        findCustomers(),
        mapper('make', { slots: { input: group({ who: ref('find', 'firstName') }) } }),
        addSubscriber(undefined),
      ],
    });
    expect(outputSchemaOf(flow, catalog, 'make')).toMatchObject({
      type: 'object',
      properties: { who: { type: 'string' } },
    });
  });

  it('knows a message to which fields are added, and what only passes it on', () => {
    const flow = aFlow({
      steps: [
        findCustomers(),
        aStep('more', 'set-values/set', {
          slots: {
            input: group({
              firstName: { kind: 'literal', value: 7 },
              who: ref('find', 'lastName'),
            }),
          },
        }),
        aStep('line', 'log/line'),
        addSubscriber(undefined),
      ],
    });
    const before = outputSchemaOf(flow, catalog, 'find')?.properties;
    const after = outputSchemaOf(flow, catalog, 'more')?.properties;
    expect(Object.keys(after ?? {})).toEqual([...Object.keys(before ?? {}), 'who']);
    expect(after).toMatchObject({ firstName: { type: 'integer' }, lastName: before?.['lastName'] });
    expect(outputSchemaOf(flow, catalog, 'line')).toBe(outputSchemaOf(flow, catalog, 'more'));
  });

  it('keeps the other fields of a group that is filled field by field', () => {
    const city = { kind: 'literal', value: 'Paris' } as const;
    const input = (inner: Binding): Partial<Step> => ({
      slots: { input: group({ address: inner }) },
    });
    const typeWith = (inner: Binding) =>
      outputSchemaOf(
        aFlow({
          steps: [
            mapper('make', { slots: { input: group({ address: group({ zip: city }) }) } }),
            aStep('more', 'set-values/set', input(inner)),
          ],
        }),
        catalog,
        'more',
      )?.properties?.['address']?.properties;
    expect(Object.keys(typeWith(group({ city })) ?? {})).toEqual(['zip', 'city']);
    expect(Object.keys(typeWith({ kind: 'literal', value: { city: 'Paris' } }) ?? {})).toEqual([
      'city',
    ]);
  });

  it('gives what went wrong to a step on the way of failures', () => {
    const flow = aFlow({
      steps: [findCustomers('find', { onFailure: 'error-branch' }), addSubscriber(undefined)],
      edges: [anEdge('find', 'add', { fromPort: 'error' })],
    });
    expect(Object.keys(sourcesOf(flow, catalog, 'add')[0]?.schema.properties ?? {})).toEqual([
      'error',
      'input',
    ]);
  });

  it('is the very same list while nothing before the step changed', () => {
    const flow = aFlow({ steps: [findCustomers(), addSubscriber(undefined)] });
    const before = sourcesOf(flow, catalog, 'add');
    const edited = applyOperation(flow, {
      type: 'step.set-slot',
      step: 'find',
      slot: 'input',
      content: group({}),
    });
    expect(edited.ok && sourcesOf(edited.value.flow, catalog, 'add')).toBe(before);
    const renamed = applyOperation(flow, { type: 'step.rename', step: 'find', name: 'Customers' });
    expect(renamed.ok && sourcesOf(renamed.value.flow, catalog, 'add')).not.toBe(before);
  });
});
