import { useState } from 'react';
import type { Wording } from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';
import type { ChangeField, EditedField } from '../edited-field.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { modesFor, type Mode } from './mode.ts';
import { shownMode, switchMode, type Switched } from './mode-memory.ts';
import { setModeMemory, useModeMemory } from './mode-store.ts';

export interface FieldModes {
  readonly mode: Mode;
  /** "Leave out" is what the person said; a field that nobody touched shows its first way, empty. */
  readonly offered: readonly Mode[];
  choose(mode: Mode): void;
  /** Waits for a yes: the flow would lose something (it stays in memory). */
  readonly question:
    { readonly to: Mode; readonly lost: Wording; yes(): void; no(): void } | undefined;
}

/** The modes of one place, with what was there before in each. `onSwitched` comes after the binding is set. */
export function useModes(
  field: Pick<EditedField, 'key' | 'kind'>,
  binding: Binding | undefined,
  onChange: ChangeField,
  onSwitched: () => void,
): FieldModes {
  const { stepId, slot } = useMappingDesk();
  const key = memoryKey(stepId, slot, field.key);
  const memory = useModeMemory(key);
  const [asked, setAsked] = useState<{ to: Mode; lost: Wording; switched: Switched } | undefined>(
    undefined,
  );
  const offered = modesFor(field.kind);
  const own = shownMode(binding, memory);
  const mode = own === 'leave-out' && memory.chosen !== 'leave-out' ? (offered[0] ?? own) : own;
  const apply = (switched: Switched) => {
    setAsked(undefined);
    setModeMemory(key, switched.memory);
    if (switched.binding !== binding) onChange(switched.binding);
    onSwitched();
  };
  return {
    mode,
    offered,
    choose(to) {
      const switched = switchMode(binding, memory, to);
      if (switched.lost === undefined) apply(switched);
      else setAsked({ to, lost: switched.lost, switched });
    },
    question: asked && {
      to: asked.to,
      lost: asked.lost,
      yes: () => apply(asked.switched),
      no: () => setAsked(undefined),
    },
  };
}

export function memoryKey(step: string, slot: string, field: string): string {
  return `${step}/${slot}/${field}`;
}
