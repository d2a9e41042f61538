/**
 * How a secret enters a request (P2): the declared rule and the form's values become headers and query parameters.
 *
 * 1. Applied for each hop by the outbound function, never earlier: a request template never holds a secret.
 * 2. Every secret injected is listed in `secrets`, so that masking knows it.
 */
import type { AuthRule } from '../catalog/contract.ts';
import type { Json } from '../shared/index.ts';
import { isHeaderName, isHeaderValue, type HeaderPair } from './egress/headers.ts';
import { valueAt } from './json-pointer.ts';
import { shortestSecret } from './mask.ts';
import { RefusedError } from './refusal.ts';

export interface Injection {
  readonly headers: readonly HeaderPair[];
  readonly query: readonly (readonly [string, string])[];
  /** Values that must not come back. */
  readonly secrets: readonly string[];
}

export const noInjection: Injection = { headers: [], query: [], secrets: [] };

/** Throws `proxy.credential-incomplete` or `proxy.credential-unusable-character`, naming the field of the form. */
export function applyAuthRule(rule: AuthRule, values: Json): Injection {
  const text = (pointer: string): string => textAt(values, pointer);
  switch (rule.scheme) {
    case 'none':
    case 'transport': // it signs in by itself (tasks/)
      return noInjection;
    case 'basic': {
      const user = text(rule.user);
      const password = textAt(values, rule.password, 'may-be-empty');
      const pair = Buffer.from(`${user}:${password}`).toString('base64');
      return {
        headers: [['authorization', `Basic ${pair}`]],
        query: [],
        secrets: isKeyItself(rule.user, password) ? [user, password, pair] : [password, pair],
      };
    }
    case 'bearer': {
      const token = headerText(rule.token, text(rule.token));
      return { headers: [['authorization', `Bearer ${token}`]], query: [], secrets: [token] };
    }
    case 'api-key': {
      const key = text(rule.value);
      const value = `${rule.prefix ?? ''}${key}`;
      const name =
        typeof rule.name === 'string' ? rule.name : headerName(rule.name.at, text(rule.name.at));
      if (rule.in === 'query') return { headers: [], query: [[name, value]], secrets: [key] };
      headerText(rule.value, value);
      return rule.in === 'header'
        ? { headers: [[name.toLowerCase(), value]], query: [], secrets: [key] }
        : {
            headers: [['cookie', `${name}=${cookieText(rule.value, value)}`]],
            query: [],
            secrets: [key],
          };
    }
    case 'headers': {
      const headers = rule.headers.map(({ name, value }): HeaderPair => [
        name.toLowerCase(),
        headerText(value, text(value)),
      ]);
      return { headers, query: [], secrets: headers.map(([, value]) => value) };
    }
  }
}

/** A field of this name holds a secret, whatever its form says. */
export const secretName = /pass|secret|token|key|pin\b/i;

/**
 * With `basic` the user name may be the key, beside no password or a word like "x". A person's name is no secret: masking
 * it would take their address out of every record that the service gives.
 */
function isKeyItself(userField: string, password: string): boolean {
  return password.length < shortestSecret || secretName.test(userField);
}

function textAt(values: Json, pointer: string, mayBeEmpty?: 'may-be-empty'): string {
  const value = valueAt(values, pointer);
  if (mayBeEmpty !== undefined && (value === undefined || value === '')) return '';
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new RefusedError('proxy.credential-incomplete', { field: pointer });
}

/** Names that would change where or how the request goes. */
const reservedNames =
  /^(host|connection|content-length|content-type|transfer-encoding|te|trailer|upgrade|expect|forwarded|via|proxy-.*|x-forwarded-.*|sec-.*)$/i;

function headerName(field: string, name: string): string {
  if (!isHeaderName(name) || reservedNames.test(name))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return name;
}

function headerText(field: string, value: string): string {
  if (!isHeaderValue(value))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return value;
}

function cookieText(field: string, value: string): string {
  if (/[;,\s"\\]/.test(value))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return value;
}
