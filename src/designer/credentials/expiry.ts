import { say } from '../../words/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';

const dayMs = 86_400_000;
/** Further away nobody has to think of it. */
const shownMs = 30 * dayMs;

export function hasExpired({ expires }: Pick<CredentialRow, 'expires'>, now: number): boolean {
  return expires !== undefined && expires <= now;
}

/** "Expires in 3 days"; undefined while there is nothing to say. */
export function expiryWords(
  account: Pick<CredentialRow, 'expires'>,
  now: number,
): string | undefined {
  const { expires } = account;
  if (expires === undefined || expires - now > shownMs) return undefined;
  if (hasExpired(account, now)) return say('credentials.expired');
  const minutes = Math.ceil((expires - now) / 60_000);
  if (minutes <= 90) return say('credentials.expires-minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  if (hours <= 48) return say('credentials.expires-hours', { count: hours });
  return say('credentials.expires-days', { count: Math.round(hours / 24) });
}
