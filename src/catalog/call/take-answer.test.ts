import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import type {
  CallFailure,
  HttpRequest,
  RequestTemplate,
  ServiceAnswer,
  Taken,
} from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import type { Operation } from '../component/operation.ts';
import {
  aComponent,
  anOperation,
  answered,
  asHttpRequest,
  group,
  planned,
  ref,
} from '../testing/a-call.ts';
import { takeAnswer, takeFacts } from './take-answer.ts';

const take = (
  operation: Operation,
  answer: ServiceAnswer,
  request: RequestTemplate = planned(operation),
): Taken => {
  const taken = takeAnswer({ operation, request, answer });
  if (!taken.ok) throw new Error(taken.reason.code);
  return taken.value;
};
const refusal = (operation: Operation, answer: ServiceAnswer, given: Json = {}): CallFailure => {
  const taken = takeAnswer({
    component: aComponent(operation),
    operation,
    request: planned(operation, given),
    answer,
  });
  if (taken.ok) throw new Error('taken');
  return taken.reason;
};
const listing = (next?: NonNullable<HttpCall['take']>['next']): Operation =>
  anOperation(
    { take: { messages: '/items', ...(next === undefined ? {} : { next }) } },
    { emits: 'many' },
  );
const nextOf = (
  operation: Operation,
  body: Json,
  request?: RequestTemplate,
): HttpRequest | undefined => {
  const { next } = take(operation, answered(200, body), request);
  return next === undefined ? undefined : asHttpRequest(next);
};

describe('the messages of an answer', () => {
  it('are the entries of the described list, or the whole body', () => {
    expect(take(listing(), answered(200, { items: [{ id: 1 }, { id: 2 }] })).messages).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
    expect(take(anOperation({}), answered(200, { id: 1 })).messages).toEqual([{ id: 1 }]);
    expect(take(listing(), answered(200, { total: 0 })).messages).toEqual([]);
  });

  it('are shaped as the description says', () => {
    const operation = anOperation({
      take: { messages: '/items', output: group({ name: ref('response', 'body', 'n') }) },
    });
    expect(take(operation, answered(200, { items: [{ n: 'a' }, { n: 'b' }] })).messages).toEqual([
      { name: 'a' },
      { name: 'b' },
    ]);
  });

  it('of an empty answer are one without fields, or none where none may come', () => {
    expect(take(anOperation({}), answered(204, '')).messages).toEqual([{}]);
    expect(take(anOperation({}, { emits: 'none-or-one' }), answered(204, '')).messages).toEqual([]);
  });

  it.each([['<html></html>'], [{ items: 'many' }], [[1, 2]]])(
    'of another shape are a failure: %j',
    (body) => {
      expect(refusal(listing(), answered(200, body)).code).toBe('failures.answer-unexpected');
    },
  );
});

describe('the next page', () => {
  it('is at the address the service gives, on the same host whatever that address says', () => {
    const byUrl = listing({ by: 'url', at: '/next' });
    const next = (address: Json): unknown => {
      const request = nextOf(byUrl, { items: [1], next: address });
      return request === undefined ? undefined : [request.origin, request.path, request.query];
    };
    const there = ['https://api.example.com', '/things', [['page', '2']]];
    expect(next('https://api.example.com/things?page=2')).toEqual(there);
    expect(next('/things?page=2')).toEqual(there);
    expect(next('?page=2')).toEqual(there);
    expect(next('things?page=2')).toEqual(there);
    expect(next(null)).toBeUndefined();
    expect(next('')).toBeUndefined();
  });

  it('at an address of the service is asked for as the service wrote it', () => {
    const operation = listing({ by: 'url', at: '/next' });
    const next = (address: string) => nextOf(operation, { items: [1], next: address });
    expect(next('/things?&ids=1,2&at=a%2cb&q=two%20words&f=[1]&to=%3D+=')?.query).toEqual([
      ['ids', '1,2', '1,2'],
      ['at', 'a,b', 'a%2cb'],
      ['q', 'two words'],
      ['f', '[1]'],
      ['to', '= ='],
    ]);
  });

  it.each([
    ['https://evil.example/things?page=2'],
    ['//evil.example/x'],
    ['\\\\evil.example/x'],
    ['javascript:alert(1)'],
    ['https://api.example.com//x'],
  ])('at %s is not asked for, and the list is said to be cut', (address) => {
    expect(
      refusal(listing({ by: 'url', at: '/next' }), answered(200, { items: [1], next: address }))
        .code,
    ).toBe('failures.next-unreadable');
  });

  it('that is called http by a service behind somebody else’s TLS is asked for as all the others', () => {
    const next = (address: string) =>
      nextOf(listing({ by: 'url', at: '/next' }), { items: [1], next: address });
    expect(next('http://api.example.com/things?page=2')).toMatchObject({
      origin: 'https://api.example.com',
      query: [['page', '2']],
    });
    expect(() => next('http://api.example.com:8080/things?page=2')).toThrow('next-unreadable');
  });

  it('of a place that only the operator knows keeps path and query of an own address', () => {
    const operation = listing({ by: 'url', at: '/next' });
    const request = planned(operation, {}, {}, [{ named: 'sample-crm' }]);
    expect(
      nextOf(operation, { items: [1], next: 'http://127.0.0.1:5000/things?page=2' }, request),
    ).toMatchObject({
      origin: { named: 'sample-crm' },
      path: '/things',
      query: [['page', '2']],
    });
    expect(
      takeAnswer({
        operation,
        request,
        answer: answered(200, { items: [1], next: '//evil.example/x' }),
      }).ok,
    ).toBe(false);
  });

  it('follows a cursor until there is none', () => {
    const byCursor = listing({ by: 'cursor', at: '/next', parameter: 'after' });
    const second = nextOf(byCursor, { items: [1], next: 'abc' });
    expect(second?.query).toEqual([['after', 'abc']]);
    expect(nextOf(byCursor, { items: [2], next: 'def' }, second)?.query).toEqual([
      ['after', 'def'],
    ]);
    expect(nextOf(byCursor, { items: [], next: null }, second)).toBeUndefined();
  });

  it('goes on after an empty part when the service says that more follows', () => {
    expect(
      nextOf(listing({ by: 'cursor', at: '/next', parameter: 'after' }), { items: [], next: 'abc' })
        ?.query,
    ).toEqual([['after', 'abc']]);
  });

  it('counts pages to the number the service tells, else to an empty one', () => {
    const told = listing({ by: 'page', parameter: 'page', first: 1, pages: '/pages' });
    expect(nextOf(told, { items: [1], pages: 2 })?.query).toEqual([['page', '2']]);
    expect(nextOf(told, { items: [1], pages: 1 })).toBeUndefined();
    const untold = listing({ by: 'page', parameter: 'page', first: 0 });
    expect(nextOf(untold, { items: [1] })?.query).toEqual([['page', '1']]);
    expect(nextOf(untold, { items: [] })).toBeUndefined();
  });

  it('moves on by what came, until the total or a short part', () => {
    const size = { by: 'offset', parameter: 'skip', sizeParameter: 'limit', size: 2 } as const;
    expect(nextOf(listing({ ...size, total: '/total' }), { items: [1], total: 3 })?.query).toEqual([
      ['limit', '2'],
      ['skip', '1'],
    ]);
    expect(
      nextOf(listing({ ...size, total: '/total' }), { items: [1, 2], total: 2 }),
    ).toBeUndefined();
    expect(nextOf(listing(size), { items: [1, 2] })?.query).toEqual([
      ['limit', '2'],
      ['skip', '2'],
    ]);
    expect(nextOf(listing(size), { items: [1] })).toBeUndefined();
  });

  it('goes on until nothing comes where a person wished for larger pages than the service gives', () => {
    const rest = anOperation(
      {
        take: {
          messages: { at: '/list' },
          next: {
            from: '/way',
            table: {
              offset: {
                by: 'offset',
                parameter: 'skip',
                sizeParameter: 'limit',
                size: { at: '/size' },
              },
            },
          },
        },
      },
      { emits: 'many' },
    );
    const asked = (list: string, size: number) => planned(rest, {}, { list, way: 'offset', size });
    const first = asked('items', 1000);
    const items = Array.from({ length: 100 }, (_, at) => at);
    const second = nextOf(rest, { items }, first);
    expect(second?.query).toEqual([
      ['limit', '1000'],
      ['skip', '100'],
    ]);
    expect(nextOf(rest, { items: [] }, second)).toBeUndefined();
    const full = nextOf(rest, { items }, asked('items', 100));
    expect(nextOf(rest, { items: [1] }, full)).toBeUndefined();
    // Of what is inside the entries there may be more or fewer: the service counts its entries.
    const inside = { items: [{ sku: ['a', 'b', 'c'] }, { sku: null }] };
    expect(nextOf(rest, inside, asked('items[*].sku', 2))?.query).toEqual([
      ['limit', '2'],
      ['skip', '2'],
    ]);
  });

  it('that is the same again is a circle', () => {
    const byUrl = listing({ by: 'url', at: '/next' });
    const request = { ...planned(byUrl, {}, {}), query: [['ids', '1,2']] as const };
    expect(() => nextOf(byUrl, { items: [1], next: '/things?ids=1,2' }, request)).toThrow(
      'next-in-circle',
    );
    expect(refusal(byUrl, answered(200, { items: [1], next: '/things' })).code).toBe(
      'failures.next-in-circle',
    );
  });
});

describe('a refusal', () => {
  it.each([
    [
      401,
      'Shop refused this key. It may have expired, been withdrawn, or belong to another account. Connect again with a key that is valid.',
      'terminal',
    ],
    [
      403,
      'Shop does not let this key do that. The account behind the key most likely lacks the right. Ask the owner of the account for it, or connect with another key.',
      'terminal',
    ],
    [
      404,
      'Shop does not know what this step asks for. It may have been deleted there, or the number or name is not quite right. Check what you gave.',
      'terminal',
    ],
    [
      409,
      'Shop already has this entry. It was most likely sent before. Leave it out, or change what must be different.',
      'terminal',
    ],
    [422, 'Shop refused what these fields hold. Check them, then try again.', 'terminal'],
    [
      429,
      'Shop asks for a pause: too many requests in a short time. Where nothing can be done twice, Footbridge waits and tries again by itself. Otherwise try again in a while.',
      'retryable',
    ],
    [
      500,
      'Shop has a fault of its own (500). It is not your flow. Try again in a while.',
      'retryable',
    ],
    [
      503,
      'Shop is busy or being repaired. It is not your flow. Try again in a while.',
      'retryable',
    ],
    [
      501,
      'Shop has a fault of its own (501). It is not your flow. Try again in a while.',
      'terminal',
    ],
    [
      302,
      'Shop points to another address. The address in this step is most likely an old one. Footbridge does not take your key there; use the new address.',
      'terminal',
    ],
    [
      418,
      'Shop refused this request (418). Its own words, if it gave any, say why. Check the step, then try again.',
      'terminal',
    ],
  ])('with %i has its sentence', (status, sentence, kind) => {
    const failure = refusal(anOperation({}), answered(status, ''));
    expect([sayWording(failure), failure.kind, failure.status]).toEqual([sentence, kind, status]);
  });

  it('has a sentence of its own when the service is not named', () => {
    for (const status of [
      400, 401, 402, 403, 404, 408, 409, 413, 422, 425, 429, 500, 503, 302, 418,
    ]) {
      const operation = anOperation({});
      const taken = takeAnswer({
        operation,
        request: planned(operation),
        answer: answered(status, ''),
      });
      expect(taken.ok ? '' : sayWording(taken.reason)).toMatch(/service|key/i);
    }
  });

  it('brings the words of the service, but never a page of HTML', () => {
    const words = (body: Json): string | undefined =>
      refusal(anOperation({}), answered(422, body)).serviceWords;
    expect(words({ error: { message: ' Too young. ' } })).toBe('Too young.');
    expect(words('No such thing')).toBe('No such thing');
    expect(words('<html><body>no</body></html>')).toBeUndefined();
    const described = anOperation({ take: { errors: { text: '/fault/reason' } } });
    expect(
      refusal(described, answered(400, { message: 'x', fault: { reason: 'y' } })).serviceWords,
    ).toBe('y');
  });

  it('is one too when a success says no, and never when it only looks like one', () => {
    const refused = (body: Json): boolean => {
      const operation = anOperation({ method: 'POST' });
      return !takeAnswer({ operation, request: planned(operation), answer: answered(200, body) })
        .ok;
    };
    const message = 'no';
    for (const body of [
      { ok: false, error: 'channel_not_found' },
      { success: false, errors: { email: ['is taken'] } },
      { errors: [{ message }] },
      { data: { addCustomer: null }, errors: [{ message }] },
      { data: { addCustomer: { customer: null, userErrors: [{ field: ['email'], message }] } } },
    ])
      expect([body, refused(body)]).toEqual([body, true]);
    for (const body of [
      { ok: false },
      { ok: true, error: 'a word' },
      { errors: [] },
      { errors: [{ message }], name: 'a report about errors' },
      { data: { customers: [{ id: 1 }] }, errors: [{ message }] },
      { data: { addCustomer: { customer: { id: 1 }, userErrors: [] } } },
      [{ ok: false, error: 'in a list of results' }],
    ])
      expect([body, refused(body)]).toEqual([body, false]);
  });

  it('says how long to wait', () => {
    const asked = (count: string): string =>
      sayWording(refusal(anOperation({}), answered(429, '', { 'retry-after': count })));
    expect(asked('1')).toMatch(/^Shop asks for a pause of 1 second:/);
    expect(asked('90')).toMatch(/^Shop asks for a pause of 90 seconds:/);
    expect(asked('3600')).toMatch(/^Shop asks for a pause of about 60 minutes:/);
    const moment = { date: 'Wed, 25 Nov 2026 20:00:00 GMT' };
    const until = { ...moment, 'retry-after': 'Wed, 25 Nov 2026 20:00:30 GMT' };
    expect(refusal(anOperation({}), answered(429, '', until)).retryAfterMs).toBe(30_000);

    for (const [count, pause] of [
      ['7', 7000],
      ['2.0', 2000],
    ] as const)
      expect(
        refusal(anOperation({}), answered(429, '', { 'retry-after': count })).retryAfterMs,
      ).toBe(pause);
  });

  it('reads the end of a limit only where that limit was hit', () => {
    const asked = (headers: Readonly<Record<string, string>>): number | undefined =>
      refusal(anOperation({}), answered(429, '', headers)).retryAfterMs;
    const hour = { 'x-ratelimit-reset': '2400' };
    expect(asked(hour)).toBe(2_400_000);
    expect(asked({ ...hour, 'x-ratelimit-remaining': '0' })).toBe(2_400_000);
    expect(asked({ ...hour, 'x-ratelimit-remaining': '4310' })).toBeUndefined();
  });

  it('without an answer keeps the reason it came with', () => {
    const unanswered: ServiceAnswer = {
      kind: 'unanswered',
      problem: { code: 'proxy.service-unreachable', params: { host: 'h' } },
      retryable: true,
    };
    expect(refusal(anOperation({}), unanswered)).toEqual({
      kind: 'retryable',
      code: 'proxy.service-unreachable',
      params: { host: 'h' },
      fields: [],
    });
  });
});

describe('takeFacts', () => {
  const call: HttpCall = { via: 'http', method: 'GET', path: ['/me'] };
  const request = planned(anOperation(call));
  it('reads who the key belongs to', () => {
    const facts = takeFacts(
      call,
      { name: '/user/name', plan: '/plan' },
      request,
      answered(200, { user: { name: 'Ada' }, plan: {} }),
    );
    expect(facts).toEqual({ ok: true, value: { name: 'Ada', plan: '' } });
    expect(takeFacts(call, {}, request, answered(401, {}))).toMatchObject({
      ok: false,
      reason: { code: 'failures.key-refused', status: 401 },
    });
  });
});
