import type { HttpRequest } from '../call-contract.ts';
import type { Operation } from '../component.ts';
import { pointerParts } from '../json-pointer.ts';
import { put } from './put.ts';

/** The request by whose key the service knows a repetition. */
export function withIdempotencyKey(
  request: HttpRequest,
  place: Exclude<Operation['idempotency'], 'none' | undefined>,
  key: string,
): HttpRequest {
  if ('header' in place) return { ...request, headers: [...request.headers, [place.header, key]] };
  const { body } = request;
  if (body === undefined) return request;
  return { ...request, body: { ...body, value: put(body.value, pointerParts(place.body), key) } };
}
