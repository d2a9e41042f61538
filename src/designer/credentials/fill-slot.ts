import type { Operation as ComponentOperation } from '../../catalog/index.ts';
import type { Flow, Operation, Step } from '../../flow/index.ts';
import type { Json, JsonObject } from '../../shared/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';

/** What choosing a credential for a step changes: the flow (undoable), and which slot this browser fills with it. */
export interface SlotFilling {
  readonly operation: Operation | undefined;
  readonly slot: string;
}

type Bindings = Readonly<Record<string, string>>;
type Account = Pick<CredentialRow, 'id' | 'name' | 'component' | 'type'>;

/**
 * A slot that already holds this credential is shared; a slot nobody has filled yet (an imported flow) is filled;
 * otherwise the flow gets a new slot, so that other steps keep theirs. What the account brings along is the same change.
 */
export function fillSlot(
  flow: Flow,
  step: Step,
  credential: Account,
  bindings: Bindings,
  newSlot: string,
  brought?: Operation,
): SlotFilling {
  const filling = slotFor(flow, step, credential, bindings, newSlot);
  if (brought === undefined) return filling;
  if (filling.operation === undefined) return { ...filling, operation: brought };
  return { ...filling, operation: setCredential(step, credential, [filling.operation, brought]) };
}

/**
 * Settings that an account brings along: only those that the operation has, and that nobody has made or that name a host
 * where the service was before.
 */
export function broughtSettings(
  step: Step,
  operation: ComponentOperation | undefined,
  brought: JsonObject,
  before: readonly string[] = [],
): Operation | undefined {
  const known = operation?.settings?.properties ?? {};
  const due = Object.entries(brought).filter(([name]) => {
    const value = step.settings[name];
    return Object.hasOwn(known, name) && (isUnset(value) || isAt(value, before));
  });
  if (due.length === 0) return undefined;
  const settings = { ...step.settings, ...Object.fromEntries(due) };
  return { type: 'step.set-settings', step: step.id, settings };
}

function slotFor(
  flow: Flow,
  step: Step,
  credential: Account,
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
    operation: setCredential(step, credential, [
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
    ]),
    slot: newSlot,
  };
}

function setCredential(
  step: Step,
  credential: Account,
  operations: readonly Operation[],
): Operation {
  const params = { step: step.name, credential: credential.name };
  return { type: 'batch', label: 'set-credential', params, operations };
}

function isAt(value: Json | undefined, hosts: readonly string[]): boolean {
  return typeof value === 'string' && URL.canParse(value) && hosts.includes(new URL(value).host);
}

function isUnset(value: Json | undefined): boolean {
  return value === undefined || value === '';
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
