import type { CredentialRow } from '../../storage/contract.ts';
import type { SlotInFile } from './import-facts.ts';

/** The accounts of this browser that would do: of the same kind, and made for every host that the file names. */
export function accountsFor(
  { component, type, hosts }: SlotInFile,
  accounts: readonly CredentialRow[],
): readonly CredentialRow[] {
  return accounts.filter(
    (account) =>
      account.component === component &&
      account.type === type &&
      hosts.every((host) => account.hosts.includes(host)),
  );
}
