import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  bindSlot,
  changeCredential,
  forgetCredential,
  keepCredential,
  listBindings,
  listCredentials,
  listFlowsUsing,
} from '../storage/credential-storage.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { database } from '../storage/open-database.ts';
import { revokeCredential } from './proxy-client.ts';

/** The sealed credentials of this browser. Read anew by whoever shows them: the run worker and other tabs renew seals. */
export const credentialsQuery = queryOptions({
  staleTime: 0,
  queryKey: ['credentials'],
  queryFn: () => listCredentials(database),
  networkMode: 'always',
});

/** Which credential fills which slot of a flow: slot id to credential id. */
export function bindingsQuery(flow: string) {
  return queryOptions({
    queryKey: ['bindings', flow],
    networkMode: 'always',
    queryFn: async () =>
      Object.fromEntries(
        (await listBindings(database, flow)).map(({ slot, credential }) => [slot, credential]),
      ) as Readonly<Record<string, string>>,
  });
}

/** The flows of this browser in which a credential fills a slot. */
export function flowsUsingQuery(credential: string) {
  return queryOptions({
    queryKey: ['bindings', 'of', credential],
    networkMode: 'always',
    queryFn: () => listFlowsUsing(database, credential),
    staleTime: 0,
  });
}

/** Keeps a credential that has just been sealed. */
export function useKeepCredential() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credential: CredentialRow) => keepCredential(database, credential),
    onSuccess: () => queries.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
  });
}

interface CredentialChange {
  readonly id: string;
  readonly change: (now: CredentialRow) => CredentialRow;
}

/** Changes what this browser knows of a credential that is kept: its name, what its proof said. */
export function useChangeCredential() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: CredentialChange) => changeCredential(database, id, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
  });
}

export function useForgetCredential() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, token }: Pick<CredentialRow, 'id' | 'token'>) => {
      await forgetCredential(database, id);
      // It is gone from here all the same where the server cannot be told.
      void revokeCredential(token).catch(() => undefined);
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['bindings'] }),
      ]),
  });
}

/** Fills a slot of a flow with a credential, or empties it. */
export function useBindCredential() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (bound: { flow: string; slot: string; credential: string | undefined }) =>
      bindSlot(database, bound.flow, bound.slot, bound.credential),
    onSuccess: (_done, { flow }) =>
      queries.invalidateQueries({ queryKey: bindingsQuery(flow).queryKey }),
  });
}
