import { expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { answered } from '../testing/a-call.ts';
import { shippedCatalog } from '../testing/shipped.ts';
import { planCall } from './plan-call.ts';
import { takeAnswer } from './take-answer.ts';

const catalog = shippedCatalog();
const component = catalog.component('catalog:rest');
const operation = catalog.operation('catalog:rest', 'request');
if (component === undefined || operation === undefined) throw new Error('no REST');

const body: JsonSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, email: { type: 'string' } },
  required: ['name', 'email'],
};

it('a field that the service needs and nobody sent is found in what the step itself says', () => {
  const shapes = { input: { schema: { type: 'object', properties: { body } } } as const };
  const planned = planCall({
    component,
    operation,
    settings: { method: 'POST', address: 'https://api.example.com/people' },
    input: { body: { name: 'Ada' } },
    shapes,
  });
  if (!planned.ok) throw new Error(planned.reason.code);
  const fieldsWith = (known: typeof shapes | undefined) => {
    const taken = takeAnswer({
      component,
      operation,
      request: planned.value,
      answer: answered(422, { errors: [{ field: 'email', message: 'is required' }] }),
      shapes: known,
    });
    return taken.ok ? 'taken' : taken.reason.fields.map(({ path }) => path);
  };
  expect(fieldsWith(shapes)).toEqual([['body', 'email']]);
  expect(fieldsWith(undefined)).toEqual([]);
});
