import type { OAuth2Rule } from '../../catalog/contract.ts';
import type { Json } from '../../shared/index.ts';
import { privateKeyOf } from './assertion.ts';
import { signInHosts, textOf } from './oauth-rule.ts';

/** Throws a refusal for what can be seen to be wrong before a service is asked. */
export function checkOAuth(rule: OAuth2Rule, values: Json): void {
  signInHosts(rule, values);
  if (rule.app === undefined && rule.clientId !== undefined) textOf(values, rule.clientId);
  if (rule.grant === 'refresh-token') textOf(values, rule.refreshToken);
  if (rule.grant === 'jwt-bearer') privateKeyOf(rule, values);
}
