import { useState } from 'react';
import type { Component, CredentialType } from '../../catalog/index.ts';
import { useChangeCredential } from '../queries/credentials.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { checkAgain, provedAs } from './sign-in.ts';
import { secretTitle, troubleWords } from './trouble-words.ts';

/** Asks the service of an account once more whether it lets it in; what it says is kept, what stands in the way is told. */
export function useCheck(component: Component, type: CredentialType | undefined) {
  const { mutateAsync: keep } = useChangeCredential();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function check(account: CredentialRow): Promise<void> {
    if (type === undefined) return;
    setBusy(true);
    setTrouble(undefined);
    const done = await checkAgain(component, type, account);
    setBusy(false);
    if (done.kind !== 'connected') return setTrouble(troubleWords(done, secretTitle(type)));
    const proved = done.credential;
    // Whoever keeps tells what failed.
    await keep({ id: account.id, change: (now) => provedAs(now, proved) }).catch(() => undefined);
  }

  return { canCheck: type?.verify !== undefined, check, busy, trouble };
}
