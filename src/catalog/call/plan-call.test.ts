import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import type { CallFailure } from '../call-contract.ts';
import { shippedCatalog } from '../testing/shipped.ts';
import {
  aComponent,
  anOperation,
  asHttpRequest,
  group,
  input,
  planned,
  ref,
} from '../testing/a-call.ts';
import { planCall, previewOf } from './plan-call.ts';

const byId = anOperation({ path: ['/customers/', { param: input('id') }, '/orders'] });
const refusal = (
  operation = byId,
  given: Json = {},
  settings: Readonly<Record<string, Json>> = {},
): CallFailure => {
  const plan = planCall({ component: aComponent(operation), operation, settings, input: given });
  if (plan.ok) throw new Error('planned');
  return plan.reason;
};

describe('a path parameter', () => {
  it.each([
    ['c-1', '/customers/c-1/orders'],
    ['../../admin', '/customers/..%2F..%2Fadmin/orders'],
    ['a?x=1#y', '/customers/a%3Fx%3D1%23y/orders'],
    ['%2e%2e%2f', '/customers/%252e%252e%252f/orders'],
    ['//evil.example', '/customers/%2F%2Fevil.example/orders'],
    ['a\\b', '/customers/a%5Cb/orders'],
    ['Jörg & Söhne', '/customers/J%C3%B6rg%20%26%20S%C3%B6hne/orders'],
    ['a\r\nHost: evil', '/customers/a%0D%0AHost%3A%20evil/orders'],
  ])('%j is one encoded segment', (id, path) => {
    expect(planned(byId, { id }).path).toBe(path);
  });

  it('takes numbers to their last digit', () => {
    expect(planned(byId, { id: 9007199254740993n }).path).toBe(
      '/customers/9007199254740993/orders',
    );
  });

  it.each([[''], ['.'], ['..'], [null], [{ a: 1 }], [['a']], ['\ud800']])(
    '%j is refused, at the field',
    (id) => {
      expect(refusal(byId, { id })).toMatchObject({
        code: 'failures.path-value',
        fields: [{ path: ['id'] }],
      });
    },
  );

  it('is refused when it is missing', () => {
    expect(refusal().code).toBe('failures.path-value');
  });
});

describe('a described path', () => {
  it.each([
    ['//evil/x'],
    ['https://evil/x'],
    ['\\\\evil/x'],
    ['@evil/x'],
    ['/a/../b'],
    ['/a/%2e%2e/b'],
    ['/a?b'],
    ['/a b'],
  ])('%s is refused: it could leave the origin', (path) => {
    expect(refusal(anOperation({ path: [path] })).code).toBe('failures.path-refused');
  });

  it('may end with a slash or be nothing', () => {
    expect(planned(anOperation({ path: ['/things/'] })).path).toBe('/things/');
    expect(planned(anOperation({ path: [] })).path).toBe('/');
  });
});

describe('a typed address', () => {
  const rest = anOperation(
    { path: [{ address: '/address' }], query: input('query') },
    { settings: { type: 'object', properties: { address: { type: 'string' } } } },
  );
  const at = (address: string, given: Json = {}) =>
    planned(rest, given, { address }, [{ from: 'settings', at: '/address' }]);

  it('is taken apart into host, path and query', () => {
    expect(
      at('https://api.example.com:8443/v1/customers?status=active&q=a+b%26c', {
        query: { page: 2 },
      }),
    ).toMatchObject({
      origin: { from: 'settings', at: '/address' },
      address: 'https://api.example.com:8443',
      path: '/v1/customers',
      query: [
        ['status', 'active'],
        ['q', 'a b&c'],
        ['page', '2'],
      ],
    });
    expect(at('  https://api.example.com  ').path).toBe('/');
  });

  it.each([
    ['api.example.com'],
    ['ftp://example.com'],
    ['https://user:pass@example.com/'],
    ['https://example.com\\@evil.example/'],
    ['https://exa%6dple.com/'],
    ['https:///x'],
    ['javascript:alert(1)'],
    [''],
  ])('%s is refused in words', (address) => {
    expect(refusal(rest, {}, { address }).code).toBe('failures.address-unreadable');
  });
});

describe('query, headers and body', () => {
  it('leave out what is empty and repeat what is a list', () => {
    const search = anOperation({ query: input() });
    expect(
      planned(search, { status: 'active', tags: ['a', 'b'], no: null, count: 0, on: false }).query,
    ).toEqual([
      ['status', 'active'],
      ['tags', 'a'],
      ['tags', 'b'],
      ['count', '0'],
      ['on', 'false'],
    ]);
  });

  it.each([['a\r\nX-Evil: 1'], ['a\nb'], ['a\u0000b'], ['5 €'], ['Łódź']])(
    'refuse the header value %j',
    (value) => {
      const operation = anOperation({ headers: group({ 'X-Note': input('note') }) });
      expect(refusal(operation, { note: value })).toMatchObject({
        code: 'failures.header-not-sendable',
        fields: [{ path: ['note'] }],
      });
      expect(planned(operation, { note: 'Jörg' }).headers).toEqual([['X-Note', 'Jörg']]);
    },
  );

  it('refuse a header name with a line break', () => {
    const operation = anOperation({ headers: input('headers') });
    const { code, params } = refusal(operation, { headers: { 'X-A\r\nHost': 'evil' } });
    expect(sayWording({ code, params })).toContain('“X-A  Host”');
  });

  it('refuse to send the rest when a conversion fails', () => {
    const operation = anOperation({
      method: 'POST',
      body: {
        as: 'json',
        from: group({
          amount: { kind: 'convert', of: input('amount'), with: [{ name: 'to-number' }] },
        }),
      },
    });
    expect(refusal(operation, { amount: 'many' })).toMatchObject({
      fields: [{ path: ['amount'], value: 'many' }],
    });
    expect(planned(operation, { amount: '12.5' }).body).toEqual({
      as: 'json',
      value: { amount: 12.5 },
    });
  });

  it('refuse a file without anything in it', () => {
    expect(
      refusal(anOperation({ method: 'POST', body: { as: 'bytes', from: input() } })).code,
    ).toBe('failures.file-without-content');
  });
});

describe('settings', () => {
  const rest = shippedCatalog().component('catalog:rest');
  const [request] = rest?.operations ?? [];
  const plan = (settings: Readonly<Record<string, Json>>) => {
    if (rest === undefined || request === undefined) throw new Error('no REST');
    const made = planCall({
      component: rest,
      operation: request,
      settings,
      input: { body: { a: 1 } },
    });
    if (!made.ok) return made.reason.code;
    const { method, effect, body } = asHttpRequest(made.value);
    return [method, effect, body?.value];
  };

  it('have their defaults when the person left them alone', () => {
    expect(plan({ address: 'https://example.com/x' })).toEqual(['GET', 'read', undefined]);
  });

  it('decide method and effect', () => {
    expect(plan({ address: 'https://example.com/x', method: 'POST' })).toEqual([
      'POST',
      'write',
      { a: 1 },
    ]);
    expect(plan({ address: 'https://example.com/x', method: 'DELETE' })).toEqual([
      'DELETE',
      'delete',
      undefined,
    ]);
    expect(plan({ address: 'https://example.com/x', method: 'TRACE' })).toBe(
      'failures.method-missing',
    );
  });

  it('are read by bindings', () => {
    const operation = anOperation(
      { query: group({ size: ref('settings', 'size') }) },
      { settings: { type: 'object', properties: { size: { type: 'integer', default: 50 } } } },
    );
    expect(planned(operation).query).toEqual([['size', '50']]);
    expect(planned(operation, {}, { size: 10 }).query).toEqual([['size', '10']]);
  });
});

describe('the first page', () => {
  it('says where to begin and how many, unless the call says so itself', () => {
    const offset = { by: 'offset', parameter: 'skip', sizeParameter: 'limit', size: 100 } as const;
    expect(planned(anOperation({ take: { messages: '/items', next: offset } })).query).toEqual([
      ['skip', '0'],
      ['limit', '100'],
    ]);
    const page = { by: 'page', parameter: 'page', first: 1 } as const;
    expect(
      planned(anOperation({ query: input(), take: { next: page } }), { page: 3 }).query,
    ).toEqual([['page', '3']]);
  });
});

describe('previewOf', () => {
  it('shows the whole address, encoded', () => {
    const { address } = previewOf(planned(anOperation({ query: input() }), { q: 'a b&c' }));
    expect(address).toBe('https://api.example.com/things?q=a%20b%26c');
  });
});

it('says for which of the companies of an account a call is, where the step has chosen one', () => {
  const operation = anOperation({ headers: group({ Accept: { kind: 'literal', value: 'a/b' } }) });
  const component = {
    ...aComponent(operation),
    tenant: { header: 'test-tenant-id', setting: 'company' },
  };
  const headersWith = (settings: Readonly<Record<string, Json>>) => {
    const plan = planCall({ component, operation, settings, input: {} });
    return plan.ok && plan.value.via === undefined ? plan.value.headers : plan;
  };
  expect(headersWith({ company: 'c-1' })).toEqual([
    ['Accept', 'a/b'],
    ['test-tenant-id', 'c-1'],
  ]);
  expect(headersWith({})).toEqual([['Accept', 'a/b']]);
});
