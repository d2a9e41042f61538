import { RefusedError } from '../refusal.ts';
import type { TokenRefusal } from './token-request.ts';

/** What a service's no means for the person who is signing in. */
export function refusedBy(host: string, { error, why }: TokenRefusal): RefusedError {
  if (error === 'access_denied') return new RefusedError('proxy.sign-in-declined', { host });
  if (error === 'expired_token') return new RefusedError('proxy.sign-in-unknown');
  if (error === 'invalid_client' || error === 'unauthorized_client')
    return new RefusedError('proxy.app-refused', { host });
  return new RefusedError('proxy.sign-in-refused', { host, why });
}
