import type { Destinations } from './egress/destinations.ts';
import { RefusedError } from './refusal.ts';

/** A secret over plain http can be read by everyone on the way; only a destination the operator named is spared. */
export function refusePlainHttp(url: URL, destinations: Destinations): void {
  const port = url.port === '' ? 80 : Number(url.port);
  if (url.protocol === 'http:' && !destinations.isAllowed(url.hostname, port))
    throw new RefusedError('proxy.https-needed', { host: url.host });
}
