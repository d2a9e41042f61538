import { useQuery } from '@tanstack/react-query';
import type { Step } from '../../flow/index.ts';
import { useDocument } from '../state/workbench.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { bindingsQuery, credentialsQuery } from './credentials.ts';

/** The credential that fills this step's slot in this browser. */
export function useStepCredential(step: Step | undefined): CredentialRow | undefined {
  const flow = useDocument((state) => state.flow?.id) ?? '';
  const bindings = useQuery(bindingsQuery(flow)).data;
  const credentials = useQuery(credentialsQuery).data;
  const bound = step?.credential === undefined ? undefined : bindings?.[step.credential];
  return credentials?.find(({ id }) => id === bound);
}
