import { expect, it } from 'vitest';
import { anOperation, input, planned } from '../testing/a-call.ts';
import { keyThatFits, withIdempotencyKey } from './with-idempotency-key.ts';

it('the key of a repetition goes into a header or into the body, wherever the service looks for it', () => {
  const request = planned(anOperation({ method: 'POST', body: { as: 'json', from: input() } }), {
    a: 1,
  });
  expect(withIdempotencyKey(request, { header: 'Idempotency-Key' }, 'k').headers).toEqual([
    ['Idempotency-Key', 'k'],
  ]);
  expect(withIdempotencyKey(request, { body: '/order/key' }, 'k').body?.value).toEqual({
    a: 1,
    order: { key: 'k' },
  });
});

it('a key that the request has already stays the only one', () => {
  const request = planned(anOperation({ method: 'POST', headers: input() }), {
    'idempotency-key': 'order-7',
  });
  expect(withIdempotencyKey(request, { header: 'Idempotency-Key' }, 'k').headers).toEqual([
    ['idempotency-key', 'order-7'],
  ]);
});

it('a key that is too long for the service goes as its fingerprint, the same one each time', async () => {
  const place = { body: '/key', longest: 45 };
  const key = `${crypto.randomUUID()}/17/step-one`;
  const short = await keyThatFits(key, place);
  expect(short).toMatch(/^[\w-]{43}$/);
  expect(await keyThatFits(key, place)).toBe(short);
  expect(await keyThatFits(`${key}2`, place)).not.toBe(short);
  expect(await keyThatFits('short', place)).toBe('short');
  expect(await keyThatFits(key, { body: '/key' })).toBe(key);
});
