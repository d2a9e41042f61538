import type { Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import {
  changed,
  insertAt,
  refused,
  replaceAt,
  withKey,
  type Applied,
  type OperationOf,
} from './change.ts';

/** Slots only: no secret passes here. */
export const credentialOperations = {
  'credential.add'(flow: Flow, { credential, at }: OperationOf<'credential.add'>): Applied {
    if (flow.credentials.some(({ id }) => id === credential.id)) return refused('id-taken');
    return changed(
      { ...flow, credentials: insertAt(flow.credentials, at, credential) },
      { type: 'credential.remove', credential: credential.id },
    );
  },

  /** Steps that used it are left without one. */
  'credential.remove'(flow: Flow, { credential: id }: OperationOf<'credential.remove'>): Applied {
    const at = flow.credentials.findIndex((slot) => slot.id === id);
    const credential = flow.credentials[at];
    if (credential === undefined) return refused('unknown-credential');
    const users = flow.steps.filter((step) => step.credential === id);
    const restore: Operation[] = [
      { type: 'credential.add', credential, at },
      ...users.map((step): Operation => ({
        type: 'step.set-credential',
        step: step.id,
        credential: id,
        restores: true,
      })),
    ];
    const [only] = restore;
    return changed(
      {
        ...flow,
        credentials: flow.credentials.filter((slot) => slot !== credential),
        steps:
          users.length === 0
            ? flow.steps
            : flow.steps.map((step) =>
                step.credential === id ? withKey(step, 'credential', undefined) : step,
              ),
      },
      restore.length === 1 && only !== undefined
        ? only
        : {
            type: 'batch',
            label: 'add-credential',
            params: { credential: credential.name },
            operations: restore,
          },
    );
  },

  'credential.rename'(flow: Flow, operation: OperationOf<'credential.rename'>): Applied {
    const at = flow.credentials.findIndex((slot) => slot.id === operation.credential);
    const slot = flow.credentials[at];
    if (slot === undefined) return refused('unknown-credential');
    if (operation.restores === undefined && operation.name.trim() === '')
      return refused('name-empty');
    return changed(
      {
        ...flow,
        credentials: replaceAt(flow.credentials, at, { ...slot, name: operation.name }),
      },
      { ...operation, name: slot.name, restores: true },
    );
  },
};
