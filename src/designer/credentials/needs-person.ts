import type { CredentialType } from '../../catalog/index.ts';

/** How a person takes part in this way to sign in: at the service, in a window or with a code. */
export function personPart({ auth }: CredentialType): 'window' | 'code' | undefined {
  if (auth.scheme !== 'oauth2') return undefined;
  if (auth.grant === 'authorization-code') return 'window';
  return auth.grant === 'device-code' ? 'code' : undefined;
}

/** The app of the service that this way needs, where whoever runs Footbridge sets it up. */
export function appOf({ auth }: CredentialType): string | undefined {
  return auth.scheme === 'oauth2' ? auth.app : undefined;
}
