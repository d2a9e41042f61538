import type { CredentialType } from '../../catalog/index.ts';
import { callbackPathOf } from '../../proxy/contract.ts';
import type { JsonObject } from '../../shared/index.ts';

/** Where the service that is being typed sends people back to; undefined until its addresses are there. */
export function redirectOf(
  { auth }: Pick<CredentialType, 'auth'>,
  values: JsonObject,
  origin: string,
): string | undefined {
  if (auth.scheme !== 'oauth2' || auth.grant !== 'authorization-code') return undefined;
  const [authorize, token] = [auth.authorizeUrl, auth.tokenUrl].map((said) => {
    const text =
      typeof said === 'string'
        ? said.replace(/\{([\w-]+)\}/g, (_all, name: string) => textIn(values, name))
        : textIn(values, said.at.slice(1));
    return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  });
  if (authorize === undefined || token === undefined) return undefined;
  return `${origin}${callbackPathOf({ authorize, token })}`;
}

function textIn(values: JsonObject, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
}
