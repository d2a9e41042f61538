import { expect, it } from 'vitest';
import { anOperation, input, planned } from '../testing/a-call.ts';
import { withIdempotencyKey } from './with-idempotency-key.ts';

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
