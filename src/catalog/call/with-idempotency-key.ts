import { toBase64 } from '../../shared/index.ts';
import type { HttpRequest } from '../call-contract.ts';
import type { Operation } from '../component/operation.ts';
import { pointerParts } from '../json-pointer.ts';
import { put } from './put.ts';

type Place = Exclude<Operation['idempotency'], 'none' | undefined>;

/** The same key, as the service takes it: its fingerprint (SHA-256) where it is too long. */
export async function keyThatFits(key: string, { longest = key.length }: Place): Promise<string> {
  if (key.length <= longest) return key;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return toBase64(new Uint8Array(digest), 'address');
}

/** The request by whose key the service knows a repetition. */
export function withIdempotencyKey(request: HttpRequest, place: Place, key: string): HttpRequest {
  if ('header' in place) {
    // Two of them would arrive as one text that is neither.
    const name = place.header.toLowerCase();
    const isThere = request.headers.some(([other]) => other.toLowerCase() === name);
    return isThere ? request : { ...request, headers: [...request.headers, [place.header, key]] };
  }
  const { body } = request;
  if (body === undefined) return request;
  return { ...request, body: { ...body, value: put(body.value, pointerParts(place.body), key) } };
}
