/**
 * Who of all the people with an account at the provider may come in.
 *
 * 1. An e-mail address counts only where the provider says that it was verified: elsewhere people write what they like there.
 * 2. A rule that names a claim is met by its value, or by a list that holds it.
 */
import { isJsonObject, type Json, type JsonObject } from '../../../shared/index.ts';

type AllowRule =
  | { readonly email: string }
  | { readonly domain: string }
  | { readonly claim: string; readonly value: string };

/** `ada@example.com`, `@example.com` or `groups=editors`. Throws an error for the operator. */
export function parseAllowRule(entry: string): AllowRule {
  const equals = entry.indexOf('=');
  if (equals > 0 && equals < entry.length - 1)
    return { claim: entry.slice(0, equals).trim(), value: entry.slice(equals + 1).trim() };
  const [, name, domain] = /^([^\s@=]*)@([^\s@=]+)$/.exec(entry.toLowerCase()) ?? [];
  if (name !== undefined && domain !== undefined)
    return name === '' ? { domain } : { email: `${name}@${domain}` };
  throw new Error(
    `FOOTBRIDGE_OIDC_ALLOW: "${entry}" is none of ada@example.com, @example.com and groups=editors.`,
  );
}

/** Without a rule everybody with an account is. */
export function isAllowed(claims: JsonObject, rules: readonly AllowRule[]): boolean {
  const email = isVerified(claims) ? emailOf(claims)?.toLowerCase() : undefined;
  return (
    rules.length === 0 ||
    rules.some((rule) => {
      if ('email' in rule) return email === rule.email;
      if ('domain' in rule)
        return email !== undefined && email.slice(email.lastIndexOf('@') + 1) === rule.domain;
      return [claimOf(claims, rule.claim)].flat().some((value) => isValue(value, rule.value));
    })
  );
}

export function emailOf({ email }: JsonObject): string | undefined {
  return typeof email === 'string' && email.includes('@') ? email : undefined;
}

function isVerified({ email_verified: verified }: JsonObject): boolean {
  return verified === true || verified === 'true';
}

/** A claim by its whole name, or inside others: `realm_access.roles`. */
function claimOf(claims: JsonObject, name: string): Json | undefined {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<Json | undefined>(
      (inside, part) =>
        isJsonObject(inside) && Object.hasOwn(inside, part) ? inside[part] : undefined,
      claims,
    );
}

function isValue(given: Json | undefined, wanted: string): boolean {
  return (
    (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean') &&
    String(given) === wanted
  );
}
