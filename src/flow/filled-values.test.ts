import { expect, test } from 'vitest';
import type { Json } from '../shared/index.ts';
import type { Binding } from '../mapping/index.ts';
import { filledValues } from './filled-values.ts';
import { addSubscriber, aStep, catalog, findCustomers, group, ref } from './testing/a-flow.ts';

const fixed = (value: Json): Binding => ({ kind: 'literal', value });

test('names a chosen option as the service names it', () => {
  const step = findCustomers('find', { slots: { input: group({ status: fixed('lead') }) } });
  expect(filledValues(step, catalog)).toEqual([{ title: 'Status', text: 'Lead' }]);
});

test('leaves out what comes from earlier steps, groups, lists and nothing', () => {
  const step = addSubscriber(
    group({
      email: ref('find', 'email'),
      tags: fixed(['vip']),
      birthday: fixed(null),
      firstName: fixed(''),
      source: fixed('Shop'),
    }),
  );
  expect(filledValues(step, catalog)).toEqual([{ title: 'Source', text: 'Shop' }]);
});

test('says yes by the title alone, and no not at all', () => {
  const step = addSubscriber(group({ wanted: fixed(true), other: fixed(false) }));
  expect(filledValues(step, catalog)).toEqual([{ title: 'Wanted', text: undefined }]);
});

test('knows nothing of a step whose fields are empty', () => {
  expect(filledValues(findCustomers(), catalog)).toEqual([]);
});

test('names a secret and keeps its value', () => {
  const pin = { type: 'string', title: 'PIN', writeOnly: true } as const;
  const step = aStep('ask', 'rest/request', {
    shapes: { input: { schema: { type: 'object', properties: { pin } }, origin: 'by-hand' } },
    slots: { input: group({ pin: fixed('0000') }) },
  });
  expect(filledValues(step, catalog)).toEqual([{ title: 'PIN', text: undefined }]);
});
