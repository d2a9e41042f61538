import type { Flow, Operation, Step } from '../../flow/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';

/** What choosing a credential for a step changes: the flow (undoable), and which slot this browser fills with it. */
export interface SlotFilling {
  readonly operation: Operation | undefined;
  readonly slot: string;
}

type Bindings = Readonly<Record<string, string>>;

/**
 * A slot that already holds this credential is shared; a slot nobody has filled yet (an imported flow) is filled;
 * otherwise the flow gets a new slot, so that other steps keep theirs.
 */
export function fillSlot(
  flow: Flow,
  step: Step,
  credential: Pick<CredentialRow, 'id' | 'name' | 'component' | 'type'>,
  bindings: Bindings,
  newSlot: string,
): SlotFilling {
  const own = flow.credentials.find((slot) => slot.id === step.credential);
  if (own !== undefined && bindings[own.id] === credential.id)
    return { operation: undefined, slot: own.id };
  const sharing = flow.credentials.find((slot) => bindings[slot.id] === credential.id);
  if (sharing !== undefined)
    return {
      operation: { type: 'step.set-credential', step: step.id, credential: sharing.id },
      slot: sharing.id,
    };
  if (
    own !== undefined &&
    own.type === credential.type &&
    (bindings[own.id] === undefined || isAlone(flow, own.id))
  )
    return { operation: undefined, slot: own.id };
  return {
    operation: {
      type: 'batch',
      label: 'set-credential',
      params: { step: step.name, credential: credential.name },
      operations: [
        {
          type: 'credential.add',
          credential: {
            id: newSlot,
            name: credential.name,
            component: credential.component,
            type: credential.type,
          },
        },
        { type: 'step.set-credential', step: step.id, credential: newSlot },
      ],
    },
    slot: newSlot,
  };
}

/** The other steps of the same component that nobody has connected yet. */
export function openSteps(flow: Flow, step: Step, bindings: Bindings): readonly Step[] {
  return flow.steps.filter(
    (other) =>
      other.id !== step.id &&
      other.component === step.component &&
      (other.credential === undefined || bindings[other.credential] === undefined),
  );
}

function isAlone(flow: Flow, slot: string): boolean {
  return flow.steps.filter((step) => step.credential === slot).length === 1;
}
