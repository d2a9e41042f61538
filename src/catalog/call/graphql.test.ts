import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import type { ServiceAnswer } from '../call-contract.ts';
import { effectOf } from '../effect-of.ts';
import { planCall } from './plan-call.ts';
import { takeAnswer } from './take-answer.ts';
import { answered, asHttpRequest } from '../testing/a-call.ts';
import { shippedCatalog } from '../testing/shipped.ts';

const catalog = shippedCatalog();
const component = catalog.component('catalog:graphql');
const operation = catalog.operation('catalog:graphql', 'request');
if (component === undefined || operation === undefined) throw new Error('no GraphQL');

const query = 'query ($id: ID!) { customer(id: $id) { name } }';
const planned = (input: Json, settings: Record<string, Json> = {}) => {
  const plan = planCall({
    component,
    operation,
    settings: { address: 'https://api.example.com/graphql', query, ...settings },
    input,
  });
  if (!plan.ok) throw new Error(plan.reason.code);
  return asHttpRequest(plan.value);
};
const take = (answer: ServiceAnswer) => {
  const request = planned({ variables: { id: '1' } });
  const taken = takeAnswer({ component, operation, request, answer });
  return taken.ok ? taken.value.messages : taken.reason;
};

describe('a GraphQL request', () => {
  it('is sent as data with its variables', () => {
    const request = planned({ variables: { id: '1' } });
    expect(request).toMatchObject({
      method: 'POST',
      address: 'https://api.example.com',
      path: '/graphql',
      query: [],
      body: { as: 'json', value: { query, variables: { id: '1' } } },
    });
  });

  it('reads when its text only asks, however it is sent; anything else may change something', () => {
    const effect = (text: Json, method = 'POST') => effectOf(operation, { query: text, method });
    expect(effect(query)).toBe('read');
    expect(effect('mutation { add { id } }')).toBe('write');
    expect(effect('mutation { add { id } }', 'GET')).toBe('write');
    expect(effect('{ a } mutation { b }')).toBe('write');
    expect(effectOf(operation, {})).toBe('write');
  });

  it('goes without variables where none are filled in', () => {
    expect(planned({}).body?.value).toEqual({ query });
  });

  it('is sent in the address where the person wants that', () => {
    const request = planned({ variables: { id: '1' } }, { method: 'GET' });
    expect(request.method).toBe('GET');
    expect(request.query).toEqual([
      ['query', query],
      ['variables', '{"id":"1"}'],
    ]);
    expect(request.body).toBeUndefined();
    expect(planned({}, { method: 'GET' }).query).toEqual([['query', query]]);
  });

  it('gives the data of its answer', () => {
    expect(take(answered(200, { data: { customer: { name: 'Ada' } } }))).toEqual([
      { customer: { name: 'Ada' } },
    ]);
    expect(take(answered(200, { data: { customer: null }, errors: [] }))).toEqual([
      { customer: null },
    ]);
  });

  it('is refused by errors in an answer that says that all is well, also beside some data', () => {
    const errors = [{ message: 'No customer 1', path: ['customer'] }];
    for (const data of [null, { customer: null }, { shop: { name: 'Tea' }, customer: null }])
      expect(take(answered(200, { data, errors }))).toMatchObject({
        kind: 'terminal',
        serviceWords: 'No customer 1',
      });
  });
});
