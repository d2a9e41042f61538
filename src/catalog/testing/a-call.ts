import type { Json } from '../../shared/index.ts';
import type { Binding } from '../../mapping/contract.ts';
import type { HttpCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
import type { Origin } from '../component/origin.ts';
import type { HttpRequest, RequestTemplate, ServiceAnswer } from '../call-contract.ts';
import { planCall } from '../index.ts';

export const ref = (from: string, ...path: string[]): Binding => ({ kind: 'ref', from, path });
export const input = (...path: string[]): Binding => ref('input', ...path);
export const group = (props: Readonly<Record<string, Binding>>): Binding => ({
  kind: 'object',
  props,
});

export function aComponent(
  operation: Operation,
  origins: Origin[] = ['https://api.example.com'],
): Component {
  return {
    id: 'test:service',
    version: '1.0.0',
    kind: 'connector',
    title: 'Shop',
    description: 'A service for tests',
    hue: 0,
    categories: [],
    origins,
    credentials: [],
    operations: [operation],
  };
}

export function anOperation(call: Partial<HttpCall>, change: Partial<Operation> = {}): Operation {
  return {
    id: 'do',
    title: 'Do it',
    description: 'Does it',
    effect: 'read',
    emits: 'one',
    slots: { input: { kind: 'value' } },
    sample: {},
    call: { via: 'http', method: 'GET', path: ['/things'], ...call },
    ...change,
  };
}

/** The request for an input; a refusal is thrown by its code. */
export function planned(
  operation: Operation,
  given: Json = {},
  settings: Readonly<Record<string, Json>> = {},
  origins?: Origin[],
): HttpRequest {
  const plan = planCall({
    component: aComponent(operation, origins),
    operation,
    settings,
    input: given,
  });
  if (!plan.ok) throw new Error(plan.reason.code);
  return asHttpRequest(plan.value);
}

export function answered(
  status: number,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): Extract<ServiceAnswer, { readonly kind: 'answered' }> {
  return { kind: 'answered', status, headers, body, ms: 1 };
}

/** A planned request that goes by HTTP; a task is a mistake of the test. */
export function asHttpRequest(request: RequestTemplate): HttpRequest {
  if (request.via !== undefined) throw new Error('a task, where a request was meant');
  return request;
}

/** What a step has to say before its operation can be asked, by the examples of the description. */
export function exampleSettings({ settings }: Operation): Readonly<Record<string, Json>> {
  const { properties = {}, required = [] } = settings ?? {};
  const examples = required.flatMap((name) => {
    const example = properties[name]?.examples?.[0];
    return example === undefined ? [] : [[name, example] as const];
  });
  return {
    ...Object.fromEntries(examples),
    ...(properties['address'] === undefined ? {} : { address: 'https://api.example.com/x' }),
  };
}
