import type { Component } from './component/component.ts';
import type { CredentialType } from './component/credential-type.ts';

/** What a person does to sign in: in a window of the service, with a key that the service shows, with what they know, or nothing. */
export type SignInKind = 'window' | 'key' | 'password' | 'none';

/** The ways that people usually take, each once; what few need is left out, and what only proves calls that come in. */
export function signInKinds({
  credentials,
  credentialOptional,
}: Pick<Component, 'credentials' | 'credentialOptional'>): readonly SignInKind[] {
  const ways = credentials.filter(
    ({ auth, forExperts }) => auth.scheme !== 'signature' && forExperts !== true,
  );
  const kinds = new Set(ways.map(signInKind));
  return ways.length === 0 || credentialOptional === true ? ['none', ...kinds] : [...kinds];
}

export function signInKind({ auth, whereToFind }: CredentialType): SignInKind {
  switch (auth.scheme) {
    case 'none':
      return 'none';
    case 'oauth2':
      return auth.grant === 'authorization-code' || auth.grant === 'device-code' ? 'window' : 'key';
    // What has to be looked up on a page of the service is no password that somebody knows.
    case 'basic':
      return whereToFind?.url === undefined ? 'password' : 'key';
    case 'ws-security':
    case 'transport':
      return 'password';
    case 'bearer':
    case 'api-key':
    case 'headers':
    case 'hmac':
    case 'aws-signature':
    case 'oauth1':
    case 'signature':
      return 'key';
  }
}
