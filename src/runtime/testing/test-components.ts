import type { Component, Operation } from '../../catalog/index.ts';

const ref = (from: string, ...path: string[]) => ({ kind: 'ref' as const, from, path });
const value = { input: { kind: 'value' as const } };
const operation = (
  id: string,
  rest: Pick<Operation, 'emits' | 'slots' | 'call'> & Partial<Operation>,
): Operation => ({ id, title: id, description: id, sample: {}, ...rest });

/** A service with every kind of call that the engine tells apart. */
export const testService: Component = {
  id: 'test:service',
  version: '1.0.0',
  kind: 'connector',
  title: 'Service',
  description: 'A service for tests',
  hue: 0,
  categories: [],
  origins: [{ named: 'test' }],
  credentials: [],
  operations: [
    operation('list', {
      effect: 'read',
      emits: 'many',
      slots: value,
      pollKey: '/id',
      call: {
        via: 'http',
        method: 'GET',
        path: ['/rows'],
        take: {
          messages: '/items',
          next: { by: 'cursor', at: '/next', parameter: 'after' },
          errors: errors(),
        },
      },
    }),
    operation('find', {
      effect: 'read',
      emits: 'one',
      slots: value,
      call: {
        via: 'http',
        method: 'GET',
        path: ['/rows/', { param: ref('input', 'id') }],
        take: { errors: errors() },
      },
    }),
    operation('add', {
      effect: 'write',
      emits: 'one',
      slots: value,
      failurePort: true,
      call: posts('/rows'),
    }),
    operation('add-once', {
      effect: 'write',
      emits: 'one',
      slots: value,
      idempotency: { header: 'Idempotency-Key' },
      call: posts('/rows'),
    }),
    operation('invite', {
      effect: 'write',
      emits: 'one',
      slots: {
        input: {
          kind: 'value',
          schema: {
            type: 'object',
            properties: {
              id: {},
              to: { type: 'string', format: 'email' },
              text: { type: 'string' },
            },
          },
        },
      },
      call: posts('/invitations'),
    }),
    operation('remove', {
      effect: 'delete',
      emits: 'one',
      slots: value,
      call: {
        via: 'http',
        method: 'DELETE',
        path: ['/rows/', { param: ref('input', 'id') }],
        take: { errors: errors() },
      },
    }),
  ],
};

/** The generic ones, as far as the engine sees them. */
export const testGeneric: Component = {
  id: 'test:generic',
  version: '1.0.0',
  kind: 'generic',
  title: 'Generic',
  description: 'Steps without a service',
  hue: 0,
  categories: [],
  origins: [],
  credentials: [],
  operations: [
    operation('receive', {
      effect: 'read',
      emits: 'one',
      starts: 'webhook',
      slots: {},
      call: { via: 'webhook' },
    }),
    operation('map', {
      effect: 'read',
      emits: 'one',
      slots: value,
      call: { via: 'core', executor: 'mapper' },
    }),
    operation('only-if', {
      effect: 'read',
      emits: 'none-or-one',
      slots: { condition: { kind: 'condition' } },
      call: { via: 'core', executor: 'filter' },
    }),
    operation('route', {
      effect: 'read',
      emits: 'one',
      branches: { list: 'branches', match: 'match', otherwise: { id: 'otherwise', title: 'Rest' } },
      slots: {},
      call: { via: 'core', executor: 'router' },
    }),
    operation('each', {
      effect: 'read',
      emits: 'groups',
      slots: { list: { kind: 'list' } },
      call: { via: 'core', executor: 'for-each' },
    }),
    operation('collect', {
      effect: 'read',
      emits: 'one',
      gathers: { of: 'of', size: 'size', minutes: 'minutes' },
      slots: value,
      call: { via: 'core', executor: 'collect' },
    }),
    operation('totals', {
      effect: 'read',
      emits: 'one',
      gathers: { of: 'of', minutes: 'minutes' },
      slots: { ...value, key: { kind: 'key' } },
      call: { via: 'core', executor: 'totals' },
    }),
    operation('join', {
      effect: 'read',
      emits: 'one',
      gathers: { ways: true },
      outputShape: 'by-way',
      slots: {},
      call: { via: 'core', executor: 'join' },
    }),
    operation('reply', {
      effect: 'read',
      emits: 'one',
      answersCall: true,
      slots: value,
      call: { via: 'core', executor: 'reply' },
    }),
    operation('call', {
      effect: 'write',
      emits: 'one',
      callsFlow: 'flow',
      slots: value,
      call: { via: 'core', executor: 'call-flow' },
    }),
    operation('wait', {
      effect: 'read',
      emits: 'one',
      slots: {},
      call: { via: 'core', executor: 'delay' },
    }),
    operation('slow-down', {
      effect: 'read',
      emits: 'one',
      slots: {},
      call: { via: 'core', executor: 'rate-limit' },
    }),
    operation('run-code', {
      effect: 'read',
      emits: 'one',
      slots: value,
      call: { via: 'core', executor: 'code' },
    }),
    operation('read-lines', {
      effect: 'read',
      emits: 'many',
      slots: value,
      call: { via: 'core', executor: 'json-read-lines' },
    }),
    operation('from-base64', {
      effect: 'read',
      emits: 'one',
      slots: value,
      call: { via: 'core', executor: 'base64-decode-file' },
    }),
    operation('look-up', {
      effect: 'read',
      emits: 'none-or-one',
      slots: value,
      call: { via: 'core', executor: 'lookup' },
    }),
    operation('once', {
      effect: 'read',
      emits: 'none-or-one',
      remembers: 'where',
      slots: { key: { kind: 'key' } },
      call: { via: 'core', executor: 'deduplicate' },
    }),
  ],
};

function posts(path: string): Operation['call'] {
  return {
    via: 'http',
    method: 'POST',
    path: [path],
    body: { as: 'json', from: ref('input') },
    take: { errors: errors() },
  };
}

function errors() {
  return { text: '/message', fields: { list: '/errors', field: '/field', text: '/message' } };
}
